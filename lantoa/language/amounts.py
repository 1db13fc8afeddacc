"""Amounts of money on paper: in words and in figures.

On paper a thousand is always "nghìn"; what stands for an empty ten is the office's choice, "lẻ" (the default)
or "linh". Four after "mươi" is written "tư" (hai mươi tư), as one becomes "mốt" and five "lăm": the three
follow one rule of written Vietnamese, whichever word the office chose for the empty ten. Reading aloud is
another matter and has its own function.
"""

from typing import Literal

ZeroTens = Literal["lẻ", "linh"]
MOST_VND = 10**18 - 1
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_THOUSANDS = ("", "nghìn", "triệu")


def amount_in_words(vnd: int, zero_tens: ZeroTens = "lẻ") -> str:
    """`vnd` (whole đồng) as a voucher writes it: 1_005_000 -> "Một triệu không trăm lẻ năm nghìn đồng".

    Negative amounts begin with "Âm". Raises ValueError beyond 10^18 - 1 and for an unknown `zero_tens`,
    TypeError for anything but a whole number.
    """
    if isinstance(vnd, bool) or not isinstance(vnd, int):
        raise TypeError("Số tiền phải là số nguyên đồng.")
    if zero_tens not in ("lẻ", "linh"):
        raise ValueError("Chỉ viết “lẻ” hoặc “linh” cho hàng chục bằng không.")
    if abs(vnd) > MOST_VND:
        raise ValueError("Số tiền quá lớn để viết bằng chữ.")
    words = _whole(abs(vnd), zero_tens) if vnd else ["không"]
    if vnd < 0:
        words = ["âm", *words]
    sentence = " ".join([*words, "đồng"])
    return sentence[0].upper() + sentence[1:]


def format_vnd(vnd: int) -> str:
    """`vnd` (whole đồng) in figures: 1250000 -> "1.250.000 đồng"."""
    return f"{vnd:,}".replace(",", ".") + " đồng"


def _whole(number: int, zero_tens: str) -> list[str]:
    """A positive number: what counts the milliards (tỷ), then the nine digits below."""
    milliards, below = divmod(number, 10**9)
    words: list[str] = []
    if milliards:
        words += [*_below_milliard(milliards, zero_tens, leading=True), "tỷ"]
    if below:
        words += _below_milliard(below, zero_tens, leading=not milliards)
    return words


def _below_milliard(number: int, zero_tens: str, leading: bool) -> list[str]:
    """Up to nine digits; `leading` says that nothing larger was written before them."""
    words: list[str] = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if not group:
            continue
        words += _group(group, zero_tens, full=not leading or bool(words))
        if _THOUSANDS[power]:
            words.append(_THOUSANDS[power])
    return words


def _group(number: int, zero_tens: str, full: bool) -> list[str]:
    """Three digits; a `full` group names its empty hundred ("không trăm lẻ năm")."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words: list[str] = []
    if hundreds or full:
        words += [_DIGITS[hundreds], "trăm"]
    if tens == 0:
        if ones:
            words += [zero_tens, _DIGITS[ones]] if words else [_DIGITS[ones]]
        return words
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if tens == 1 and ones:
        words.append("lăm" if ones == 5 else _DIGITS[ones])
    elif ones:
        words.append(_AFTER_TENS.get(ones, _DIGITS[ones]))
    return words
