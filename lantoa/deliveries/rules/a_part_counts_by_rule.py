"""Thực hiện một phần chưa phải là đã thực hiện; chỉ tính khi đơn vị có quy định, từ bao nhiêu phần của bài.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4 (chỉ thanh toán việc đã làm). Không văn bản nào định tỉ lệ: mặc
định của phần mềm là không tính; tỉ lệ là quy định riêng của đơn vị, có ngày áp dụng.
The rule in force on the day of the deed decides, of the nearest unit that has set one; a rule set later
never changes what was already judged.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from lantoa.common.dates import say
from lantoa.common.problems import Problem
from lantoa.deliveries.models import Outcome, PartRule

LEAST, MOST = 50, 99  # percent that an office may ask for: less than half of a text is not the text


def rule_on(chain: Sequence[int], rules: Iterable[PartRule], day: date) -> PartRule | None:
    """The rule in force. chain: ids of the unit and of what it lies under, nearest first."""
    begun = [one for one in rules if one.unit_id in chain and one.valid_from <= day]
    return min(
        begun, key=lambda one: (chain.index(one.unit_id), -one.valid_from.toordinal(), -one.pk), default=None
    )


def counts(outcome: str, minutes_played: int | None, minutes_full: int | None, rule: PartRule | None) -> bool:
    """Does a line count as told, and may it be paid? A part of unknown length never does."""
    if outcome != Outcome.PARTIAL:
        return outcome == Outcome.DONE
    if rule is None or rule.least_percent is None or minutes_played is None or not minutes_full:
        return False
    return 100 * minutes_played >= rule.least_percent * minutes_full


def problems_with_minutes(
    outcome: str, minutes_played: int | None, minutes_full: int | None
) -> list[Problem]:
    """What is wrong in how much of a text was played. minutes_full: None where nobody measures it."""
    if outcome != Outcome.PARTIAL:
        return []
    if minutes_played is None:
        if minutes_full is None:
            return []
        says = "Ghi đã phát được mấy phút. Chưa được một phút thì ghi 0."
        return [Problem("minutes_missing", says, "minutes_played")]
    if minutes_full is None:
        return [Problem("minutes_of_what", "Ghi cả bài dài mấy phút.", "minutes_full")]
    if minutes_played < 0:
        return [Problem("minutes_negative", "Số phút đã phát phải từ 0 trở lên.", "minutes_played")]
    if minutes_played >= minutes_full:
        says = (
            f"Bài dài {minutes_full} phút. Phát được từng ấy thì chọn “Đã thực hiện”, hoặc ghi lại số phút."
        )
        return [Problem("minutes_of_all", says, "minutes_played")]
    return []


def problems_with_rule(least_percent: int | None, valid_from: date, basis: str, today: date) -> list[Problem]:
    """Why an office may not count parts so. least_percent: None counts no part."""
    found = []
    if least_percent is not None and not LEAST <= least_percent <= MOST:
        says = f"Tỉ lệ phải từ {LEAST} đến {MOST} phần trăm của bài. Để trống thì không tính phần nào."
        found.append(Problem("part_percent", says, "least_percent"))
    if valid_from <= today:
        says = f"Quy định chỉ áp dụng cho lượt diễn ra sau hôm nay, từ {say(_tomorrow(today))}."
        found.append(Problem("looks_back", says, "valid_from"))
    if not basis.strip():
        found.append(
            Problem("part_basis", "Ghi căn cứ của quy định, ví dụ: quyết định, quy chế của đơn vị.", "basis")
        )
    return found


def _tomorrow(today: date) -> date:
    return date.fromordinal(today.toordinal() + 1)
