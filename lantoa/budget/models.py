"""Money in whole đồng: spending lines against a plan item and a source, with their papers; settlement."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.common.models import StoredFile
from lantoa.common.money import say_vnd
from lantoa.deliveries.models import Delivery
from lantoa.people.models import Unit
from lantoa.plans.models import FundingSource, PlanItem


class Spending(models.Model):
    """Khoản chi: a payment for a plan item from one source. Append-only; a correction is a line of its own.

    amount_vnd may be negative only in a line that corrects another.
    """

    position = models.PositiveBigIntegerField("số thứ tự sổ", unique=True)
    item = models.ForeignKey(PlanItem, models.PROTECT, related_name="spending", verbose_name="nội dung")
    source = models.ForeignKey(FundingSource, models.PROTECT, related_name="spending", verbose_name="nguồn")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="spending", verbose_name="đơn vị chi")
    what = models.CharField("chi cho", max_length=300)
    payee = models.CharField("đơn vị nhận tiền", max_length=200, blank=True)
    quantity = models.PositiveIntegerField("số lượng trả tiền", null=True, blank=True)
    amount_vnd = models.BigIntegerField("số tiền (đồng)")
    spent_on = models.DateField("ngày chi")
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name="sửa dòng"
    )
    deliveries = models.ManyToManyField(
        Delivery, related_name="spending", verbose_name="lượt truyền thông được trả tiền", blank=True
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")

    RESTS = Q(corrects__isnull=True, corrected_by__isnull=True)  # what keeps its item and source in the plan

    class Meta:
        verbose_name = "khoản chi"
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount_vnd__gt=0) | Q(corrects__isnull=False), name="a_payment_is_above_zero"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} ({say_vnd(self.amount_vnd)})"


class SpendingPaper(models.Model):
    """Chứng từ: an invoice, contract, roster ... of a payment. Append-only."""

    class Kind(models.TextChoices):
        CONTRACT = "contract", "Hợp đồng"
        INVOICE = "invoice", "Hóa đơn"
        ACCEPTANCE = "acceptance", "Biên bản nghiệm thu"
        RECEIPT_LIST = "receipt_list", "Danh sách ký nhận"
        OTHER = "other", "Giấy tờ khác"

    spending = models.ForeignKey(Spending, models.PROTECT, related_name="papers", verbose_name="khoản chi")
    kind = models.CharField("loại", max_length=20, choices=Kind.choices)
    number = models.CharField("số", max_length=60, blank=True)
    dated = models.DateField("ngày", null=True, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người nộp"
    )
    added_at = models.DateTimeField("nộp lúc")

    class Meta:
        verbose_name = "chứng từ"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_kind_display()
