"""From an official document to a plan: what its parts mean, with the words that each meaning rests on."""

import re
from collections.abc import Callable
from typing import Any

from lantoa.paper.reading import Reading
from lantoa.paper.wording import plain_dashes
from lantoa.plans.reading.clauses import Clause, Hit, Text, clauses_of, evidence_for, find, opening_of
from lantoa.plans.reading.funding import sources_of
from lantoa.plans.reading.gaps import gaps_in
from lantoa.plans.reading.plan_reading import (
    Audience,
    Evidence,
    Method,
    PlanReading,
    SectionRead,
    SignerRead,
)
from lantoa.plans.reading.tasks import tasks_of
from lantoa.plans.reading.topics import topics_of
from lantoa.plans.reading.vocabulary import AUDIENCES, CHANNELS, HOUSEHOLD, UNIT_WORDS

CITATION_KEYS = (
    "text", "start", "end", "type", "number", "symbol", "year", "issuer", "date", "name", "article",
    "article_to", "clause", "point", "full", "relation", "self", "anaphora",
)  # fmt: skip
_BASES_IN_OPENING = re.compile(r"^(Căn cứ|Thực hiện|Theo|Trên cơ sở|Tiếp tục thực hiện)\b")
_NO_DOCUMENT = re.compile(r"^(Theo đề nghị|Xét)\b")
_ISSUES = re.compile(
    rf"(?P<issuer>{UNIT_WORDS}\b[^,;:.]{{2,140}}?)\s+"
    r"(?:ban hành|xây dựng|lập|đề ra|triển khai|báo cáo|thông báo)\b"
)
_METHOD_TITLES = ("phuong thuc", "hinh thuc", "phuong phap", "cach thuc", "kenh ")
_NOT_ACTIVITIES = ("muc dich", "yeu cau", "kinh phi", "to chuc thuc hien", "doi tuong", "muc tieu")

ReadCitations = Callable[[str], Any]


def understand(reading: Reading, read_citations: ReadCitations) -> PlanReading:
    """What the document says as a plan. Nothing is invented: what is not there is in `missing`."""
    document = reading.document
    plan = PlanReading(document, source=[line.text for line in reading.lines])
    clauses = clauses_of(reading)
    _read_head(plan, reading)
    _read_bases(plan, reading, read_citations)
    _read_sections(plan, reading, clauses)
    _read_audiences(plan, reading, clauses)
    _read_channels(plan, reading, clauses)
    for words, clause, text in topics_of(clauses):
        plan.evidence[f"topics.{len(plan.topics)}"] = evidence_for(reading, text, words, clause.where)
        plan.topics.append(words)
    for task, clause, text in tasks_of(clauses):
        plan.evidence[f"tasks.{len(plan.tasks)}"] = evidence_for(reading, text, text.words, clause.where)
        plan.tasks.append(task)
    for words, clause, text in sources_of(clauses):
        at = len(plan.funding_sources)
        plan.evidence[f"funding_sources.{at}"] = evidence_for(reading, text, words, clause.where)
        plan.funding_sources.append(words)
    _read_foot(plan, reading)
    plan.missing = gaps_in(plan, clauses)
    return plan


def _read_head(plan: PlanReading, reading: Reading) -> None:
    document = reading.document
    plan.number, plan.symbol = document.number or None, document.symbol or None
    plan.issued_on, plan.place = document.issued_on, document.place or None
    plan.kind, plan.title = document.kind or None, document.title or None
    plan.superior = _as_in_text(document.superior, reading) or None
    plan.issuer = _as_in_text(document.issuer, reading) or None
    for name in ("number", "symbol", "issued_on", "place", "kind", "title", "superior", "issuer"):
        _anchor(plan, reading, name)
    if plan.issuer is None:
        _read_issuer_from_words(plan, reading)


def _read_issuer_from_words(plan: PlanReading, reading: Reading) -> None:
    """Without a head the office names itself where it issues the plan."""
    for text in opening_of(reading):
        found = _ISSUES.search(text.words)
        if found:
            plan.issuer = found["issuer"].strip()
            plan.evidence["issuer"] = evidence_for(reading, text, plan.issuer, "")
            return


def _as_in_text(name: str, reading: Reading) -> str:
    """The name as the body spells it; heads print names in capitals."""
    if not name:
        return ""
    wanted = plain_dashes(name).lower()
    for line in reading.lines:
        if line.text.isupper():
            continue
        at = plain_dashes(line.text).lower().find(wanted)
        if at >= 0 and not line.text[at : at + len(name)].isupper():
            found = line.text[at : at + len(name)]
            return found[0].upper() + found[1:]
    return name


def _anchor(plan: PlanReading, reading: Reading, name: str, path: str = "") -> None:
    lines = reading.anchors.get(path or name, [])
    if lines:
        quote = " ".join(reading.lines[no].text for no in lines)
        first = reading.lines[lines[0]].text
        plan.evidence[name] = Evidence(quote, lines[0], 0, len(first))


def _read_bases(plan: PlanReading, reading: Reading, read_citations: ReadCitations) -> None:
    for at, words in enumerate(reading.document.legal_bases):
        citations = [one.as_dict() for one in read_citations(words)]
        own = [one for one in citations if not one.get("self") and not one.get("anaphora")]
        if not own and _NO_DOCUMENT.match(words):
            continue  # "Theo đề nghị của ..." leads to the office, not to a document
        _anchor(plan, reading, f"legal_bases.{len(plan.legal_bases)}", f"legal_bases.{at}")
        plan.legal_bases.append(own[0] if own else _only_words(words))
    for text in opening_of(reading):
        if not _BASES_IN_OPENING.match(text.words):
            continue
        for citation in (one.as_dict() for one in read_citations(text.words)):
            if citation.get("self") or citation.get("anaphora"):
                continue
            path = f"legal_bases.{len(plan.legal_bases)}"
            plan.evidence[path] = evidence_for(reading, text, str(citation["text"]), "")
            plan.legal_bases.append(citation)


def _only_words(words: str) -> dict[str, Any]:
    """A basis in which no document was recognised keeps its words; everything else is not known."""
    citation: dict[str, Any] = dict.fromkeys(CITATION_KEYS)
    citation.update({"text": words, "start": 0, "end": len(words), "relation": "can_cu"})
    citation.update({"self": False, "anaphora": False})
    return citation


def _read_sections(plan: PlanReading, reading: Reading, clauses: list[Clause]) -> None:
    # The sections of annexes come after those of the plan itself.
    for at, section in enumerate(reading.document.sections):
        clause = clauses[at]
        paragraphs = [f"{text.marker} {text.words}".strip() for text in clause.texts]
        _anchor(plan, reading, f"sections.{at}")
        plan.sections.append(
            SectionRead(section.level, section.number or None, section.title, paragraphs, clause.where)
        )


def _read_audiences(plan: PlanReading, reading: Reading, clauses: list[Clause]) -> None:
    """Named where the plan says for whom it is; households also where it says about what.

    Everything else that sounds like an audience is only proposed.
    """
    named, others = _parted(clauses, lambda clause: clause.is_about("doi tuong"))
    within, others = _parted(others, lambda clause: clause.is_within("doi tuong"))
    says_for_whom = bool(named or within)
    if not says_for_whom:
        named, others = _parted(clauses, lambda clause: not clause.is_within(*_NOT_ACTIVITIES))
    taken: set[str] = set()

    def take(hit: Hit) -> None:
        taken.add(hit.word.name)
        path = f"audiences.{len(plan.audiences)}"
        plan.evidence[path] = evidence_for(reading, hit.text, hit.quote, hit.clause.where)
        plan.audiences.append(_audience(hit))

    proposals: list[Hit] = []
    for hit in find(AUDIENCES, [*named, *within]):
        if hit.word.name not in taken and (says_for_whom or not hit.word.wide):
            take(hit)
        else:
            proposals.append(hit)
    for hit in find(AUDIENCES, others):
        household = hit.word.group == HOUSEHOLD and not hit.word.wide
        if hit.word.name not in taken and household and hit.clause.is_about("noi dung"):
            take(hit)
        else:
            proposals.append(hit)
    _propose(plan, reading, [hit for hit in proposals if hit.word.name not in taken], _audience)


def _parted(clauses: list[Clause], holds: Callable[[Clause], bool]) -> tuple[list[Clause], list[Clause]]:
    yes: list[Clause] = []
    no: list[Clause] = []
    for clause in clauses:
        (yes if holds(clause) else no).append(clause)
    return yes, no


def _audience(hit: Hit, proposed: bool = False) -> Audience:
    return Audience(hit.word.name, hit.word.group, hit.clause.where or None, hit.word.key, proposed)


def _read_channels(plan: PlanReading, reading: Reading, clauses: list[Clause]) -> None:
    """Named where the plan says how; without such a section, wherever it lists activities."""
    named, others = _parted(clauses, lambda clause: clause.is_within(*_METHOD_TITLES))
    if not named:
        named, others = _parted(clauses, lambda clause: not clause.is_within(*_NOT_ACTIVITIES))
    taken: set[str] = set()
    for hit in find(CHANNELS, named):
        if hit.word.name not in taken:
            taken.add(hit.word.name)
            path = f"channels.{len(plan.channels)}"
            plan.evidence[path] = evidence_for(reading, hit.text, hit.quote, hit.clause.where)
            plan.channels.append(_method(hit))
    _propose(plan, reading, [hit for hit in find(CHANNELS, others) if hit.word.name not in taken], _method)


def _method(hit: Hit, proposed: bool = False) -> Method:
    return Method(hit.word.name, hit.clause.where or None, hit.word.key, proposed)


def _propose(
    plan: PlanReading, reading: Reading, hits: list[Hit], make: Callable[[Hit, bool], Audience | Method]
) -> None:
    seen: set[str] = set()
    for hit in hits:
        if hit.word.name not in seen:
            seen.add(hit.word.name)
            path = f"proposed.{len(plan.proposed)}"
            plan.evidence[path] = evidence_for(reading, hit.text, hit.quote, hit.clause.where)
            plan.proposed.append(make(hit, True))


def _read_foot(plan: PlanReading, reading: Reading) -> None:
    document = reading.document
    plan.recipients = list(document.recipients)
    for at in range(len(plan.recipients)):
        _anchor(plan, reading, f"recipients.{at}")
    signer = document.signer
    if signer is not None:
        plan.signer = SignerRead(signer.mode or None, signer.title or None, signer.name or None)
        _anchor(plan, reading, "signer", f"signers.{len(document.signers) - 1}")


__all__ = ["Text", "understand"]
