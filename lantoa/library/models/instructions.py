"""What an amending paper tells to do, as a work list: nothing that it states is lost."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.library.models.documents import Document


class Instruction(models.Model):
    """Chỉ dẫn sửa đổi: one change that a paper states, and what became of it.

    stated: `understanding.Cited` as JSON, so that it is resolved anew when the library knows more. place: as
    the paper names it. document: what it changes, None while the library does not hold that. says: why it is
    not applied. One that is READ keeps the nearest place that is held suspect (an UNSETTLED effect) until
    someone settles it.
    """

    class State(models.TextChoices):
        READ = "read", "Chưa xác định chỗ"
        RESOLVED = "resolved", "Đã rõ chỗ, chưa áp dụng"
        APPLIED = "applied", "Đã áp dụng"
        NOT_APPLICABLE = "not_applicable", "Không áp dụng"

    source = models.ForeignKey(
        Document, models.PROTECT, related_name="instructions", verbose_name="văn bản sửa đổi"
    )
    order = models.PositiveIntegerField("thứ tự", default=0)
    stated = models.JSONField("lời chỉ dẫn đã đọc")
    place = models.CharField("chỗ được nêu", max_length=300)
    document = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="instructions_on",
        verbose_name="lên văn bản",
    )
    state = models.CharField("tình trạng", max_length=20, choices=State.choices)
    says = models.CharField("vì sao", max_length=500, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người quyết định",
    )
    settled_at = models.DateTimeField("quyết định lúc", null=True, blank=True)

    class Meta:
        verbose_name = "chỉ dẫn sửa đổi"
        ordering = ["source_id", "order", "id"]
        indexes = [models.Index(fields=["state", "document"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="not_applicable") | ~Q(says=""),
                name="what_does_not_apply_says_why",
            )
        ]

    def __str__(self) -> str:
        return f"{self.place} theo {self.source}"

    @property
    def words(self) -> str:
        """The sentence of the paper."""
        return str(self.stated.get("words", ""))

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


OPEN = (Instruction.State.READ, Instruction.State.RESOLVED)
