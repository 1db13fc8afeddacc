"""Người viết không duyệt bài của mình; không ai đi qua hai bước của cùng một bản thể hiện.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.2 (duyệt bài trên đài thành phố và đài phường, xã);
DESIGN 1 (promise 2), 6 (two people, really). Không có ngoại lệ.
Per person, over all duties and delegations, over all versions of the edition, in both directions: whoever
wrote never checks or approves, whoever took a step takes no other step and never writes.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from lantoa.common.problems import Problem
from lantoa.content.models import Approval

DONE: dict[str, str] = {
    Approval.Step.POLICY_CHECK: "kiểm tra chính sách",
    Approval.Step.LEADER: "lãnh đạo duyệt",
    Approval.Step.WARD_LEADER: "duyệt phát tại phường, xã",
}


@dataclass(frozen=True)
class Taken:
    """A step that a person took on any version of the edition, passed or returned."""

    step: str
    person_id: int


def problems_with_step(
    person_id: int, step: str, writer_ids: Collection[int], taken: Iterable[Taken]
) -> list[Problem]:
    """Why this person may not take this step."""
    if person_id in writer_ids:
        says = (
            "Anh chị đã viết hoặc sửa bản này nên không được kiểm tra hay duyệt nó. "
            "Nhờ người khác có nhiệm vụ này, kể cả khi anh chị được ủy quyền."
        )
        return [Problem("author_approves", says)]
    other = {t.step for t in taken if t.person_id == person_id and t.step != step}
    if other:
        done = ", ".join(dict.fromkeys(DONE.get(one, "duyệt thêm") for one in sorted(other)))
        says = f"Anh chị đã làm bước {done} của bản này nên không làm thêm bước khác. Nhờ người khác."
        return [Problem("two_steps", says)]
    return []


def problems_with_writing(person_id: int, taken: Iterable[Taken]) -> list[Problem]:
    """Why this person may not write in the edition."""
    if any(t.person_id == person_id for t in taken):
        says = (
            "Anh chị đã kiểm tra hoặc duyệt bản này nên không sửa chữ của nó. "
            "Trả lại kèm lý do để người soạn sửa."
        )
        return [Problem("approver_writes", says)]
    return []


def is_two_people(writer_ids: Collection[int], taken: Iterable[Taken]) -> bool:
    """Do the rows themselves keep the rule? Asked again whenever something is about to go out."""
    steps: dict[int, set[str]] = {}
    for one in taken:
        steps.setdefault(one.person_id, set()).add(one.step)
    return not (steps.keys() & set(writer_ids)) and all(len(own) == 1 for own in steps.values())
