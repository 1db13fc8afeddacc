"""Stations and airings: an approved script at a time. A stop is a row, so nothing planned is lost."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.common.dates import VIETNAM
from lantoa.content.models import EditionVersion
from lantoa.deliveries.models import Delivery
from lantoa.people.models import Unit
from lantoa.plans.models import PlanItem


class Station(models.Model):
    """Đài: a city's or ward's loudspeaker station with its operating rule (data of the unit, not law)."""

    name = models.CharField("tên đài", max_length=160)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="stations", verbose_name="thuộc đơn vị")
    serves = models.ForeignKey(Unit, models.PROTECT, related_name="served_by", verbose_name="phục vụ địa bàn")
    needs_ward_approval = models.BooleanField("lãnh đạo phường, xã duyệt trước khi phát", default=True)
    morning_from = models.TimeField("buổi sáng từ", default=time(5, 0))
    morning_to = models.TimeField("buổi sáng đến", default=time(6, 30))
    evening_from = models.TimeField("buổi chiều từ", default=time(17, 0))
    evening_to = models.TimeField("buổi chiều đến", default=time(18, 30))
    minutes_a_session = models.PositiveSmallIntegerField("tối đa mỗi buổi (phút)", default=45)
    clusters = models.PositiveSmallIntegerField("số cụm loa", null=True, blank=True)
    rule_basis = models.CharField("quy chế hoạt động", max_length=300, blank=True)
    valid_from = models.DateField("hoạt động từ", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "đài truyền thanh"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def ward_that_approves(self) -> Unit | None:
        """The unit whose leader must approve what this station airs, or None."""
        return self.serves if self.needs_ward_approval else None


class StationPace(models.Model):
    """Nhịp đọc: how many words a minute a station reads from a day on, and where the figure comes from.

    Of two rows from one day the later written one counts.
    """

    station = models.ForeignKey(Station, models.PROTECT, related_name="paces", verbose_name="đài")
    words_a_minute = models.PositiveSmallIntegerField("số từ một phút")
    valid_from = models.DateField("áp dụng từ")
    source = models.CharField("nguồn của con số", max_length=300)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi"
    )
    set_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "nhịp đọc"
        ordering = ["valid_from", "id"]

    def __str__(self) -> str:
        return f"{self.station}: {self.words_a_minute} từ một phút"


class Airing(models.Model):
    """Lượt phát: one approved version at one station at one time."""

    station = models.ForeignKey(Station, models.PROTECT, related_name="airings", verbose_name="đài")
    version = models.ForeignKey(EditionVersion, models.PROTECT, related_name="airings", verbose_name="bài")
    plan_item = models.ForeignKey(
        PlanItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="airings",
        verbose_name="nội dung kế hoạch",
    )
    starts_at = models.DateTimeField("bắt đầu")
    minutes = models.PositiveSmallIntegerField("thời lượng (phút)")
    scheduled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người lên lịch"
    )
    scheduled_at = models.DateTimeField("lên lịch lúc")
    stopped_at = models.DateTimeField("dừng lúc", null=True, blank=True)
    stopped_why = models.CharField("lý do dừng", max_length=400, blank=True)
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người dừng",
    )
    delivery = models.OneToOneField(
        Delivery,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="airing",
        verbose_name="dòng sổ đầu tiên",
    )

    RESTS = Q(stopped_at__isnull=True, delivery__isnull=True)  # told: then its delivery does

    class Meta:
        verbose_name = "lượt phát"
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["station", "starts_at"])]
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gte=1), name="an_airing_lasts_a_minute"),
            models.CheckConstraint(
                condition=Q(stopped_at__isnull=True) | ~Q(stopped_why=""), name="a_stop_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version.edition.article} - {self.station}"

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def day(self) -> date:
        """The day in Vietnam on which it airs."""
        return self.starts_at.astimezone(VIETNAM).date()

    @property
    def local_start(self) -> datetime:
        return self.starts_at.astimezone(VIETNAM)
