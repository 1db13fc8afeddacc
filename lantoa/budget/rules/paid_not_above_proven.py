"""Chỉ trả tiền cho những lượt đã chứng minh được.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4 (thanh quyết toán kinh phí theo quy định).
A delivery counts when it was done (wholly or in part), is not corrected by a later line, has at least
LEAST_GRADE of proof, and has not been paid for by another line.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lantoa.common.problems import Problem

LEAST_GRADE = 3  # E3: the register's or the machine's own record. A parameter of ours, not of the law.


@dataclass(frozen=True)
class Proof:
    """What matters of one delivery: was it done, its grade 0..5, is it already paid for."""

    done: bool
    grade: int
    paid_before: bool
    name: str


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
