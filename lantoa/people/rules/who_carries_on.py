"""Đơn vị kế thừa tiếp việc từ ngày sau ngày đơn vị cũ kết thúc.

Căn cứ: văn bản tổ chức lại ghi ở từng dòng kế thừa. Đòi ghi văn bản đó là cách làm của sản phẩm.
"""

from datetime import date, timedelta

from lantoa.common.dates import say
from lantoa.common.problems import Problem
from lantoa.people.models import UnitVersion


def problems_with_succession(
    last: UnitVersion | None, first: UnitVersion | None, on: date, basis: str
) -> list[Problem]:
    """last: the newest version of the unit that ended; first: the newest of the one that carries on."""
    problems = []
    if last is None or last.valid_to is None:
        problems.append(Problem("not_ended", "Đơn vị cũ chưa kết thúc nên chưa có đơn vị kế thừa.", "old"))
    elif last.valid_to + timedelta(days=1) != on:
        says = f"{last.full_name} kết thúc ngày {say(last.valid_to)}: kế thừa tính từ ngày liền sau."
        problems.append(Problem("succession_day", says[:1].upper() + says[1:], "on"))
    if first is None or (first.valid_from or date.min) > on or not (first.valid_to or date.max) >= on:
        problems.append(Problem("not_there", f"Ngày {say(on)} chưa có đơn vị kế thừa này.", "new"))
    if not basis.strip():
        problems.append(Problem("no_basis", "Ghi văn bản tổ chức lại, ví dụ số quyết định.", "basis"))
    return problems
