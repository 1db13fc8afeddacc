"""Đơn vị kế thừa tiếp việc từ ngày sau ngày đơn vị cũ kết thúc, theo một văn bản."""

from datetime import date

import pytest

from lantoa.people.models import UnitVersion
from lantoa.people.rules.who_carries_on import problems_with_succession

ON = date(2025, 7, 1)
ENDED = UnitVersion(name="Lao động", type_word="phòng", valid_to=date(2025, 6, 30))
HEIR = UnitVersion(name="Kinh tế", type_word="phòng", valid_from=ON)


@pytest.mark.parametrize(
    ("last", "first", "on", "basis", "told"),
    [
        (ENDED, HEIR, ON, "Quyết định 12", []),
        (ENDED, UnitVersion(name="Kinh tế"), ON, "Quyết định 12", []),
        (UnitVersion(name="Lao động"), HEIR, ON, "Quyết định 12", ["not_ended"]),
        (ENDED, HEIR, date(2025, 8, 1), "Quyết định 12", ["succession_day"]),
        (ENDED, UnitVersion(name="Kinh tế", valid_from=date(2025, 8, 1)), ON, "Quyết định 12", ["not_there"]),
        (ENDED, UnitVersion(name="Kinh tế", valid_to=date(2025, 6, 30)), ON, "Quyết định 12", ["not_there"]),
        (ENDED, HEIR, ON, " ", ["no_basis"]),
    ],
)
def test_who_carries_on_was_there_on_the_day_after(
    last: UnitVersion, first: UnitVersion, on: date, basis: str, told: list[str]
) -> None:
    assert [problem.code for problem in problems_with_succession(last, first, on, basis)] == told
