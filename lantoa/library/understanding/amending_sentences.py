"""The amending sentences of a paper: each over its lines, with the lines that its new words take."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantoa.language.citations.locations import find_chains
from lantoa.language.citations.units import ARTICLE, CLAUSE, POINT
from lantoa.library.understanding.text import PaperText

NO_LINES = (0, 0)
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
    """Each amending sentence with the lines [start, end) that its new words take."""
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
        block = NO_LINES
        if _AS_FOLLOWS.search(text) and not inline:
            block = _block(lines, last + 1)
            if block == NO_LINES:
                block = _unquoted_block(lines, last + 1, text)
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
    """The quoted lines that begin here; none when they are never closed."""
    while start < len(lines) and not lines[start].strip():
        start += 1
    if start >= len(lines) or not lines[start].lstrip().startswith(("“", '"')):
        return NO_LINES
    end = _after_quotes(lines, start)
    return (start, end) if not _opens("\n".join(lines[start:end])) else NO_LINES


def _unquoted_block(lines: list[str], start: int, text: str) -> tuple[int, int]:
    """The lines that begin with the mark of the one place that the sentence names ("khoản 2": "2. ..."), up
    to the next amending sentence or to what cannot lie in the place."""
    places = [place for chain in find_chains(text, text.lower()) for place in chain.places]
    if len(places) != 1 or any(mark in text for mark in '“”"'):
        return NO_LINES
    levels = places[0].levels
    level = next((one for one in (POINT, CLAUSE, ARTICLE) if one in levels), -1)
    while start < len(lines) and not lines[start].strip():
        start += 1
    if level < 0 or start >= len(lines) or _place_at(lines[start]) != (level, levels[level].lower()):
        return NO_LINES
    end, most = start + 1, min(len(lines), start + MOST_BLOCK)
    while end < most and not _begins_another(lines[end], level):
        end += 1
    return (start, end) if not _begins_another(lines[start], -1) else NO_LINES


def _place_at(line: str) -> tuple[int, str]:
    """(level, number) of the place whose mark a line begins with; (-1, "") for none."""
    if not (mark := _MARK.match(line)):
        return -1, ""
    said = mark["mark"].lower()
    number = re.sub(r"^điều |[\s.:)]", "", said)
    level = ARTICLE if said.startswith("điều") else CLAUSE if number[:1].isdigit() else POINT
    return (level, number) if number.isalnum() else (-1, "")


def _begins_another(line: str, level: int) -> bool:
    """An amending sentence, or the mark of a place as large as one of this level (-1: marks do not count)."""
    mark = _MARK.match(line)
    rest = line[mark.end() :] if mark else line
    if verb_of(rest) and (find_chains(rest, rest.lower()) or "“" in rest or '"' in rest):
        return True
    return level >= 0 and _place_at(line)[0] >= level


def split(text: str) -> tuple[str, str, str]:
    """(what stands before "như sau:", itself, what stands behind it)."""
    found = _AS_FOLLOWS.search(text)
    return (text[: found.start()], found[0], text[found.end() :].strip()) if found else (text, "", "")
