"""Hai cách viết của một dấu hiệu: "0251 3822 501" and "(0251) 38.22.501" have one key."""

import re

from lantoa.language.folding import same_form
from lantoa.language.identifiers.model import read

_FIGURES = re.compile(r"[\d\s().+\-/_]+")


def key_of_words(words: str) -> str:
    """What stays the same however a number, a name or an address is written; letters and tones count."""
    plain = read(words).text
    if _FIGURES.fullmatch(plain):
        digits = re.sub(r"\D", "", plain)
        return re.sub(r"^(?:00)?84(?=\d{9,10}$)", "0", digits)
    return " ".join(re.findall(r"[^\W_]+(?:[/'][^\W_]+)*", same_form(plain)))
