"""Questions and answers. Status, resolution and visibility are three different things."""

from django.conf import settings
from django.db import models

from lantoa.content.models import Edition
from lantoa.library.models import Policy, Topic
from lantoa.people.models import Unit


class Question(models.Model):
    """Vướng mắc, câu hỏi: anonymous allowed; the asker holds a look-up code stored only as its hash.

    public_text, routed_to: words that an officer wrote for people outside; they go out once another person
    has checked them (checked_on, checked_by), and writing them anew takes the check back.
    """

    class Intake(models.TextChoices):
        WEB = "web", "Trang công khai"
        COUNTER = "counter", "Tại bộ phận một cửa"
        GATHERING = "gathering", "Tại lớp, đối thoại"
        PHONE = "phone", "Điện thoại"
        PAPER = "paper", "Thư, đơn giấy"

    class Status(models.TextChoices):
        RECEIVED = "received", "Mới nhận"
        ASSIGNED = "assigned", "Đã giao"
        ANSWERED = "answered", "Đã trả lời"
        ROUTED_OUT = "routed_out", "Đã chuyển nơi khác"

    class Visibility(models.TextChoices):
        PRIVATE = "private", "Chỉ người hỏi"
        PROPOSED = "proposed", "Chờ người khác kiểm để công khai"
        PUBLIC = "public", "Công khai, đã bỏ danh tính"

    intake = models.CharField("tiếp nhận qua", max_length=20, choices=Intake.choices)
    text = models.TextField("câu hỏi")
    public_text = models.TextField("câu hỏi khi công khai", blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="questions", verbose_name="địa bàn")
    topic = models.ForeignKey(Topic, models.PROTECT, null=True, blank=True, verbose_name="chủ đề")
    policy = models.ForeignKey(
        Policy, models.PROTECT, null=True, blank=True, related_name="questions", verbose_name="chính sách"
    )
    contact_sealed = models.TextField("cách liên hệ (đã mã hóa)", blank=True)
    contact_until = models.DateField("giữ cách liên hệ đến hết ngày", null=True, blank=True)
    lookup_hash = models.CharField("mã tra cứu (băm)", max_length=64, unique=True)
    status = models.CharField("tình trạng", max_length=20, choices=Status.choices, default=Status.RECEIVED)
    visibility = models.CharField(
        "hiển thị", max_length=20, choices=Visibility.choices, default=Visibility.PRIVATE
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người giữ",
    )
    received_at = models.DateTimeField("nhận lúc")
    due_on = models.DateField("hạn trả lời", null=True, blank=True)
    due_because = models.CharField("cách tính hạn", max_length=200, blank=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người nhận",
    )
    answer = models.ForeignKey(
        Edition, models.PROTECT, null=True, blank=True, related_name="answers", verbose_name="câu trả lời"
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người kiểm lời công khai",
    )
    checked_on = models.DateField("kiểm lời công khai ngày", null=True, blank=True)
    answered_on = models.DateField("trả lời ngày", null=True, blank=True)
    routed_to = models.CharField("chuyển đến", max_length=200, blank=True)

    class Meta:
        verbose_name = "câu hỏi, vướng mắc"
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return f"Câu hỏi số {self.pk}"  # its words may name a person: they stay out of logs


class Holiday(models.Model):
    """Ngày nghỉ: a day on which the office does not work, so that deadlines step over it."""

    day = models.DateField("ngày", unique=True)
    name = models.CharField("tên", max_length=100)
    source = models.CharField("căn cứ", max_length=300, blank=True)

    class Meta:
        verbose_name = "ngày nghỉ"
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name}"
