"""Số nguyên như người ta gõ: 1.200, 1 200, 1200. One reading for money, counts and cells of sheets."""

import re

# The dot groups here; a comma between groups is how others write it. "1.20" and "0.200" are no whole numbers.
_SHAPE = re.compile(
    r"\d{1,15}|[1-9]\d{0,2}(?:\.\d{3}){1,4}|[1-9]\d{0,2}(?:,\d{3}){1,4}|[1-9]\d{0,2}(?: \d{3}){1,4}", re.ASCII
)
_BLANKS = str.maketrans("\u00a0\u2007\u2009\u202f", "    ")


def read_whole(text: str) -> int | None:
    """The whole number that was typed, or None when it is none."""
    words = text.translate(_BLANKS).strip()
    sign = -1 if words[:1] in ("-", "\u2212") else 1
    words = words[1:] if sign < 0 else words
    return sign * int(re.sub(r"[., ]", "", words)) if _SHAPE.fullmatch(words) else None


def say_whole(number: int) -> str:
    """1.250."""
    return f"{number:,}".replace(",", ".")
