"""The head of a document: agencies, number and symbol, place and date, in two columns or flattened."""

import re
from dataclasses import dataclass, field
from datetime import date

from lantoa.paper.kinds import ABBREVIATIONS, OTHER_PAPERS
from lantoa.paper.reading.pieces import Line, Piece, flat
from lantoa.paper.wording import bare, is_upper, plain_dashes

NATION = re.compile(r"cong hoa xa hoi chu nghia viet nam")
MOTTO = re.compile(r"doc lap\s*-?\s*tu do\s*-?\s*hanh phuc")
_BLANK = r"[\s.…_]*"
_SYMBOL = r"(?:\d{4}\s*/\s*)?[A-ZĐ][\w&.]*(?:\s*[-\u2013&]\s*[A-ZĐ][\w&.]*)*"
NUMBER = re.compile(
    rf"^S[ốôóòồổỗõộo]\s*[:.]?\s*(?P<number>\d{{1,5}}[a-zA-Z]?|{_BLANK})\s*/\s*(?P<symbol>{_SYMBOL})\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
DATE = re.compile(
    rf"^(?P<place>[^,;:]{{2,60}}?),?\s*ngày\s*(?P<day>\d{{1,2}}|{_BLANK})\s*(?:tháng|/)\s*(?P<month>\d{{1,2}}|{_BLANK})"
    rf"\s*(?:năm|/)\s*(?P<year>\d{{4}}|[\d.…_\s]*)\.?$",
    re.IGNORECASE,
)
# A line for the number, or for the day, whatever a pen or a recogniser made of the rest.
_FOR_NUMBER = re.compile(r"^S[ốôóòồổỗõộo]\s*[:.;]\s*\S*\d?\S*\s*/|^Số\s*:", re.IGNORECASE)
_FOR_DATE = re.compile(r"^.{2,40}\bng[àa]y\b.{1,20}\bth[áa]ng\b.{1,20}\bn[ăa]m\b.{0,12}$", re.IGNORECASE)
_ABOUT = re.compile(r"^(V/v|Về việc)\b\s*:?\s*", re.IGNORECASE)
_RULE = re.compile(r"^[-\u2013\u2014_=*.\s]+$")
# A line that begins so goes on with the name of the agency above it.
_GOES_ON = re.compile(
    r"^(THÀNH PHỐ|TỈNH|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|PHƯỜNG|XÃ|VÀ|CÁC|VỀ|TP\.?|P\.|-|\u2013"
    r"|THƯƠNG BINH|XÃ HỘI|NHÂN DÂN|THÔNG TIN|DU LỊCH|MÔI TRƯỜNG|NÔNG THÔN)\b"
)
_MOST_LINES = 40


@dataclass
class Head:
    """What the head says; `at` names the line of each value.

    unread: (field, line) of lines that should hold a value and do not. others: values of a field that the
    head gives more than once. impossible_day: a printed day that no calendar has.
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
    at: dict[str, list[int]] = field(default_factory=dict)
    unread: list[tuple[str, int]] = field(default_factory=list)
    others: dict[str, list[str]] = field(default_factory=dict)
    impossible_day: str = ""
    kind_from_symbol: bool = False


def kind_of_line(line: Line) -> tuple[str, str] | None:
    """(KẾ HOẠCH, rest of the line) when the line says the kind of the document."""
    text = line.text.strip(" :")
    for kind in sorted(ABBREVIATIONS, key=len, reverse=True):
        if text.upper() == kind and (is_upper(text) or line.bold or line.heading or line.centred):
            return kind, ""
        if text.startswith(kind + " "):
            return kind, text[len(kind) :].strip(" :-")
    if is_upper(text) and text.startswith(OTHER_PAPERS) and len(text) < 200:
        return text, ""
    return None


def split_head(pieces: list[Piece]) -> tuple[Head, list[Piece]]:
    """The head, and the pieces after it; the kind's own line belongs to the head."""
    head = Head()
    end, kind = _where_kind(pieces)
    lines = []
    if kind:
        head.kind, head.title = kind
        line = pieces[end]
        assert isinstance(line, Line)
        head.at["kind"] = [line.no]
        if head.title:
            head.at["title"] = [line.no]
        lines = [line for piece in pieces[:end] for line in flat(piece)]
        rest = pieces[end + 1 :]
    else:
        end = _where_head_ends(pieces)
        lines = [line for piece in pieces[:end] for line in flat(piece)]
        rest = pieces[end:]
    _read_lines(head, lines)
    return head, rest


def _where_kind(pieces: list[Piece]) -> tuple[int, tuple[str, str] | None]:
    seen = 0
    for at, piece in enumerate(pieces):
        if isinstance(piece, Line):
            found = kind_of_line(piece)
            if found:
                return at, found
        seen += len(flat(piece))
        if seen > _MOST_LINES:
            break
    return 0, None


def _where_head_ends(pieces: list[Piece]) -> int:
    """Without a kind (công văn): after the last early piece that only a head holds."""
    end = 0
    for at, piece in enumerate(pieces[:12]):
        for line in flat(piece):
            words = bare(line.text)
            signs = (NATION.search(words), MOTTO.search(words), NUMBER.match(line.text))
            if any(signs) or DATE.match(line.text) or _ABOUT.match(line.text):
                end = at + 1
    return end


def _read_lines(head: Head, lines: list[Line]) -> None:
    agencies: list[Line] = []
    about: list[Line] = []
    for line in lines:
        _read_line(head, line, line.text, agencies, about)
    _name_agencies(head, agencies)
    _take_kind_of_symbol(head, is_dispatch=bool(about))
    if about and not head.title:
        head.title = _ABOUT.sub("", " ".join(line.text for line in about))
        head.at["title"] = [line.no for line in about]


def _take_kind_of_symbol(head: Head, is_dispatch: bool) -> None:
    """Without its line the kind is told by the symbol: KH-UBND is a plan; a công văn has none."""
    if head.kind or is_dispatch or not head.symbol:
        return
    short = head.symbol.rpartition("/")[2].partition("-")[0]
    head.kind = {abbreviation: kind for kind, abbreviation in ABBREVIATIONS.items()}.get(short, "")
    if head.kind:
        head.kind_from_symbol = True
        head.at["kind"] = head.at["symbol"]


def _read_line(head: Head, line: Line, text: str, agencies: list[Line], about: list[Line]) -> None:
    text = text.strip()
    if not text or _RULE.match(text):
        return
    words = bare(text)
    for phrase in (NATION, MOTTO):
        found = phrase.search(words)
        if found and len(words) == len(text):
            _read_line(head, line, text[: found.start()], agencies, about)
            _read_line(head, line, text[found.end() :], agencies, about)
            return
    number, day = NUMBER.match(text), DATE.match(text)
    if number:
        printed = number["number"].strip(" .…_")
        symbol = re.sub(r"\s+", "", plain_dashes(number["symbol"])).rstrip(".")
        if head.number and (head.number, head.symbol) != (printed, symbol):
            head.others["number"] = [f"{head.number}/{head.symbol}", f"{printed}/{symbol}"]
        head.number, head.symbol = printed, symbol
        head.at["number"] = head.at["symbol"] = [line.no]
        _read_line(head, line, number["rest"], agencies, about)
    elif day:
        _read_date(head, line, day)
    elif _FOR_NUMBER.match(text) and not head.symbol:
        head.unread.append(("number", line.no))
    elif _FOR_DATE.match(text) and not head.place:
        head.unread.append(("issued_on", line.no))
    elif _ABOUT.match(text) or about:
        about.append(Line(text, no=line.no))
    else:
        agencies.append(Line(text, bold=line.bold, no=line.no))


def _read_date(head: Head, line: Line, found: "re.Match[str]") -> None:
    head.place = found["place"].strip()
    day, month, year = (found[part].strip(" .…_") for part in ("day", "month", "year"))
    head.year = int(year) if year.isdigit() and len(year) == 4 else None
    head.at["place"] = head.at["issued_on"] = [line.no]
    if head.year and day.isdigit() and month.isdigit():
        before = head.issued_on
        try:
            head.issued_on = date(head.year, int(month), int(day))
        except ValueError:
            head.issued_on = None  # a 31st of April is no date; the quote beside it shows what is printed
            head.impossible_day = f"{day}/{month}/{head.year}"
        if before and head.issued_on and before != head.issued_on:
            head.others["issued_on"] = [f"{before:%d/%m/%Y}", f"{head.issued_on:%d/%m/%Y}"]


def _name_agencies(head: Head, lines: list[Line]) -> None:
    """Upright capitals above are the superior, bold ones below the issuer; without looks, by the names."""
    lines = [line for line in lines if is_upper(line.text) or line.bold]
    if not lines:
        return
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        told = last is not None and last.bold is not None and line.bold is not None
        if last is not None and (last.bold == line.bold if told else _continues(last.text, line.text)):
            groups[-1].append(line)
        else:
            groups.append([line])
    names = [" ".join(line.text for line in group) for group in groups]
    head.issuer = names[-1]
    head.at["issuer"] = [line.no for line in groups[-1]]
    if len(groups) > 1:
        head.superior = " ".join(names[:-1])
        head.at["superior"] = [line.no for group in groups[:-1] for line in group]


def _continues(above: str, below: str) -> bool:
    if plain_dashes(above).rstrip().endswith(("-", ",")) or above.endswith((" VÀ", " CÁC")):
        return True
    if bare(above).endswith("nhan dan") and _GOES_ON.match(below):
        return True
    return bool(_GOES_ON.match(below)) and not below.startswith(("PHƯỜNG", "XÃ "))
