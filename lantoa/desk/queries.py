"""Việc của tôi: what waits for a person on a day, grouped, worst first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from lantoa.people.models import User


@dataclass(frozen=True)
class WorkRow:
    """One thing that waits: what, the detail, and the one thing to do (address and label).

    suspect: the words of a badge when what it rests on may no longer be true, else "".
    """

    title: str
    detail: str
    url_name: str
    url_args: tuple[object, ...] = ()
    label: str = "Mở"
    suspect: str = ""


@dataclass(frozen=True)
class WorkGroup:
    """Rows of one kind. hot: something wrong may reach people, or money may be lost."""

    title: str
    hot: bool = False
    rows: list[WorkRow] = field(default_factory=list)


Source = Callable[[User, date], list[WorkGroup]]
SOURCES: list[Source] = []


def my_work(user: User, day: date) -> list[WorkGroup]:
    """Every group that has rows, the hot ones first, otherwise in the order of the sources."""
    groups = [group for source in SOURCES for group in source(user, day) if group.rows]
    return sorted(groups, key=lambda group: not group.hot)
