"""From pasted words of law to the parts of its tree, each with its stable id; nothing is stored here."""

from dataclasses import dataclass

from lantoa.language.provisions import fingerprint
from lantoa.library.models import Provision

PREFIX = {
    Provision.Kind.PART: "part",
    Provision.Kind.CHAPTER: "chp",
    Provision.Kind.SECTION: "sec",
    Provision.Kind.ARTICLE: "art",
    Provision.Kind.CLAUSE: "para",
    Provision.Kind.POINT: "point",
}
LARGE = {Provision.Kind.PART, Provision.Kind.CHAPTER, Provision.Kind.SECTION}  # counted by II, not ii


@dataclass(frozen=True)
class Part:
    """One part as read. parent_eid: "" at the top."""

    eid: str
    parent_eid: str
    kind: str
    number: str
    heading: str
    words: str

    @property
    def place(self) -> str:
        return Provision(eid=self.eid).place

    @property
    def depth(self) -> int:
        return self.eid.count("__")


def eid_of(kind: str, number: str, parent_eid: str = "") -> str:
    """art_3__para_2__point_dd: the Akoma Ntoso way; an article is counted through the whole document."""
    number = number.strip() if kind in LARGE else number.strip().lower()
    own = f"{PREFIX[Provision.Kind(kind)]}_{'dd' if number == 'đ' else number}"
    return f"{parent_eid}__{own}" if parent_eid and kind != Provision.Kind.ARTICLE else own


def parts_of(text: str) -> list[Part]:
    """The parts of a pasted text in reading order, larger before smaller."""
    from lantoa.language.provisions import provision_tree

    return [Part(p.eid, p.parent_eid, p.kind, p.number, p.heading, p.words) for p in provision_tree(text)]


@dataclass(frozen=True)
class Changes:
    """What keeping these parts would do to the tree that is there."""

    new: list[Part]
    changed: list[Part]
    gone: list[Provision]
    same: int


def changes_of(parts: list[Part], known: dict[str, Provision]) -> Changes:
    """Compare parts with the present tree, by place and words; a change of layout is none."""
    new, changed, same = [], [], 0
    for part in parts:
        before = known.get(part.eid)
        if before is None:
            new.append(part)
        elif before.fingerprint != fingerprint(f"{part.heading}\n{part.words}"):
            changed.append(part)
        else:
            same += 1
    read = {part.eid for part in parts}
    return Changes(new, changed, [p for eid, p in known.items() if eid not in read], same)
