"""How an office approves: the further steps that it asks for, and in how many days each is done."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.content.models.editions import EditionKind
from lantoa.people.models import Role, Unit

UNIT_LEADER = "unit_leader"


class StepKind(models.Model):
    """Bước duyệt thêm: a step between policy check and leader that an office has thought of.

    role: the duty by which one gives it. seat: where that duty is held; None: at the unit that wrote the
    edition, and being over it is not enough. position: steps asked for together are taken in this order.
    A row is never renamed nor deleted: it is asked for by `StepRule`s, which begin and end. One kind is no
    row, because every office has it: `terms.OWN_LEADER`.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị đặt ra")
    name = models.CharField("tên bước", max_length=80)
    role = models.CharField("người có nhiệm vụ", max_length=30, choices=Role.choices)
    seat = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tại đơn vị"
    )
    position = models.PositiveSmallIntegerField("thứ tự", default=1)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "bước duyệt thêm"
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="one_step_kind_a_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """How approvals and rules name it."""
        return f"kind-{self.pk}" if self.pk else UNIT_LEADER


class StepRule(models.Model):
    """Quy định bước duyệt: in how many working days a step is done, for a unit and what lies below it.

    kind: "" is every channel. step: one of `Approval.Step`, which always stand and of which a row only sets
    the days; or the key of a `StepKind`, which is asked only where a row says so. What was submitted keeps
    the rules of that day.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="step_rules", verbose_name="đơn vị")
    kind = models.CharField("kênh", max_length=20, choices=EditionKind.choices, blank=True)
    step = models.CharField("bước", max_length=20)
    days = models.PositiveSmallIntegerField("số ngày làm việc")
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    basis = models.CharField("căn cứ", max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "quy định bước duyệt"
        ordering = ["unit_id", "step", "kind", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "step"],
                condition=Q(valid_to__isnull=True),
                name="one_open_step_rule",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")),
                name="step_rule_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(days__gte=1, days__lte=30), name="step_takes_one_to_thirty_days"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step}: {self.days} ngày làm việc"

    def covers(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
