"""The result of reading a plan: values as the paper says them, and the words that each one rests on."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lantoa.paper.structure import OfficialDocument


@dataclass(frozen=True)
class Evidence:
    """The words a value was read from: which line of the source, and where in it.

    line: index into `PlanReading.source`; start and end are characters of that line. section: the clause,
    such as "II.1", "" outside the sections.
    """

    quote: str
    line: int
    start: int
    end: int
    section: str = ""


@dataclass(frozen=True)
class Audience:
    """Đối tượng: key is that of the audience kind in the reference data, "" when there is none."""

    name: str
    group: str
    where: str | None
    key: str = ""
    proposed: bool = False


@dataclass(frozen=True)
class Method:
    """Phương thức: key is that of the channel in the reference data, "" when there is none."""

    name: str
    where: str | None
    key: str = ""
    proposed: bool = False


@dataclass(frozen=True)
class Task:
    """Nhiệm vụ: the work, who leads it (None: the paper does not say), and with whom."""

    text: str
    lead: str | None = None
    with_: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class SignerRead:
    """Người ký: mode "KT.", "TM.", ... or None when the head signs in person."""

    mode: str | None = None
    title: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class Missing:
    """Chưa có: what the paper does not say, and the sentence that tells a person so."""

    field: str
    why: str


@dataclass(frozen=True)
class SectionRead:
    """Mục: one section with its paragraphs as words (a table gives one line a row)."""

    level: int
    number: str | None
    title: str
    paragraphs: list[str]
    where: str


@dataclass
class PlanReading:
    """Everything read from one plan. `proposed` holds wider words that may be audiences or channels.

    evidence: path of a value ("number", "audiences.0", "sections.2", ...) -> the words it rests on.
    source: the paper line by line, for showing beside what was read. document: the structure itself.
    """

    document: OfficialDocument
    number: str | None = None
    symbol: str | None = None
    issued_on: date | None = None
    place: str | None = None
    issuer: str | None = None
    superior: str | None = None
    kind: str | None = None
    title: str | None = None
    legal_bases: list[dict[str, Any]] = field(default_factory=list)
    sections: list[SectionRead] = field(default_factory=list)
    audiences: list[Audience] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    channels: list[Method] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    funding_sources: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    signer: SignerRead = field(default_factory=SignerRead)
    missing: list[Missing] = field(default_factory=list)
    proposed: list[Audience | Method] = field(default_factory=list)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    source: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """What `lantoa plan read --json` prints: absent values None, dates ISO."""
        return {
            "number": self.number,
            "symbol": self.symbol,
            "issued_on": self.issued_on.isoformat() if self.issued_on else None,
            "place": self.place,
            "issuer": self.issuer,
            "superior": self.superior,
            "kind": self.kind,
            "title": self.title,
            "legal_bases": self.legal_bases,
            "sections": [
                {"level": s.level, "number": s.number, "title": s.title, "paragraphs": s.paragraphs}
                for s in self.sections
            ],
            "audiences": [{"name": a.name, "group": a.group, "where": a.where} for a in self.audiences],
            "topics": self.topics,
            "channels": [{"name": c.name, "where": c.where} for c in self.channels],
            "tasks": [{"text": t.text, "lead": t.lead, "with": t.with_} for t in self.tasks],
            "funding_sources": self.funding_sources,
            "recipients": self.recipients,
            "signer": {"mode": self.signer.mode, "title": self.signer.title, "name": self.signer.name},
            "missing": [{"field": m.field, "why": m.why} for m in self.missing],
        }
