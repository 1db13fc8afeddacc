"""Kho văn bản: documents, provisions, effects, policies, bundles - law as data.

Mục I.1, IV.1 của kế hoạch. Used by programme officers; editors receive bundles.
"""
