"""What one document does to another, each effect from its own day."""

from django.conf import settings
from django.db import models

from lantoa.library.models.documents import Document, Provision
from lantoa.library.models.instructions import Instruction
from lantoa.library.models.relations import Relation


class Effect(models.Model):
    """Tác động: what one document does to another, or to one provision of it, from a day (may lie ahead).

    A wrong effect is withdrawn with a reason, never deleted. new_words: the whole new text of the place when
    they begin with its mark ("2. ..."). added_eid: the new place of a SUPPLEMENT, whose provision is what it
    lies in (none: the document). old_phrase, new_phrase: only one phrase changes, wherever it stands there.
    UNSETTLED: a paper states a change whose place was not found; this is the nearest that is held, and it is
    withdrawn when the instruction is settled. It ends nothing.
    """

    class Kind(models.TextChoices):
        AMEND = "amend", "sửa đổi, bổ sung"
        SUPPLEMENT = "supplement", "bổ sung mới"
        REPLACE = "replace", "thay thế"
        REPEAL = "repeal", "bãi bỏ"
        SUSPEND = "suspend", "đình chỉ"
        CORRECT = "correct", "đính chính"
        UNSETTLED = "unsettled", "thay đổi chưa xác định chỗ"

    kind = models.CharField("tác động", max_length=20, choices=Kind.choices)
    source = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="effects_made",
        verbose_name="do văn bản",
    )
    document = models.ForeignKey(
        Document, models.PROTECT, related_name="effects_suffered", verbose_name="lên văn bản"
    )
    provision = models.ForeignKey(
        Provision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="effects",
        verbose_name="lên điều khoản",
    )
    relation = models.ForeignKey(
        Relation, models.PROTECT, null=True, blank=True, related_name="effects", verbose_name="theo quan hệ"
    )
    instruction = models.ForeignKey(
        Instruction,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="effects",
        verbose_name="theo chỉ dẫn",
    )
    on = models.DateField("từ ngày", null=True, blank=True)
    new_words = models.TextField("lời mới", blank=True)
    added_eid = models.CharField("chỗ mới", max_length=120, blank=True)
    old_phrase = models.CharField("cụm từ cũ", max_length=400, blank=True)
    new_phrase = models.CharField("cụm từ mới", max_length=800, blank=True)
    replaced_by = models.ForeignKey(
        Provision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="thay bằng điều khoản",
    )
    note = models.CharField("ghi chú", max_length=300, blank=True)
    retroactive_why = models.CharField("căn cứ hiệu lực trở về trước", max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    withdrawn_at = models.DateTimeField("rút lúc", null=True, blank=True)
    withdrawn_why = models.CharField("lý do rút", max_length=300, blank=True)
    was_told = models.BooleanField("đã ra công chúng trước khi rút", default=True, editable=False)

    class Meta:
        verbose_name = "tác động"
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["document", "on"])]

    def __str__(self) -> str:
        return f"{self.target}: {self.get_kind_display()}"

    @property
    def target(self) -> str:
        """khoản 2a Điều 3 Nghị định 20/2031/NĐ-CP: the place changed, or the new one."""
        return f"{self.new_place} {self.document}" if self.added_eid else str(self.provision or self.document)

    @property
    def is_retroactive(self) -> bool:
        """It holds from before the day on which the paper that makes it was issued."""
        issued = self.source.issued_on if self.source else None
        return bool(self.on and issued and self.on < issued)

    @property
    def new_place(self) -> str:
        """khoản 2a Điều 3: the place that a supplement makes, "" for other changes."""
        return Provision(eid=self.added_eid).place if self.added_eid else ""
