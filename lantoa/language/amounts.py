"""Số tiền bằng chữ, như viết trên giấy tờ tài chính: always "nghìn"; "lẻ" or "linh" as the unit writes."""

from typing import Literal

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", "nghìn", "triệu")
MOST = 10**18 - 1


def _three(number: int, zero_tens: str, full: bool) -> list[str]:
    """Words of 1..999; full: the hundreds are said even when they are zero (005 after a higher group)."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = []
    if hundreds or full:
        words += [DIGITS[hundreds], "trăm"]
    if tens > 1:
        words += [DIGITS[tens], "mươi"]
        # Formal papers write "hai mươi bốn"; "tư" belongs to speech. "mốt" and "lăm" are written too.
        words += [] if not ones else [{1: "mốt", 5: "lăm"}.get(ones, DIGITS[ones])]
    elif tens == 1:
        words += ["mười"] + ([] if not ones else ["lăm" if ones == 5 else DIGITS[ones]])
    elif ones:
        words += ([zero_tens] if words else []) + [DIGITS[ones]]
    return words


def _below_billion(number: int, zero_tens: str, full: bool) -> list[str]:
    words: list[str] = []
    for scale in (2, 1, 0):
        group = number // 1000**scale % 1000
        if group:
            words += _three(group, zero_tens, full or bool(words))
            words += [SCALES[scale]] if scale else []
    return words


def number_in_words(number: int, zero_tens: Literal["lẻ", "linh"] = "lẻ") -> str:
    """Words of a whole number below 10**18, lower case: 1005 -> "một nghìn không trăm lẻ năm".

    Raises ValueError beyond.
    """
    if abs(number) > MOST:
        raise ValueError("number beyond 10**18")
    if number == 0:
        return DIGITS[0]
    billions, rest = divmod(abs(number), 10**9)
    words = ["âm"] if number < 0 else []
    if billions:
        words += _below_billion(billions, zero_tens, False) + ["tỷ"]
    words += _below_billion(rest, zero_tens, bool(billions)) if rest else []
    return " ".join(words)


def amount_in_words(vnd: int, zero_tens: Literal["lẻ", "linh"] = "lẻ") -> str:
    """1005000 -> "Một triệu không trăm lẻ năm nghìn đồng". Raises ValueError beyond 10**18."""
    words = number_in_words(vnd, zero_tens)
    return f"{words[0].upper()}{words[1:]} đồng"


def format_vnd(vnd: int) -> str:
    """1250000 -> "1.250.000 đồng"."""
    return f"{vnd:,}".replace(",", ".") + " đồng"
