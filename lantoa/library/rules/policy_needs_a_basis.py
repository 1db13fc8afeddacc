"""Chính sách chỉ được công bố khi đã kiểm chứng và dựa trên điều khoản đã kiểm chứng, đang đứng vững.

Căn cứ: Kế hoạch truyền thông giảm nghèo 2025, mục I.1, IV.1 (cung cấp chính sách đúng, cập nhật); DESIGN 4.
"""

from collections.abc import Mapping, Sequence

from lantoa.common.problems import Problem
from lantoa.library.models import Policy, PolicyBasis
from lantoa.library.rules.standing_of_a_citation import PinState


def problems_with_publishing(
    policy: Policy, bases: Sequence[PolicyBasis], states: Mapping[int, PinState]
) -> list[Problem]:
    """Why it cannot be published, or nothing. states: by basis id, on the day of publishing."""
    found = []
    if policy.state != Policy.State.DRAFT:
        found.append(Problem("not_a_draft", "Chỉ bản nháp mới công bố được."))
    if not bases:
        found.append(
            Problem(
                "no_basis",
                "Chính sách chưa có căn cứ. Chọn ít nhất một điều khoản trong kho văn bản.",
                "bases",
            )
        )
    if policy.checked_on is None or policy.checked_by_id is None:
        found.append(
            Problem(
                "not_checked",
                "Chưa ai kiểm chứng chính sách này. Đối chiếu với văn bản gốc rồi bấm “Đã kiểm chứng”.",
            )
        )
    for document in {b.provision.document for b in bases if not b.provision.document.is_checked}:
        found.append(
            Problem(
                "law_not_checked", f"{document} còn mang nhãn “chưa kiểm chứng”. Kiểm chứng văn bản trước."
            )
        )
    for basis in bases:
        state = states[basis.pk]
        if not state.may_be_told:
            found.append(Problem("basis_not_standing", f"Căn cứ không còn đứng vững: {state.says}."))
    return found
