"""Kinh phí: sources, amounts per plan item, spending with its papers, settlement.

Mục III, IV.4. Used by accountants and programme officers.
"""
