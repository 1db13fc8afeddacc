"""Since when and until when the paper says that it applies.

"có hiệu lực từ ngày ...", "kể từ ngày ký", "sau 45 ngày kể từ ngày ký", "đến hết ngày ..." (Luật Ban hành
văn bản quy phạm pháp luật: the day of effect stands in the document). A day belongs to its subject: that of
files, of persons, of one clause or of an exception is not the paper's. What cannot be counted stays unknown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lantoa.common.dates import say
from lantoa.language.citations.dates import read_date
from lantoa.language.citations.sentences import exception_in, sentences_of
from lantoa.library.understanding.head import Head
from lantoa.library.understanding.proposal import NOTHING, Value
from lantoa.library.understanding.text import PaperText, Quotes

_KIND = (
    r"(?:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư(?: liên tịch)?|chỉ thị|quy chế"
    r"|quy định|kế hoạch|văn bản|chương trình|hướng dẫn)"
)
_PREDICATE = (
    r"(?:(?:sẽ|chỉ|được|bắt đầu|đồng thời|và)[ ])*(?:(?P<starts>(?:có )?hiệu lực)|(?P<over>(?:hết|chấm dứt)"
    r" hiệu lực)|áp dụng|thực hiện|thi hành|có giá trị|kéo dài)(?:[ ](?:thi hành|thực hiện|áp dụng|là))*:?"
)
_SELF = re.compile(rf"(?<![^\W_])(?:{_KIND}[ ]này|{_KIND}(?=[ ]{{1,2}}có hiệu lực))(?![^\W_])")
_FIRST = re.compile(rf"[ ]{{0,2}},?[ ]{{0,2}}(?P<verb>{_PREDICATE})")
_NEXT = re.compile(rf"(?:,|(?<![^\W_])và|đồng thời)[ ]{{1,2}}(?P<verb>{_PREDICATE})")
_TERM = re.compile(r"(?P<over>)(?P<verb>(?P<starts>[ ]{0,2}(?:là|:|được tính|được xác định)?[ ]{0,2}))")
_REST = re.compile(r"(?:[^;,.]|[.,](?=\d)|,(?=[ ]*(?:kể|từ|đến|tới|sau)[ ]))*")
_TERM_OF = re.compile(r"thời (?:gian|hạn|điểm)(?: có)?(?: hiệu lực| thực hiện| áp dụng| thi hành)*(?: của)?$")
_ALL_OTHERS = re.compile(
    r"(?:khác|còn lại)(?: của| tại| trong)?$"
    r"|(?:^|\W)(?:toàn bộ|các) (?:quy định|nội dung)(?: của| tại| trong)$"
)
_PART = re.compile(
    r"(?:điều|khoản|điểm|chương|mục|phụ lục)[ ](?:[^\W_]{1,4}[ ,]{1,2}(?:và[ ])?)+"
    r"(?:(?:của|tại|trong|quy định tại) )?$"
)
_CONTENT = re.compile(
    r"(?:chính sách|mức|chế độ|quy định|chuẩn|nội dung|nhiệm vụ|định mức|tiêu chí|nguyên tắc)[ ]"
    r"[^,;]*(?:tại|theo|của|trong)$"
)
_FROM_SIGNING = re.compile(r"(?:kể )?từ (?:ngày|khi) (?:được )?(?:ký|ban hành)\b")
_AFTER_DAYS = re.compile(
    r"sau (?P<days>\d{1,3})[ ]?(?:\([^)]{3,40}\)[ ]?)?ngày,? ?(?:kể )?từ ngày (?:được )?(?:ký|ban hành)\b"
)
_FROM_DAY = re.compile(
    r"(?:(?:kể )?từ|vào) (?:\d{1,2} giờ(?: \d\d(?: phút)?)?,? (?:của )?)?(?=(?:ngày[ ]{0,2})?\d)"
)
_HOW = re.compile(r"(?:kể[ ])?(?:từ|sau|vào)[ ]")
_LAST = re.compile(
    r"(?:đến|tới)[ ](?:hết[ ])?(?:thời điểm[ ]|24 giờ[ ])?(?=(?:ngày|tháng|năm(?: ngân sách)?)[ ]{0,2}\d)"
)
_OVER = re.compile(r"(?P<after>(?:kể )?(?:từ |vào )?(?:sau|hết) |)(?:(?:kể )?từ |vào |)(?=ngày[ ]{0,2}\d)")
_MONTH = re.compile(
    r"(?:tháng[ ](?P<month>\d{1,2})[ /](?:năm[ ])?|năm (?:ngân sách )?)(?P<year>(?:19|20)\d\d)(?![\d/-])"
)
_FOR_SOME_TIME = re.compile(r"trong (?:thời (?:hạn|gian) |vòng )?\d{1,2} ?(?:\([^)]*\) ?)?(?:năm|tháng)")
_SITE_DAY = re.compile(r"ngày (?:có )?hiệu lực[ ]{0,2}[:|][ ]{0,2}")
_TERM_ALONE = re.compile(r"\W*thời (?:gian|hạn) (?:thực hiện|áp dụng|thi hành)(?![^\W_])")
_MATTERS = re.compile(r"này|hiệu lực|trừ|riêng|thời (?:gian|hạn)")
_SAYS_WHEN = re.compile(
    r"hiệu lực|(?:áp dụng|thực hiện|thi hành)[^;]{0,80}?(?:từ|đến|tới)[ ](?:hết[ ])?"
    r"(?:ngày|năm|tháng)[ ]{0,2}\d"
)


@dataclass(frozen=True)
class _Clause:
    """One predicate on force: its subject begins at `start`, it says when in [at, end)."""

    start: int
    at: int
    end: int
    verb: re.Match[str]


def read_force(head: Head, paper: PaperText, issued_on: date | None) -> None:
    """Add effective_on and ended_on to the head's values, with what is doubtful about them."""
    low, body, quotes = paper.view.low, paper.start_of(paper.body_at), Quotes(paper.view.text)
    for sentence in sentences_of(paper.view, body):
        if quotes.holds(sentence.start) or not _MATTERS.search(low, sentence.start, sentence.end):
            continue
        _read_sentence(head, paper, sentence.start, sentence.end, issued_on)
    _compare_with_site(head, paper, low, body)
    if "effective_on" not in head.values:
        says = "Không thấy câu nói ngày có hiệu lực. Để trống nếu bản gốc không ghi."
        head.doubt("start_missing", says, "effective_on")


def _read_sentence(head: Head, paper: PaperText, start: int, end: int, issued_on: date | None) -> None:
    low = paper.view.low
    exception = exception_in(low, start, end)
    clean = low[:end]
    if exception:
        clean = low[: exception[0]] + " " * (exception[1] - exception[0]) + low[exception[1] : end]
    own = False
    for clause in _own_clauses(head, paper, clean, start):
        own = True
        if clause.verb["starts"] and not head.values.get("effective_on", NOTHING).value:
            _read_start(head, paper, clause, clean, issued_on)
        if "ended_on" not in head.values:
            _read_end(head, paper, clause, clean)
    if not own and _TERM_ALONE.match(clean, start) and _LAST.search(clean, start):
        _tell_of_content(head, paper.span(start, end)[0].rstrip(" .;"))
    if exception and (own or _SAYS_WHEN.search(low, *exception)):
        words, _ = paper.span(*exception)
        says = f"Có ngoại lệ: “{words}”. Ghi thay đổi cho phần đó sau khi nhập."
        head.doubt("parts_start_apart", says, "effective_on")


def _own_clauses(head: Head, paper: PaperText, clean: str, start: int) -> Iterator[_Clause]:
    """The predicates whose subject is the paper itself."""
    for itself in _SELF.finditer(clean, start):
        before = clean[start : itself.start()].rstrip()
        term = _TERM_OF.search(before)
        before = before[: term.start()].rstrip() if term else before
        stop = _next_stop(clean, itself.end())
        if not _is_subject(paper, before, itself.start()):
            _tell_of_a_part(head, paper, clean, itself, before, stop)
            continue
        verb = (_TERM if term else _FIRST).match(clean, itself.end(), stop)
        at = itself.end()
        while at < stop:
            verb = verb or _NEXT.search(clean, at, stop)
            if not verb:
                break
            rest = _REST.match(clean, verb.end(), stop)
            at = rest.end() if rest else verb.end()
            following = _NEXT.search(clean, verb.end(), at)
            at = following.start() if following else at
            yield _Clause(itself.start(), verb.end(), at, verb)
            verb = None


def _next_stop(clean: str, at: int) -> int:
    stop = clean.find(";", at)
    return stop if stop >= 0 else len(clean)


def _is_subject(paper: PaperText, before: str, at: int) -> bool:
    """Nothing stands before it in its clause: in "theo Nghị định này" something else is the subject."""
    if not before or not before[-1].isalnum() or _ALL_OTHERS.search(before):
        return True
    line = paper.line_at(at)
    begins = not paper.view.text[paper.start_of(line) : at].strip(" -*_#")
    return begins and not re.search(
        r"(?:ngày|khi|điểm|theo|tại|của|trong|trước|sau|với|do|từ|và|cùng|thuộc|các|thi|định)$", before
    )


def _tell_of_a_part(
    head: Head, paper: PaperText, clean: str, itself: re.Match[str], before: str, stop: int
) -> None:
    """A clause, or what the paper grants, has a day of its own: told, never taken for the paper's."""
    verb = _FIRST.match(clean, itself.end(), stop)
    rest = clean[itself.end() : stop]
    begins = max(before.rfind(","), before.rfind(";"), before.rfind(":")) + 1
    subject = before[begins:].strip()
    words = paper.span(itself.start() - len(before) - 1 + begins, stop)[0].rstrip(" .;")
    if _PART.search(f"{subject} ") and verb and _SAYS_WHEN.search(rest):
        says = f"Có phần áp dụng từ ngày khác: “{words}”. Ghi thay đổi cho điều khoản đó sau khi nhập."
        head.doubt("parts_start_apart", says, "effective_on")
    elif _CONTENT.search(subject) and _LAST.search(rest):
        _tell_of_content(head, words)


def _tell_of_content(head: Head, words: str) -> None:
    says = (
        f"“{words}” nói về một nội dung, nên không nhận là ngày hết hiệu lực của văn bản."
        " Nếu bản gốc nói về cả văn bản, ghi ngày đó."
    )
    head.doubt("end_of_a_part", says, "ended_on")


def _read_start(head: Head, paper: PaperText, clause: _Clause, clean: str, issued_on: date | None) -> None:
    how = _HOW.search(clean, clause.at, clause.end)
    if not how:
        return
    words, lines = paper.span(clause.start, clause.end)
    if from_day := _FROM_DAY.match(clean, how.start()):
        day = read_date(clean, from_day.end())
        head.values["effective_on"] = Value(day.iso or "" if day else "", words, lines)
        if not day or not day.iso:
            head.doubt("no_such_start", f"Ngày có hiệu lực không đọc được: “{words}”.", "effective_on")
        return
    counted = _AFTER_DAYS.match(clean, how.start())
    days = int(counted["days"]) if counted else 0 if _FROM_SIGNING.match(clean, how.start()) else None
    if days is None:
        head.values["effective_on"] = Value("", words, lines)
        head.doubt("start_not_counted", f"Chưa tính được ngày có hiệu lực từ câu “{words}”.", "effective_on")
    elif issued_on is None:
        head.values["effective_on"] = Value("", words, lines)
        says = f"Chưa tính được ngày có hiệu lực (“{words}”) vì chưa rõ ngày ký."
        head.doubt("start_not_counted", says, "effective_on")
    else:
        day_of = issued_on + timedelta(days=days)
        head.values["effective_on"] = Value(day_of.isoformat(), words, lines)
        if days:
            says = f"Ngày {say(day_of)} là tính ra từ ngày ký {say(issued_on)} thêm {days} ngày. Kiểm lại."
            head.doubt("start_counted", says, "effective_on")


def _compare_with_site(head: Head, paper: PaperText, low: str, body: int) -> None:
    site = _SITE_DAY.search(low, 0, body)
    day = read_date(low, site.end()) if site else None
    if site is None or day is None or not day.iso:
        return
    mine = head.values.get("effective_on", NOTHING)
    words, lines = paper.span(site.start(), day.end)
    if not mine.value:
        head.values["effective_on"] = Value(day.iso, words, lines)
        head.doubt(
            "start_from_site",
            f"Ngày có hiệu lực lấy từ trang đăng (“{words}”), văn bản chưa nói rõ.",
            "effective_on",
        )
    elif mine.value != day.iso:
        says = f"Trang đăng ghi “{words}”, văn bản ghi “{mine.words}”. Đối chiếu với bản gốc."
        head.doubt("starts_differ", says, "effective_on")


def _read_end(head: Head, paper: PaperText, clause: _Clause, clean: str) -> None:
    if clause.verb["over"]:
        found = _OVER.search(clean, clause.at, clause.end)
        day = read_date(clean, found.end()) if found else None
        later, end = bool(found and found["after"]), day.end if day else 0
        last = date.fromisoformat(day.iso) if day and day.iso else None
    else:
        found = _LAST.search(clean, clause.at, clause.end)
        last, end = _last_day(clean, found.end()) if found else (None, 0)
        later = True
    words, lines = paper.span(clause.start, end or clause.end)
    if last:
        ended = last + timedelta(days=1) if later else last
        head.values["ended_on"] = Value(ended.isoformat(), words, lines)
    elif found or clause.verb["over"] or _FOR_SOME_TIME.search(clean, clause.at, clause.end):
        says = f"Chưa tính được ngày hết hiệu lực từ câu “{words}”. Ghi ngày theo bản gốc."
        head.doubt("end_not_counted", says, "ended_on")


def _last_day(clean: str, at: int) -> tuple[date | None, int]:
    """The last day of "ngày 31/12/2026", "tháng 6 năm 2026", "năm 2026"."""
    if day := read_date(clean, at):
        return (date.fromisoformat(day.iso) if day.iso else None), day.end
    if not (period := _MONTH.match(clean, at)):
        return None, 0
    year, month = int(period["year"]), int(period["month"] or 12)
    if not 1 <= month <= 12:
        return None, period.end()
    first_after = date(year + month // 12, month % 12 + 1, 1)
    return first_after - timedelta(days=1), period.end()
