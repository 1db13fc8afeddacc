"""A document as Akoma Ntoso 3 XML (OASIS LegalDocML): its tree, its references, its three FRBR levels.

The eIds are those of the library; the words are those of the document as issued, and of what was enacted
later, each with its period. Nothing is read back from this form: it is for exchange.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from xml.etree import ElementTree as ET

from lantoa.library.export.links import expression_uri, id_of, work_uri
from lantoa.library.models import Document, Effect, Relation
from lantoa.library.queries.lives import Life
from lantoa.library.queries.tree import Branch

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
ELEMENT = {"clause": "paragraph"}  # the other kinds are called alike
NO_DATE = date(1, 1, 1)  # the schema asks for a date; its name says that it is not known
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ET.register_namespace("", NAMESPACE)


@dataclass(frozen=True)
class Ref:
    """A citation inside words: [start, end) in their NFC form, and the address of what it names."""

    start: int
    end: int
    href: str


Refs = Mapping[str, Sequence[Ref]]


def akoma_ntoso(
    document: Document,
    branches: Iterable[Branch],
    relations: Iterable[Relation],
    effects: Iterable[Effect],
    refs: Refs,
    day: date,
    lives: Mapping[int, Life] = MappingProxyType({}),
) -> bytes:
    """The XML (UTF-8) of a document. refs: by `id_of` the provision; day: of this export (manifestation).

    lives: of what was added later or lives several times, by provision id: each is printed with its period.
    """
    root = ET.Element(_tag("akomaNtoso"))
    act = _add(root, "act", name=_name(document.kind))
    relations, effects = list(relations), list(effects)
    act.append(_meta(document, relations, effects, day, lives))
    preface = _add(act, "preface")
    title = _add(preface, "longTitle")
    line = _add(title, "p")
    _add(line, "docType").text = _clean(document.kind)
    if document.number:
        number = _add(line, "docNumber")
        number.text = _clean(document.full_number)
        line[0].tail = " "
        number.tail = " "
    _add(line, "docTitle").text = _clean(document.title)
    _preamble(act, document, relations)
    _body(act, list(branches), refs, lives)
    _conclusions(act, document)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _meta(
    document: Document, relations: list[Relation], effects: list[Effect], day: date, lives: Mapping[int, Life]
) -> ET.Element:
    meta = ET.Element(_tag("meta"))
    identification = _add(meta, "identification", source="#lan-toa")
    issued = document.issued_on
    when = {"date": (issued or NO_DATE).isoformat(), "name": "issued" if issued else "unknown"}
    work, expression = work_uri(document), expression_uri(document)
    frbr = _frbr(identification, "FRBRWork", f"{work}/!main", work, when, "#issuer")
    _add(frbr, "FRBRcountry", value="vn")
    if document.number:
        _add(frbr, "FRBRnumber", value=_clean(document.full_number))
    _add(frbr, "FRBRname", value=_clean(document.title)[:500])
    frbr = _frbr(identification, "FRBRExpression", f"{expression}/!main", expression, when, "#issuer")
    _add(frbr, "FRBRlanguage", language="vie")
    made = {"date": day.isoformat(), "name": "export"}
    _frbr(
        identification, "FRBRManifestation", f"{expression}/!main.xml", f"{expression}.xml", made, "#lan-toa"
    )
    others = _others(document, relations, effects)
    events = _lifecycle(meta, document, effects, others)
    _periods(meta, lives, events)
    references = _add(meta, "references", source="#lan-toa")
    _add(references, "original", eId="ro_1", href=expression, showAs=_clean(str(document)))
    for number, (uri, (kind, name)) in enumerate(others.items(), start=1):
        _add(references, kind, eId=f"ref_{number}", href=uri, showAs=name)
    issuer = _clean(document.issuer) or "chưa xác định"
    _add(
        references,
        "TLCOrganization",
        eId="issuer",
        href=f"/ontology/organization/vn/{_name(issuer)}",
        showAs=issuer,
    )
    _add(
        references, "TLCOrganization", eId="lan-toa", href="/ontology/organization/lan-toa", showAs="Lan Tỏa"
    )
    if lives:
        _add(
            references, "TLCConcept", eId="in-force", href="/ontology/concept/in-force", showAs="có hiệu lực"
        )
    for kind, eid, told in (
        ("Person", "signer", document.signer_name),
        ("Role", "title", document.signer_title),
    ):
        if told:
            href = f"/ontology/{kind.lower()}/vn/{_name(told)}"
            _add(references, f"TLC{kind}", eId=eid, href=href, showAs=_clean(told))
    return meta


def _frbr(
    above: ET.Element, level: str, this: str, uri: str, when: dict[str, str], author: str
) -> ET.Element:
    frbr = _add(above, level)
    _add(frbr, "FRBRthis", value=this)
    _add(frbr, "FRBRuri", value=uri)
    _add(frbr, "FRBRdate", **when)
    _add(frbr, "FRBRauthor", href=author)
    return frbr


def _others(
    document: Document, relations: list[Relation], effects: list[Effect]
) -> dict[str, tuple[str, str]]:
    """Address of each other document -> (does this one act on it or the other way round, its name)."""
    found: dict[str, tuple[str, str]] = {}
    for relation in relations:
        out = relation.source_id == document.pk
        other = relation.target if out else relation.source
        found.setdefault(work_uri(other), ("activeRef" if out else "passiveRef", _clean(str(other))))
    for effect in effects:
        if effect.source and effect.source_id != document.pk:
            found[work_uri(effect.source)] = ("passiveRef", _clean(str(effect.source)))
    return found


def _lifecycle(
    meta: ET.Element, document: Document, effects: list[Effect], others: dict[str, tuple[str, str]]
) -> dict[date | None, str]:
    """The events of the document. Day -> the id of its event; None: that of the issue."""
    numbers = {uri: number for number, uri in enumerate(others, start=1)}
    events = [(document.issued_on or NO_DATE, "generation", "ro_1")]
    for effect in effects:
        if effect.on:
            whole = effect.provision_id is None and effect.kind in (Effect.Kind.REPEAL, Effect.Kind.REPLACE)
            by = numbers.get(work_uri(effect.source)) if effect.source else None
            events.append((effect.on, "repeal" if whole else "amendment", f"ref_{by}" if by else "ro_1"))
    lifecycle = _add(meta, "lifecycle", source="#lan-toa")
    ids: dict[date | None, str] = {}
    for number, (on, kind, source) in enumerate(sorted(set(events)), start=1):
        eid = f"event_{number}"
        _add(lifecycle, "eventRef", eId=eid, date=on.isoformat(), type=kind, source=f"#{source}")
        ids[None if kind == "generation" else on] = eid
    return ids


def _periods(meta: ET.Element, lives: Mapping[int, Life], events: Mapping[date | None, str]) -> None:
    """From which event to which each life of a provision holds."""
    if not lives:
        return
    data = _add(meta, "temporalData", source="#lan-toa")
    for pk, life in sorted(lives.items()):
        group = _add(data, "temporalGroup", eId=f"life_{pk}")
        days = {"start": f"#{events[life.born.on if life.born else None]}"}
        if life.ends:
            days["end"] = f"#{events[life.ends]}"
        _add(group, "timeInterval", refersTo="#in-force", **days)


def _preamble(act: ET.Element, document: Document, relations: list[Relation]) -> None:
    """The legal bases, in the words of the document, each with its reference."""
    bases = [r for r in relations if r.kind == Relation.Kind.BASIS and r.source_id == document.pk]
    if not bases:
        return
    citations = _add(_add(act, "preamble"), "citations")
    for number, relation in enumerate(bases, start=1):
        line = _add(_add(citations, "citation", eId=f"citations__citation_{number}"), "p")
        target = relation.target_provision or relation.target
        words, name = _clean(relation.words), _clean(str(target))
        before, found, after = words.partition(name) if words else ("Căn cứ ", name, "")
        line.text = before if found else f"{words} "
        ref = _add(line, "ref", href=work_uri(relation.target))
        ref.text, ref.tail = name, after


def _body(act: ET.Element, branches: list[Branch], refs: Refs, lives: Mapping[int, Life]) -> None:
    body = _add(act, "body")
    attached: dict[str, ET.Element] = {}
    for branch in branches:
        root = branch.provision.eid.partition("__")[0]
        above = body
        if root.startswith("att_"):  # what is issued with the document counts its articles anew
            if root not in attached:
                attached[root] = _add(body, "hcontainer", name="attachment", eId=root)
            above = attached[root]
        _branch(above, branch, refs, lives)
    if not branches:
        _add(_add(_add(body, "hcontainer", name="no-words", eId="hcontainer_1"), "content"), "p")


def _conclusions(act: ET.Element, document: Document) -> None:
    """Who signed, as what and on whose behalf."""
    if not document.signer_name:
        return
    line = _add(_add(act, "conclusions"), "p")
    signature = _add(line, "signature", refersTo="#signer")
    signature.text = f"{document.signing_mode} ".lstrip()
    if document.signer_title:
        role = _add(signature, "role", refersTo="#title")
        role.text, role.tail = _clean(document.signer_title), " "
    _add(signature, "person", refersTo="#signer").text = _clean(document.signer_name)


def _branch(above: ET.Element, branch: Branch, refs: Refs, lives: Mapping[int, Life]) -> None:
    provision = branch.provision
    kind = str(provision.kind)
    name = {"name": "appendix"} if kind == "appendix" else {}
    if provision.life > 1:
        name["wId"] = provision.eid
    if provision.pk in lives:
        name["period"] = f"#life_{provision.pk}"
    tag = "hcontainer" if kind == "appendix" else ELEMENT.get(kind, kind)
    element = _add(above, tag, eId=id_of(provision), **name)
    _add(element, "num").text = branch.label
    if provision.heading:
        _add(element, "heading").text = _clean(provision.heading)
    own = refs.get(id_of(provision), [])
    if branch.children:
        if provision.words:
            _paragraphs(_add(element, "intro"), provision.words, own)
        for child in branch.children:
            _branch(element, child, refs, lives)
    else:
        _paragraphs(_add(element, "content"), provision.words, own)


def _paragraphs(above: ET.Element, words: str, refs: Sequence[Ref]) -> None:
    """One <p> a line, with a <ref> around each citation that lies within one line."""
    words = unicodedata.normalize("NFC", words)
    start = 0
    for line in words.split("\n"):
        end = start + len(line)
        paragraph = _add(above, "p")
        at, last = start, None
        for ref in refs:
            if ref.start < at or ref.end > end:
                continue
            _append(paragraph, last, _clean(words[at : ref.start]))
            last = _add(paragraph, "ref", href=ref.href)
            last.text = _clean(words[ref.start : ref.end])
            at = ref.end
        _append(paragraph, last, _clean(words[at:end]))
        start = end + 1


def _append(paragraph: ET.Element, last: ET.Element | None, text: str) -> None:
    if last is None:
        paragraph.text = text
    else:
        last.tail = text


def _add(above: ET.Element, tag: str, **attributes: str) -> ET.Element:
    return ET.SubElement(above, _tag(tag), attributes)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _clean(text: str) -> str:
    """NFC, without the characters that XML cannot carry."""
    return _FORBIDDEN.sub("", unicodedata.normalize("NFC", text))


def _name(text: str) -> str:
    return work_uri(Document(kind=text, title="x", year=1)).split("/")[4]
