"""Số thứ tự sổ: positions in an append-only ledger, given out in the order of commits."""

from django.db import transaction

from lantoa.common.models import LedgerCounter


def hold(ledger: str) -> None:
    """Keep everybody else from writing in `ledger` until the caller's transaction ends."""
    LedgerCounter.objects.get_or_create(name=ledger)
    LedgerCounter.objects.select_for_update().get(name=ledger)


def next_position(ledger: str) -> int:
    """The next position of `ledger`. Holds its row lock until the caller's transaction ends."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A ledger position is taken inside the transaction that writes the line.")
    LedgerCounter.objects.get_or_create(name=ledger)
    counter = LedgerCounter.objects.select_for_update().get(name=ledger)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last
