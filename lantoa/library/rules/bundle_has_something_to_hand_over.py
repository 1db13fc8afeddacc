"""Bộ tài liệu giao đi phải có văn bản hoặc chính sách, giao cho đơn vị khác, còn kịp hạn.

Căn cứ: Kế hoạch truyền thông giảm nghèo 2025, mục IV.1 (cung cấp tài liệu cho Phòng Văn hóa và Thông tin).
"""

from collections.abc import Sequence
from datetime import date

from lantoa.common.problems import Problem
from lantoa.library.models import Bundle, Document, Policy


def problems_with(
    bundle: Bundle, documents: Sequence[Document], policies: Sequence[Policy], day: date
) -> list[Problem]:
    """Why it cannot be handed over, or nothing."""
    found = []
    if not documents and not policies:
        found.append(
            Problem("bundle_empty", "Bộ tài liệu đang trống. Chọn ít nhất một văn bản hoặc chính sách.")
        )
    if bundle.to_unit_id == bundle.from_unit_id:
        found.append(Problem("bundle_to_itself", "Chọn đơn vị nhận khác với đơn vị giao.", "to_unit"))
    if bundle.due_on and bundle.due_on < day:
        found.append(
            Problem("bundle_due_past", "Hạn soạn bài đã qua. Chọn ngày từ hôm nay trở đi.", "due_on")
        )
    for policy in policies:
        if policy.state != Policy.State.PUBLISHED:
            found.append(
                Problem(
                    "bundle_unpublished",
                    f"Chính sách “{policy}” chưa công bố nên chưa giao được. Công bố trước, hoặc bỏ ra.",
                    "policies",
                )
            )
    return found
