"""Chỉ trả tiền cho những lượt đã chứng minh được.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4 (thanh quyết toán kinh phí theo quy định). Phần kinh phí của số
lượt đã chứng minh tính đều theo số lượng của kế hoạch là cách làm của sản phẩm.
A telling (a delivery with its corrections) counts when by its newest line it was done, has at least
LEAST_GRADE of proof, and no payment that stands names it, for whichever item.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from lantoa.common.problems import Problem
from lantoa.deliveries.tellings import Telling

LEAST_GRADE = 3  # E3: the register's or the machine's own record. A parameter of ours, not of the law.


@dataclass(frozen=True)
class Proof:
    """What matters of one telling: was it done, its grade 0..5, is it already paid for."""

    done: bool
    grade: int
    paid_before: bool
    name: str
    is_of_item: bool = True


def doubt_about_paid(telling: Telling, least_grade: int = LEAST_GRADE) -> str:
    """Why a telling that was paid would not be paid today, "" when it would: its newest line withdrew deed
    or proof."""
    if not telling.counts:
        return "Dòng mới nhất ghi lượt này không được tính là đã truyền thông."
    if telling.grade < least_grade:
        return (
            f"Dòng mới nhất chỉ còn chứng minh ở mức E{telling.grade}, dưới mức E{least_grade} để trả tiền."
        )
    return ""


def problems_with_payment(
    quantity: int | None, proofs: Iterable[Proof], least_grade: int = LEAST_GRADE
) -> list[Problem]:
    """Why these tellings are not paid by one payment. quantity None: as many as are named; all are proven."""
    proofs = list(proofs)
    problems = [
        Problem(
            "of_another_item",
            f"“{proof.name}” không thuộc nội dung này. Bỏ chọn, hoặc sửa nội dung của lượt đó trước.",
            "deliveries",
        )
        for proof in proofs
        if not proof.is_of_item
    ]
    problems += [
        Problem(
            "paid_twice", f"“{proof.name}” đã được trả tiền ở khoản khác. Bỏ chọn lượt này.", "deliveries"
        )
        for proof in proofs
        if proof.paid_before
    ]
    proven = sum(1 for p in proofs if p.done and p.grade >= least_grade and not p.paid_before)
    wanted = max(quantity or 0, sum(1 for p in proofs if not p.paid_before))
    if wanted > proven:
        problems.append(
            Problem(
                "above_proven",
                f"Đề nghị trả {wanted} lượt nhưng chỉ chứng minh được {proven} lượt "
                f"(từ mức E{least_grade}). "
                "Bổ sung nhật ký, ảnh hoặc giảm số lượng.",
                "quantity",
            )
        )
    return problems


def share_proven(estimate_vnd: int, quantity: int | None, proven: Fraction) -> int:
    """How much of an estimate is proven: in proportion to what the plan counts, never more than all of it.

    quantity None: the plan does not say how many, so nothing is known to be proven.
    """
    if not quantity:
        return 0
    return int(estimate_vnd * min(proven, Fraction(quantity)) / quantity)
