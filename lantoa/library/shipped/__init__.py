"""The poverty standards that are shipped: national and of Đồng Nai, each line with what it rests on.

"checked_against" says what the checked lines of a standard were compared with.
"checked" false means that no source confirmed the line yet: it is shown to the office as such and never told.
A key is never given again; what an office edited or took out of use stays as the office left it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files


@dataclass(frozen=True)
class ShippedLine:
    """One line, with the keys of its unit (None: the whole country) and of its audience kind."""

    key: str
    territory: str | None
    area: str
    category: str
    income_above_vnd: int | None
    income_upto_vnd: int | None
    deprived_from: int | None
    deprived_below: int | None
    valid_from: date
    valid_to: date | None
    reference: str
    source: str
    note: str
    checked_on: date | None


def poverty_standards() -> Iterator[ShippedLine]:
    """Every shipped line."""
    text = (files(__name__) / "poverty_standards.json").read_text(encoding="utf-8")
    for standard in json.loads(text):
        for line in standard["lines"]:
            yield ShippedLine(
                key=f"{standard['key']}-{line['category']}-{line['area']}",
                territory=standard["territory"],
                area=line["area"],
                category=line["category"],
                income_above_vnd=line.get("above"),
                income_upto_vnd=line.get("upto"),
                deprived_from=line.get("deprived_from"),
                deprived_below=line.get("deprived_below"),
                valid_from=date.fromisoformat(standard["from"]),
                valid_to=date.fromisoformat(standard["to"]) if standard["to"] else None,
                reference=standard["reference"],
                source=standard["source"],
                note=_note(standard, line),
                checked_on=date.fromisoformat(standard["checked_on"]) if line["checked"] else None,
            )


def _note(standard: dict, line: dict) -> str:
    against = standard["checked_against"] if line["checked"] else ""
    return " ".join(filter(None, (against, standard.get("note"), line.get("note"))))
