"""Posters, pano, banners, notice boards and printed leaflets: what hangs where, what was handed out."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from lantoa.common.models import StoredFile
from lantoa.content.models import EditionVersion
from lantoa.deliveries.models import Delivery
from lantoa.people.models import Unit
from lantoa.plans.models import PlanItem


class Display(models.Model):
    """Pano, áp phích, băng rôn: an approved edition at a place between two dates.

    latitude, longitude: degrees, WGS 84; both or neither.
    """

    class Kind(models.TextChoices):
        POSTER = "poster", "Áp phích"
        PANO = "pano", "Pano"
        BANNER = "banner", "Băng rôn"
        NOTICE = "notice", "Bảng tin"

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
    latitude = models.DecimalField("vĩ độ", max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField("kinh độ", max_digits=8, decimal_places=5, null=True, blank=True)
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

    RESTS = Q(delivery__isnull=True)  # put up: then its delivery does

    class Meta:
        verbose_name = "pano, áp phích, băng rôn"
        ordering = ["-put_up_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(take_down_on__isnull=True) | Q(take_down_on__gte=F("put_up_on")),
                name="taken_down_after_put_up",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="a_point_has_both_degrees",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} tại {self.place}"

    @property
    def point(self) -> tuple[Decimal, Decimal] | None:
        """Latitude and longitude, where somebody measured the place."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


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


class PrintRun(models.Model):
    """Đợt in: copies of an approved leaflet or poster, kept by a unit until they are handed out."""

    version = models.ForeignKey(
        EditionVersion, models.PROTECT, related_name="print_runs", verbose_name="bản đã duyệt"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="print_runs", verbose_name="đơn vị giữ")
    plan_item = models.ForeignKey(
        PlanItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="print_runs",
        verbose_name="nội dung kế hoạch",
    )
    copies = models.PositiveIntegerField("số tờ in")
    printed_on = models.DateField("ngày in")
    hand_out_until = models.DateField("phát đến hết ngày", null=True, blank=True)
    printer = models.CharField("nơi in", max_length=200, blank=True)
    beyond_end_why = models.CharField("lý do vẫn in", max_length=300, blank=True)
    pulped = models.PositiveIntegerField("số tờ đã hủy", default=0)
    pulped_why = models.CharField("lý do hủy", max_length=300, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người lập"
    )

    class Meta:
        verbose_name = "đợt in"
        ordering = ["-printed_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(copies__gt=0), name="a_print_run_has_copies"),
            models.CheckConstraint(condition=Q(pulped__lte=F("copies")), name="pulped_within_the_run"),
        ]

    def __str__(self) -> str:
        return f"{self.copies} tờ in ngày {self.printed_on:%d/%m/%Y}"


class HandOut(models.Model):
    """Lượt phát: copies of a print run given out in a ward on a day; one line of the ledger."""

    run = models.ForeignKey(PrintRun, models.PROTECT, related_name="hand_outs", verbose_name="đợt in")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="hand_outs", verbose_name="địa bàn")
    copies = models.PositiveIntegerField("số tờ")
    on = models.DateField("ngày phát")
    place = models.CharField("phát ở đâu", max_length=200, blank=True)
    delivery = models.OneToOneField(
        Delivery, models.PROTECT, related_name="hand_out", verbose_name="dòng sổ đầu tiên"
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    taken_back_why = models.CharField("lý do ghi lại", max_length=300, blank=True)

    class Meta:
        verbose_name = "lượt phát tờ rơi"
        ordering = ["on", "id"]
        constraints = [models.CheckConstraint(condition=Q(copies__gt=0), name="a_hand_out_has_copies")]

    def __str__(self) -> str:
        return f"{self.copies} tờ, {self.on:%d/%m/%Y}"
