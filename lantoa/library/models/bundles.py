"""Sets of documents and policies on their way to the people who write."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.library.models.documents import Document
from lantoa.library.models.policies import Policy
from lantoa.people.models import Unit


class Bundle(models.Model):
    """Bộ tài liệu: documents and policies handed to the people who write (mục IV.1)."""

    title = models.CharField("tên bộ tài liệu", max_length=200)
    note = models.TextField("lời dặn", blank=True)
    from_unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="bundles_sent", verbose_name="đơn vị giao"
    )
    to_unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="bundles_received", verbose_name="đơn vị nhận"
    )
    due_on = models.DateField("hạn soạn bài", null=True, blank=True)
    documents = models.ManyToManyField(Document, related_name="bundles", verbose_name="văn bản", blank=True)
    policies = models.ManyToManyField(Policy, related_name="bundles", verbose_name="chính sách", blank=True)
    handed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người giao"
    )
    handed_at = models.DateTimeField("giao lúc")
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người nhận",
    )
    acknowledged_at = models.DateTimeField("nhận lúc", null=True, blank=True)

    class Meta:
        verbose_name = "bộ tài liệu"
        ordering = ["-handed_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=True) | Q(acknowledged_by__isnull=False),
                name="a_receipt_names_its_receiver",
            )
        ]

    def __str__(self) -> str:
        return self.title
