"""Two texts of one paper beside each other: where their words differ, and by which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lantoa.library.models import Document
from lantoa.library.reading import Part, changes_of
from lantoa.library.wording import word_changes

_DAYS = {"issued_on": "Ngày ban hành", "effective_on": "Ngày có hiệu lực", "ended_on": "Ngày hết hiệu lực"}


@dataclass(frozen=True)
class Difference:
    """One place whose words differ; "" where one of the two does not hold it."""

    place: str
    held: str
    read: str

    @property
    def steps(self) -> list[tuple[str, str]]:
        """Word by word: ("same" | "gone" | "new", words)."""
        return word_changes(self.held, self.read)


def differences(document: Document, parts: Sequence[Part], facts: dict[str, Any]) -> list[Difference]:
    """Where a paper that was read says otherwise than the document that is held, as it was issued.

    facts: those that were read. A day that either does not tell is no difference; a paper without provisions
    (a letter) and a document without words are not compared by words.
    """
    found = [
        Difference(label, _said(getattr(document, name)), _said(facts.get(name)))
        for name, label in _DAYS.items()
        if getattr(document, name) and facts.get(name) and getattr(document, name) != facts[name]
    ]
    known = {p.eid: p for p in document.provisions.filter(added_by=None)}
    if not parts or not known:
        return found
    changes = changes_of(list(parts), known)
    changed = {part.eid for part in (*changes.changed, *changes.new)}
    for part in parts:
        if part.eid in changed:
            held = known.get(part.eid)
            words = _whole(held.heading, held.words) if held else ""
            found.append(Difference(part.place, words, _whole(part.heading, part.words)))
    return found + [Difference(p.place, _whole(p.heading, p.words), "") for p in changes.gone]


def _said(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _whole(heading: str, words: str) -> str:
    return "\n".join(part for part in (heading, words) if part)


def same_words(parts: Sequence[Part], others: Sequence[Part]) -> bool:
    """Whether two readings hold the same words at the same places; layout does not count."""
    return [(p.eid, p.fingerprint) for p in parts] == [(p.eid, p.fingerprint) for p in others]
