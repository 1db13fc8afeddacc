"""What one reading of one reference says."""

from dataclasses import dataclass
from typing import Any

KEYS = (
    "text",
    "start",
    "end",
    "type",
    "number",
    "symbol",
    "year",
    "issuer",
    "date",
    "name",
    "article",
    "article_to",
    "clause",
    "point",
    "full",
    "relation",
    "self",
    "anaphora",
)


@dataclass(frozen=True, slots=True)
class Citation:
    """Một căn cứ được viện dẫn: one provision of one document, as the text names it.

    `text`, `start` and `end` mark the whole mention in the NFC form of what was read; when one mention
    names several provisions ("khoản 1 và khoản 2 Điều 5 ..."), each gives a Citation with the same span.
    `number` and `issuer` stand as printed, `symbol` is the letters part put in order ("NĐ-CP"), `year`
    comes from the symbol, else from the date, `date` is ISO as printed. What is not said is None.
    `self` is true for "Nghị định này" and "Điều này"; `anaphora` for a mention without a number that
    leans on an earlier one. `warn` is "year_mismatch" when symbol and date disagree, "date_conflict" when
    one text prints two days for one document.
    """

    text: str
    start: int
    end: int
    type: str | None = None
    number: str | None = None
    symbol: str | None = None
    year: int | None = None
    issuer: str | None = None
    date: str | None = None
    name: str | None = None
    article: str | None = None
    article_to: str | None = None
    clause: str | None = None
    point: str | None = None
    full: str | None = None
    relation: str | None = None
    self: bool = False
    anaphora: bool = False
    part: str | None = None
    chapter: str | None = None
    section: str | None = None
    subsection: str | None = None
    appendix: str | None = None
    form: str | None = None
    nested: bool = False
    warn: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The keys that `lantoa citations --json` prints, in their order; absent values are None."""
        return {key: getattr(self, key) for key in KEYS}
