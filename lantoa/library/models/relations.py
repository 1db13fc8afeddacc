"""How one document stands to another, read both ways, in the vocabulary of the national law base."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from lantoa.library.models.documents import Document, Provision
from lantoa.library.states import Status


class Relation(models.Model):
    """Quan hệ: what one document (or a provision of it) is to another, with the words that say so.

    It carries no date and ends nothing: that is an Effect, which may point here. A wrong relation is
    withdrawn with a reason, never deleted.
    """

    class Kind(models.TextChoices):
        REPLACE = "replace", "thay thế"
        REPEAL = "repeal", "bãi bỏ"
        ANNUL = "annul", "hủy bỏ"
        CONSOLIDATE = "consolidate", "hợp nhất"
        AMEND = "amend", "sửa đổi, bổ sung"
        SUPPLEMENT = "supplement", "bổ sung"
        SUSPEND = "suspend", "đình chỉ, ngưng hiệu lực"
        CORRECT = "correct", "đính chính"
        EXTEND = "extend", "kéo dài hiệu lực"
        DETAIL = "detail", "quy định chi tiết"
        GUIDE = "guide", "hướng dẫn"
        BASIS = "basis", "căn cứ"
        CARRY_OUT = "carry_out", "thực hiện"
        ATTACH = "attach", "ban hành kèm theo"
        REFER = "refer", "dẫn chiếu"

    kind = models.CharField("quan hệ", max_length=20, choices=Kind.choices)
    source = models.ForeignKey(
        Document, models.PROTECT, related_name="relations_out", verbose_name="từ văn bản"
    )
    source_provision = models.ForeignKey(
        Provision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tại điều khoản"
    )
    target = models.ForeignKey(
        Document, models.PROTECT, related_name="relations_in", verbose_name="đến văn bản"
    )
    target_provision = models.ForeignKey(
        Provision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đến điều khoản"
    )
    words = models.TextField("lời nêu quan hệ", blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    withdrawn_at = models.DateTimeField("rút lúc", null=True, blank=True)
    withdrawn_why = models.CharField("lý do rút", max_length=300, blank=True)

    class Meta:
        verbose_name = "quan hệ"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                F("kind"),
                F("source"),
                F("target"),
                Coalesce(F("source_provision"), Value(0)),
                Coalesce(F("target_provision"), Value(0)),
                condition=Q(withdrawn_at__isnull=True),
                name="a_relation_stands_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.get_kind_display()} {self.target_provision or self.target}"


BACKWARD = {
    Relation.Kind.REPLACE: "bị thay thế bởi",
    Relation.Kind.REPEAL: "bị bãi bỏ bởi",
    Relation.Kind.ANNUL: "bị hủy bỏ bởi",
    Relation.Kind.CONSOLIDATE: "được hợp nhất trong",
    Relation.Kind.AMEND: "được sửa đổi, bổ sung bởi",
    Relation.Kind.SUPPLEMENT: "được bổ sung bởi",
    Relation.Kind.SUSPEND: "bị đình chỉ, ngưng hiệu lực bởi",
    Relation.Kind.CORRECT: "được đính chính bởi",
    Relation.Kind.EXTEND: "được kéo dài hiệu lực bởi",
    Relation.Kind.DETAIL: "được quy định chi tiết bởi",
    Relation.Kind.GUIDE: "được hướng dẫn bởi",
    Relation.Kind.BASIS: "là căn cứ của",
    Relation.Kind.CARRY_OUT: "được thực hiện bởi",
    Relation.Kind.ATTACH: "được ban hành kèm theo",
    Relation.Kind.REFER: "được dẫn chiếu trong",
}

# What `language.citations` calls a relation -> ours and whether the citing document is its source.
CITED = {
    "hop_nhat": (Relation.Kind.CONSOLIDATE, True),
    "thay_the": (Relation.Kind.REPLACE, True),
    "thay_the_passive": (Relation.Kind.REPLACE, False),
    "het_hieu_luc": (Relation.Kind.REPEAL, True),
    "bai_bo": (Relation.Kind.REPEAL, True),
    "huy_bo": (Relation.Kind.ANNUL, True),
    "sua_doi_bo_sung": (Relation.Kind.AMEND, True),
    "bo_sung": (Relation.Kind.SUPPLEMENT, True),
    "ngung_hieu_luc": (Relation.Kind.SUSPEND, True),
    "dinh_chinh": (Relation.Kind.CORRECT, True),
    "keo_dai_hieu_luc": (Relation.Kind.EXTEND, True),
    "quy_dinh_chi_tiet": (Relation.Kind.DETAIL, True),
    "huong_dan": (Relation.Kind.GUIDE, True),
    "can_cu": (Relation.Kind.BASIS, True),
    "thuc_hien": (Relation.Kind.CARRY_OUT, True),
    "dan_chieu": (Relation.Kind.REFER, True),
}


class StatusDeclaration(models.Model):
    """Tình trạng công bố: what a paper or a site says of a document's status, read on a day. Append-only."""

    document = models.ForeignKey(
        Document, models.PROTECT, related_name="declarations", verbose_name="văn bản"
    )
    status = models.CharField("tình trạng", max_length=20, choices=Status.choices)
    source = models.CharField("nơi công bố", max_length=300)
    seen_on = models.DateField("xem ngày")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người xem"
    )
    at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "tình trạng công bố"
        ordering = ["seen_on", "id"]

    def __str__(self) -> str:
        return f"{self.document}: {self.get_status_display()}"


class StatusRuling(models.Model):
    """Kết luận hiệu lực: a person's answer where facts about a document's status disagree, with the reason.

    It holds for the very facts it was given on (`facts`, a hash): whatever is recorded later opens the
    question again. Append-only; a later ruling on the same facts takes its place.
    """

    document = models.ForeignKey(Document, models.PROTECT, related_name="rulings", verbose_name="văn bản")
    status = models.CharField("tình trạng", max_length=20, choices=Status.choices)
    on = models.DateField("từ ngày")
    reason = models.CharField("lý do", max_length=500)
    facts = models.CharField("dấu của dữ kiện", max_length=64)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người kết luận"
    )
    made_on = models.DateField("kết luận ngày")
    at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "kết luận hiệu lực"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.document}: {self.get_status_display()}"
