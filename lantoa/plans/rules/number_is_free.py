"""Mỗi số chỉ cấp một lần trong năm trong sổ của đơn vị.

Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 15 (số văn bản đánh liên tiếp từ 01 ngày 01 tháng 01 đến hết 31 tháng
12; số và ký hiệu là duy nhất trong năm).
The year is that of the day of issue, not the year planned for. "7" and "07" are one number.
"""

import re
from collections.abc import Collection
from datetime import date

from lantoa.common.dates import say
from lantoa.common.problems import Problem

SHAPE = re.compile(r"0*(\d{1,5})([a-zđ]?)", re.IGNORECASE)


def normal_number(text: str) -> str:
    """The number as registered: at least two digits, "7" is "07", "15A" is "15a". "" when it is no number."""
    found = SHAPE.fullmatch(text.strip())
    if not found or int(found[1]) == 0:
        return ""
    return f"{int(found[1]):02d}{found[2].lower()}"


def next_free(taken: Collection[str]) -> str:
    """The number after the highest one taken; "01" at the start of a year."""
    used = [int(found[1]) for number in taken if (found := SHAPE.fullmatch(number))]
    return f"{max(used, default=0) + 1:02d}"


def problems_with_number(number: str, taken: Collection[str], year: int) -> list[Problem]:
    """number: as typed. taken: the registered numbers of the unit in that year."""
    wanted = normal_number(number)
    if not wanted:
        return [Problem("number_shape", "Số văn bản là một số, ví dụ 07. Ký hiệu ghi ở ô riêng.", "number")]
    if wanted in taken:
        says = f"Số {wanted} đã cấp trong năm {year}. Số tiếp theo còn trống là {next_free(taken)}."
        return [Problem("number_taken", says, "number")]
    return []


def problems_with_day(issued_on: date, signed_on: date | None, today: date) -> list[Problem]:
    """The day on the paper: not ahead, and not before the signature in the system."""
    if issued_on > today:
        return [Problem("issued_ahead", f"Ngày ban hành không được sau hôm nay ({say(today)}).", "issued_on")]
    if signed_on and issued_on < signed_on:
        says = f"Ngày ban hành không được trước ngày ký ({say(signed_on)})."
        return [Problem("issued_before_signed", says, "issued_on")]
    return []
