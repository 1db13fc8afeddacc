"""The units that are shipped: Biên Hòa through its three states, each record with what it rests on.

30 units to 31/10/2024, 25 to 30/06/2025, 10 successor wards since; the five communes from outside the city
that joined those; the two provinces that merged on 01/07/2025, a centrally run city since 30/04/2026. Written
from the resolutions in `resolutions.json`; where each record was checked stands in `sources.json`.
"verified": "memory" means that nobody has checked it against a source yet. Dates that are not known are null.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from lantoa.people.timeline import Succession, Timeline, UnitVersion

# The first state was read from a data set of this day; that the 30 units were there earlier is not checked.
ATTESTED_FROM = date(2024, 9, 1)
AREA = "thành phố Biên Hòa cũ và mười phường kế tục từ 01/07/2025"


@cache
def load() -> Timeline:
    """The shipped units and successions, checked against each other."""
    resolutions, sources = _read("resolutions"), _read("sources")
    versions = [_version(record, resolutions, sources) for record in _read("units")]
    successions = [_succession(record, resolutions, sources) for record in _read("successions")]
    return Timeline(versions, successions)


def centres() -> tuple[str, dict[str, tuple[float, float]]]:
    """(source, unit id -> longitude, latitude) of the centre points; nobody has checked them."""
    told = _read("centres")
    return told["source"], {key: (lon, lat) for key, (lon, lat) in told["centres"].items()}


def _read(name: str) -> Any:
    return json.loads((files(__name__) / f"{name}.json").read_text(encoding="utf-8"))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _document(record: Mapping[str, Any], key: str, resolutions: Mapping[str, Any]) -> tuple[str, bool]:
    """The words of the record's document, and whether both record and number are checked."""
    checked = record["verified"] == "verified"
    if record[key] is None:
        return "", checked
    document = resolutions[record[key]]
    return document["text"], checked and document["verified"] == "verified"


def _version(
    record: Mapping[str, Any], resolutions: Mapping[str, Any], sources: Mapping[str, str]
) -> UnitVersion:
    basis, verified = _document(record, "basis", resolutions)
    return UnitVersion(
        unit_id=record["id"],
        name=record["name"],
        type_word=record["type"],
        kind=record["kind"],
        code=record["code"],
        parent_id=record["parent"],
        urban=record["urban"],
        valid_from=_day(record["from"]),
        valid_to=_day(record["to"]),
        legal_basis=basis,
        note=record["note"],
        source=sources[record["source"]],
        verified=verified,
    )


def _succession(
    record: Mapping[str, Any], resolutions: Mapping[str, Any], sources: Mapping[str, str]
) -> Succession:
    resolution, verified = _document(record, "resolution", resolutions)
    return Succession(
        from_id=record["from"],
        to_id=record["to"],
        on=date.fromisoformat(record["on"]),
        people=record["people"],
        households=record["households"],
        known=record["known"],
        resolution=resolution,
        note=record["note"],
        source=sources[record["source"]],
        verified=verified,
    )
