"""A document as schema.org `Legislation` in JSON-LD: what search engines and other systems read."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from lantoa.library.export.links import place_uri, work_uri
from lantoa.library.models import Document, Effect, Provision, Relation
from lantoa.library.queries.lives import Life
from lantoa.library.states import Status

FORCE = {
    Status.IN_FORCE: "InForce",
    Status.PARTLY_ENDED: "PartiallyInForce",
    Status.ENDED: "NotInForce",
    Status.NOT_YET: "NotInForce",
    Status.SUSPENDED: "NotInForce",
}
PROPERTY = {
    Relation.Kind.AMEND: "legislationAmends",
    Relation.Kind.SUPPLEMENT: "legislationAmends",
    Relation.Kind.CORRECT: "legislationCorrects",
    Relation.Kind.REPEAL: "legislationRepeals",
    Relation.Kind.ANNUL: "legislationRepeals",
    Relation.Kind.REPLACE: "legislationRepeals",
    Relation.Kind.CONSOLIDATE: "legislationConsolidates",
    Relation.Kind.SUSPEND: "legislationChanges",
    Relation.Kind.EXTEND: "legislationChanges",
    Relation.Kind.BASIS: "isBasedOn",
    Relation.Kind.REFER: "citation",
}
BY_EFFECT = {
    Effect.Kind.AMEND: "legislationAmends",
    Effect.Kind.SUPPLEMENT: "legislationAmends",
    Effect.Kind.CORRECT: "legislationCorrects",
    Effect.Kind.REPEAL: "legislationRepeals",
    Effect.Kind.REPLACE: "legislationRepeals",
    Effect.Kind.SUSPEND: "legislationChanges",
    Effect.Kind.UNSETTLED: "legislationChanges",
}


def json_ld(
    document: Document,
    provisions: Iterable[Provision],
    relations: Iterable[Relation],
    effects_made: Iterable[Effect],
    status: Status,
    day: date,
    lives: Mapping[int, Life] = MappingProxyType({}),
) -> dict[str, Any]:
    """The object to print as JSON. status: on `day`; an unknown one is left out of legislationLegalForce.

    lives: by id, of articles that were added later or live several times; each tells its days.
    The status stands in Vietnamese too (creativeWorkStatus): schema.org knows fewer of them.
    """
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": work_uri(document),
        "legislationIdentifier": document.full_number,
        "legislationType": document.kind,
        "name": f"{document}: {document.title}" if document.number else str(document),
        "inLanguage": "vi",
        "legislationJurisdiction": "VN",
        "legislationPassedBy": _named(document.issuer),
        "accountablePerson": _person(document),
        "legislationDate": _iso(document.issued_on),
        "legislationDateOfApplicability": _iso(document.effective_on),
        "legislationDateVersion": day.isoformat(),
        "legislationLegalForce": f"https://schema.org/{FORCE[status]}" if status in FORCE else None,
        "creativeWorkStatus": status.label,
        "hasPart": [
            {
                "@type": "Legislation",
                "@id": place_uri(p),
                "name": f"{p.place}. {p.heading}".strip(". "),
                **_period(lives.get(p.pk)),
            }
            for p in provisions
            if p.kind == Provision.Kind.ARTICLE
        ],
    }
    for name, uris in _changes(document, relations, effects_made).items():
        told[name] = [{"@type": "Legislation", "@id": uri} for uri in uris]
    return {name: value for name, value in told.items() if value not in (None, "", [])}


def _changes(
    document: Document, relations: Iterable[Relation], effects_made: Iterable[Effect]
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    pairs = [
        (PROPERTY.get(Relation.Kind(r.kind)), r.target_provision or r.target)
        for r in relations
        if r.source_id == document.pk
    ]
    pairs += [(BY_EFFECT[Effect.Kind(e.kind)], e.provision or e.document) for e in effects_made]
    for name, target in pairs:
        if name and place_uri(target) not in found.setdefault(name, []):
            found[name].append(place_uri(target))
    return found


def _period(life: Life | None) -> dict[str, str]:
    """2031-01-01/2031-12-31; an open end is "..", as in ISO 8601."""
    if life is None:
        return {}
    last = life.ends - timedelta(days=1) if life.ends else None
    return {"temporalCoverage": f"{_iso(life.begins) or '..'}/{_iso(last) or '..'}"}


def _named(issuer: str) -> dict[str, str] | None:
    return {"@type": "GovernmentOrganization", "name": issuer} if issuer else None


def _person(document: Document) -> dict[str, str] | None:
    """Who signed it, with the title that he signed under."""
    if not document.signer_name:
        return None
    title = {"jobTitle": document.signer_title} if document.signer_title else {}
    return {"@type": "Person", "name": document.signer_name, **title}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
