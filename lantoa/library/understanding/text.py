"""The words of a paper as one text, with the line that each place stands on."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from lantoa.language.citations.kinds import KINDS
from lantoa.language.citations.view import View, view_of
from lantoa.language.folding import nfc
from lantoa.language.provisions import is_consolidated

# What opens the body: nothing before it is a provision, nothing after it is the head.
_BODY = re.compile(
    r"[\s\-+*•]*(?:căn cứ|xét |theo đề nghị|thực hiện\s*:|kính gửi|chương [ivx\d]+\b"
    r"|phần (?:thứ|[ivx\d])|điều 1\b|quyết định\s*:|quyết nghị\s*:|nghị quyết\s*:|i\s?[.\-–]\s|1\.\s)",
    re.I,
)
# A title may begin with these too: in capitals, or right below the type word.
_BODY_OR_TITLE = re.compile(r"[\s\-+*•]*(?:thực hiện |triển khai |trên cơ sở)", re.I)
_LONG = 300  # no title
# "Nghị định số 07/2021/NĐ-CP ngày ..., được sửa đổi, bổ sung bởi:" below the title of a consolidated text.
_BASE = re.compile(rf"[\s\-+*•]*(?:{'|'.join(KINDS)})\b[^.;]{{0,160}}?\bsố\s*[:.]?\s*\d+[a-zđ]?\s*[/-]", re.I)
_OWN_NUMBER = re.compile(r"/\s*VBHN\b", re.I)
_JOINS_END = re.compile(
    r"[\s\-+*•]*(?:căn cứ|xét |theo đề nghị|chương [ivx\d]+\b|phần (?:thứ|[ivx\d])|điều \d+\b)", re.I
)
_FIRST_ARTICLE = re.compile(r"(?:điều 1\s*[.:]|chương (?:i|1)\b|phần (?:thứ nhất|i)\b)", re.I)
MOST_HEAD = 80


def _may_be_title(line: str, above: str) -> bool:
    """ "KẾ HOẠCH" / "Triển khai công tác giảm nghèo năm 2031", not a căn cứ that opens with the same word."""
    if line.isupper():
        return True
    return above.strip(" *_#|").lower() in KINDS and not line.rstrip().endswith(";") and len(line) < _LONG


class PaperText:
    """Lines joined by line ends; offsets count characters of the NFC text."""

    def __init__(self, lines: Sequence[str]):
        self.lines = [nfc(line) for line in lines]
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    @cached_property
    def view(self) -> View:
        return view_of("\n".join(self.lines))

    def line_at(self, offset: int) -> int:
        """The number of the line that holds this character."""
        return min(bisect_right(self._starts, offset) - 1, len(self.lines) - 1)

    def start_of(self, line: int) -> int:
        return self._starts[line]

    def span(self, start: int, end: int) -> tuple[str, tuple[int, ...]]:
        """(the words, the lines that they stand on)."""
        words = " ".join(self.view.text[start:end].split())
        return words, tuple(range(self.line_at(start), self.line_at(max(start, end - 1)) + 1))

    def before(self, offset: int) -> str:
        """The words before this character in its line, or in its cell of a flattened table."""
        line = self.line_at(offset)
        return re.split(r"[|\t]", self.view.text[self._starts[line] : offset])[-1].strip(" *_#")

    @cached_property
    def is_consolidated(self) -> bool:
        """A văn bản hợp nhất."""
        return is_consolidated(self.lines)

    @cached_property
    def joins_end(self) -> int:
        """Of a consolidated text: the line behind the papers that it joins."""
        ends = (at for at in range(self.body_at, len(self.lines)) if _JOINS_END.match(self.lines[at]))
        return next(ends, len(self.lines))

    @cached_property
    def body_at(self) -> int:
        """The first line after head and title; the end of the early lines when nothing marks it."""
        above = ""
        for at, line in enumerate(self.lines[:MOST_HEAD]):
            if self.is_consolidated and _BASE.match(line) and not _OWN_NUMBER.search(line):
                return at
            if _BODY.match(line) or (_BODY_OR_TITLE.match(line) and not _may_be_title(line, above)):
                return at
            above = line if line.strip(" -_*=") else above
        return min(len(self.lines), MOST_HEAD // 4)

    @cached_property
    def first_article_at(self) -> int:
        """The first line of the tree; the number of lines when there is no tree."""
        for at, line in enumerate(self.lines):
            if at >= self.body_at and _FIRST_ARTICLE.match(line):
                return at
        return len(self.lines)


class Quotes:
    """Where the new words of amended provisions stand: in quotation marks, over any number of lines."""

    def __init__(self, text: str):
        self._ranges: list[tuple[int, int]] = []
        start = -1
        for found in re.finditer("[“”]", text):
            if found[0] == "“" and start < 0:
                start = found.start()
            elif found[0] == "”" and start >= 0:
                self._ranges.append((start, found.start()))
                start = -1

    def holds(self, at: int) -> bool:
        """Whether this character stands inside a quotation that is closed."""
        return any(start < at < end for start, end in self._ranges)
