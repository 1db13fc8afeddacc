"""Từ bản đọc đến bản nháp: what was read of a plan, as rows that a person corrects before it is kept.

Nothing is filled in here that the paper does not say; a key of a reference row is a reading of its words.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from lantoa.paper.structure import Paragraph, to_plain
from lantoa.plans.matching import Matcher
from lantoa.plans.reading import Audience, PlanReading
from lantoa.plans.signature import signature_in

YEAR = re.compile(r"\bnăm (20\d\d)\b")


@dataclass
class Row:
    """One row of a part. path: where the reading keeps its evidence, "" for what a person added.

    fields: by the names of the model; `kind`, `channel` and `topic` hold the row meant, or None.
    taken: False for what is only proposed (wider words), until a person takes it.
    """

    path: str
    fields: dict[str, Any]
    taken: bool = True


@dataclass
class Proposal:
    """The head by the names of Plan's fields, and the rows of each part by the keys of `actions.PARTS`."""

    head: dict[str, Any]
    parts: dict[str, list[Row]] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return sum(len(rows) for rows in self.parts.values())


def proposal_of(reading: PlanReading) -> Proposal:
    """Everything read, ready to be corrected. Three queries for the reference rows."""
    matcher = Matcher()
    wide = list(enumerate(reading.proposed))
    return Proposal(
        _head(reading),
        {
            "can-cu": _bases(reading),
            "doi-tuong": [
                *(_audience(matcher, f"audiences.{n}", one) for n, one in enumerate(reading.audiences)),
                *(_audience(matcher, f"proposed.{n}", one) for n, one in wide if isinstance(one, Audience)),
            ],
            "chu-de": [
                Row(f"topics.{n}", {"name": words, "topic": matcher.topic(words)})
                for n, words in enumerate(reading.topics)
            ],
            "kenh": [
                *(_channel(matcher, f"channels.{n}", one) for n, one in enumerate(reading.channels)),
                *(
                    _channel(matcher, f"proposed.{n}", one)
                    for n, one in wide
                    if not isinstance(one, Audience)
                ),
            ],
            "nhiem-vu": [
                Row(
                    f"tasks.{n}",
                    {"text": task.text, "lead": task.lead or "", "coordinating": "; ".join(task.with_)},
                )
                for n, task in enumerate(reading.tasks)
            ],
            "nguon": [
                Row(f"funding_sources.{n}", {"name": words, "amount_vnd": None})
                for n, words in enumerate(reading.funding_sources)
            ],
            "noi-nhan": [
                Row(f"recipients.{n}", {"name": words}) for n, words in enumerate(reading.recipients)
            ],
        },
    )


def sections_of(reading: PlanReading) -> list[tuple[str, dict[str, Any]]]:
    """(path, fields) of each section as printed."""
    return [
        (
            f"sections.{n}",
            {
                "level": section.level,
                "number": section.number,
                "title": section.title,
                "blocks": to_plain(section.blocks),
            },
        )
        for n, section in enumerate(reading.document.sections)
    ]


def year_of(reading: PlanReading) -> int | None:
    """The year it plans for: named in its title, else the one printed with its date."""
    named = YEAR.findall(reading.title or "")
    if named:
        return int(named[-1])
    return reading.document.year or (reading.issued_on.year if reading.issued_on else None)


def _head(reading: PlanReading) -> dict[str, Any]:
    document, signer = reading.document, reading.document.signer
    signature = signature_in(signer.lines if signer else [])
    opening = [block.whole for block in document.opening if isinstance(block, Paragraph)]
    return {
        "title": reading.title or "",
        "kind": (reading.kind or "KẾ HOẠCH")[:40],
        "year": year_of(reading),
        "superior_name": reading.superior or "",
        "issuer_name": reading.issuer or "",
        "number": reading.number or "",
        "symbol": reading.symbol or "",
        "place": reading.place or "",
        "issued_on": reading.issued_on,
        "opening": "\n".join(opening),
        "closing": document.closing,
        "on_behalf_of": signature.on_behalf_of,
        "signing_mode": signature.mode,
        "head_title": signature.head_title,
        "signer_title": signature.signer_title,
        "signer_name": (signer.name if signer else "") or "",
    }


def _bases(reading: PlanReading) -> list[Row]:
    """The lines "Căn cứ ..." whole; of a basis that the opening names, its own words."""
    lines = reading.document.legal_bases
    rows = []
    for n, citation in enumerate(reading.legal_bases):
        words = lines[n] if n < len(lines) else str(citation["text"])
        in_opening = n >= len(lines)
        rows.append(Row(f"legal_bases.{n}", {"text": words, "citation": citation, "in_opening": in_opening}))
    return rows


def _audience(matcher: Matcher, path: str, one: Audience) -> Row:
    kind = matcher.audience(one.name, one.key)
    return Row(path, {"name": one.name, "kind": kind}, taken=not one.proposed)


def _channel(matcher: Matcher, path: str, one: Any) -> Row:
    channel = matcher.channel(one.name, one.key)
    return Row(path, {"name": one.name, "channel": channel}, taken=not one.proposed)
