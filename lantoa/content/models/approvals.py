"""What people say of a version: opinions that sign its hash, and comments on its passages."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.common.models import StoredFile
from lantoa.content.models.editions import EditionVersion
from lantoa.people.models import Unit


class Approval(models.Model):
    """Ý kiến duyệt: one step by one person on one version, signing its hash. Append-only.

    step: policy_check, leader, ward_leader (for the unit whose station airs it), or the key of a `StepKind`
    where a rule of the office asks for it; step_name: what that kind is called. unit: where the person holds
    the duty by which she signs.
    recorded_by: who entered an opinion given on paper, with its scan. review_by: only where a leader passed
    it before the policy check (duyệt gấp); the check follows by then.
    """

    class Step(models.TextChoices):
        POLICY_CHECK = "policy_check", "Kiểm tra chính sách"
        LEADER = "leader", "Lãnh đạo duyệt"
        WARD_LEADER = "ward_leader", "Lãnh đạo phường duyệt phát"

    class Decision(models.TextChoices):
        PASSED = "passed", "Đồng ý"
        RETURNED = "returned", "Trả lại"

    version = models.ForeignKey(
        EditionVersion, models.PROTECT, related_name="approvals", verbose_name="phiên bản"
    )
    step = models.CharField("bước", max_length=20)
    step_name = models.CharField("tên bước thêm", max_length=80, blank=True)
    decision = models.CharField("kết luận", max_length=20, choices=Decision.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tại đơn vị")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ai")
    at = models.DateTimeField("lúc")
    sha256 = models.CharField("mã băm đã ký", max_length=64)
    review_by = models.DateField("hậu kiểm trước ngày", null=True, blank=True)
    reason = models.TextField("ý kiến", blank=True)
    verdicts = models.JSONField("từng trích dẫn", default=list, blank=True)
    paper_scan = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="phiếu duyệt giấy"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người ghi ý kiến trên giấy",
    )

    class Meta:
        verbose_name = "ý kiến duyệt"
        ordering = ["at", "id"]
        indexes = [  # few among very many, asked for on every page of work
            models.Index(
                fields=["review_by"], condition=Q(review_by__isnull=False), name="urgent_approvals_by_day"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "step", "unit"],
                condition=Q(decision="passed"),
                name="one_pass_a_step_and_unit",
            ),
            # Check and leader pass once for all; only the wards' leaders each sign for their own station.
            models.UniqueConstraint(
                fields=["version", "step"],
                condition=Q(decision="passed") & ~Q(step="ward_leader"),
                name="one_pass_of_check_and_of_leader",
            ),
            models.CheckConstraint(
                condition=~Q(decision="returned") | ~Q(reason=""), name="a_return_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step_says}: {self.get_decision_display()}"

    @property
    def step_says(self) -> str:
        """What the step is called."""
        return self.step_name or str(Approval.Step(self.step).label)

    @property
    def carried(self) -> int:
        """How many of its verdicts were given on an earlier version, for what has not changed since."""
        return sum("carried" in verdict for verdict in self.verdicts)


class Comment(models.Model):
    """Góp ý: what a person says about one passage of a submitted version. Open until a person closes it.

    block: id of the passage, which keeps its id in the next version. Its words never change and a closed
    one stays closed (database trigger).
    """

    version = models.ForeignKey(
        EditionVersion, models.PROTECT, related_name="comments", verbose_name="phiên bản"
    )
    block = models.PositiveSmallIntegerField("đoạn")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ai")
    at = models.DateTimeField("lúc")
    text = models.TextField("lời góp ý")
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người đóng",
    )
    closed_at = models.DateTimeField("đóng lúc", null=True, blank=True)
    closed_how = models.CharField("xử lý thế nào", max_length=300, blank=True)

    class Meta:
        verbose_name = "góp ý"
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="a_closed_comment_names_who_closed_it",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]
