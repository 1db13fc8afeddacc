"""The tree of a document as one reads it, each part with the changes recorded on it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from lantoa.library.models import Document, Effect, Provision
from lantoa.library.new_words import whole_text
from lantoa.library.queries.effects import effects_on
from lantoa.library.queries.status import said_of
from lantoa.library.rules.words_on_a_day import Text, Wording, next_text, words_on
from lantoa.library.wording import word_changes


@dataclass
class Branch:
    """A provision, what changes it, how it reads on the day asked, and what lies in it.

    added: the change that put it there, None for what was issued.
    """

    provision: Provision
    effects: list[Effect] = field(default_factory=list)
    children: list["Branch"] = field(default_factory=list)
    day: date | None = None
    wording: Wording | None = None
    added: Effect | None = None

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
    def text(self) -> Text:
        """Heading and words of the day; those as issued where the words of the day are not known."""
        if self.wording and self.wording.text:
            return self.wording.text
        return Text(self.provision.heading, self.provision.words)

    @property
    def steps(self) -> list[tuple[str, str]]:
        """The words of the day against those as issued, as `word_changes`; empty when they are the same."""
        if self.wording is None or self.wording.state != "changed" or self.text.words == self.provision.words:
            return []
        return word_changes(self.provision.words, self.text.words)

    @property
    def ahead(self) -> Effect | None:
        """The next change whose new words are known: its day lies ahead or is not known."""
        later = [e for e in self.effects if e.on is None or not self.day or e.on > self.day]
        return next((e for e in later if e.new_words or e.old_phrase), None)

    @property
    def steps_ahead(self) -> list[tuple[str, str]]:
        """What the next change makes of the words of the day; a new clause is new as a whole."""
        if self.ahead is None:
            return []
        if self.ahead.added_eid:
            return [("new", self.ahead.new_words)]
        if whole_text(self.provision.eid, self.ahead.new_words):
            return word_changes(self.printed, self.ahead.new_words)
        new = next_text(self.provision, self.ahead, self.text)
        return word_changes(self.text.words, new.words) if new else []

    @property
    def printed(self) -> str:
        """The whole text of the day with its marks, one part a line; what is gone is left out."""
        if self.wording and self.wording.state == "gone":
            return ""
        own = " ".join(piece for piece in (self.label, self.text.heading) if piece)
        own = f"{own}\n{self.text.words}" if self.text.heading else f"{own} {self.text.words}"
        return "\n".join(piece for piece in [own.strip(), *(c.printed for c in self.children)] if piece)


def branches(
    document: Document,
    effects: Iterable[Effect],
    day: date | None = None,
    doubtful: Collection[int] = (),
) -> list[Branch]:
    """The top branches of a document, each with its words on `day` when one is asked. One query.

    effects: those on the document; doubtful: ids of those that may not hold (`Said.doubtful`). What was
    added later stands in its place from its day on; without a day the document is as issued.
    """
    effects = list(effects)
    changes: dict[int | None, list[Effect]] = defaultdict(list)
    for effect in effects:
        changes[effect.provision_id].append(effect)
    began = {e.pk: e for e in effects if day and e.on and e.on <= day and e.pk not in doubtful}
    provisions = [p for p in document.provisions.all() if not p.added_by_id or p.added_by_id in began]
    newest: dict[str, int] = {}
    for provision in provisions:
        newest[provision.eid] = max(provision.life, newest.get(provision.eid, 0))
    provisions = [p for p in provisions if p.life == newest[p.eid]]  # the last life that has begun
    every = {
        p.pk: Branch(p, changes.get(p.pk, []), day=day, added=began.get(p.added_by_id or 0))
        for p in provisions
    }
    top: list[Branch] = []
    for provision in provisions:
        provision.document = document  # known already; saves a query for each name
        if provision.parent_id and provision.parent_id not in every:
            continue  # it lies in a clause whose addition was withdrawn
        above = every.get(provision.parent_id) if provision.parent_id else None
        (above.children if above else top).append(every[provision.pk])
    if day:
        _read_on(top, changes.get(None, []), day, doubtful)
    return top


def reading_on(document: Document, day: date) -> list[Branch]:
    """Every part of a document as it reads on a day, larger before smaller. Seven queries."""
    on_it = effects_on([document.pk])
    doubtful = said_of([document], on_it)[document.pk].doubtful
    return [one for top in branches(document, on_it.get(document.pk, []), day, doubtful) for one in _all(top)]


def _read_on(some: list[Branch], over: list[Effect], day: date, doubtful: Collection[int]) -> None:
    """Tell each branch its words on a day. over: effects on what the branches lie in."""
    for branch in some:
        own = [branch.added] if branch.added and branch.added not in over else []
        effects = [*over, *own, *branch.effects]
        branch.wording = words_on(branch.provision, effects, day, doubtful)
        _read_on(branch.children, effects, day, doubtful)
        _miss_phrases(branch, day)


def _miss_phrases(branch: Branch, day: date) -> None:
    """A phrase that stands nowhere in the place that a change names: its words are not what we hold."""
    swaps = [e for e in branch.effects if e.old_phrase and e.on and e.on <= day]
    if not swaps:
        return
    made = {e.pk for one in _all(branch) if one.wording for e in one.wording.changes}
    if (lost := [e for e in swaps if e.pk not in made]) and branch.wording and branch.wording.text:
        says = "; ".join(f"{branch.provision.place} không có cụm từ “{e.old_phrase}” để thay" for e in lost)
        branch.wording = replace(
            branch.wording, state="unknown", text=None, missing=tuple(lost), says=says[0].upper() + says[1:]
        )


def _all(branch: Branch) -> Iterator[Branch]:
    yield branch
    for child in branch.children:
        yield from _all(child)
