"""Posters, pano, banners: what hangs where, from when to when."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from lantoa.common.models import StoredFile
from lantoa.content.models import EditionVersion
from lantoa.deliveries.models import Delivery
from lantoa.people.models import Unit
from lantoa.plans.models import PlanItem


class Display(models.Model):
    """Pano, áp phích, băng rôn: an approved edition at a place between two dates."""

    class Kind(models.TextChoices):
        POSTER = "poster", "Áp phích"
        PANO = "pano", "Pano"
        BANNER = "banner", "Băng rôn"

    kind = models.CharField("loại", max_length=20, choices=Kind.choices)
    version = models.ForeignKey(
        EditionVersion, models.PROTECT, related_name="displays", verbose_name="bản đã duyệt"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="displays", verbose_name="địa bàn")
    plan_item = models.ForeignKey(
        PlanItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="displays",
        verbose_name="nội dung kế hoạch",
    )
    place = models.CharField("nơi treo", max_length=200)
    size = models.CharField("kích thước", max_length=60, blank=True)
    material = models.CharField("chất liệu", max_length=60, blank=True)
    copies = models.PositiveSmallIntegerField("số tấm", default=1)
    put_up_on = models.DateField("ngày treo")
    take_down_on = models.DateField("ngày hạ dự kiến", null=True, blank=True)
    beyond_end_why = models.CharField("lý do vẫn treo quá ngày hết đúng", max_length=300, blank=True)
    taken_down_on = models.DateField("đã hạ ngày", null=True, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người lập"
    )
    delivery = models.OneToOneField(
        Delivery,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="display",
        verbose_name="dòng sổ đầu tiên",
    )

    class Meta:
        verbose_name = "pano, áp phích, băng rôn"
        ordering = ["-put_up_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(take_down_on__isnull=True) | Q(take_down_on__gte=F("put_up_on")),
                name="taken_down_after_put_up",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} tại {self.place}"


class DisplayPhoto(models.Model):
    """Ảnh nơi treo: proof of putting up or taking down."""

    class When(models.TextChoices):
        PUT_UP = "put_up", "Lúc treo"
        TAKEN_DOWN = "taken_down", "Lúc hạ"

    display = models.ForeignKey(Display, models.CASCADE, related_name="photos", verbose_name="nơi treo")
    when = models.CharField("lúc", max_length=20, choices=When.choices)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="ảnh")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người nộp"
    )
    added_at = models.DateTimeField("nộp lúc")

    class Meta:
        verbose_name = "ảnh nơi treo"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_when_display()
