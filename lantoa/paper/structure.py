"""The structure of an official document: what is printed, never how.

Source of the parts: Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I. An absent value is "" or None, and
is printed as the blank that a clerk fills by hand.
"""

import types
import typing
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from typing import Any, Literal, TypeVar, Union

from lantoa.paper.kinds import OFFICE

Align = Literal["", "left", "center", "right", "justify"]


@dataclass
class Paragraph:
    """Đoạn: one paragraph; marker is what stands before its words: "-", "+", "1.", "a)" or ""."""

    text: str
    marker: str = ""
    bold: bool = False
    italic: bool = False
    align: Align = ""

    @property
    def whole(self) -> str:
        """The words with their marker, as a reader sees them."""
        return f"{self.marker} {self.text}".strip()


@dataclass
class Cell:
    """Ô: `across` columns wide and `down` rows high; an empty align takes the column's."""

    text: str = ""
    across: int = 1
    down: int = 1
    bold: bool = False
    italic: bool = False
    align: Align = ""


@dataclass
class Column:
    """Cột: `width` is a share of the table's width; the shares need not add up to anything."""

    width: float = 1.0
    align: Align = "left"


@dataclass
class Table:
    """Bảng: rows of cells (a cell covered from the left or from above is left out of its row).

    row_height: least height of the rows under the header in millimetres, for rows that people write in.
    """

    columns: list[Column]
    rows: list[list[Cell]]
    header_rows: int = 1
    row_height: float = 0.0

    @classmethod
    def simple(
        cls,
        header: list[str],
        rows: list[list[str]],
        widths: list[float] | None = None,
        aligns: list[Align] | None = None,
        total: list[str] | None = None,
    ) -> "Table":
        """A table of plain words: one header row, rows, and perhaps a bold total row."""
        widths = widths or [1.0] * len(header)
        aligns = aligns or ["left"] * len(header)
        body = [[Cell(text) for text in row] for row in rows]
        if total:
            body.append([Cell(text, bold=True) for text in total])
        return cls([Column(w, a) for w, a in zip(widths, aligns, strict=True)], [_header(header), *body])


def _header(names: list[str]) -> list[Cell]:
    return [Cell(name) for name in names]


Block = Union[Paragraph, Table]  # noqa: UP007 - from_dict asks typing for its arguments


@dataclass
class Section:
    """Mục: level 1 is the outermost; number without its punctuation: "II", "1", "1.1", "a", "Điều 2"."""

    level: int
    number: str
    title: str
    blocks: list[Block] = field(default_factory=list)


@dataclass
class Signer:
    """Người ký: lines as printed over the signature, e.g. "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG".

    mode: "KT.", "TM.", "TL.", "TUQ.", "Q." or "" (Điều 13); under "TM." + "KT." the person signs KT.
    title: the signer's own title. note: small words under the lines, "(Ký, ghi rõ họ tên)".
    """

    lines: list[str] = field(default_factory=list)
    name: str = ""
    note: str = ""

    @property
    def mode(self) -> str:
        modes = [line.split(" ")[0] for line in self.lines if line.split(" ")[0] in SIGNING_MODES]
        return modes[-1] if modes else ""

    @property
    def title(self) -> str:
        said = [_without_mode(line) for line in self.lines]
        offices = [one for one in said if OFFICE.match(one.upper())]
        return (offices or said or [""])[-1]


def _without_mode(line: str) -> str:
    first = line.split(" ")[0]
    return line[len(first) :].strip() if first in SIGNING_MODES else line


SIGNING_MODES = ("KT.", "TM.", "TL.", "TUQ.", "Q.")


@dataclass
class Annex:
    """Phụ lục: number "I", "II" or "" when it is the only one; note "(Kèm theo Kế hoạch số ...)"."""

    title: str = ""
    number: str = ""
    note: str = ""
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    landscape: bool = False


@dataclass
class OfficialDocument:
    """Văn bản: every component of Phụ lục I that the office fills.

    number "03", symbol "KH-SLĐTBXH"; year: the printed year when the day is still blank.
    kind "KẾ HOẠCH" ("" for a công văn, whose title is printed "V/v ..." under the number).
    legal_bases, recipients: without the closing ";" or ".". opening: every block before the first section.
    closing: the last paragraph, without "./.". note: one italic line under the title.
    blank_date: print "ngày      tháng      năm" although no day is set (a draft of a plan); False for
    papers that carry no date line (biên bản, lists).
    """

    superior: str = ""
    issuer: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    issued_on: date | None = None
    year: int | None = None
    kind: str = ""
    title: str = ""
    note: str = ""
    addressees: list[str] = field(default_factory=list)
    legal_bases: list[str] = field(default_factory=list)
    opening: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    closing: str = ""
    recipients: list[str] = field(default_factory=list)
    signers: list[Signer] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    landscape: bool = False

    @property
    def signer(self) -> Signer | None:
        """The person who signs (bottom right: the last one)."""
        return self.signers[-1] if self.signers else None

    def as_dict(self) -> dict[str, Any]:
        """Plain dicts and lists; dates as ISO strings."""
        return dict(to_plain(self))

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "OfficialDocument":
        """The document whose `as_dict` this is."""
        return from_plain(cls, data)


T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Dataclasses to dicts, dates to ISO strings, all the way down. What has its default is left in."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_plain(wanted: type[T], data: Any) -> T:
    """The value of this type whose `to_plain` is `data`. Raises TypeError or ValueError when it is none."""
    return typing.cast(T, _build(wanted, data))


def _build(wanted: Any, data: Any) -> Any:
    origin = typing.get_origin(wanted)
    if origin is list:
        (inner,) = typing.get_args(wanted)
        return [_build(inner, item) for item in data]
    if origin is dict:
        _, inner = typing.get_args(wanted)
        return {key: _build(inner, item) for key, item in data.items()}
    if origin in (Union, types.UnionType):
        return _build_one_of(typing.get_args(wanted), data)
    if wanted is date:
        return date.fromisoformat(data)
    if is_dataclass(wanted) and isinstance(wanted, type):
        hints = typing.get_type_hints(wanted)
        return wanted(**{name: _build(hints[name], data[name]) for name in hints if name in data})
    return data


def _build_one_of(choices: tuple[Any, ...], data: Any) -> Any:
    if data is None:
        return None
    for choice in choices:
        if is_dataclass(choice) and isinstance(data, dict) and _required(choice) <= set(data):
            return _build(choice, data)
    others = [choice for choice in choices if choice is not type(None)]
    return _build(others[0], data)


def _required(kind: Any) -> set[str]:
    return {f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING}
