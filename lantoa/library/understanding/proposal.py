"""What a reading of a paper proposes: each value with the words it rests on; JSON in, JSON out."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from lantoa.common.problems import Problem

FIELDS = (
    "kind",
    "number",
    "year",
    "symbol",
    "issuer",
    "title",
    "issued_on",
    "effective_on",
    "ended_on",
    "signer_name",
    "signer_title",
    "signing_mode",
)
DAYS = ("issued_on", "effective_on", "ended_on")


@dataclass(frozen=True)
class Value:
    """A proposed value ("" when the paper does not say it), its words, and the lines that hold them."""

    value: str = ""
    words: str = ""
    lines: tuple[int, ...] = ()


NOTHING = Value()


@dataclass(frozen=True)
class Cited:
    """One document or provision that the paper names, and what the paper does with it ("" for nothing).

    citation: the fields of `Citation`. line: where the mention begins. on: the day that the sentence gives
    the relation (ISO), "" for none of its own. new_words, new_lines: what the place shall say, and where the
    paper says it. old_phrase, new_phrase: words for which others stand from then on. since: the words that
    tell the day by another event. exception: what the sentence leaves out ("trừ ..."). partly: "một phần".
    unread: the sentence tells to change something in the document, and what was not read.
    """

    citation: dict[str, Any]
    relation: str = ""
    words: str = ""
    line: int = -1
    on: str = ""
    new_words: str = ""
    new_lines: tuple[int, ...] = ()
    old_phrase: str = ""
    new_phrase: str = ""
    since: str = ""
    exception: str = ""
    partly: bool = False
    unread: bool = False

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Cited":
        return cls(**{**data, "new_lines": tuple(data.get("new_lines", ()))})


@dataclass
class Proposal:
    """What the paper seems to be. Nothing here is a fact until a person confirms it.

    annex_of: the paper (a citation's fields) whose annex this is, when it was sent without that paper.
    """

    values: dict[str, Value] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    annex_of: dict[str, Any] | None = None

    def get(self, name: str) -> str:
        return self.values.get(name, NOTHING).value

    def day(self, name: str) -> date | None:
        """The proposed day, None when there is none."""
        return date.fromisoformat(value) if (value := self.get(name)) else None

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def facts(self) -> dict[str, Any]:
        """The values as `register_document` takes them."""
        found: dict[str, Any] = {name: self.get(name) for name in FIELDS}
        found["year"] = int(found["year"]) if found["year"] else None
        return {**found, **{name: self.day(name) for name in DAYS}}

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Proposal":
        return cls(
            {name: Value(v["value"], v["words"], tuple(v["lines"])) for name, v in data["values"].items()},
            list(data["lines"]),
            [Cited.from_dict(one) for one in data["cited"]],
            [Problem(**one) for one in data["doubts"]],
            data.get("annex_of"),
        )
