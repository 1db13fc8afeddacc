"""Người ghi hoặc sửa một phần thì không kiểm điều ấy; chưa có người thứ hai kiểm thì chưa ra công chúng.

Căn cứ: cách làm của sản phẩm (hai người trước khi ra công chúng), theo lối duyệt bài của Kế hoạch truyền
thông 2025, mục IV.2. Không có ngoại lệ.
Per person, over all duties and delegations, for ever: whoever wrote or edited any part never checks it. Held
by law, policies, poverty standards and the public words of questions; editions have
`content.rules.author_does_not_approve`.
"""

from collections.abc import Collection

from lantoa.common.problems import Problem


def problems_with_checking(person_id: int, writer_ids: Collection[int]) -> list[Problem]:
    """Why this person may not check what these people wrote."""
    if person_id not in writer_ids:
        return []
    says = (
        "Anh chị đã ghi hoặc sửa nội dung này nên không kiểm nó được. "
        "Nhờ người khác có nhiệm vụ kiểm, kể cả khi anh chị được ủy quyền."
    )
    return [Problem("writer_checks", says)]
