"""The words of a text as search knows them: folded syllables, and pairs of neighbouring ones.

A pair ("ho_ngheo") tells far more than its two syllables, and lets a question without marks find as well
as one with marks.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from lantoa.language.folding import fold

BREAK = "|"  # between two lines of a passage: no pair reaches over it
_WORD = re.compile(r"[0-9a-z]+")
_END_IN_Y = re.compile(r"^(?:[bcdghklmnprstvx]{1,3}|qu)y$")


def words_in(text: str) -> Iterator[tuple[str, int, int]]:
    """(word, start, end) in reading order; the places are those of the NFC text."""
    for found in _WORD.finditer(fold(text)):
        yield _settled(found[0]), found.start(), found.end()


def words_of(text: str) -> list[str]:
    """ "Hỗ trợ 05 kỹ sư" -> ho, tro, 5, ki, su."""
    return [_settled(word) for word in _WORD.findall(fold(text))]


@lru_cache(maxsize=20_000)
def _settled(word: str) -> str:
    """One spelling: 05 is 5, "kỹ" is "kĩ", "quý" is "quí"."""
    if word.isdigit():
        return word.lstrip("0") or "0"
    return f"{word[:-1]}i" if _END_IN_Y.match(word) else word


def lines_of(texts: list[str]) -> str:
    """The words of a passage, line by line: "a b c | d e"."""
    return f" {BREAK} ".join(" ".join(words_of(text)) for text in texts)


def length_of(words: str) -> int:
    """How many words `lines_of` gave."""
    return len(words.split()) - words.count(BREAK)


def terms_of(words: str) -> set[str]:
    """What a passage is found by: each word and each pair of `lines_of`."""
    every = words.split()
    pairs = {f"{a}_{b}" for a, b in pairwise(every) if BREAK not in (a, b)}
    return pairs.union(every) - {BREAK}
