"""Đọc kế hoạch: what a plan on paper says, each value with the words it rests on. Stores nothing.

Plain Python above `paper` and `language`: no database, no Django, so that `lantoa plan read` starts fast.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lantoa.paper.reading import Reading, Unreadable, read_official
from lantoa.plans.reading.plan_reading import (
    Audience,
    Evidence,
    Method,
    Missing,
    PlanReading,
    SignerRead,
    Task,
)
from lantoa.plans.reading.understanding import understand

__all__ = [
    "Audience",
    "Evidence",
    "Method",
    "Missing",
    "PlanReading",
    "SignerRead",
    "Task",
    "Unreadable",
    "read_plan",
    "understand",
]


def read_plan(
    source: bytes | Path, filename: str = "", read_citations: Callable[[str], Any] | None = None
) -> PlanReading:
    """The plan in this DOCX, PDF with text, Markdown or text file.

    read_citations: text -> list of things with `as_dict()`; by default `lantoa.language.citations`.
    Raises Unreadable with one Vietnamese sentence when the file cannot be read.
    """
    if read_citations is None:
        from lantoa.language.citations import read_citations as read_them

        read_citations = read_them
    reading: Reading = read_official(source, filename)
    return understand(reading, read_citations)
