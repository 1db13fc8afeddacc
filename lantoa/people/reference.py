"""Reference data of this area: the audience kinds of the plan (mục II.1, II.2) and of common practice.

Meanings come from the documents named beside them; a row that nobody checked says so and stays editable.
"""

from django.db import transaction

from lantoa.people.models import AudienceGroup, AudienceKind

PLAN = "Kế hoạch truyền thông giảm nghèo 2025, mục II"
UNTIL_2026 = "Nghị định 07/2021/NĐ-CP, Điều 3 (đến hết 31/12/2026)"
FROM_2027 = "Nghị định 351/2025/NĐ-CP (từ 01/01/2027)"
# key, name, group, meaning, source, verified
KINDS = [
    (
        "ho-ngheo", "Hộ nghèo", AudienceGroup.HOUSEHOLD,
        "Hộ được công nhận hộ nghèo qua rà soát theo chuẩn nghèo đa chiều đang áp dụng tại địa bàn.",
        UNTIL_2026 + "; " + FROM_2027, True,
    ),
    (
        "ho-can-ngheo", "Hộ cận nghèo", AudienceGroup.HOUSEHOLD,
        "Hộ được công nhận hộ cận nghèo qua rà soát theo chuẩn nghèo đa chiều đang áp dụng tại địa bàn.",
        UNTIL_2026 + "; " + FROM_2027, True,
    ),
    (
        "ho-moi-thoat-ngheo", "Hộ mới thoát nghèo", AudienceGroup.HOUSEHOLD,
        "Hộ từng nghèo hoặc cận nghèo, đã ra khỏi danh sách chưa quá 3 năm "
        "(cách hiểu của chính sách tín dụng).",
        "Quyết định 28/2015/QĐ-TTg; Quyết định 02/2021/QĐ-TTg", True,
    ),
    (
        "ho-muc-song-trung-binh", "Hộ có mức sống trung bình", AudienceGroup.HOUSEHOLD,
        "Hộ có thu nhập trên mức cận nghèo đến mức trung bình theo chuẩn của giai đoạn.",
        UNTIL_2026 + "; khoảng thu nhập chưa đối chiếu với văn bản, mức từ năm 2027 chưa rõ", False,
    ),
    (
        "ho-hoan-canh-kho-khan", "Hộ có hoàn cảnh khó khăn", AudienceGroup.HOUSEHOLD,
        "Chưa có định nghĩa chung; do phường, xã xác nhận theo từng chính sách.", PLAN, False,
    ),
    (
        "ban-chi-dao", "Thành viên Ban Chỉ đạo giảm nghèo", AudienceGroup.OFFICIAL,
        "Thành viên ban chỉ đạo của thành phố, phường, xã.", PLAN, True,
    ),
    (
        "cong-chuc-giam-ngheo", "Công chức làm công tác giảm nghèo", AudienceGroup.OFFICIAL,
        "Cán bộ, công chức được giao theo dõi công tác giảm nghèo.", PLAN, True,
    ),
]  # fmt: skip


@transaction.atomic
def load_audience_kinds() -> int:
    """Add the audience kinds that are missing; what an office edited stays. How many are new."""
    new = 0
    for order, (key, name, group, meaning, source, verified) in enumerate(KINDS):
        _, made = AudienceKind.objects.get_or_create(
            key=key,
            defaults={
                "name": name, "group": group, "meaning": meaning, "source": source,
                "verified": verified, "order": order,
            },
        )  # fmt: skip
        new += made
    return new
