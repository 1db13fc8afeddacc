"""Tìm: provisions ranked for a question in plain words, by the same code on both databases and without one.

The database (or a list in memory) only says how many passages hold a term and which ones; the score is
worked out here, so the order is the same everywhere.
"""
