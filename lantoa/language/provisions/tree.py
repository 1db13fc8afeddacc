"""A text of law cut into its provisions: every line goes somewhere, and what is odd is told."""

from dataclasses import dataclass, field

from lantoa.language.provisions.cutting import FOOT, HEAD, LEFT, Cutter
from lantoa.language.provisions.draft import Draft
from lantoa.language.provisions.naming import ProvisionNode, named
from lantoa.language.provisions.notes import without_notes
from lantoa.language.provisions.numbering import odd_numbers


@dataclass(frozen=True, slots=True)
class TreeDoubt:
    """One thing to look at: a stable code, a sentence, the line of the text (from 0) that it is about."""

    code: str
    says: str
    line: int


NOTE = "note"


@dataclass(frozen=True, slots=True)
class TreeNote:
    """A note beside a provision ("" for one of the head), which is no word of it."""

    eid: str
    mark: str
    words: str


@dataclass
class Tree:
    """nodes: larger before smaller, in reading order. places: of every line that is not blank the id of its
    provision, or HEAD, FOOT, NOTE, or LEFT for one that stands in none."""

    nodes: list[ProvisionNode] = field(default_factory=list)
    places: dict[int, str] = field(default_factory=dict)
    doubts: list[TreeDoubt] = field(default_factory=list)
    notes: list[TreeNote] = field(default_factory=list)


def provision_tree(text: str) -> list[ProvisionNode]:
    """The provisions of a legal document in running text, larger before smaller, in reading order.

    Text before the first one (heading, legal bases) and after the last (recipients, signatures) is left out;
    what stands in quotation marks over several lines (the new words of an amended article) is words.
    """
    return read_tree(text).nodes


def read_tree(text: str) -> Tree:
    """The provisions, where each line went, and what a person should look at."""
    noted = without_notes(text.splitlines())
    cutter = Cutter("\n".join(noted.lines))
    cutter.cut()
    _mend_point_letters(cutter.drafts)
    nodes = named(cutter.drafts)
    places = {no: place if isinstance(place, str) else place.eid for no, place in cutter.places.items()}
    doubts = [TreeDoubt(code, says, no) for code, says, no in cutter.doubts]
    for code, draft, says in odd_numbers(cutter.drafts):
        doubts.append(TreeDoubt(code, says, draft.line.no if draft.line else 0))
    own = {node.eid for node in nodes}
    notes = [
        TreeNote(at if (at := places.get(n.at, "")) in own else "", n.mark, n.words) for n in noted.notes
    ]
    places |= {no: NOTE for note in noted.notes for no in note.lines}
    return Tree(nodes, places, sorted(doubts, key=lambda doubt: doubt.line), notes)


def _mend_point_letters(drafts: list[Draft]) -> None:
    """Sources print "d)" twice where "đ)" belongs, or "đ)" twice: the order says which is meant."""
    before: Draft | None = None
    for draft in drafts:
        if draft.kind != "point":
            continue
        if before and before.parent is draft.parent and before.number == draft.number:
            if draft.number == "d":
                draft.number = "đ"
            elif draft.number == "đ":
                before.number = "d"
        before = draft


__all__ = ["FOOT", "HEAD", "LEFT", "NOTE", "Tree", "TreeDoubt", "TreeNote", "provision_tree", "read_tree"]
