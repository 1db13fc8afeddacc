"""Since when and until when the paper says that it applies.

"có hiệu lực từ ngày ...", "kể từ ngày ký", "sau 45 ngày kể từ ngày ký", "đến hết ngày ..." (Luật Ban hành
văn bản quy phạm pháp luật: the day of effect stands in the document). What cannot be counted stays unknown.
"""

import re
from datetime import date, timedelta

from lantoa.common.dates import say
from lantoa.language.citations.dates import read_date
from lantoa.library.understanding.head import Head
from lantoa.library.understanding.proposal import NOTHING, Value
from lantoa.library.understanding.text import PaperText

_KIND = (
    r"(?:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư(?: liên tịch)?|chỉ thị|quy chế"
    r"|quy định|kế hoạch|văn bản|chương trình|hướng dẫn)"
)
_THIS = rf"{_KIND}[ ]này"
_STARTS = re.compile(
    rf"{_KIND}(?:[ ]này)?[ ]{{1,2}}(?:bắt đầu[ ])?có hiệu lực(?:[ ]thi hành)?,?[ ]{{0,2}}"
    r"(?P<how>(?:kể[ ])?(?:từ|sau)[ ][^.;]*)"
)
_FROM_SIGNING = re.compile(r"(?:kể )?từ ngày (?:được )?(?:ký|ban hành)\b")
_AFTER_DAYS = re.compile(
    r"sau (?P<days>\d{1,3})[ ]?(?:\([^)]{3,40}\)[ ]?)?ngày,? ?(?:kể )?từ ngày (?:được )?(?:ký|ban hành)\b"
)
_FROM_DAY = re.compile(r"(?:kể )?từ (?=ngày[ ]{0,2}\d)")
_SITE_DAY = re.compile(r"ngày (?:có )?hiệu lực[ ]{0,2}[:|][ ]{0,2}")
_ENDS = re.compile(
    rf"{_THIS}[^.;]{{0,120}}?(?:(?P<to>(?:đến|tới)[ ](?:hết[ ])?)(?=ngày[ ]{{0,2}}\d)"
    r"|hết hiệu lực (?:thi hành )?(?:kể )?từ (?=ngày[ ]{0,2}\d))"
)
_EXCEPT = re.compile(r"(?:trừ|riêng)[^.;]{5,200}?có hiệu lực[^.;]{3,80}")


def read_force(head: Head, paper: PaperText, issued_on: date | None) -> None:
    """Add effective_on and ended_on to the head's values, with what is doubtful about them."""
    low, body = paper.view.low, paper.start_of(paper.body_at)
    for found in _STARTS.finditer(low, body):
        if re.search(r"(?:ngày|khi|thời điểm)[ ]{1,2}$", low[max(0, found.start() - 12) : found.start()]):
            continue  # "hết hiệu lực kể từ ngày Nghị định này có hiệu lực"
        _read_start(head, paper, found, issued_on)
        if head.values.get("effective_on"):
            break
    _compare_with_site(head, paper, low, body)
    _read_end(head, paper, low, body)
    if other := _EXCEPT.search(low, body):
        words, _ = paper.span(*other.span())
        says = f"Có phần áp dụng từ ngày khác: “{words}”. Ghi thay đổi cho điều khoản đó sau khi nhập."
        head.doubt("parts_start_apart", says, "effective_on")
    if "effective_on" not in head.values:
        says = "Không thấy câu nói ngày có hiệu lực. Để trống nếu bản gốc không ghi."
        head.doubt("start_missing", says, "effective_on")


def _read_start(head: Head, paper: PaperText, found: re.Match[str], issued_on: date | None) -> None:
    low, at = paper.view.low, found.start("how")
    words, lines = paper.span(found.start(), found.end())
    if from_day := _FROM_DAY.match(low, at):
        day = read_date(low, from_day.end())
        head.values["effective_on"] = Value(day.iso or "" if day else "", words, lines)
        if not day or not day.iso:
            head.doubt("no_such_start", f"Ngày có hiệu lực không đọc được: “{words}”.", "effective_on")
        return
    counted = _AFTER_DAYS.match(low, at)
    days = int(counted["days"]) if counted else 0 if _FROM_SIGNING.match(low, at) else None
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


def _read_end(head: Head, paper: PaperText, low: str, body: int) -> None:
    found = _ENDS.search(low, body)
    day = read_date(low, found.end()) if found else None
    if found is None or day is None or not day.iso:
        return
    last = date.fromisoformat(day.iso)
    ended = last + timedelta(days=1) if found["to"] else last
    words, lines = paper.span(found.start(), day.end)
    head.values["ended_on"] = Value(ended.isoformat(), words, lines)
