"""Classes, conferences, talks, dialogues: counts of people by kind, never names by default."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.common.models import StoredFile
from lantoa.content.models import EditionVersion
from lantoa.deliveries.models import Delivery
from lantoa.library.models import Policy
from lantoa.people.models import AudienceKind, Unit
from lantoa.plans.models import PlanItem


class Gathering(models.Model):
    """Lớp, hội nghị, nói chuyện chuyên đề, đối thoại: from a plan item to a line of the ledger."""

    class Kind(models.TextChoices):
        COURSE = "class", "Lớp truyền thông"
        CONFERENCE = "conference", "Hội nghị"
        TALK = "talk", "Nói chuyện chuyên đề"
        DIALOGUE = "dialogue", "Đối thoại chính sách"

    class State(models.TextChoices):
        PLANNED = "planned", "Đã lên lịch"
        HELD = "held", "Đã tổ chức"
        CANCELLED = "cancelled", "Đã hủy"

    kind = models.CharField("loại", max_length=20, choices=Kind.choices)
    title = models.CharField("tên", max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="gatherings", verbose_name="đơn vị tổ chức")
    territory = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="địa bàn")
    plan_item = models.ForeignKey(
        PlanItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="gatherings",
        verbose_name="nội dung kế hoạch",
    )
    policies = models.ManyToManyField(Policy, related_name="gatherings", verbose_name="chính sách")
    materials = models.ManyToManyField(
        EditionVersion, related_name="gatherings", verbose_name="tài liệu (bản đã duyệt)", blank=True
    )
    starts_at = models.DateTimeField("bắt đầu")
    ends_at = models.DateTimeField("kết thúc", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200)
    speakers = models.TextField("báo cáo viên", blank=True)
    chair = models.CharField("chủ trì", max_length=200, blank=True)
    invited = models.PositiveIntegerField("số mời", null=True, blank=True)
    state = models.CharField("trạng thái", max_length=20, choices=State.choices, default=State.PLANNED)
    cancelled_why = models.CharField("lý do hủy", max_length=300, blank=True)
    minutes_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="biên bản"
    )
    sheet_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="danh sách ký tên"
    )
    delivery = models.OneToOneField(
        Delivery,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="gathering",
        verbose_name="dòng sổ đầu tiên",
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người lập"
    )

    RESTS = Q(state=State.PLANNED)  # held: then its delivery does

    class Meta:
        verbose_name = "cuộc gặp"
        ordering = ["-starts_at"]

    def __str__(self) -> str:
        return self.title


class HeadCount(models.Model):
    """Số người dự theo nhóm: how many of an audience kind were present."""

    gathering = models.ForeignKey(
        Gathering, models.CASCADE, related_name="head_counts", verbose_name="cuộc gặp"
    )
    kind = models.ForeignKey(AudienceKind, models.PROTECT, related_name="+", verbose_name="nhóm")
    count = models.PositiveIntegerField("số người")

    class Meta:
        verbose_name = "số người dự"
        ordering = ["kind__order"]
        constraints = [models.UniqueConstraint(fields=["gathering", "kind"], name="one_head_count_a_kind")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.count}"
