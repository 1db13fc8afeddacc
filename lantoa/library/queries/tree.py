"""The tree of a document as one reads it, each part with the changes recorded on it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from lantoa.library.models import Document, Effect, Provision
from lantoa.library.rules.words_on_a_day import Wording, words_on
from lantoa.library.wording import word_changes


@dataclass
class Branch:
    """A provision, what changes it, how it reads on the day asked, and what lies in it."""

    provision: Provision
    effects: list[Effect] = field(default_factory=list)
    children: list["Branch"] = field(default_factory=list)
    day: date | None = None
    wording: Wording | None = None

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
    def is_large(self) -> bool:
        """Has a heading of its own line: phần, chương, mục, tiểu mục, phụ lục."""
        return self.provision.kind not in (Provision.Kind.CLAUSE, Provision.Kind.POINT)

    @property
    def steps(self) -> list[tuple[str, str]]:
        """The words of the day against those as issued, as `word_changes`; empty when they are the same."""
        if self.wording is None or self.wording.state != "changed" or self.wording.words is None:
            return []
        return word_changes(self.provision.words, self.wording.words)

    @property
    def ahead(self) -> Effect | None:
        """The next change whose new words are known: its day lies ahead or is not known."""
        later = [e for e in self.effects if e.new_words and (e.on is None or not self.day or e.on > self.day)]
        return later[0] if later else None

    @property
    def steps_ahead(self) -> list[tuple[str, str]]:
        """What the next change makes of the words of the day."""
        if self.ahead is None:
            return []
        now = self.wording.words if self.wording and self.wording.words else self.provision.words
        return word_changes(now, self.ahead.new_words)


def branches(
    document: Document,
    effects: Iterable[Effect],
    day: date | None = None,
    doubtful: Collection[int] = (),
) -> list[Branch]:
    """The top branches of a document, each with its words on `day` when one is asked. One query.

    effects: those on the document; doubtful: ids of those that may not hold (`Said.doubtful`).
    """
    changes: dict[int | None, list[Effect]] = defaultdict(list)
    for effect in effects:
        changes[effect.provision_id].append(effect)
    provisions = list(document.provisions.all())
    every = {p.pk: Branch(p, changes.get(p.pk, []), day=day) for p in provisions}
    top: list[Branch] = []
    for provision in provisions:
        provision.document = document  # known already; saves a query for each name
        above = every.get(provision.parent_id) if provision.parent_id else None
        (above.children if above else top).append(every[provision.pk])
    if day:
        _read_on(top, changes.get(None, []), day, doubtful)
    return top


def _read_on(some: list[Branch], over: list[Effect], day: date, doubtful: Collection[int]) -> None:
    """Tell each branch its words on a day. over: effects on what the branches lie in."""
    for branch in some:
        effects = [*over, *branch.effects]
        branch.wording = words_on(branch.provision, effects, day, doubtful)
        _read_on(branch.children, effects, day, doubtful)
