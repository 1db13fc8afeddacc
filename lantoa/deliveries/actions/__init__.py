"""Verbs of the ledger: record and correct lines, hand in evidence, say when a part counts as told."""

from lantoa.deliveries.actions.counting_parts import set_part_rule
from lantoa.deliveries.actions.proving import (
    LATE_PROOFS,
    LEDGER,
    NewEvidence,
    add_evidence,
    decide_evidence,
)
from lantoa.deliveries.actions.recording import correct_delivery, record_delivery

__all__ = [
    "LATE_PROOFS",
    "LEDGER",
    "NewEvidence",
    "add_evidence",
    "correct_delivery",
    "decide_evidence",
    "record_delivery",
    "set_part_rule",
]
