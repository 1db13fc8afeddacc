"""Counting and parting the words of a text as Vietnamese offices do."""

import re
import unicodedata

WORDS_PER_STANDARD_PAGE = 350  # Thông tư 43/2017/TT-BTC: "trang chuẩn 350 từ"

_SENTENCE_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s|$)")
# A stop behind these ends no sentence: they are titles, units and the headings of clauses.
_ABBREVIATIONS = frozenset(
    (
        *("tp.", "tx.", "tt.", "p.", "q.", "h.", "x.", "kp.", "đ/c.", "đt.", "mst.", "tr.", "st.", "nxb."),
        *("ths.", "ts.", "pgs.", "gs.", "bs.", "ks.", "cn.", "gđ.", "tm.", "kt.", "tl.", "tuq."),
        *("v.v.", "vd.", "stt.", "cty.", "c.ty.", "ubnd.", "hđnd.", "bcđ."),
    )
)
_NUMBERING = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[a-zđA-ZĐ])\.$")


def word_count(text: str) -> int:
    """The number of words as an office counts them: syllables parted by blanks; lone signs do not count."""
    return sum(1 for piece in unicodedata.normalize("NFC", text).split() if any(map(str.isalnum, piece)))


def standard_pages(text: str) -> float:
    """Standard pages of 350 words, not rounded: the paying office rounds."""
    return word_count(text) / WORDS_PER_STANDARD_PAGE


def sentences(text: str) -> list[str]:
    """The sentences of a text, blanks folded; a new line ends one, "TP. Biên Hòa" and "1.250.000" do not."""
    found: list[str] = []
    for line in re.split(r"[\r\n]+", unicodedata.normalize("NFC", text)):
        found += _of_line(" ".join(line.split()))
    return found


def _of_line(line: str) -> list[str]:
    found, start = [], 0
    for end in _SENTENCE_END.finditer(line):
        piece = line[start : end.end()].strip()
        if not piece or _goes_on(line, start, end):
            continue
        found.append(piece)
        start = end.end()
    rest = line[start:].strip()
    return [*found, rest] if rest else found


def _goes_on(line: str, start: int, end: re.Match[str]) -> bool:
    """Whether the stop at `end` stands inside a sentence."""
    if end[0] != ".":
        following = line[end.end() :].lstrip()
        return bool(end[0].startswith(("…", "..")) and following[:1].islower())
    last = line[start : end.end()].rsplit(maxsplit=1)[-1]
    if last.lower().lstrip("(“\"'") in _ABBREVIATIONS:
        return end.end() < len(line)
    opens = line[start : end.end()].strip() == last
    if opens and _NUMBERING.fullmatch(last):
        return end.end() < len(line)
    following = line[end.end() :].lstrip()
    return following[:1].islower()
