"""Which laws a question names: "Theo Luật Nhà ở năm 2023, ..." is answered by that law before any other."""

import re
from collections.abc import Hashable, Mapping
from typing import TypeVar

from lantoa.library.search.words import words_of

KINDS = ("Luật", "Bộ luật", "Pháp lệnh")  # other kinds are named by their number
_YEAR_AT_END = re.compile(r"(?: nam)? (?:19|20)\d\d$")
_LEAST_WORDS = 3  # "luật nhà ở": a shorter name stands in too many sentences by chance
Key = TypeVar("Key", bound=Hashable)


def may_name_a_law(text: str) -> bool:
    """Whether it is worth looking at the names of laws."""
    return bool({"luat", "lenh"}.intersection(words_of(text)))


def name_of(kind: str, title: str) -> str:
    """The words by which a law is named: ("Luật", "Nhà ở năm 2023") -> "luat nha o"."""
    words, first = words_of(title), words_of(kind)
    whole = " ".join(words if words[: len(first)] == first else first + words)
    return _YEAR_AT_END.sub("", whole)


def named_in(text: str, names: Mapping[Key, str]) -> set[Key]:
    """The keys of the names that stand in the text; of two that overlap only the longer: a "bộ luật lao động"
    is not also the "luật lao động"."""
    asked, found = f" {' '.join(words_of(text))} ", set()
    known = {name for name in names.values() if name.count(" ") >= _LEAST_WORDS - 1}
    for name in sorted(known, key=len, reverse=True):
        if f" {name} " in asked:
            asked = asked.replace(f" {name} ", " | ")
            found.add(name)
    return {key for key, name in names.items() if name in found}
