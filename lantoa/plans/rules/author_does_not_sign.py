"""Người lập, người sửa và người trình kế hoạch không tự ký kế hoạch đó.

Căn cứ: DESIGN 6 (hai người khác nhau, theo người chứ không theo chức danh); Nghị định 30/2020/NĐ-CP, Điều 12,
13 (người soạn thảo trình, người có thẩm quyền ký).
Per person, across duties and delegations.
"""

from collections.abc import Collection

from lantoa.common.problems import Problem


def problems_with_signing(signer_id: int, writer_ids: Collection[int]) -> list[Problem]:
    """writer_ids: everyone who wrote, edited or submitted the plan."""
    if signer_id not in writer_ids:
        return []
    says = "Anh chị đã lập, sửa hoặc trình kế hoạch này nên không tự ký. Nhờ lãnh đạo khác ký."
    return [Problem("author_signs", says)]
