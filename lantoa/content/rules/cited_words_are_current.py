"""Không gửi, không duyệt, không phát bài dẫn điều khoản đã hết đúng hoặc chưa rõ còn đúng không.

Căn cứ: DESIGN 1 (promise 3): hết hiệu lực, bị sửa, thay thế, đính chính; DESIGN 6 (suspect is derived).
A citation that is still good but will end is no problem today; `ends` says until when.
"""

from collections.abc import Iterable
from datetime import date

from lantoa.common.problems import Problem
from lantoa.library.rules.standing_of_a_citation import PinState


def stopped_by(state: PinState) -> str:
    """The sentence by which a citation stops what rests on it, or "" when it does not."""
    if state.may_be_told:
        return ""
    if state.kind == "unknown":
        return f"Chưa xác định được căn cứ còn hiệu lực không: {state.says}. Hỏi người quản lý kho văn bản."
    return f"Căn cứ không còn đúng: {state.says}."


def problems_with_words(states: Iterable[PinState]) -> list[Problem]:
    """One problem for each citation that does not hold on the day asked; the same sentence once."""
    says = {sentence: None for state in states if (sentence := stopped_by(state))}
    return [Problem("cited_words_changed", sentence) for sentence in says]


def ends(states: Iterable[PinState]) -> tuple[date | None, str]:
    """The first day on which one of the citations no longer holds, and the sentence that says so."""
    coming = sorted((s for s in states if s.kind == "ending_on" and s.on), key=lambda s: s.on or date.max)
    if not coming:
        return None, ""
    return coming[0].on, coming[0].says
