"""One provision while the tree is cut."""

from dataclasses import dataclass, field
from typing import Optional

from lantoa.language.provisions.lines import SourceLine
from lantoa.language.provisions.marks import ordinal

LEVEL = {
    "root": -1.0,
    "appendix": 0.0,
    "part": 1.0,
    "chapter": 2.0,
    "section": 3.0,
    "subsection": 4.0,
    "article": 5.0,
    "clause": 6.0,
    "point": 7.0,
}


@dataclass(slots=True, eq=False)
class Draft:
    """segment: 0 for the paper itself, then one for each that is issued with it. plan: cut without articles.

    style, points: the sign behind the numbers of its clauses, and of its points. inner: list style -> last
    number of a list that stands among the words.
    """

    kind: str
    number: str = ""
    parent: Optional["Draft"] = None
    title: str = ""
    line: SourceLine | None = None
    segment: int = 0
    plan: bool = False
    lines: list[str] = field(default_factory=list)
    children: list["Draft"] = field(default_factory=list)
    style: str = ""
    points: str = ""
    inner: dict[str, int] = field(default_factory=dict)
    eid: str = ""

    @property
    def level(self) -> float:
        return level_of(self.kind, self.number)

    @property
    def ordinal(self) -> int:
        return ordinal(self.kind, self.number)

    @property
    def rank(self) -> tuple[int, str]:
        """What orders it among its like: 2, 2a, 2b, 3; 12, 12bis, 13."""
        return self.ordinal, self.suffix

    @property
    def suffix(self) -> str:
        """What stands behind the number proper: "a" of 2a, "1" of a1."""
        last = self.number.rpartition(".")[2]
        if last[:1].isdigit():
            return last.lstrip("0123456789")
        return last[1:] if self.kind == "point" else ""

    def up_to(self, level: float) -> "Draft":
        """The nearest one, itself or above, that is larger than this level."""
        node: Draft = self
        while node.level >= level and node.parent:
            node = node.parent
        return node

    def nearest(self, kind: str) -> Optional["Draft"]:
        """Itself or what it lies in, of this kind."""
        node: Draft | None = self
        while node and node.kind != kind:
            node = node.parent
        return node

    def last(self, kind: str, deep: bool = False) -> Optional["Draft"]:
        """Its last child of a kind; deep: numbered "1.1", not "a"."""
        for child in reversed(self.children):
            if child.kind == kind and (kind != "point" or ("." in child.number) == deep):
                return child
        return None


def level_of(kind: str, number: str) -> float:
    """1.1. lies in 1., 1.1.1. in 1.1., a) in whichever is open."""
    if kind == "point" and "." in number:
        return LEVEL["clause"] + 0.1 * number.count(".")
    return LEVEL[kind]
