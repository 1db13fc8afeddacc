"""Frozen reports: figures with the records they came from, never recomputed in place."""

from django.conf import settings
from django.db import models

from lantoa.people.models import Unit
from lantoa.plans.models import Plan


class Report(models.Model):
    """Báo cáo: a year's figures frozen with their record set and the head of the audit chain. Append-only.

    figures: [{"key", "label", "value", "unit", "records": [[model, id], ...]}].
    """

    title = models.CharField("tên báo cáo", max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reports", verbose_name="đơn vị báo cáo")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reports", verbose_name="kế hoạch")
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến ngày")
    units_of = models.DateField("theo đơn vị ngày")
    figures = models.JSONField("số liệu")
    ledger_position = models.PositiveBigIntegerField("sổ đến dòng")
    audit_head = models.CharField("niêm nhật ký", max_length=64)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người lập"
    )
    frozen_at = models.DateTimeField("chốt lúc")

    class Meta:
        verbose_name = "báo cáo"
        ordering = ["-frozen_at"]

    def __str__(self) -> str:
        return self.title
