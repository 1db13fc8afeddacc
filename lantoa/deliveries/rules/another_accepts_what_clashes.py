"""Bằng chứng lệch ngày, lệch nơi hoặc dùng lại chỉ được tính khi một người khác xem và chấp nhận, có lý do.

Căn cứ: cách làm của phần mềm, không phải quy định pháp luật: việc tự báo và việc xem xét là của hai người.
"""

from collections.abc import Collection

from lantoa.common.problems import Problem
from lantoa.deliveries.models import Evidence


def problems_with_decision(
    evidence: Evidence, decided: bool, person: int, involved: Collection[int | None], why: str
) -> list[Problem]:
    """Why this person may not decide. involved: who recorded the deed or handed the evidence in."""
    if not evidence.clashes:
        return [Problem("nothing_to_decide", "Bằng chứng này không có chỗ lệch nào cần xem.")]
    if decided:
        return [Problem("already_decided", "Bằng chứng này đã có người xem và quyết định.")]
    if person in involved:
        says = "Anh chị là người ghi lượt này hoặc nộp bằng chứng, nên người khác phải xem."
        return [Problem("own_evidence", says)]
    if not why.strip():
        return [Problem("decision_why", "Ghi vì sao chấp nhận hoặc không chấp nhận.", "why")]
    return []
