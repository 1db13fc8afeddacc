"""The tables of the desk: what a person was told on a day, and what a change of law makes us put right."""

from django.conf import settings
from django.db import models

from lantoa.library.models import Effect
from lantoa.people.models import Unit


class Notice(models.Model):
    """Tin luật: the one combined notice of a day for one person.

    until: changes recorded up to then are in it. told: `{"changed": [...], "ahead": {"30": [...]}, "late":
    [...], "rests": {...}}`, sentences and counts as they stood; never rewritten.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices", verbose_name="người nhận"
    )
    day = models.DateField("ngày")
    until = models.DateTimeField("tính đến")
    told = models.JSONField("nội dung")
    read_at = models.DateTimeField("đọc lúc", null=True, blank=True)
    mailed_at = models.DateTimeField("gửi thư lúc", null=True, blank=True)

    class Meta:
        verbose_name = "tin luật"
        ordering = ["-day", "-id"]
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="one_notice_a_person_a_day")]

    def __str__(self) -> str:
        return f"Tin luật ngày {self.day:%d/%m/%Y}"


class CorrectionCampaign(models.Model):
    """Đợt đính chính: everything of ours that rested on changed words, to be put right unit by unit.

    effects_key: the ids of its effects, so that the same changes never make two campaigns of one office.
    unit: that office.
    """

    title = models.CharField("tên đợt", max_length=300)
    effects = models.ManyToManyField(Effect, related_name="campaigns", verbose_name="thay đổi của luật")
    effects_key = models.CharField(max_length=64, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="campaigns", verbose_name="đơn vị chủ trì")
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người mở"
    )
    started_at = models.DateTimeField("mở lúc")
    due_on = models.DateField("hạn xong", null=True, blank=True)
    closed_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người kết thúc",
    )
    closed_why = models.CharField("vì sao kết thúc khi còn việc", max_length=300, blank=True)

    class Meta:
        verbose_name = "đợt đính chính"
        ordering = ["-started_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "effects_key"], name="one_campaign_an_office_for_changes")
        ]

    def __str__(self) -> str:
        return self.title


class CorrectionRow(models.Model):
    """Việc của đợt đính chính: one thing of one unit. Whether it is done is read from the records, never
    ticked; a person may set it aside with her reason. thing: the id of what `kind` names (an airing, a
    display, a version ...); what, detail: how it was when the row was made.
    """

    class Kind(models.TextChoices):
        STOP = "stop", "Thay bản hoặc bỏ lượt phát"
        TAKE_DOWN = "take_down", "Hạ xuống"
        KEEP_BACK = "keep_back", "Giữ lại tờ in sẵn"
        REWRITE = "rewrite", "Sửa bài"
        ANSWER = "answer", "Trả lời lại"
        POLICY = "policy", "Đọc lại chính sách"
        TELL = "tell", "Nói lại với người đã nghe lời cũ"

    campaign = models.ForeignKey(
        CorrectionCampaign, models.CASCADE, related_name="rows", verbose_name="đợt đính chính"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị làm")
    kind = models.CharField("việc", max_length=20, choices=Kind.choices)
    thing = models.PositiveBigIntegerField("mã đối tượng")
    what = models.CharField("đối tượng", max_length=300)
    detail = models.CharField("chi tiết", max_length=400, blank=True)
    set_aside_at = models.DateTimeField("để lại lúc", null=True, blank=True)
    set_aside_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người để lại",
    )
    set_aside_why = models.CharField("vì sao để lại", max_length=300, blank=True)

    class Meta:
        verbose_name = "việc của đợt đính chính"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "unit", "kind", "thing"], name="one_correction_row_a_thing"
            ),
            models.CheckConstraint(
                condition=models.Q(set_aside_at__isnull=True) | ~models.Q(set_aside_why=""),
                name="a_row_set_aside_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.what}"
