"""Một thay đổi phải nêu rõ nó tác động lên đâu; văn bản không tự thay đổi chính mình.

Căn cứ: Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 (nêu rõ điều, khoản, điểm được sửa đổi).
"""

from lantoa.common.problems import Problem
from lantoa.library.models import Effect


def problems_with(effect: Effect) -> list[Problem]:
    """Why this effect cannot be recorded, or nothing."""
    found = []
    if effect.provision and effect.provision.document_id != effect.document_id:
        found.append(
            Problem(
                "provision_of_another",
                f"{effect.provision} không thuộc {effect.document}. Chọn lại điều khoản.",
                "provisions",
            )
        )
    if effect.source_id and effect.source_id == effect.document_id and effect.kind != Effect.Kind.CORRECT:
        found.append(
            Problem(
                "changes_itself",
                "Văn bản không tự thay đổi chính mình. Chọn văn bản mới làm thay đổi nó.",
                "source",
            )
        )
    if effect.relation and (
        effect.relation.target_id != effect.document_id
        or (effect.source_id and effect.relation.source_id != effect.source_id)
    ):
        found.append(
            Problem(
                "relation_of_others",
                f"Quan hệ “{effect.relation}” nói về văn bản khác. Chọn lại quan hệ.",
                "relation",
            )
        )
    if effect.kind == Effect.Kind.SUPPLEMENT and not effect.added_eid:
        found.append(
            Problem(
                "added_place_missing",
                "Chưa rõ bổ sung chỗ nào. Chọn đúng một Điều hoặc khoản chứa chỗ mới, rồi chép lời mới kèm số"
                " của nó, ví dụ: “2a. Hộ cận nghèo …”. Thêm một Điều mới thì chọn “Toàn bộ văn bản”.",
                "new_words",
            )
        )
    if effect.old_phrase and effect.new_words:
        found.append(
            Problem(
                "phrase_or_words",
                "Chỉ ghi một trong hai: cụm từ được thay, hoặc lời mới của cả điều khoản.",
                "new_words",
            )
        )
    if effect.new_words and effect.provision_id is None and not effect.added_eid:
        found.append(
            Problem(
                "new_words_without_place",
                "Lời mới chỉ ghi được cho một điều khoản. Chọn đúng một điều khoản, hoặc bỏ trống lời mới.",
                "new_words",
            )
        )
    if effect.replaced_by and effect.replaced_by.document_id == effect.document_id:
        found.append(
            Problem(
                "replaced_by_itself",
                "Điều khoản thay thế phải nằm trong văn bản khác.",
                "replaced_by",
            )
        )
    return found
