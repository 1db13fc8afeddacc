"""Rút bài phải nói vì sao: chọn loại lý do; “được thay” thì nêu bản thay, “lý do khác” thì ghi bằng chữ.

Căn cứ: Kế hoạch truyền thông 2025, mục II.2 (nội dung là chính sách đang đúng); DESIGN 6 (withdrawn: typed
reason, replacement).
"""

from lantoa.common.problems import Problem
from lantoa.content.models import WithdrawnKind


def problems_with_withdrawal(kind: str, why: str, has_replacement: bool) -> list[Problem]:
    """What the reason lacks."""
    if kind not in WithdrawnKind.values:
        return [Problem("withdrawal_kind", "Chọn một loại lý do có trong danh sách.", "kind")]
    if kind == WithdrawnKind.OTHER and not why.strip():
        return [Problem("reason_missing", "Ghi vì sao rút bài.", "why")]
    if kind == WithdrawnKind.REPLACED and not has_replacement:
        says = "Chọn bản dùng thay. Chưa có bản thay thì chọn loại lý do khác."
        return [Problem("replacement_missing", says, "replaced_by")]
    return []
