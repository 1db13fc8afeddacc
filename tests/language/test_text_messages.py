"""Tin nhắn: counted as the networks count, at each border."""

import pytest

from lantoa.language.text_messages import message_size


@pytest.mark.parametrize(
    ("text", "encoding", "parts", "left"),
    [
        ("", "GSM-7", 0, 160),
        ("a" * 160, "GSM-7", 1, 0),
        ("a" * 161, "GSM-7", 2, 145),
        ("€" * 80, "GSM-7", 1, 0),
        ("ộ" * 70, "UCS-2", 1, 0),
        ("ộ" * 71, "UCS-2", 2, 63),
        ("ộ" * 134, "UCS-2", 2, 0),
        ("ộ" * 135, "UCS-2", 3, 66),
    ],
)
def test_the_borders_of_a_part(text: str, encoding: str, parts: int, left: int) -> None:
    size = message_size(text)

    assert (size.encoding, size.parts, size.left) == (encoding, parts, left)


def test_one_marked_letter_makes_the_whole_text_wide() -> None:
    """Thêm một chữ có dấu thì cả tin tính theo 70 ký tự."""
    assert message_size("a" * 100).parts == 1
    assert message_size("a" * 100 + "ế").parts == 2


def test_marks_of_the_narrow_alphabet_cost_nothing() -> None:
    assert message_size("à è ì ò ù é").encoding == "GSM-7"


def test_a_letter_typed_with_loose_marks_counts_once() -> None:
    assert message_size("e\u0302\u0301") == message_size("ế")


def test_a_letter_of_two_units_is_never_parted() -> None:
    """76 euros take 152 of 153 units; the next one begins the next part."""
    assert message_size("€" * 77 + "a" * 7).left == 153 - 2 - 7
    assert message_size("😀" * 36).units == 72
    assert message_size("😀" * 36).parts == 2
