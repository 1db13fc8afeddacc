"""What a paper states, and what of the library it is to: the same answer in rehearsal and in intake."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lantoa.library.models import Document, Effect, Provision
from lantoa.library.models.documents import place_of
from lantoa.library.queries.citations import LARGE, Target, eid_named_by, resolve_all
from lantoa.library.rules.standing_of_a_citation import in_words
from lantoa.library.understanding import Cited, Proposal, strongest

EFFECTS = {
    "thay_the": Effect.Kind.REPLACE,
    "het_hieu_luc": Effect.Kind.REPEAL,
    "bai_bo": Effect.Kind.REPEAL,
    "huy_bo": Effect.Kind.REPEAL,
    "sua_doi_bo_sung": Effect.Kind.AMEND,
    "bo_sung": Effect.Kind.AMEND,
    "ngung_hieu_luc": Effect.Kind.SUSPEND,
    "dinh_chinh": Effect.Kind.CORRECT,
}
# A whole document is not marked as changed because some article of it is.
_NEED_A_PLACE = {Effect.Kind.AMEND, Effect.Kind.CORRECT}
_PLACES = ("article", "clause", "point", "form", "subsection", *LARGE)
MOST_ARTICLES = 200  # of one range


@dataclass(frozen=True)
class Stated:
    """A relation that a paper states, and what of the library it is to ("" effect: nothing can be recorded).

    target: the document or provision, None when the library does not hold the document. exact: the place
    named is the target itself, not only its document. added_eid: a new place that the target shall get.
    changes: it tells a change of its own. near: for a change whose place was not found, the nearest that is
    held, which stays suspect meanwhile (article, chapter, else the document). says: why it was not found.
    """

    index: int
    cited: Cited
    target: Target | None
    exact: bool
    effect: str
    added_eid: str = ""
    changes: bool = False
    near: Target | None = None
    says: str = ""

    def on(self, effective_on: date | None) -> date | None:
        """The day of the effect: the sentence's own, else that of the paper; None when it names an event."""
        if self.cited.since:
            return None
        return date.fromisoformat(self.cited.on) if self.cited.on else effective_on

    @property
    def is_open(self) -> bool:
        """A change that cannot be recorded as it is stated."""
        return self.changes and not self.effect

    @property
    def document(self) -> Document | None:
        return self.target.document if isinstance(self.target, Provision) else self.target

    @property
    def place(self) -> str:
        """khoản 1 Điều 2 Nghị định 80/2026/NĐ-CP: what the words name, held or not."""
        return place_and_document(self.cited, self.document)


def stated_relations(proposal: Proposal) -> list[Stated]:
    """The relations of a paper with their targets, the strongest for each target. At most twelve queries."""
    cited = [one for cited in strongest(proposal.cited) for one in _one_by_one(cited)]
    return resolve_stated(cited, proposal.get("issuer"))


def stated_without_library(proposal: Proposal) -> list[Stated]:
    """The same where there is no library to look into: nothing is held. No query."""
    found = [Stated(at, one, None, False, "") for at, one in enumerate(strongest(proposal.cited))]
    general = _amended_in_general(found)
    return [_judged(one, one.index in general, ()) for one in found]


def resolve_stated(cited: Sequence[Cited], issuer: str) -> list[Stated]:
    """What each mention is to, all of one paper (of this issuer) together. At most twelve queries."""
    targets = resolve_all([one.citation for one in cited], citing=issuer)
    parents = resolve_all([_above(one.citation) for one in cited], citing=issuer)
    wider = [{**one.citation, "clause": None, "point": None} for one in cited]
    articles = resolve_all(wider, citing=issuer)
    found = [
        replace(_stated(at, one, target, parent), near=near)
        for at, (one, target, parent, near) in enumerate(zip(cited, targets, parents, articles, strict=True))
    ]
    found = _with_phrases_found(found)
    general = _amended_in_general(found)
    open_on = {one.document.pk for one in found if one.document and not one.effect}
    with_words = set(
        Provision.objects.filter(document__in=open_on)
        .order_by()
        .values_list("document_id", flat=True)
        .distinct()
    )
    return [_judged(one, one.index in general, with_words) for one in found]


def open_changes(stated: Iterable[Stated]) -> list[Stated]:
    """The changes that a paper states and that do not resolve exactly."""
    return [one for one in stated if one.is_open]


def place_and_document(cited: Cited, document: Document | None = None) -> str:
    """What the words name, whether the library holds it or not."""
    return f"{place_named(cited.citation)} {document or name_of(cited.citation)}".strip()


def name_of(c: dict[str, Any]) -> str:
    """A document as a citation names it: "Luật 11/2030/QH18"; fields that were not read may be missing."""
    full = c.get("full") or "/".join(str(c[k]) for k in ("number", "year", "symbol") if c.get(k))
    said = [c.get("type"), full, "" if full else c.get("name")]
    if not full and c.get("year"):
        said.append(f"năm {c['year']}")
    return " ".join(str(part) for part in said if part)


def place_named(citation: dict[str, Any]) -> str:
    """The place inside a document that a citation names: "khoản 1 Điều 2", "Chương III", "" for none."""
    said = place_of(eid) if (eid := eid_named_by(citation)) else ""
    if citation.get("article_to"):
        said += f" đến Điều {citation['article_to']}"
    for field, name in (("subsection", "Tiểu mục"), ("form", "Mẫu")):
        said = f"{name} {citation[field]} {said}" if citation.get(field) else said
    return said.strip()


def _one_by_one(cited: Cited) -> list[Cited]:
    """ "Bãi bỏ Điều 5 đến Điều 8" is one change of each article."""
    first, last = str(cited.citation.get("article") or ""), str(cited.citation.get("article_to") or "")
    if cited.relation not in EFFECTS or not (first.isdigit() and last.isdigit()):
        return [cited]
    numbers = range(int(first), min(int(last), int(first) + MOST_ARTICLES) + 1)
    each = [{**cited.citation, "article": str(number), "article_to": None} for number in numbers]
    return [replace(cited, citation=citation) for citation in each] or [cited]


def _above(citation: dict[str, Any]) -> dict[str, Any]:
    """What the place that a citation names lies in."""
    lowest = next((part for part in ("point", "clause", "article") if citation[part]), "")
    return {**citation, lowest: None} if lowest else citation


def _stated(index: int, cited: Cited, target: Target | None, parent: Target | None) -> Stated:
    exact = _is_exact(cited, target)
    kind = EFFECTS.get(cited.relation, "")
    above = _above(cited.citation)
    new = eid_named_by(cited.citation) if cited.relation == "bo_sung" and not exact else ""
    if new and _is_exact(replace(cited, citation=above), parent):
        return Stated(index, cited, parent, True, Effect.Kind.SUPPLEMENT, new)
    whole = isinstance(target, Document) and not cited.old_phrase  # a phrase may change wherever it stands
    if not exact or (whole and (kind in _NEED_A_PLACE or cited.partly)):
        kind = ""
    return Stated(index, cited, target, exact, str(kind))


def _is_exact(cited: Cited, target: Target | None) -> bool:
    """Whether the target is the very place that the words name."""
    c = cited.citation
    if c["article_to"] or c["form"] or cited.unread or (c["article"] and c["appendix"]):
        return False
    if c.get("subsection") and not c["article"]:
        return False  # the tree is asked for no Tiểu mục
    return isinstance(target, Provision if any(c.get(field) for field in _PLACES) else Document)


def _with_phrases_found(stated: Sequence[Stated]) -> list[Stated]:
    """A phrase that stands nowhere in its place, and that no change has brought there, resolves to nothing.
    Two queries where phrases change.
    """
    documents = {one.document.pk for one in stated if one.document and one.effect and one.cited.old_phrase}
    if not documents:
        return list(stated)
    held: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = Provision.objects.filter(document__in=documents).order_by()
    for pk, eid, heading, words in rows.values_list("document_id", "eid", "heading", "words"):
        held[pk].append((eid, in_words(f"{heading} {words}")))
    brought = [in_words(one.cited.new_words) for one in stated if one.cited.new_words]
    changes = Effect.objects.filter(document__in=documents, withdrawn_at__isnull=True)
    for said in changes.values_list("new_words", "new_phrase"):
        brought += [in_words(words) for words in said if words]
    return [_with_phrase_found(one, held, brought) for one in stated]


def _with_phrase_found(
    one: Stated, held: Mapping[int, list[tuple[str, str]]], brought: Sequence[str]
) -> Stated:
    phrase = in_words(one.cited.old_phrase)
    if not one.effect or not one.document or not phrase.strip():
        return one
    top = one.target.eid if isinstance(one.target, Provision) else ""
    inside = [
        text
        for eid, text in held.get(one.document.pk, ())
        if not top or eid == top or eid.startswith(f"{top}__")
    ]
    if any(phrase in text for text in (*inside, *brought)):
        return one
    return replace(one, effect="", near=one.target)


def _amended_in_general(stated: Sequence[Stated]) -> set[int]:
    """Indices of "sửa đổi một số điều của ...": no change of its own where its places are told one by one."""
    told = {_document_key(one) for one in stated if EFFECTS.get(one.cited.relation) and not _in_general(one)}
    return {one.index for one in stated if _in_general(one) and _document_key(one) in told}


def _in_general(one: Stated) -> bool:
    c = one.cited
    named = c.unread or c.old_phrase or any(c.citation.get(field) for field in _PLACES)
    return EFFECTS.get(c.relation) in _NEED_A_PLACE and not named


def _document_key(one: Stated) -> object:
    return one.document.pk if one.document else name_of(one.cited.citation)


def _judged(one: Stated, only_in_general: bool, with_words: Collection[int]) -> Stated:
    if one.cited.relation not in EFFECTS or only_in_general:
        return replace(one, near=None)
    if one.effect:
        return replace(one, changes=True, near=None)
    return replace(one, changes=True, near=one.near if one.target else None, says=_why_open(one, with_words))


def _why_open(one: Stated, with_words: Collection[int]) -> str:
    document, place = one.document, place_named(one.cited.citation)
    if document is None:
        return f"Kho chưa có {name_of(one.cited.citation)}."
    if document.pk not in with_words:
        return f"{document} chưa có lời văn trong kho nên chưa rõ {place or 'chỗ nào'} thay đổi."
    if one.exact and one.cited.old_phrase:
        return f"{one.target} trong kho không có cụm từ “{one.cited.old_phrase}” để thay."
    if not place:
        return f"Chưa đọc được chỗ nào của {document} thay đổi."
    return f"Lời văn {document} trong kho không có {place}."
