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
    tellings = models.ManyToManyField(
        Delivery,
        through="PaidTelling",
        related_name="spending",
        verbose_name="lượt truyền thông được trả tiền",
        blank=True,
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
    """Chứng từ: an invoice, contract, roster ... of a payment. Append-only.

    payee: who got the money by this paper; empty: whom the payment names.
    """

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
    payee = models.CharField("người nhận tiền theo chứng từ", max_length=200, blank=True)
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


class PaidTelling(models.Model):
    """Lượt được trả tiền: a payment names a telling, by the line that began it. Append-only.

    turn: a telling is paid once; only after a payment was taken back may another name it, in the next turn.
    """

    spending = models.ForeignKey(
        Spending, models.PROTECT, related_name="paid_tellings", verbose_name="khoản chi"
    )
    telling = models.ForeignKey(
        Delivery, models.PROTECT, related_name="payments", verbose_name="lượt truyền thông"
    )
    turn = models.PositiveSmallIntegerField("lần trả", default=1)
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người nêu"
    )
    named_at = models.DateTimeField("nêu lúc")

    class Meta:
        verbose_name = "lượt được trả tiền"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["telling", "turn"], name="a_telling_is_paid_once"),
            models.UniqueConstraint(fields=["spending", "telling"], name="a_payment_names_a_telling_once"),
        ]

    def __str__(self) -> str:
        return f"{self.telling} ({self.spending})"


class SpendingCheck(models.Model):
    """Soát khoản chi: a second person looked at a payment, its papers and its proof. Append-only.

    papers_seen, tellings_seen: how many the payment had then; what came later has not been looked at.
    """

    spending = models.ForeignKey(Spending, models.PROTECT, related_name="checks", verbose_name="khoản chi")
    accepted = models.BooleanField("đủ")
    note = models.CharField("ý kiến", max_length=300, blank=True)
    papers_seen = models.PositiveSmallIntegerField("số chứng từ đã xem")
    tellings_seen = models.PositiveSmallIntegerField("số lượt đã xem")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người soát"
    )
    at = models.DateTimeField("soát lúc")

    class Meta:
        verbose_name = "soát khoản chi"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted=True) | ~Q(note=""), name="a_refused_payment_has_a_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.spending}: {'đủ' if self.accepted else self.note}"
