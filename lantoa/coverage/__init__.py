"""Độ phủ: who was told what, by which proof, is it still true; gaps.

Read-only over the ledger. Used by programme officers and leaders.
"""
