"""What a person can mend is a Problem with a Vietnamese sentence; an action raises them together."""

from dataclasses import dataclass
from typing import NoReturn


@dataclass(frozen=True)
class Problem:
    """One thing that stops an action.

    code: stable, for programs. says: a Vietnamese sentence: what is wrong, where, what to do.
    field: the form field it belongs to, or "".
    """

    code: str
    says: str
    field: str = ""

    def __str__(self) -> str:
        return self.says


class RuleBroken(Exception):
    """A rule refuses the action. Nothing was written."""

    def __init__(self, problems: list[Problem] | Problem):
        self.problems = [problems] if isinstance(problems, Problem) else list(problems)
        super().__init__(" ".join(p.says for p in self.problems))


def refuse(code: str, says: str, field: str = "") -> NoReturn:
    """Raise a RuleBroken with this one problem."""
    raise RuleBroken(Problem(code, says, field))


def must_hold(problems: list[Problem]) -> None:
    """Raise RuleBroken when there is any problem."""
    if problems:
        raise RuleBroken(problems)
