"""Sổ truyền thông: the append-only ledger of what reached whom, with graded evidence.

Every channel of mục II.3 writes here; coverage, budget and reports read it.
"""
