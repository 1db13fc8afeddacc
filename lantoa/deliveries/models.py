"""The ledger: each line says that a message reached (or did not reach) a unit's people. Append-only."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from lantoa.common.dates import VIETNAM
from lantoa.common.models import StoredFile
from lantoa.content.models import EditionVersion
from lantoa.library.models import Policy
from lantoa.people.models import AudienceKind, Unit
from lantoa.plans.models import Channel, PlanItem


class Outcome(models.TextChoices):
    """Kết quả."""

    DONE = "done", "Đã thực hiện"
    PARTIAL = "partial", "Thực hiện một phần"
    NOT_DONE = "not_done", "Không thực hiện được"


class Grade(models.IntegerChoices):
    """Mức chứng minh (DESIGN 7)."""

    E0 = 0, "E0: đã lên lịch"
    E1 = 1, "E1: có người báo đã làm"
    E2 = 2, "E2: nội dung đã có tại nơi phát, khớp mã"
    E3 = 3, "E3: sổ hoặc máy ghi đã phát hết"
    E4 = 4, "E4: cảm biến ghi nhận"
    E5 = 5, "E5: có chứng kiến (nhật ký ký tên, ảnh, danh sách ký)"


class Delivery(models.Model):
    """Lượt truyền thông: an approved message meeting people of a unit. A correction names its old line.

    reach_low, reach_high: persons or households of the named audiences at least and at most; null is
    "chưa biết". position: place in the ledger, in the order of commits. original: the first line of a
    chain of corrections (empty on that line itself), so that the newest line is found in one query.
    minutes_played: of minutes_full, where only a part went out. counts: told and payable, judged when written
    by the outcome and, for a part, by the office's rule of that day (`rules.a_part_counts_by_rule`).
    latitude, longitude: of the very place, where somebody measured it; evidence is held against them.
    """

    position = models.PositiveBigIntegerField("số thứ tự sổ", unique=True)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="newer_line", verbose_name="sửa dòng"
    )
    original = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="later_lines", verbose_name="dòng gốc"
    )
    correction_why = models.CharField("lý do sửa", max_length=300, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="deliveries", verbose_name="địa bàn")
    channel = models.ForeignKey(Channel, models.PROTECT, related_name="deliveries", verbose_name="kênh")
    version = models.ForeignKey(
        EditionVersion,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deliveries",
        verbose_name="phiên bản",
    )
    plan_item = models.ForeignKey(
        PlanItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deliveries",
        verbose_name="nội dung kế hoạch",
    )
    policies = models.ManyToManyField(Policy, related_name="deliveries", verbose_name="chính sách")
    audiences = models.ManyToManyField(AudienceKind, related_name="deliveries", verbose_name="đối tượng")
    what = models.CharField("nội dung", max_length=300)
    planned_at = models.DateTimeField("dự kiến lúc", null=True, blank=True)
    happened_on = models.DateField("ngày diễn ra")
    happened_at = models.DateTimeField("lúc", null=True, blank=True)
    outcome = models.CharField("kết quả", max_length=20, choices=Outcome.choices)
    outcome_why = models.CharField("lý do", max_length=300, blank=True)
    minutes_played = models.PositiveSmallIntegerField("số phút đã phát", null=True, blank=True)
    minutes_full = models.PositiveSmallIntegerField("số phút của cả bài", null=True, blank=True)
    counts = models.BooleanField("tính là đã truyền thông", default=True)
    reach_low = models.PositiveIntegerField("đến được ít nhất", null=True, blank=True)
    reach_high = models.PositiveIntegerField("đến được nhiều nhất", null=True, blank=True)
    latitude = models.DecimalField("vĩ độ", max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField("kinh độ", max_digits=8, decimal_places=5, null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    note = models.CharField("ghi chú", max_length=300, blank=True)

    RESTS = Q(newer_line__isnull=True) & ~Q(outcome=Outcome.NOT_DONE)  # what keeps its item in the plan

    class Meta:
        verbose_name = "lượt truyền thông"
        ordering = ["position"]
        indexes = [models.Index(fields=["unit", "happened_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(reach_low__isnull=True)
                | Q(reach_high__isnull=True)
                | Q(reach_low__lte=F("reach_high")),
                name="reach_low_not_above_reach_high",
            ),
            models.CheckConstraint(
                condition=Q(outcome="done") | ~Q(outcome_why=""), name="what_was_not_done_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(outcome="done", counts=True)
                | Q(outcome="not_done", counts=False)
                | Q(outcome="partial"),
                name="what_was_done_counts",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, original__isnull=True, correction_why="")
                | (Q(corrects__isnull=False, original__isnull=False) & ~Q(correction_why="")),
                name="a_correction_names_its_line_and_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} - {self.unit} ({self.happened_on:%d/%m/%Y})"

    @property
    def recorded_on(self) -> date:
        """The day in Vietnam on which the line was written."""
        return self.recorded_at.astimezone(VIETNAM).date()

    @property
    def days_late(self) -> int:
        """How many days after the deed it was first written down; a correction makes no deed late."""
        first = self.original or self
        return (first.recorded_on - first.happened_on).days

    @property
    def is_late(self) -> bool:
        return self.days_late > 0

    @property
    def part_says(self) -> str:
        """Of a part: how much went out, and whether it counts; "" of anything else."""
        if self.outcome != Outcome.PARTIAL:
            return ""
        known = self.minutes_played is not None and self.minutes_full
        played = (
            f"{self.minutes_played} trên {self.minutes_full} phút" if known else "không rõ bao nhiêu phút"
        )
        counted = "được tính theo quy định của đơn vị" if self.counts else "chưa tính là đã truyền thông"
        return f"{played}, {counted}"

    @property
    def telling_id(self) -> int:
        """The line that began this chain of corrections: it names the telling (`tellings`)."""
        return self.original_id or self.pk


class PartRule(models.Model):
    """Quy định tính một phần: from which share of a text on a part counts as told. Append-only.

    From a day on, for a unit and what lies below it. least_percent: null, no part counts. Of two rows from
    one day the later written one counts.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="part_rules", verbose_name="đơn vị")
    least_percent = models.PositiveSmallIntegerField("ít nhất bao nhiêu phần trăm", null=True, blank=True)
    valid_from = models.DateField("áp dụng từ")
    basis = models.CharField("căn cứ", max_length=300)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi"
    )
    set_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "quy định tính một phần"
        ordering = ["valid_from", "id"]

    def __str__(self) -> str:
        if self.least_percent is None:
            return "Không tính lượt thực hiện một phần"
        return f"Tính khi phát được từ {self.least_percent}% của bài"


class Evidence(models.Model):
    """Bằng chứng: a file or statement for a delivery, with the grade it is worth. Append-only.

    clashes: what does not fit (`rules.evidence_fits_its_deed.Clash`), with clash_why of whoever handed it in:
    it is worth E1 until another person decides. Her decision is a row of its own that names the first
    (decides), of the full grade where she accepts, of E1 where she does not.
    """

    class Kind(models.TextChoices):
        STATEMENT = "statement", "Lời báo của người thực hiện"
        MATERIAL = "material", "Nội dung có tại nơi phát, khớp mã"
        REGISTER = "register", "Sổ, nhật ký phát"
        SENSOR = "sensor", "Cảm biến"
        SIGNED_LOG = "signed_log", "Nhật ký có chữ ký"
        PHOTO = "photo", "Ảnh"
        ROSTER = "roster", "Danh sách ký tên"

    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="evidence", verbose_name="lượt")
    kind = models.CharField("loại", max_length=20, choices=Kind.choices)
    grade = models.PositiveSmallIntegerField("mức", choices=Grade.choices)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp"
    )
    note = models.CharField("ghi chú", max_length=300, blank=True)
    clashes = models.JSONField("chỗ lệch", default=list, blank=True)
    clash_why = models.CharField("lý do vẫn dùng", max_length=300, blank=True)
    decides = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decision",
        verbose_name="quyết định về bằng chứng",
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người nộp"
    )
    added_at = models.DateTimeField("nộp lúc")

    class Meta:
        verbose_name = "bằng chứng"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} (E{self.grade})"

    @property
    def is_accepting(self) -> bool:
        """Of a decision: was the evidence accepted?"""
        return self.decides_id is not None and self.grade > Grade.E1


class LateEvidence(models.Model):
    """Bằng chứng nộp sau: evidence that came after its line, in the order of commits. Append-only.

    So whoever reads from a position on learns that an older line is now proved better.
    """

    position = models.PositiveBigIntegerField("số thứ tự", unique=True)
    evidence = models.OneToOneField(Evidence, models.PROTECT, related_name="late", verbose_name="bằng chứng")

    class Meta:
        verbose_name = "bằng chứng nộp sau"
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.position}: {self.evidence}"


GRADE_OF = {
    Evidence.Kind.STATEMENT: Grade.E1,
    Evidence.Kind.MATERIAL: Grade.E2,
    Evidence.Kind.REGISTER: Grade.E3,
    Evidence.Kind.SENSOR: Grade.E4,
    Evidence.Kind.SIGNED_LOG: Grade.E5,
    Evidence.Kind.PHOTO: Grade.E5,
    Evidence.Kind.ROSTER: Grade.E5,
}
