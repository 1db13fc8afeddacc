"""Văn bản hợp nhất: which papers a consolidated text joins. It is no source of law, ends and amends nothing.

Its head names the paper that it gives the words of, "được sửa đổi, bổ sung bởi:", and each that amended it;
the day of effect, the articles and their căn cứ are those of the first (Pháp lệnh 01/2012/UBTVQH13).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lantoa.language.citations import Citation, read_citations
from lantoa.language.citations.fates import follows_in_list
from lantoa.library.understanding.head import Head
from lantoa.library.understanding.proposal import NOTHING, Value
from lantoa.library.understanding.text import PaperText

KIND = "Văn bản hợp nhất"
JOINS = "hop_nhat"
_MARK = re.compile(r"[\s\-+*•]*(?:\d{1,2}[.)]\s*|[a-zđ]\)\s*)?(?:số\s*)?", re.I)
_AMENDED_BY = re.compile(r"được (?:sửa đổi|bổ sung)[^;.]{0,60}?(?:bởi|theo|tại)\s*(?:các\s*)?:?", re.I)


def settle_head(head: Head, paper: PaperText) -> None:
    """Kind and number are its own, whatever type word its base has; it has no force of its own."""
    number = head.values.get("symbol", NOTHING)
    if "VBHN" not in number.value.upper():
        for name in ("number", "symbol", "year"):
            head.values.pop(name, None)
        head.doubts = [doubt for doubt in head.doubts if doubt.field not in ("number", "kind")]
        says = "Không đọc được số của văn bản hợp nhất. Ghi theo bản gốc, ví dụ: 05/VBHN-BYT."
        head.doubt("number_missing", says, "number")
    head.doubts = [doubt for doubt in head.doubts if doubt.code not in ("kind_differs", "kind_from_symbol")]
    own = number if number.words else head.values.get("kind", Value("", paper.lines[0], (0,)))
    head.values["kind"] = Value(KIND, own.words, own.lines)


def joined(paper: PaperText) -> Iterator[Citation]:
    """The citations in its head that name its base and the papers that amended it."""
    lines = paper.lines[paper.body_at : paper.joins_end]
    block, start = PaperText(lines or [""]), paper.start_of(paper.body_at)
    for line, cited in _by_line(block).items():
        first = cited[0]
        mark = _MARK.match(block.view.low, block.start_of(line))
        above = lines[line - 1].rstrip() if line else ""
        if not mark or mark.end() < first.start or above[-1:].isalnum():
            continue  # a line that names other papers in passing, or the wrap of a title
        yield _moved(first, start)
        for before, one in zip(cited, cited[1:], strict=False):
            amended = _AMENDED_BY.search(block.view.low, first.end, one.start)
            gap = block.view.low[before.end : one.start]
            if amended and (amended.end() > before.end or follows_in_list(gap)):
                yield _moved(one, start)


def _by_line(block: PaperText) -> dict[int, list[Citation]]:
    found: dict[int, list[Citation]] = {}
    for one in read_citations(block.view.text):
        if not (one.self or one.anaphora):
            found.setdefault(block.line_at(one.start), []).append(one)
    return found


def _moved(one: Citation, by: int) -> Citation:
    return replace(one, start=one.start + by, end=one.end + by)
