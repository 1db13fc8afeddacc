"""What the reader is not sure of: said beside the words, for a person to settle; nothing is corrected."""

from dataclasses import dataclass, field

from lantoa.paper.reading.head import Head
from lantoa.paper.reading.pieces import Line
from lantoa.paper.structure import OfficialDocument


@dataclass
class SourceLine:
    """One line of the paper as read: shown beside what was understood.

    confidence: 0 to 100 of a line recognised on a scan, else None. doubtful: [start, end] in `text` of words
    that the recogniser is not sure of; they are kept as it read them.
    """

    no: int
    text: str
    page: int = 0
    confidence: int | None = None
    doubtful: list[list[int]] = field(default_factory=list)


@dataclass
class Doubt:
    """One thing to look at: a sentence, the field (a path as in `Reading.anchors`), the lines it is about."""

    code: str
    says: str
    field: str
    lines: list[int]


_NAMES = {
    "number": "Số văn bản",
    "symbol": "Ký hiệu",
    "issued_on": "Ngày ban hành",
    "place": "Địa danh",
    "superior": "Cơ quan cấp trên",
    "issuer": "Cơ quan ban hành",
    "kind": "Tên loại",
    "title": "Trích yếu",
}


def doubts_of(
    document: OfficialDocument, head: Head, anchors: dict[str, list[int]], lines: list[SourceLine]
) -> list[Doubt]:
    """Doubts about the head and about words that were recognised on a scan, in the order of the paper."""
    found = [*_unread(head, lines), *_against_each_other(document, head, anchors), *_missing(document, head)]
    return found + _recognised(document, anchors, lines, {doubt.field for doubt in found})


def unsure_lines(lines: list[Line]) -> list[Doubt]:
    """What the reader of the file kind doubts: one sentence for all lines that it is about."""
    said: dict[str, list[int]] = {}
    for line in lines:
        if line.unsure:
            said.setdefault(line.unsure, []).append(line.no)
    return [
        Doubt(
            "reading_unsure",
            f"{says}: “{_short(lines[numbers[0]].text)}”. Đối chiếu bản gốc.",
            "text",
            numbers,
        )
        for says, numbers in said.items()
    ]


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:89].rstrip()}…"


def _unread(head: Head, lines: list[SourceLine]) -> list[Doubt]:
    """A line for the number or the day is there, and what it says is no number and no day."""
    return [
        Doubt(
            f"{name}_unclear",
            f"Không đọc được {_NAMES[name].lower()} ở dòng “{lines[no].text}”. Ghi theo bản gốc.",
            name,
            [no],
        )
        for name, no in head.unread
    ]


def _against_each_other(document: OfficialDocument, head: Head, anchors: dict[str, list[int]]) -> list[Doubt]:
    out = []
    for name, values in head.others.items():
        says = f"{_NAMES[name]} ghi khác nhau trong phần đầu: {', '.join(values)}. Chọn theo bản gốc."
        out.append(Doubt(f"{name}_differs", says, name, anchors.get(name, [])))
    year, dated = document.symbol.partition("/")[0], document.issued_on
    if dated and year.isdigit() and int(year) != dated.year:
        says = f"Ký hiệu ghi năm {year} nhưng ngày ban hành là {dated:%d/%m/%Y}. Kiểm lại theo bản gốc."
        out.append(
            Doubt("years_differ", says, "issued_on", [*anchors.get("symbol", []), *anchors["issued_on"]])
        )
    if head.impossible_day:
        says = f"Ngày {head.impossible_day} không có trong lịch. Ghi lại theo bản gốc."
        out.append(Doubt("day_impossible", says, "issued_on", anchors["issued_on"]))
    if head.kind_from_symbol:
        short = document.symbol.rpartition("/")[2].partition("-")[0]
        says = f"Không thấy dòng tên loại; “{short}” trong ký hiệu là {document.kind.lower()}. Kiểm lại."
        out.append(Doubt("kind_from_symbol", says, "kind", anchors["kind"]))
    return out


def _missing(document: OfficialDocument, head: Head) -> list[Doubt]:
    told = {name for name, _ in head.unread}
    absent = {
        "number": not document.symbol,
        "issued_on": not document.issued_on and not head.impossible_day,
        "issuer": not document.issuer,
        "title": not document.title,
    }
    return [
        Doubt(
            f"{name}_missing", f"Không thấy {_NAMES[name].lower()} trong văn bản. Ghi theo bản gốc.", name, []
        )
        for name, is_absent in absent.items()
        if is_absent and name not in told
    ]


def _recognised(
    document: OfficialDocument, anchors: dict[str, list[int]], lines: list[SourceLine], told: set[str]
) -> list[Doubt]:
    """Words that the recogniser is not sure of; and number and day of a scan always: pens write them."""
    out = []
    for path, numbers in anchors.items():
        scanned = [lines[no] for no in numbers if lines[no].confidence is not None]
        unsure = [f"“{line.text[start:end]}”" for line in scanned for start, end in line.doubtful]
        name = _NAMES.get(path)
        if unsure and path not in told:
            where = name or "Đoạn này"
            says = f"{where} có chữ nhận từ bản quét chưa chắc: {', '.join(unsure)}. Đối chiếu bản gốc."
            out.append(Doubt("scan_unsure", says, path, numbers))
        elif scanned and path in ("number", "issued_on") and path not in told and getattr(document, path):
            says = f"{name} nhận từ bản quét: “{' '.join(line.text for line in scanned)}”. Đối chiếu bản gốc."
            out.append(Doubt("scan_check", says, path, numbers))
    return out
