"""Kind, number, symbol, issuer, day and title from the head of a paper, flattened or not.

Heads of real papers: the two columns of Nghị định 30/2020/NĐ-CP, Phụ lục I; the same with one token a line
or with "|" between the cells; site text above; type word or title missing; handwriting misread.
"""

import re
from dataclasses import dataclass, field

from lantoa.common.problems import Problem
from lantoa.language.citations.dates import Day, read_date
from lantoa.language.citations.issuers import HEADS
from lantoa.language.citations.kinds import KINDS
from lantoa.language.citations.symbols import NumberSymbol, kind_of_symbol, read_number
from lantoa.language.official_names import title_in_small_letters
from lantoa.library.understanding.proposal import NOTHING, Value
from lantoa.library.understanding.shapes import title_goes_on
from lantoa.library.understanding.text import PaperText

# Kinds that a paper carries as its own type word; the words longer first.
_KIND_WORDS = sorted((w for w in KINDS if w not in ("phụ lục", "văn bản")), key=len, reverse=True)
_KIND_LINE = re.compile(rf"(?P<kind>{'|'.join(_KIND_WORDS)})(?P<rest>[ ]*[:.]?|[ ]+\S.*)", re.I)
_NUMBER = re.compile(
    rf"(?P<kind>(?:{'|'.join(_KIND_WORDS)})[ ]+)?s[ốôóồổỗộ](?:[ ]hiệu)?(?:(?:[ ]?/|,|[ ]và)[ ]?ký hiệu)?"
    r"[ ]*(?:văn bản)?[ ]{0,2}[:.]?[ ]{0,6}",
    re.I,
)
_BLANK_NUMBER = re.compile(
    r"[\s.…_]*/[ ]?(?P<tail>(?:(?:19|20)\d\d[ ]?/[ ]?)?[A-ZĐ][\wĐđ&.]*(?:-[\wĐđ&.]+)*)"
)
_PRINTED = re.compile(r"[\w|]{1,6}[ ]?(?:/[ ]?[\w|]{2,4})?[ ]?[/-][ ]?[A-ZĐ][\wĐđ&/-]*")
_DAY = re.compile(r"ngày[ ]{0,3}(?=\d)", re.I)
_BLANK_DAY = re.compile(r"ngày[\s.…_]*tháng[\s.…_]*(?:\d{1,2}[\s.…_]*)?năm", re.I)
_BAD_DAY = re.compile(r"ngày[ ]*\w{1,2}[ ]*(?:tháng|/)[ ]*\w{1,2}[ ]*(?:năm|/)[ ]*\w{4}", re.I)
_PASSED = re.compile(
    r"(?:luật|bộ luật|pháp lệnh|nghị quyết|hiến pháp) này (?:đã )?(?:được )?[^.;]{3,200}?thông qua[ ]+", re.I
)
_SITE_DAY = re.compile(r"ngày ban hành[ ]{0,2}[:|][ ]{0,2}", re.I)
_ABOUT = re.compile(r"(?:v/v|về việc)\b[ ]?:?[ ]?", re.I)
_NOT_TITLE = re.compile(
    r"căn cứ|kính gửi|điều \d|chương [ivx\d]|số\s*[:/]|[-_*=\s]+$|\(?ban hành kèm|ngày \d"
    r"|cộng h[oò][aà]|độc lập|đảng cộng sản|nơi nhận|ngày (?:ban hành|có hiệu lực|hiệu lực)\s*[:|]"
    r"|tình trạng|trang chủ|tải về|lĩnh vực",
    re.I,
)
NATION = re.compile(r"cộng h[oò][aà] xã hội|độc lập|đảng cộng sản", re.I)
_DRAFT = re.compile(r"[(\[]?dự thảo(?:[ ](?:lần[ ])?(?:thứ[ ])?\w{1,4})?[)\]]?", re.I)
_OPENS_TITLE = re.compile(
    r"(?:quy định|qui định|hướng dẫn|sửa đổi|ban hành|phê duyệt|về |v/v|bãi bỏ|thông qua)", re.I
)
# The other column of a flattened head, run into the title.
_PLACE_AND_DAY = re.compile(r"[ ][A-ZĐ][^\W\d_]*(?:[ ][A-ZĐ.][^\W\d_]*){0,4},[ ]ngày[ ]\d[^;]*$")
_CELL = re.compile(r"[ ]*[|\t][ ]*|[ ]{4,}")
_BEFORE_DAY = re.compile(rf"{_NUMBER.pattern}\S+", re.I)  # "Số 412/QĐ-SYT ngày 5/6/2031"


@dataclass
class Head:
    """The values of the head, and what is doubtful about them."""

    values: dict[str, Value] = field(default_factory=dict)
    doubts: list[Problem] = field(default_factory=list)

    def doubt(self, code: str, says: str, field: str) -> None:
        self.doubts.append(Problem(code, says, field))


def read_head(paper: PaperText) -> Head:
    """What the head says. What it does not say is absent."""
    head = Head()
    kind_at, title_from = _read_kind_line(head, paper)
    _read_number(head, paper)
    _read_day(head, paper, kind_at)
    _settle_kind(head)
    _read_title(head, paper, kind_at, title_from)
    if any(_DRAFT.fullmatch(cell) for line in paper.lines[: paper.body_at] for cell in _cells(line)):
        says = "Đầu văn bản ghi “Dự thảo”: chưa phải luật. Đưa vào mục Diễn tập, đừng xác nhận vào kho."
        head.doubt("draft", says, "kind")
    return head


def _cells(line: str) -> list[str]:
    return [cell for cell in _CELL.split(line.strip(" |*#_")) if cell]


def _read_kind_line(head: Head, paper: PaperText) -> tuple[int, str]:
    """Sets kind; (its line or -1, the title's words on the same line)."""
    found: list[tuple[int, int, re.Match[str]]] = []
    for at, line in enumerate(paper.lines[: max(paper.body_at, 1)]):
        for cell in _cells(line):
            shape = _KIND_LINE.fullmatch(cell)
            if not shape or _NUMBER.match(cell):
                continue
            upper, alone = shape["kind"].isupper(), not shape["rest"].strip(" .:")
            if upper or (alone and shape["kind"][0].isupper()):
                found.append((2 * upper + alone, at, shape))
    if not found:
        return -1, ""
    # Capitals and alone on its line before all others; of several the last: site text stands above.
    best = max(score for score, _, _ in found)
    _, at, shape = [one for one in found if one[0] == best][-1]
    head.values["kind"] = Value(KINDS[" ".join(shape["kind"].lower().split())], shape[0], (at,))
    return at, shape["rest"].strip(" .:")


def _read_number(head: Head, paper: PaperText) -> None:
    view, end = paper.view, paper.start_of(paper.body_at)
    read: list[tuple[NumberSymbol, str, int]] = []
    for found in _NUMBER.finditer(view.plain, 0, end):
        before = paper.before(found.start())
        if before and not _is_capitals(before):  # inside a sentence: another document's
            continue
        number = read_number(view.plain, found.end())
        if number and number.symbol and number.end <= end + 40:
            read.append((number, (found["kind"] or "").strip(), found.start()))
        elif not read:
            _tell_unclear_number(head, paper, found.start(), found.end())
    if not read:
        read = _bare_numbers(paper)
    if not read:
        if not any(d.field == "number" for d in head.doubts):
            head.doubt(
                "number_missing", "Không thấy số, ký hiệu trong phần đầu văn bản. Ghi theo bản gốc.", "number"
            )
        return
    head.doubts = [d for d in head.doubts if d.field != "number"]
    number, kind, start = read[-1]
    words, lines = paper.span(start, number.end)
    head.values["number"] = Value(number.number, words, lines)
    head.values["symbol"] = Value(number.symbol or "", words, lines)
    if number.year:
        head.values["year"] = Value(str(number.year), words, lines)
    if kind and "kind" not in head.values:
        head.values["kind"] = Value(KINDS[" ".join(kind.lower().split())], words, lines)
    others = list(dict.fromkeys(one.full for one, _, _ in read if _key(one) != _key(number)))
    if others:
        listed = ", ".join(map(str, others))
        says = f"Phần đầu ghi nhiều số khác nhau: {number.full} và {listed}. Chọn theo bản gốc."
        head.doubt("numbers_differ", says, "number")
    if number.number[-1].isalpha() and number.number[-1].isupper():
        says = f"Số “{number.number}” lẫn chữ với số, có thể do quét chữ viết tay. Ghi lại theo bản gốc."
        head.doubt("number_unclear", says, "number")
        head.values["number"] = Value("", words, lines)


def _key(number: NumberSymbol) -> tuple[str, int | None, str]:
    return number.number.lstrip("0"), number.year, (number.symbol or "").upper()


def _tell_unclear_number(head: Head, paper: PaperText, start: int, at: int) -> None:
    plain = paper.view.plain
    if blank := _BLANK_NUMBER.match(plain, at):
        words, lines = paper.span(start, blank.end())
        says = f"Số văn bản còn để trống (“{words}”). Ghi số theo bản đã phát hành."
        head.values["symbol"] = Value(blank["tail"].split("/")[-1].strip(), words, lines)
        if year := re.match(r"(?:19|20)\d\d", blank["tail"]):
            head.values["year"] = Value(year[0], words, lines)
        head.doubt("number_blank", says, "number")
    elif printed := _PRINTED.match(plain, at):
        words, lines = paper.span(start, printed.end())
        head.values["number"] = Value("", words, lines)
        says = f"Số đọc được là “{printed[0]}”, lẫn chữ với số. Không tự sửa: ghi lại theo bản gốc."
        head.doubt("number_unclear", says, "number")


def _bare_numbers(paper: PaperText) -> list[tuple[NumberSymbol, str, int]]:
    """ "20/2031/NĐ-CP" alone in a line or a cell, without the word "Số"."""
    plain, found = paper.view.plain, []
    for at in range(paper.body_at):
        start = paper.start_of(at)
        for cell in re.finditer(r"[^|\n]+", plain[start : start + len(paper.lines[at])]):
            words = cell[0].strip(" *")
            number = read_number(words, 0)
            if number and number.is_sure and number.end == len(words):
                begins = start + cell.start() + cell[0].index(words)
                found.append(
                    (
                        NumberSymbol(begins, begins + number.end, number.number, number.year, number.symbol),
                        "",
                        begins,
                    )
                )
    return found


def _read_day(head: Head, paper: PaperText, kind_at: int) -> None:
    plain = paper.view.plain
    end = paper.start_of(paper.body_at)
    title_at = paper.start_of(kind_at) if kind_at > 0 else end
    days = [
        _day_at(plain, f.start()) for f in _DAY.finditer(plain, 0, end) if _stands_alone(paper, f.start())
    ]
    known = [day for day in days if day]
    before = [day for day in known if day.start < title_at] or known
    if before:
        _set_day(head, paper, before[0])
    elif passed := _last_passed(plain, end):
        _set_day(head, paper, passed)
    elif site := _after(_SITE_DAY, plain, end):
        _set_day(head, paper, site)
    elif blank := _BLANK_DAY.search(plain, 0, end) or _BAD_DAY.search(plain, 0, end):
        words, lines = paper.span(*blank.span())
        head.values["issued_on"] = Value("", words, lines)
        head.doubt("day_blank", f"Ngày ban hành chưa ghi rõ (“{words}”). Ghi theo bản gốc.", "issued_on")
    else:
        head.doubt("day_missing", "Không thấy ngày ban hành trong văn bản. Ghi theo bản gốc.", "issued_on")
    site = _after(_SITE_DAY, plain, end)
    mine = head.values.get("issued_on", NOTHING).value
    if site and site.iso and mine and site.iso != mine:
        says = (
            f"Trang đăng ghi ngày ban hành {_said(site.iso)}, văn bản ghi {_said(mine)}. Đối chiếu bản gốc."
        )
        head.doubt("days_differ", says, "issued_on")


def _set_day(head: Head, paper: PaperText, day: Day) -> None:
    words, lines = paper.span(day.start, day.end)
    head.values["issued_on"] = Value(day.iso or "", words, lines)
    if day.iso is None:
        head.doubt("no_such_day", f"“{words}” không phải là một ngày có thật. Ghi theo bản gốc.", "issued_on")


def _day_at(plain: str, at: int) -> Day | None:
    return read_date(plain.lower(), at)


def _stands_alone(paper: PaperText, at: int) -> bool:
    """Not inside a sentence: at the start of a line or cell, or behind "Hà Nội, "."""
    before = paper.before(at)
    if not before or (before.endswith(",") and len(before) < 60):
        return True
    return bool(_BEFORE_DAY.fullmatch(before.rstrip(" ,")))


def _last_passed(plain: str, start: int) -> Day | None:
    day = None
    for found in _PASSED.finditer(plain, start):
        day = read_date(plain.lower(), found.end(), word_needed=True) or day
    return day


def _after(pattern: re.Pattern[str], plain: str, end: int) -> Day | None:
    found = pattern.search(plain, 0, end)
    return read_date(plain.lower(), found.end()) if found else None


def _said(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _settle_kind(head: Head) -> None:
    """A missing type word is told by a symbol that names it; two that disagree are both shown."""
    symbol = head.values.get("symbol", NOTHING)
    told = kind_of_symbol(symbol.value) if symbol.value else None
    printed = head.values.get("kind")
    if printed is None and told:
        head.values["kind"] = Value(told, symbol.words, symbol.lines)
        says = f"Không thấy dòng tên loại; ký hiệu “{symbol.value}” là của {told}. Kiểm lại."
        head.doubt("kind_from_symbol", says, "kind")
    elif printed is None:
        head.doubt("kind_missing", "Không thấy tên loại văn bản. Ghi theo bản gốc, ví dụ: Nghị định.", "kind")
    elif told and told != printed.value:
        says = f"Tên loại in là {printed.value} nhưng ký hiệu “{symbol.value}” là của {told}. Kiểm lại."
        head.doubt("kind_differs", says, "kind")


def _read_title(head: Head, paper: PaperText, kind_at: int, first: str) -> None:
    lines, numbers = ([first] if first else []), ([kind_at] if first else [])
    start = kind_at + 1 if kind_at >= 0 else _title_start(paper)
    for at in range(start, paper.body_at if start >= 0 else start):
        line = " ".join(cell for cell in _cells(paper.lines[at]) if not _DRAFT.fullmatch(cell))
        if not line or (_NOT_TITLE.match(line) and not lines) or (lines and re.fullmatch(r"[-_*=\s]+", line)):
            if lines:
                break
            continue
        if _NOT_TITLE.match(line) or (lines and _is_body_name(line)) or len(lines) >= 10:
            break
        if not lines and _is_body_name(line):
            continue
        if lines and not title_goes_on(lines[-1], line):
            break
        lines.append(line)
        numbers.append(at)
    words = " ".join(lines).strip(" :-–*_")
    if not words:
        head.doubt("title_missing", "Không thấy trích yếu. Ghi theo bản gốc.", "title")
        return
    words = _PLACE_AND_DAY.sub("", words)
    title = _ABOUT.sub("", words, count=1) if _ABOUT.match(words) else words
    running = "\n".join(paper.lines[numbers[-1] + 1 :])
    title, known = title_in_small_letters(title, running)
    if not known:
        says = f"Trích yếu in hoa, viết lại là “{title}”. Kiểm chữ hoa của tên riêng theo bản gốc."
        head.doubt("title_capitals", says, "title")
    title = title[:1].upper() + title[1:]
    head.values["title"] = Value(title.rstrip(" .;"), words, tuple(numbers))
    if "kind" not in head.values and re.match(r"v/v", words, re.I):
        head.values["kind"] = Value("Công văn", words, tuple(numbers))
        head.doubts = [d for d in head.doubts if d.code != "kind_missing"]


def _title_start(paper: PaperText) -> int:
    """Without a type word: the first early line that opens like a title; -1 when there is none."""
    for at, line in enumerate(paper.lines[: paper.body_at]):
        if any(_OPENS_TITLE.match(cell) for cell in _cells(line)):
            return at
    return -1


def _is_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _is_body_name(line: str) -> bool:
    """ "CHÍNH PHỦ", "BỘ TRƯỞNG BỘ Y TẾ" between title and căn cứ, not a title in capitals."""
    low = line.lower()
    return (
        _is_capitals(line)
        and bool(HEADS.match(low + " "))
        and len(line) < 120
        and not re.match(r"(?:về|quy định)\b", low)
    )


def body_lines(paper: PaperText) -> list[tuple[int, str]]:
    """Names of issuing bodies in capitals in the head, with their lines, top down."""
    found = []
    for at, line in enumerate(paper.lines[: paper.body_at]):
        for cell in _cells(line):
            if not NATION.match(cell) and _is_body_name(cell):
                found.append((at, cell))
    return found
