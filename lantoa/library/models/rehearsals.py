"""What if: the changes of a draft or a document ahead, tried out. Nothing here counts in any real status."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.library.models.documents import Document, Provision
from lantoa.library.models.effects import Effect


class Rehearsal(models.Model):
    """Diễn tập: the supposed changes of a draft, or of a document not yet in force.

    Ends in one of two ways: made real (each supposed change is then an Effect) or dropped with a reason.
    """

    title = models.CharField("tên", max_length=300)
    source = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="rehearsals",
        verbose_name="văn bản làm thay đổi",
    )
    note = models.TextField("ghi chú", blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người lập"
    )
    opened_at = models.DateTimeField("lập lúc")
    made_real_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người ghi thành thật",
    )
    made_real_at = models.DateTimeField("thành thật lúc", null=True, blank=True)
    dropped_at = models.DateTimeField("bỏ lúc", null=True, blank=True)
    dropped_why = models.CharField("lý do bỏ", max_length=300, blank=True)

    class Meta:
        verbose_name = "diễn tập"
        ordering = ["-opened_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(made_real_at__isnull=True) | Q(dropped_at__isnull=True),
                name="a_rehearsal_ends_one_way",
            ),
            models.CheckConstraint(
                condition=Q(made_real_at__isnull=True) | Q(source__isnull=False),
                name="what_became_real_has_its_document",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.made_real_at is None and self.dropped_at is None


class SupposedEffect(models.Model):
    """Thay đổi giả định: what a rehearsal would do to a document or a provision. Asked, never counted."""

    rehearsal = models.ForeignKey(Rehearsal, models.CASCADE, related_name="supposed", verbose_name="diễn tập")
    kind = models.CharField("tác động", max_length=20, choices=Effect.Kind.choices)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name="lên văn bản")
    provision = models.ForeignKey(
        Provision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lên điều khoản"
    )
    on = models.DateField("từ ngày", null=True, blank=True)
    new_words = models.TextField("lời mới", blank=True)
    became = models.OneToOneField(
        Effect, models.PROTECT, null=True, blank=True, related_name="rehearsed", verbose_name="đã thành"
    )

    class Meta:
        verbose_name = "thay đổi giả định"
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.provision or self.document}: {self.get_kind_display()}"

    def as_effect(self) -> Effect:
        """The change as an Effect that is not stored. Its id is negative, so no clearing can name it."""
        return Effect(
            pk=-self.pk,
            kind=self.kind,
            source=self.rehearsal.source,
            document=self.document,
            provision=self.provision,
            on=self.on,
            new_words=self.new_words,
        )
