"""Words for searching: one folded spelling for what people type in many ways.

"Nghị định số 07/2021/NĐ-CP", "nd 7/2021", "nghi dinh 07" all find the same document.
"""

import re
from difflib import SequenceMatcher

from lantoa.language.folding import fold

DASHES = re.compile("[\u2010-\u2015\u2212]")
WORD = re.compile(r"[^\W_]+(?:[/-][^\W_]+)*")
MOST_TERMS = 12


def searchable(*texts: str) -> str:
    """Folded words with one blank before and after each: " nghi dinh 7/2021/nd-cp ". Zeros in front go."""
    folded = fold(DASHES.sub("-", " ".join(t for t in texts if t)))
    folded = re.sub(r"\s*([/-])\s*", r"\1", folded)
    folded = re.sub(r"(?<!\d)0+(?=\d)", "", folded)
    return f" {' '.join(WORD.findall(folded))} "


def number_words(number: str, year: int | None, symbol: str) -> str:
    """A document number as people type it: whole, and in its parts."""
    whole = "/".join(str(part) for part in (number, year, symbol) if part)
    return searchable(whole, number, str(year or ""), symbol, re.sub(r"[/-]", " ", symbol))


def search_terms(typed: str) -> list[str]:
    """What to look for in `searchable` text, each with its leading blank. A bare number ends at a blank."""
    terms = []
    for word in searchable(typed).split()[:MOST_TERMS]:
        if word in ("so", "ngay"):  # "số" and "ngày" stand before every number and tell nothing
            continue
        terms.append(f" {word} " if word.isdigit() else f" {word}")
    return terms


def word_changes(old: str, new: str) -> list[tuple[str, str]]:
    """What changed from old to new words: ("same" | "gone" | "new", words) in reading order."""
    before, after = old.split(), new.split()
    steps: list[tuple[str, str]] = []
    for verb, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if verb == "equal":
            steps.append(("same", " ".join(before[i:j])))
            continue
        if i < j:
            steps.append(("gone", " ".join(before[i:j])))
        if k < m:
            steps.append(("new", " ".join(after[k:m])))
    return steps
