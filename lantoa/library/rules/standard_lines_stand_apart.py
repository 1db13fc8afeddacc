"""Hai dòng của cùng một chuẩn không được cùng khớp với một bộ số liệu trong cùng một ngày.

Căn cứ: Nghị định 07/2021/NĐ-CP, Điều 3; Nghị định 351/2025/NĐ-CP (hộ nghèo, cận nghèo, mức sống trung bình
loại trừ nhau).
Also what one line must have: a condition, bounds that leave room, a period that runs forward, a reference.
"""

from collections.abc import Iterable
from datetime import date

from lantoa.common.dates import say
from lantoa.common.problems import Problem
from lantoa.library.models import PovertyStandard

NO_END = 10**18  # above every amount and count that a field can hold


def problems_with_line(line: PovertyStandard, others: Iterable[PovertyStandard]) -> list[Problem]:
    """Why it cannot be kept, or nothing. others: the lines in use, of any territory and area; not itself."""
    return _problems_of_its_own(line) or [
        Problem(
            "lines_collide",
            f"Trùng với dòng “{one}” đang dùng {_period(one)}: cùng địa bàn, có số liệu khớp cả hai dòng. "
            "Sửa ngày, mức thu nhập hoặc số chỉ số.",
        )
        for one in others
        if collide(line, one)
    ]


def collide(one: PovertyStandard, other: PovertyStandard) -> bool:
    """Is there a day and a set of figures that both lines fit?"""
    return (
        (one.territory_id, one.area) == (other.territory_id, other.area)
        and one.valid_from <= (other.valid_to or date.max)
        and other.valid_from <= (one.valid_to or date.max)
        and _meet(_income(one), _income(other))
        and _meet(_deprived(one), _deprived(other))
    )


def _problems_of_its_own(line: PovertyStandard) -> list[Problem]:
    found = []
    above, upto = line.income_above_vnd, line.income_upto_vnd
    if above is None and upto is None and line.deprived_from is None and line.deprived_below is None:
        found.append(
            Problem(
                "line_asks_nothing",
                "Ghi ít nhất một điều kiện về thu nhập hoặc thiếu hụt.",
                "income_upto_vnd",
            )
        )
    if above is not None and upto is not None and above >= upto:
        found.append(
            Problem("income_band_empty", "Mức “đến hết” phải lớn hơn mức “trên”.", "income_upto_vnd")
        )
    low, high = _deprived(line)
    if low > high:
        found.append(
            Problem("deprived_band_empty", "Số chỉ số “dưới” phải lớn hơn số “từ”.", "deprived_below")
        )
    if line.valid_to and line.valid_to < line.valid_from:
        found.append(Problem("period_reversed", "Ngày cuối phải từ ngày đầu trở đi.", "valid_to"))
    if not line.reference.strip():
        found.append(Problem("reference_missing", "Ghi văn bản và điều khoản của chuẩn này.", "reference"))
    return found


def _income(line: PovertyStandard) -> tuple[int, int]:
    """The lowest and the highest whole đồng that fit."""
    low = 0 if line.income_above_vnd is None else line.income_above_vnd + 1
    return low, NO_END if line.income_upto_vnd is None else line.income_upto_vnd


def _deprived(line: PovertyStandard) -> tuple[int, int]:
    high = NO_END if line.deprived_below is None else line.deprived_below - 1
    return line.deprived_from or 0, high


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])


def _period(line: PovertyStandard) -> str:
    return f"từ {say(line.valid_from)}" + (f" đến hết {say(line.valid_to)}" if line.valid_to else "")
