"""Reference data of this area: the topics of policy that the plan names (mục II.2), the poverty standards."""

from django.db import transaction

from lantoa.library.models import PovertyStandard, Topic
from lantoa.library.shipped import poverty_standards
from lantoa.people.models import AudienceKind, Unit

TOPICS = [
    ("chung", "Chuẩn nghèo và rà soát"),
    ("y-te", "Y tế, bảo hiểm y tế"),
    ("tin-dung", "Tín dụng ưu đãi"),
    ("mo-hinh", "Mô hình giảm nghèo, sinh kế"),
    ("nuoc-sach", "Nước sạch và vệ sinh"),
    ("nha-o", "Nhà ở"),
    ("giao-duc", "Giáo dục, đào tạo"),
    ("viec-lam", "Việc làm, dạy nghề"),
    ("dien", "Tiền điện"),
    ("tro-giup-phap-ly", "Trợ giúp pháp lý"),
    ("tro-giup-xa-hoi", "Trợ giúp xã hội"),
]


@transaction.atomic
def load_topics() -> int:
    """Add the topics that are missing; what an office renamed stays. How many are new."""
    new = 0
    for order, (key, name) in enumerate(TOPICS):
        new += Topic.objects.get_or_create(key=key, defaults={"name": name, "order": order})[1]
    return new


@transaction.atomic
def load_poverty_standards() -> int:
    """Add the shipped lines that are missing; what an office edited or took out stays. How many are new.

    Lines of a territory or a category that this installation does not have are left out.
    """
    units, kinds = (
        dict(Unit.objects.values_list("key", "pk")),
        dict(AudienceKind.objects.values_list("key", "pk")),
    )
    known = set(PovertyStandard.objects.values_list("shipped_key", flat=True))
    new = [
        PovertyStandard(
            territory_id=units.get(line.territory) if line.territory else None,
            area=line.area,
            category_id=kinds[line.category],
            income_above_vnd=line.income_above_vnd,
            income_upto_vnd=line.income_upto_vnd,
            deprived_from=line.deprived_from,
            deprived_below=line.deprived_below,
            valid_from=line.valid_from,
            valid_to=line.valid_to,
            reference=line.reference,
            source=line.source,
            note=line.note,
            checked_on=line.checked_on,
            shipped_key=line.key,
        )
        for line in poverty_standards()
        if line.key not in known
        and line.category in kinds
        and (line.territory is None or line.territory in units)
    ]
    return len(PovertyStandard.objects.bulk_create(new))
