"""What if: the changes of a draft or a document ahead, tried out. Nothing here counts in any real status."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.common.models import StoredFile
from lantoa.library.models.documents import Document, Provision
from lantoa.library.models.effects import Effect


class Rehearsal(models.Model):
    """Diễn tập: the supposed changes of a draft, or of a document not yet in force.

    Ends in one of two ways: made real (each supposed change is then an Effect) or dropped with a reason.
    draft: the paper that the changes were read from; left_out: what it changes and does not resolve exactly,
    a list of {"says": why, "words": the sentence of the paper, "stated": as it was read}.
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
    draft = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dự thảo"
    )
    left_out = models.JSONField("chưa giả định được", default=list, blank=True)
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
    """Thay đổi giả định: what a rehearsal would do to a document or a provision. Asked, never counted.

    The fields are those of `Effect`; says: the sentence of the draft that it was read from, stated: as it was
    read (`understanding.Cited`), {} for one written by hand. UNSETTLED: the draft tells a change whose place
    was not found; this is the nearest that is held.
    """

    rehearsal = models.ForeignKey(Rehearsal, models.CASCADE, related_name="supposed", verbose_name="diễn tập")
    kind = models.CharField("tác động", max_length=20, choices=Effect.Kind.choices)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name="lên văn bản")
    provision = models.ForeignKey(
        Provision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lên điều khoản"
    )
    on = models.DateField("từ ngày", null=True, blank=True)
    new_words = models.TextField("lời mới", blank=True)
    added_eid = models.CharField("chỗ mới", max_length=120, blank=True)
    old_phrase = models.CharField("cụm từ cũ", max_length=400, blank=True)
    new_phrase = models.CharField("cụm từ mới", max_length=800, blank=True)
    says = models.TextField("lời của dự thảo", blank=True)
    stated = models.JSONField("chỉ dẫn đã đọc", default=dict, blank=True)
    became = models.OneToOneField(
        Effect, models.PROTECT, null=True, blank=True, related_name="rehearsed", verbose_name="đã thành"
    )

    class Meta:
        verbose_name = "thay đổi giả định"
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return str(self.as_effect())

    def as_effect(self) -> Effect:
        """The change as an Effect that is not stored. Its id is negative, so no clearing can name it."""
        return Effect(
            pk=-self.pk if self.pk else None,
            kind=self.kind,
            source=self.rehearsal.source,
            document=self.document,
            provision=self.provision,
            on=self.on,
            new_words=self.new_words,
            added_eid=self.added_eid,
            old_phrase=self.old_phrase,
            new_phrase=self.new_phrase,
            retroactive_why=self.says[:300],
        )
