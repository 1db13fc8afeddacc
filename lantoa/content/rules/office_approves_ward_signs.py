"""Lãnh đạo cơ quan duyệt nội dung; lãnh đạo phường, xã duyệt thêm cho đài của chính phường, xã mình.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.2 (duyệt bài trên đài thành phố và đài phường, xã).
A ward's leader does not approve the text in the office's place: the second gate would be the first one.
"""

from dataclasses import replace

from lantoa.people.models import Role, UnitKind
from lantoa.people.queries import Scope

WARDS = frozenset({UnitKind.WARD, UnitKind.COMMUNE, UnitKind.QUARTER})


def as_office_leader(mine: Scope) -> Scope:
    """What is left of a scope when only leadership of an office above the wards counts."""
    offices = tuple(
        d for d in mine.duties if d.role == Role.APPROVER and not _stands_in_a_ward(mine, d.unit_id)
    )
    return replace(mine, duties=offices, _inside={})


def ward_ids_led(mine: Scope) -> set[int]:
    """Ids of the wards and communes whose leader she is."""
    return {
        mine.tree.territory(d.unit_id)
        for d in mine.duties
        if d.role == Role.APPROVER and _stands_in_a_ward(mine, d.unit_id)
    }


def _stands_in_a_ward(mine: Scope, unit_id: int) -> bool:
    return mine.tree.kinds.get(mine.tree.territory(unit_id)) in WARDS
