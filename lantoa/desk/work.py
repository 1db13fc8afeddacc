"""Việc của tôi, the shape: rows that wait for a person, in groups."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class WorkRow:
    """One thing that waits: what, the detail, and the one thing to do (address and label).

    suspect: the words of a badge when what it rests on may no longer be true, else "". query: what the page
    of the deed begins with, as (name, value) pairs.
    """

    title: str
    detail: str
    url_name: str
    url_args: tuple[object, ...] = ()
    label: str = "Mở"
    suspect: str = ""
    query: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class WorkGroup:
    """Rows of one kind. hot: something wrong may reach people, or money may be lost."""

    title: str
    hot: bool = False
    rows: list[WorkRow] = field(default_factory=list)
