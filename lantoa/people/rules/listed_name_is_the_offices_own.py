"""Chỉ ghi vào danh sách được nêu công khai tên đủ họ, số hoặc địa chỉ của cơ quan, kèm lý do.

Căn cứ: cách làm của chính phần mềm: one syllable on the list would let through everybody who bears it.
"""

from lantoa.common.problems import Problem
from lantoa.language.identifiers import key_of_words

LEAST_WORDS = 2
LEAST_FIGURES = 3


def problems_with_listing(words: str, why: str) -> list[Problem]:
    """What is missing before these words may be listed."""
    problems = []
    key = key_of_words(words)
    if (
        len(key.split()) < LEAST_WORDS
        and not (key.isdigit() and len(key) >= LEAST_FIGURES)
        and "@" not in words
    ):
        says = "Ghi đủ họ và tên, cả số điện thoại, hoặc cả địa chỉ của cơ quan."
        problems.append(Problem("listed_words", says, "words"))
    if len(why.split()) < LEAST_WORDS:
        says = "Ghi vì sao được nêu công khai, ví dụ: đường dây nóng của phường."
        problems.append(Problem("listed_why", says, "why"))
    return problems
