"""Poverty standards: who counts as what, where and when, line by line. Dated data with a source."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from lantoa.people.models import AudienceKind, Unit


class Area(models.TextChoices):
    """Loại địa bàn: a ward is urban, a commune rural, by what the unit was on the day asked."""

    URBAN = "urban", "Thành thị"
    RURAL = "rural", "Nông thôn"


class PovertyStandard(models.Model):
    """Dòng chuẩn nghèo: for one territory, area type and household category, within a period.

    A household's figures fit a line when income > `income_above_vnd`, income <= `income_upto_vnd`,
    deprivations >= `deprived_from` and deprivations < `deprived_below`; a bound of None asks nothing.
    Income is in đồng a person a month. Both days of the period are included. Withdrawn, never deleted.
    """

    territory = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="địa bàn (trống: cả nước)"
    )
    area = models.CharField("loại địa bàn", max_length=10, choices=Area.choices)
    category = models.ForeignKey(AudienceKind, models.PROTECT, related_name="+", verbose_name="loại hộ")
    income_above_vnd = models.PositiveBigIntegerField("thu nhập trên", null=True, blank=True)
    income_upto_vnd = models.PositiveBigIntegerField("thu nhập đến hết", null=True, blank=True)
    deprived_from = models.PositiveSmallIntegerField("thiếu hụt từ", null=True, blank=True)
    deprived_below = models.PositiveSmallIntegerField("thiếu hụt dưới", null=True, blank=True)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    reference = models.CharField("văn bản, điều khoản", max_length=300)
    source = models.CharField("nguồn đối chiếu", max_length=300, blank=True)
    note = models.CharField("ghi chú", max_length=300, blank=True)
    checked_on = models.DateField("kiểm chứng ngày", null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người kiểm",
    )
    shipped_key = models.CharField(max_length=60, null=True, editable=False, unique=True)
    withdrawn_why = models.CharField("lý do bỏ", max_length=300, blank=True)

    class Meta:
        verbose_name = "dòng chuẩn nghèo"
        ordering = ["territory_id", "-valid_from", "area", "category__order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="standard_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(income_above_vnd__isnull=True)
                | Q(income_upto_vnd__isnull=True)
                | Q(income_upto_vnd__gt=F("income_above_vnd")),
                name="standard_income_band_is_not_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category}, {self.get_area_display().lower()}"

    @property
    def verified(self) -> bool:
        """Has someone held it against its source? What nobody checked is never told as law."""
        return self.checked_on is not None
