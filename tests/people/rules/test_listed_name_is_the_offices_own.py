import pytest

from lantoa.people.rules.listed_name_is_the_offices_own import problems_with_listing


@pytest.mark.parametrize(
    "words", ["Nguyễn Văn Kèo", "0251 3822 501", "1022", "motcua@phuong.vn", "số 9 Hoa Sứ"]
)
def test_whole_words_with_a_reason_may_be_listed(words: str) -> None:
    assert problems_with_listing(words, "đường dây nóng") == []


def test_one_syllable_or_no_reason_is_refused() -> None:
    """Một tiếng “An” sẽ cho qua mọi người tên An."""
    assert [p.field for p in problems_with_listing("An", "người ký")] == ["words"]
    assert [p.field for p in problems_with_listing("Nguyễn Văn Kèo", "x")] == ["why"]
