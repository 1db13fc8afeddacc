"""Khoản chi chỉ được coi là đủ khi một người khác đã xem chứng từ và bằng chứng.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4. Hai người cho mỗi khoản chi là cách làm của sản phẩm: người ghi
khoản chi, nộp chứng từ hoặc nêu lượt được trả thì không tự soát.
"""

from collections.abc import Collection, Sequence

from lantoa.common.problems import Problem


def problems_with_checker(checker: int, hands: Collection[int]) -> list[Problem]:
    """hands: ids of those who wrote the payment, handed in its papers or named its tellings."""
    if checker not in hands:
        return []
    says = "Anh chị đã ghi khoản chi này hoặc nộp chứng từ của nó. Người khác soát."
    return [Problem("own_payment", says)]


def problems_with_verdict(accepted: bool, note: str, lacking: Sequence[str]) -> list[Problem]:
    """lacking: what the payment still lacks; then it is not found complete, only sent back with words."""
    if accepted and lacking:
        says = f"Chưa xác nhận đủ được: còn thiếu {', '.join(lacking)}."
        return [Problem("lacking", says)]
    if not accepted and not note.strip():
        return [Problem("why", "Ghi điều còn thiếu hoặc chưa đúng để người ghi khoản chi bổ sung.", "note")]
    return []
