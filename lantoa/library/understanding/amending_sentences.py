"""The amending sentences of a paper: each over its lines, with the lines that its new words take."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantoa.library.understanding.text import PaperText

MOST_BLOCK = 600  # lines of new words of one place
_MARK = re.compile(r"\s*(?P<mark>điều \d+[a-zđ]?\s*[.:]|\d{1,3}[a-zđ]?[.)]|[a-zđ]\d?\s?\)|[-+*•])\s*", re.I)
_VERB = re.compile(
    r"(?:tại [^“\":]{4,120}, )?(?P<verb>sửa đổi,? bổ sung|sửa đổi|bổ sung|bãi bỏ|hủy bỏ|huỷ bỏ|thay thế"
    r"|thay|bỏ)\b",
    re.I,
)
# "... đã được sửa đổi bởi Nghị định ..." only tells what happened.
PASSIVE = re.compile(
    r"(?:các )?(?:điểm|khoản|điều|cụm từ|từ)\b[^:]{1,160}?(?<!đã )(?:được|bị) (?:"
    r"(?P<verb>sửa đổi,? bổ sung|sửa đổi|bổ sung|thay thế)(?= như sau)"
    r"|(?P<ends>bãi bỏ|hủy bỏ|huỷ bỏ)(?=[ ]*[.;,]?$)|(?P<swap>thay(?: thế)?)(?= (?:bằng|thành) ))",
    re.I,
)
_AS_FOLLOWS = re.compile(r"như sau[ ]*:?", re.I)
# A line that cannot be the end of its sentence; what of the next one may complete it.
_DANGLES = re.compile(
    r"(?:,|\b(?:tại|của|và|vào|sau|trước|khoản|điểm|điều|số)(?: \d+[a-zđ]?| [a-zđ])?)[ ]*$", re.I
)
_PLACE_ALONE = re.compile(r"[ ]*điều \d+[a-zđ]?[ ]*[.;:]?[ ]*", re.I)
_SENTENCE_END = re.compile(r"[:.;”\"]\s*$")


@dataclass(frozen=True)
class Sentence:
    """One amending sentence over its lines; mark: "điều 1.", "2.", "a)" or ""."""

    first: int
    last: int
    mark: str
    text: str

    @property
    def is_article(self) -> bool:
        return self.mark.lower().startswith("điều")


def sentences(paper: PaperText) -> Iterator[tuple[Sentence, tuple[int, int]]]:
    """Each amending sentence with the lines [start, end) that its new words take ((0, 0): none)."""
    at, lines = paper.first_article_at, paper.lines
    while at < len(lines):
        mark = _MARK.match(lines[at])
        rest = lines[at][mark.end() :] if mark else lines[at].strip()
        last = _last_line(lines, at)
        text = " ".join([rest, *lines[at + 1 : last + 1]]).strip()
        sentence = Sentence(at, last, mark["mark"] if mark else "", text)
        if not sentence.is_article and not verb_of(text):
            at = _after_quotes(lines, at)
            continue
        _, _, inline = split(text)
        block = (0, 0)
        if _AS_FOLLOWS.search(text) and not inline:
            block = _block(lines, last + 1)
        elif inline and _opens(inline):
            block = (at, _after_quotes(lines, at))
        yield sentence, block
        at = max(block[1], last + 1) if block[1] else _after_quotes(lines, at, last)


def verb_of(text: str) -> re.Match[str] | None:
    """What the sentence does: "Sửa đổi khoản 2 ...", or "Khoản 2 ... được sửa đổi ..."."""
    return _VERB.match(text) or PASSIVE.match(text)


def _last_line(lines: list[str], at: int) -> int:
    """The line on which a sentence that begins here ends: hard breaks go through it."""
    last = at
    while last + 1 < len(lines) and last - at < 4 and _goes_on(lines[last], lines[last + 1]):
        last += 1
    return last


def _goes_on(line: str, following: str) -> bool:
    if _DANGLES.search(line) and (not _MARK.match(following) or _PLACE_ALONE.fullmatch(following)):
        return True
    return not (
        not line.strip()
        or _SENTENCE_END.search(line)
        or _MARK.match(following)
        or following.lstrip().startswith(("“", '"'))
        or (following[:1].isupper() and len(line) < 60)
    )


def _opens(text: str) -> bool:
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def _after_quotes(lines: list[str], at: int, last: int | None = None) -> int:
    """The line after this one, or after the quotation that it leaves open."""
    last = at if last is None else last
    text = " ".join(lines[at : last + 1])
    if not _opens(text):
        return last + 1
    for end in range(last + 1, min(len(lines), last + MOST_BLOCK)):
        text += "\n" + lines[end]
        if not _opens(text):
            return end + 1
    return last + 1


def _block(lines: list[str], start: int) -> tuple[int, int]:
    """The quoted lines that begin here; (0, 0) when there are none or they are never closed."""
    while start < len(lines) and not lines[start].strip():
        start += 1
    if start >= len(lines) or not lines[start].lstrip().startswith(("“", '"')):
        return 0, 0
    end = _after_quotes(lines, start)
    return (start, end) if not _opens("\n".join(lines[start:end])) else (0, 0)


def split(text: str) -> tuple[str, str, str]:
    """(what stands before "như sau:", itself, what stands behind it)."""
    found = _AS_FOLLOWS.search(text)
    return (text[: found.start()], found[0], text[found.end() :].strip()) if found else (text, "", "")
