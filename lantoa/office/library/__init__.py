"""Kho văn bản: screens for documents and their words, changes, policies and bundles."""
