"""Chỉ trả tiền cho những lượt đã chứng minh được.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4 (thanh quyết toán kinh phí theo quy định).
A telling (a delivery with its corrections) counts when by its newest line it was done, has at least
LEAST_GRADE of proof, and no payment that stands names it, for whichever item.
"""

from collections.abc import Iterable
from dataclasses import dataclass

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
    """Why this many may not be paid on these deliveries. quantity None: not paid by the piece."""
    proofs = list(proofs)
    problems = [
        Problem(
            "paid_twice", f"“{proof.name}” đã được trả tiền ở khoản khác. Bỏ chọn lượt này.", "deliveries"
        )
        for proof in proofs
        if proof.paid_before
    ]
    proven = sum(1 for p in proofs if p.done and p.grade >= least_grade and not p.paid_before)
    if quantity is not None and quantity > proven:
        problems.append(
            Problem(
                "above_proven",
                f"Đề nghị trả {quantity} lượt nhưng chỉ chứng minh được {proven} lượt "
                f"(từ mức E{least_grade}). "
                "Bổ sung nhật ký, ảnh hoặc giảm số lượng.",
                "quantity",
            )
        )
    return problems
