"""From pasted words of law to the parts of its tree, each with its stable id; nothing is stored here."""

from dataclasses import dataclass

from lantoa.language.provisions import (
    ProvisionNode,
    TreeNote,
    fingerprint,
    provision_tree,
    read_tree,
)
from lantoa.library.models import Provision
from lantoa.paper.reading import read_official

PREFIX = {
    Provision.Kind.PART: "part",
    Provision.Kind.CHAPTER: "chp",
    Provision.Kind.SECTION: "sec",
    Provision.Kind.SUBSECTION: "subsec",
    Provision.Kind.APPENDIX: "annex",
    Provision.Kind.ARTICLE: "art",
    Provision.Kind.CLAUSE: "para",
    Provision.Kind.POINT: "point",
}
LARGE = {
    Provision.Kind.PART,
    Provision.Kind.CHAPTER,
    Provision.Kind.SECTION,
    Provision.Kind.SUBSECTION,
    Provision.Kind.APPENDIX,
}  # counted by II, not ii
MOST_HEADING = 500


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

    @property
    def fingerprint(self) -> str:
        return fingerprint(f"{self.heading}\n{self.words}")


def eid_of(kind: str, number: str, parent_eid: str = "") -> str:
    """art_3__para_2__point_dd: the Akoma Ntoso way; an article is counted through the whole document."""
    number = number.strip() if kind in LARGE else number.strip().lower()
    number = number.replace("đ", "dd") if kind == Provision.Kind.POINT else number
    own = f"{PREFIX[Provision.Kind(kind)]}_{number}"
    return f"{parent_eid}__{own}" if parent_eid and kind != Provision.Kind.ARTICLE else own


def parts_of(text: str) -> list[Part]:
    """The parts of a pasted text in reading order, larger before smaller."""
    return [_part(node) for node in provision_tree(text)]


def notes_in(text: str) -> list[TreeNote]:
    """The notes of a text, each with the place that it stands beside; they are no words of it."""
    return read_tree(text).notes


def _part(node: ProvisionNode) -> Part:
    heading, words = node.heading, node.words
    if len(heading) > MOST_HEADING:  # a sentence without its full stop, not a heading
        heading, words = "", f"{heading}\n{words}".strip()
    return Part(node.eid, node.parent_eid, node.kind, node.number, heading, words)


def words_of_file(content: bytes, name: str) -> str:
    """The lines of a DOCX, PDF with text, Markdown or plain text. Raises Unreadable with one sentence."""
    return "\n".join(line.text for line in read_official(content, name).lines)


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
        elif before.fingerprint != part.fingerprint:
            changed.append(part)
        else:
            same += 1
    read = {part.eid for part in parts}
    return Changes(
        new, changed, [p for eid, p in known.items() if eid not in read and p.added_by_id is None], same
    )
