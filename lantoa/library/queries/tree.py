"""The tree of a document as one reads it, each part with the changes recorded on it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from lantoa.library.models import Document, Effect, Provision
from lantoa.library.wording import word_changes


@dataclass
class Branch:
    """A provision, what changes it, and what lies in it."""

    provision: Provision
    effects: list[Effect] = field(default_factory=list)
    children: list["Branch"] = field(default_factory=list)

    @property
    def label(self) -> str:
        """Điều 3. / 2. / a): as printed before the words."""
        kind, number = self.provision.kind, self.provision.number
        if kind == Provision.Kind.CLAUSE:
            return f"{number}."
        if kind == Provision.Kind.POINT:
            return f"{number})"
        name = f"{self.provision.get_kind_display()} {number}".strip()
        return name if kind == Provision.Kind.APPENDIX else f"{name}."

    @property
    def is_article(self) -> bool:
        return self.provision.kind == Provision.Kind.ARTICLE

    @property
    def new_words(self) -> list[tuple[str, str]]:
        """The latest new words against the present ones, as `word_changes`; empty when none are recorded."""
        told = [e.new_words for e in self.effects if e.new_words]
        return word_changes(self.provision.words, told[-1]) if told else []


def branches(document: Document, effects: Iterable[Effect]) -> list[Branch]:
    """The top branches of a document. effects: those on it. One query."""
    changes: dict[int | None, list[Effect]] = defaultdict(list)
    for effect in effects:
        changes[effect.provision_id].append(effect)
    provisions = list(document.provisions.all())
    every = {p.pk: Branch(p, changes.get(p.pk, [])) for p in provisions}
    top: list[Branch] = []
    for provision in provisions:
        provision.document = document  # known already; saves a query for each name
        above = every.get(provision.parent_id) if provision.parent_id else None
        (above.children if above else top).append(every[provision.pk])
    return top
