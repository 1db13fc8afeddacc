"""Tiếng Việt: folding and order, citations, provisions, amounts in words, counting of words.

A plain library: it knows no database and no Django, and nothing of the areas above it. Every offset that it
gives counts characters of the text in Unicode's composed form (NFC).
"""
