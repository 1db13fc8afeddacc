"""Nội dung: articles, editions, citations pinned to provisions, approval by separate people.

Mục II.2, IV.2. Used by editors, policy checkers, leaders.
"""
