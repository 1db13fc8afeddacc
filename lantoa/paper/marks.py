"""What may stand before the words of a line: bullets, numbers, letters, and the names of parts."""

import re
from dataclasses import dataclass

from lantoa.paper.wording import one_line

_BULLET = "(?:\\*(?=\\s)|[-\u2013\u2014+\u2022\u00b7\u25aa\u25e6\uf0b7\uf02d\uf0a7])"
MARKER = re.compile(
    rf"^(?P<bullet>{_BULLET})\s*(?=\S)"
    r"|^(?P<part>(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:[IVXLC]+|\d+|thứ\s+\w+))(?P<partend>\s*[.:\u2013-]\s*|\s+(?=[A-ZĐÀ-Ỹ])|$)"
    r"|^(?P<article>(?:[ĐÐ]iều|[ĐÐ]IỀU)\s+(?:thứ\s+)?\d+(?:\s?bis|[a-zđ])?)\s*(?:[.:]\s*[\u2013-]?\s*|[\u2013-]\s+)"
    r"|^(?P<roman>[IVXL]{1,6})\s*(?:[.)]\s*|/\s*(?=[A-ZĐÀ-Ỹ])|\.?\s*[-\u2013]\s*)(?=\S)"
    r"|^(?P<deep>\d{1,2}(?:\.\d{1,2}){1,3})(?:\s*[.)]\s*|\s+(?=[A-ZĐÀ-Ỹ]))(?=\D)"
    r"|^(?P<number>\d{1,2})(?:\s*[.)]\s+(?=\S)|[.)](?=[^\d\s.,)])|/\s+(?=[A-ZĐÀ-Ỹ]))"
    r"|^(?P<letter>[a-zđ])\s*[.)]\s+(?=\S)"
)
# A marker alone, with its words after a tab.
LONE_MARKER = re.compile(rf"{_BULLET}|\*|[IVXL]{{1,6}}[.)/]?|\d{{1,2}}(?:\.\d{{1,2}})*[.)/]?|[a-zđ][.)]")
ORDER = ("part", "roman", "article", "number", "deep", "letter")


@dataclass(frozen=True)
class Marked:
    """A line taken apart: kind of marker ("" for none), its bare number, how it is written, the words."""

    kind: str
    number: str
    written: str
    words: str


def take_apart(text: str) -> Marked:
    """The marker of a line and its words. A dash before a year, as in "2022 - 2025", is no marker."""
    found = MARKER.match(text)
    if not found or found.lastgroup is None:
        return Marked("", "", "", text)
    kind = next(name for name in ("bullet", *ORDER) if found[name])
    number = one_line(found[kind])
    words = text[found.end() :].strip()
    if not words and kind != "part":
        return Marked("", "", "", text)
    if kind == "bullet":
        return Marked(kind, "", "+" if number == "+" else "-", words)
    return Marked(kind, number, written(kind, number), words)


def written(kind: str, number: str) -> str:
    """How the decree writes it: "II.", "1.", "1.1.", "a)", "Điều 2.", "Phần I"."""
    if kind == "part":
        return number
    return f"{number})" if kind == "letter" else f"{number}."


def kind_of_number(number: str) -> str:
    """Which kind a bare number is: "part", "roman", "article", "number", "deep", "letter" or ""."""
    if re.match(r"(?i)(phần|chương)\b", number):
        return "part"
    if re.match(r"(?i)điều\b", number):
        return "article"
    if re.fullmatch(r"[IVXLC]+", number):
        return "roman"
    if re.fullmatch(r"\d+(\.\d+)+", number):
        return "deep"
    if number.isdigit():
        return "number"
    return "letter" if re.fullmatch(r"[a-zđ]", number) else ""
