"""Papers on their way into the library: what came in, what it seems to be, what a person made of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.common.models import StoredFile
from lantoa.library.models.documents import Document


class Intake(models.Model):
    """Đợt nhập: files that came in together; every file that was read has its outcome here.

    key: made by the page or the command, so that the files of one choice stay together and a batch
    sent twice stands once.
    """

    key = models.CharField("khóa", max_length=64, unique=True)
    source = models.CharField("nguồn", max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người nhập"
    )
    at = models.DateTimeField("nhập lúc")

    class Meta:
        verbose_name = "đợt nhập"
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"Đợt nhập {self.pk}"


class IntakeFile(models.Model):
    """Tệp nhập: one file of an intake, how it was taken, and the proposal that waits for a person.

    name: with its folders inside a ZIP or a folder. proposal: `understanding.Proposal` as JSON.
    identity: that of the document it seems to be, "" when the paper does not tell.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "Chờ xác nhận"
        REFUSED = "refused", "Không đọc được"
        KNOWN = "known", "Đã có trong kho"
        CONFIRMED = "confirmed", "Đã vào kho"
        DISCARDED = "discarded", "Đã bỏ"

    intake = models.ForeignKey(Intake, models.PROTECT, related_name="files", verbose_name="đợt nhập")
    name = models.CharField("tên tệp", max_length=300)
    sha256 = models.CharField("mã băm", max_length=64, db_index=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp"
    )
    state = models.CharField("kết quả", max_length=20, choices=State.choices)
    says = models.CharField("lời báo", max_length=500, blank=True)
    proposal = models.JSONField("đề xuất", default=dict, blank=True)
    identity = models.CharField("danh tính đọc được", max_length=160, blank=True, db_index=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="intake_files", verbose_name="văn bản"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người quyết định",
    )
    decided_at = models.DateTimeField("quyết định lúc", null=True, blank=True)

    class Meta:
        verbose_name = "tệp nhập"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="confirmed") | Q(document__isnull=False),
                name="a_confirmed_file_names_its_document",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(says=""), name="a_refused_file_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.name
