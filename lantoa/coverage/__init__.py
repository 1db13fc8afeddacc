"""Độ phủ: who was told what, by which proof, is it still true; gaps.

Reads the ledger; keeps only sums of it, which can be thrown away and made again. Used by programme officers
and leaders.
"""
