from datetime import date

from lantoa.content.rules.cited_words_are_current import ends, problems_with_words
from lantoa.library.rules.standing_of_a_citation import PinState

GOOD = PinState("good")
SOON = PinState("ending_on", date(2025, 7, 1), says="Điều 3 bị bãi bỏ từ 01/07/2025")
LATER = PinState("ending_on", date(2026, 1, 1), says="Điều 9 bị bãi bỏ từ 01/01/2026")
GONE = PinState("suspect", date(2025, 1, 1), says="Điều 1 bị thay thế từ 01/01/2025")
UNKNOWN = PinState("unknown", says="Chưa xác định ngày có hiệu lực của Nghị định thử")


def test_suspect_and_unknown_words_are_problems_each_sentence_once() -> None:
    """Căn cứ đã hết đúng hoặc chưa rõ thì dừng; sắp hết đúng thì hôm nay chưa dừng."""
    problems = problems_with_words([GOOD, SOON, GONE, GONE, UNKNOWN])

    assert [p.code for p in problems] == ["cited_words_changed", "cited_words_changed"]
    assert problems[0].says == "Căn cứ không còn đúng: Điều 1 bị thay thế từ 01/01/2025."


def test_the_first_end_counts() -> None:
    assert ends([LATER, GOOD, SOON]) == (SOON.on, SOON.says)
    assert ends([GOOD]) == (None, "")
