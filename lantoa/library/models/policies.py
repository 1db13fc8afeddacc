"""Policies, the provisions that they rest on and their dated amounts."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from lantoa.library.models.documents import Provision, Topic
from lantoa.library.models.effects import Effect
from lantoa.library.models.standards import Area
from lantoa.library.wording import searchable
from lantoa.people.models import AudienceKind


class PinnedCitation(models.Model):
    """Trích dẫn ghim: a passage pinned to the fingerprint of a provision's words on a day. Abstract.

    What uses it (articles, legal bases, policies, answers) has its own table.
    """

    provision = models.ForeignKey(Provision, models.PROTECT, related_name="+", verbose_name="điều khoản")
    fingerprint = models.CharField("dấu vân lúc dẫn", max_length=64)
    quoted = models.TextField("lời được dẫn", blank=True)
    pinned_on = models.DateField("ghim ngày")

    class Meta:
        abstract = True


class Policy(models.Model):
    """Chính sách: who gets what, under which condition, by which provisions."""

    class State(models.TextChoices):
        DRAFT = "draft", "Bản nháp"
        PUBLISHED = "published", "Đã công bố"
        WITHDRAWN = "withdrawn", "Đã rút"

    title = models.CharField("tên chính sách", max_length=200)
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="policies", verbose_name="chủ đề")
    audiences = models.ManyToManyField(AudienceKind, related_name="policies", verbose_name="ai được hưởng")
    benefit = models.TextField("được hưởng gì, bằng lời dễ hiểu")
    area = models.CharField("áp dụng ở", max_length=10, choices=Area.choices, blank=True)
    area_condition = models.CharField("điều kiện địa bàn", max_length=200, blank=True)
    where_to_apply = models.CharField("nộp hồ sơ ở đâu", max_length=300, blank=True)
    valid_from = models.DateField("áp dụng từ ngày", null=True, blank=True)
    valid_to = models.DateField("áp dụng đến hết ngày", null=True, blank=True)
    state = models.CharField("trạng thái", max_length=20, choices=State.choices, default=State.DRAFT)
    checked_on = models.DateField("kiểm chứng ngày", null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người kiểm",
    )
    source = models.CharField("nguồn", max_length=300, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người soạn"
    )
    published_at = models.DateTimeField("công bố lúc", null=True, blank=True)
    withdrawn_at = models.DateTimeField("rút lúc", null=True, blank=True)
    withdrawn_why = models.CharField("lý do rút", max_length=300, blank=True)
    folded = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = "chính sách"
        ordering = ["topic__order", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="policy_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded = searchable(self.title, self.benefit, self.area_condition)
        super().save(*args, **kwargs)


class PolicyBasis(PinnedCitation):
    """Căn cứ của chính sách: a provision that a policy rests on."""

    policy = models.ForeignKey(Policy, models.CASCADE, related_name="bases", verbose_name="chính sách")

    class Meta:
        verbose_name = "căn cứ của chính sách"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["policy", "provision"], name="one_basis_a_provision")]

    def __str__(self) -> str:
        return str(self.provision)


class BasisClearing(models.Model):
    """Đã đối chiếu căn cứ: a person read one change against one basis and says the policy still holds.

    Clears this cause for this basis alone; every other cause and every other basis stays suspect.
    """

    basis = models.ForeignKey(PolicyBasis, models.CASCADE, related_name="clearings", verbose_name="căn cứ")
    cause = models.ForeignKey(Effect, models.PROTECT, related_name="+", verbose_name="thay đổi")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người đối chiếu"
    )
    at = models.DateTimeField("lúc")
    why = models.CharField("lý do", max_length=300)

    class Meta:
        verbose_name = "đã đối chiếu căn cứ"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["basis", "cause"], name="one_basis_clearing_a_cause")]

    def __str__(self) -> str:
        return f"{self.basis}: {self.why}"


class PolicyParameter(models.Model):
    """Mức, ngưỡng của chính sách: an amount or threshold for a period, with its reference."""

    policy = models.ForeignKey(Policy, models.CASCADE, related_name="parameters", verbose_name="chính sách")
    name = models.CharField("tên mức", max_length=120)
    value = models.CharField("giá trị", max_length=120)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    reference = models.CharField("nguồn", max_length=300, blank=True)
    provision = models.ForeignKey(
        Provision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="điều khoản"
    )
    verified = models.BooleanField("đã kiểm chứng", default=False)
    checked_on = models.DateField("kiểm chứng ngày", null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người kiểm",
    )

    class Meta:
        verbose_name = "mức, ngưỡng"
        ordering = ["name", "valid_from"]

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"
