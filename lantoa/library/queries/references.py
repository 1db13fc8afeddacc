"""From a reference as a person types it to what the library holds of it. One function for all doors: the
search pages, the pickers, the box of the article editor, the fields that take one citation."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from lantoa.language.citations import Citation, read_typed
from lantoa.language.citations.kinds import LAWS
from lantoa.language.folding import fold
from lantoa.library.models import Document, Provision
from lantoa.library.queries.citations import eid_named_by
from lantoa.library.search.named import may_name_a_law, name_of, named_in
from lantoa.library.wording import DASHES

MOST_TYPED, MOST_REFERENCES = 500, 12


@dataclass(frozen=True)
class Reference:
    """One reference. documents: those of the library that bear its number or name, all that may be meant;
    provisions: the place that it names in each of them, where they hold it."""

    citation: Citation
    documents: tuple[Document, ...] = ()
    provisions: tuple[Provision, ...] = ()

    @property
    def place(self) -> str:
        """khoản 2 Điều 24; "" when only the document is named."""
        one = self.citation
        named = [("điểm", one.point), ("khoản", one.clause), ("Điều", one.article)]
        named += [] if one.article else [("Chương", one.chapter), ("Phụ lục", one.appendix)]
        return " ".join(f"{word} {value}" for word, value in named if value)

    @property
    def is_without_place(self) -> bool:
        """The document is held, the place that is named is not."""
        return bool(self.place and self.documents and not self.provisions)


@dataclass(frozen=True)
class Asked:
    """What was typed: its references, and the words besides."""

    references: tuple[Reference, ...]
    words: str
    laws: frozenset[int] = frozenset()  # ids of the laws whose names stand in the text

    @property
    def by_number(self) -> bool:
        """A document is named by its number: nothing outside it can be meant."""
        return any(one.citation.number for one in self.references)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that references by number name, each once."""
        held = [d for one in self.references if one.citation.number for d in one.documents]
        return tuple({document.pk: document for document in held}.values())

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The places that are named and held, each once, as they were typed."""
        return tuple({p.pk: p for one in self.references for p in one.provisions}.values())


def asked_in(text: str, among: QuerySet[Document] | None = None) -> Asked:
    """Read what a person typed against the library, or the documents `among` of it.

    Nothing is guessed: a number that no document bears leads nowhere, one that several bear leads to all.
    """
    text = text[:MOST_TYPED]
    typed = read_typed(text)
    every = Document.objects.all() if among is None else among
    laws = _Laws(text, every)
    found = []
    for citation in typed.citations[:MOST_REFERENCES]:
        if citation.number:
            documents = tuple(carrying([citation], every))
        else:
            documents = laws.behind(citation)
        if documents or citation.number:
            found.append(Reference(citation, documents, _places(citation, documents)))
    # A place of no known document ("Điều 6") is looked for by its words.
    lost = not found and bool(typed.citations)
    return Asked(tuple(found), text if lost else typed.rest, laws.named)


def carrying(citations: Iterable[Citation], among: QuerySet[Document] | None = None) -> QuerySet[Document]:
    """The documents that carry one of these numbers, as far as they were typed, and no other."""
    wanted = Q(pk__in=[])
    for citation in citations:
        wanted |= _bears(citation)
    return (Document.objects.all() if among is None else among).filter(wanted).distinct()


def _bears(citation: Citation) -> Q:
    bare = (citation.number or "").lstrip("0")
    spelt = [bare.rjust(width, "0") for width in range(len(bare), len(bare) + 4)]
    wanted = Q(number__in={*spelt, *(one.upper() for one in spelt), *(one.lower() for one in spelt)})
    if citation.year:
        wanted &= Q(year=citation.year) | Q(year=None, issued_on__year=citation.year)
    if citation.symbol:
        letters = fold(DASHES.sub("-", citation.symbol)).replace("/", " ").replace("-", " ")
        wanted &= Q(folded__contains=f" {letters} ")
    if citation.type and citation.type != "Luật":
        wanted &= Q(folded__startswith=f" {fold(citation.type)} ")
    elif citation.type:  # a code is a law too
        wanted &= Q(folded__startswith=" luat ") | Q(folded__startswith=" bo luat ")
    return wanted


class _Laws:
    """The laws of the library that a text may name. One query, none where it speaks of no law."""

    def __init__(self, text: str, among: QuerySet[Document]) -> None:
        self.held = {}
        if may_name_a_law(text):
            self.held = {one.pk: one for one in among.filter(kind__in=LAWS).defer("folded").order_by("pk")}
        self.names = {pk: name_of(one.kind, one.title) for pk, one in self.held.items()}
        self.named = frozenset(named_in(text, self.names))

    def behind(self, citation: Citation) -> tuple[Document, ...]:
        """The laws that a citation without number means: of its name; else of the names in the text."""
        if citation.anaphora:
            keys: Collection[int] = self.named
        elif citation.type in LAWS and citation.name:
            said = name_of(citation.type, citation.name)
            keys = [pk for pk, name in self.names.items() if name == said]
        else:
            keys = ()
        return tuple(self.held[pk] for pk in sorted(keys) if _is_of(self.held[pk], citation.year))


def _is_of(law: Document, year: int | None) -> bool:
    """Whether a law may be the one of this year; "năm 2023" may stand in its name."""
    issued = law.issued_on.year if law.issued_on else None
    known = {one for one in (law.year, issued, _year_in(law.title)) if one}
    return not year or not known or year in known


def _year_in(title: str) -> int | None:
    last = title.split()[-1] if title.split() else ""
    return int(last) if last.isdecimal() and len(last) == 4 else None


def _places(citation: Citation, documents: Collection[Document]) -> tuple[Provision, ...]:
    """The place that a citation names, in each of the documents that hold it."""
    wanted = _at(citation)
    if wanted is None or not documents:
        return ()
    standing = Q(added_by__isnull=True) | Q(added_by__withdrawn_at__isnull=True)
    held = Provision.objects.filter(wanted, standing, document__in=documents)
    held = held.select_related("document").order_by("document_id", "order", "life", "id")
    # Of several lives of a place the last one is meant.
    return tuple({(one.document_id, one.eid): one for one in held}.values())


def _at(citation: Citation) -> Q | None:
    if eid := eid_named_by(citation):
        return Q(eid=eid)
    if citation.chapter:
        return Q(kind=Provision.Kind.CHAPTER, number__in=_numerals(citation.chapter))
    if citation.appendix:
        return Q(kind=Provision.Kind.APPENDIX, number__in=_numerals(citation.appendix))
    return None


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def _numerals(number: str) -> tuple[str, ...]:
    """A number as it may stand in either script: II, 2."""
    upper = number.upper()
    if upper in _ROMAN:
        return upper, str(_ROMAN.index(upper) + 1)
    return (
        (upper, _ROMAN[int(upper) - 1]) if upper.isdecimal() and 0 < int(upper) <= len(_ROMAN) else (upper,)
    )
