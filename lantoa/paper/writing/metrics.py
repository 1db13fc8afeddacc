"""How wide words are in Times New Roman, in millimetres: for lines of an exact length and sensible breaks.

The advance widths are facts of the typeface (thousandths of the size), shared by its metric equals Tinos
and Liberation Serif. A Vietnamese letter is as wide as its base letter, but for ơ, ư and their tones.
"""

import unicodedata
from functools import cache

_REGULAR = (
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 "
    "500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 "
    "556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 "
    "500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541 "
)
_BOLD = (
    "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 "
    "500 500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 "
    "611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 "
    "556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520 "
)
_REGULAR_OTHERS = {"đ": 500, "Đ": 722, "ơ": 529, "Ơ": 722, "ư": 542, "Ư": 776, "–": 500, "—": 1000, "…": 1000}
_BOLD_OTHERS = {"đ": 556, "Đ": 722, "ơ": 554, "Ơ": 778, "ư": 600, "Ư": 796, "–": 500, "—": 1000, "…": 1000}
POINT = 25.4 / 72  # millimetres
_HORN = "\u031b"
_MOST_WORDS = 100


def width_mm(text: str, size: float, bold: bool = False) -> float:
    """The width of these words set on one line at this size (points)."""
    return sum(_advance(char, bold) for char in unicodedata.normalize("NFC", text)) / 1000 * size * POINT


@cache
def _advance(char: str, bold: bool) -> int:
    others = _BOLD_OTHERS if bold else _REGULAR_OTHERS
    if char in others:
        return others[char]
    letters = unicodedata.normalize("NFD", char)
    base = unicodedata.normalize("NFC", letters[0] + _HORN) if _HORN in letters else letters[0]
    if base in others:
        return others[base]
    table = _table(bold)
    place = ord(base) - 32
    return table[place] if 0 <= place < len(table) else 600


@cache
def _table(bold: bool) -> tuple[int, ...]:
    return tuple(int(number) for number in (_BOLD if bold else _REGULAR).split())


_PLACES: tuple[str, ...] = ("THÀNH", "TỈNH", "HUYỆN", "QUẬN", "PHƯỜNG", "XÃ", "THỊ", "VÀ", "CÁC")
_PLACES += ("thành", "tỉnh", "phường", "xã", "và", "trên", "về", "giai", "năm", "của", "thực")
_NEVER_ALONE = ("năm", "số", "ngày", "tháng", "quý", "đoạn", "thành", "tỉnh", "phường", "xã", "THÀNH", "XÃ")


def break_lines(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The words on as few lines as fit `width` millimetres, of like length, broken where sense allows."""
    words = text.split()
    whole = " ".join(words)
    long = width_mm(whole, size, bold)
    if not words or long <= width or len(words) > _MOST_WORDS:
        return [whole] if words else []  # what is too long for a title breaks where the page breaks it
    for lines in range(max(2, int(long / width)), len(words) + 1):
        found = _best(words, lines, width, size, bold)
        if found:
            return found
    return words


def _best(words: list[str], lines: int, width: float, size: float, bold: bool) -> list[str]:
    """The cheapest way to set the words on so many lines; [] when they do not fit."""
    ideal = width_mm(" ".join(words), size, bold) / lines
    best: dict[tuple[int, int], tuple[float, list[str]]] = {(0, 0): (0.0, [])}
    for line in range(1, lines + 1):
        for end in range(line, len(words) + 1):
            for start in range(line - 1, end):
                before = best.get((line - 1, start))
                text = " ".join(words[start:end])
                long = width_mm(text, size, bold)
                if before is None or (long > width and end - start > 1):
                    continue
                cost = before[0] + ((long - ideal) / ideal) ** 2 + _cost_of_break(words, end)
                if (line, end) not in best or cost < best[line, end][0]:
                    best[line, end] = (cost, [*before[1], text])
    return best.get((lines, len(words)), (0.0, []))[1]


def _cost_of_break(words: list[str], end: int) -> float:
    if end == len(words):
        return 0.0
    after, before = words[end], words[end - 1]
    if before in ("-", "–") or (after in _PLACES and before not in _NEVER_ALONE):
        return 0.0
    if before in _NEVER_ALONE or after in ("-", "–") or after[0].isdigit():
        return 0.6
    return 0.12


def rule_under(lines: list[str], size: float, bold: bool = True) -> float:
    """How long the line under a name is: a third to a half of its words, of each line if it can be."""
    widths = [width_mm(line, size, bold) for line in lines] or [0.0]
    low, high = max(widths) / 3, min(widths) / 2
    if low <= high:
        return (low + high) / 2
    return widths[-1] * 0.42
