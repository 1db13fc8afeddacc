"""Reference data of this area: the topics of policy that the plan names (mục II.2) and that offices add."""

from django.db import transaction

from lantoa.library.models import Topic

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
