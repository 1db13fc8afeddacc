"""Sổ truyền thông: the screens of the ledger."""
