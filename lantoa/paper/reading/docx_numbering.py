"""Automatic numbering of Word: what stands before a paragraph although it is not in its words."""

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def roman(number: int) -> str:
    """XIV for 14."""
    out = ""
    for value, letters in _ROMAN:
        while number >= value:
            out += letters
            number -= value
    return out


@dataclass
class Level:
    """One level of a list definition."""

    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass
class Numbering:
    """The list definitions of a document and where each list stands while its paragraphs go by."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def from_xml(cls, root: ET.Element | None) -> "Numbering":
        """From word/numbering.xml; no part, no automatic numbers."""
        if root is None:
            return cls()
        abstract = {
            one.get(W + "abstractNumId", ""): {
                _int(level.get(W + "ilvl")): _level(level) for level in one.findall(W + "lvl")
            }
            for one in root.findall(W + "abstractNum")
        }
        levels = {}
        for num in root.findall(W + "num"):
            link = num.find(W + "abstractNumId")
            if link is not None:
                levels[num.get(W + "numId", "")] = abstract.get(link.get(W + "val", ""), {})
        return cls(levels)

    def next_marker(self, num_id: str, depth: int) -> str:
        """The marker of the next paragraph of this list at this depth: "1.", "II.", "a)", "-" or ""."""
        levels = self.levels.get(num_id, {})
        level = levels.get(depth)
        if level is None or level.form == "none":
            return ""
        if level.form == "bullet":
            return "+" if depth == 1 or level.text == "+" else "-"
        counter = self.counters.setdefault(num_id, {})
        counter[depth] = counter.get(depth, level.start - 1) + 1
        for deeper in [d for d in counter if d > depth]:
            del counter[deeper]
        marker = level.text or f"%{depth + 1}."
        for at in range(depth + 1):
            form = levels.get(at, Level()).form
            marker = marker.replace(f"%{at + 1}", _written(counter.get(at, 1), form))
        return marker.strip()


def _level(xml: ET.Element) -> Level:
    def value(name: str, default: str) -> str:
        found = xml.find(W + name)
        return default if found is None else found.get(W + "val", default)

    return Level(value("numFmt", "decimal"), value("lvlText", ""), _int(value("start", "1"), 1))


def _written(number: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman"):
        word = roman(min(number, 3999))
        return word if form == "upperRoman" else word.lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = _LETTERS[(number - 1) % 26]
        return letter.upper() if form == "upperLetter" else letter
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _int(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.lstrip("-").isdigit() else default
