"""Articles, editions, their immutable versions and citations."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.common.models import StoredFile
from lantoa.content.states import EditionState
from lantoa.library.models import Effect, PinnedCitation, Policy
from lantoa.people.models import AudienceKind, Unit
from lantoa.plans.models import PlanItem


class EditionKind(models.TextChoices):
    """Loại bản thể hiện: one rendering of a message for one channel."""

    RADIO = "radio", "Bài phát thanh"
    BANNER = "banner", "Băng rôn"
    POSTER = "poster", "Áp phích, pano"
    LEAFLET = "leaflet", "Tờ rơi"
    WEB = "web", "Bài trên trang tin"
    TALK = "talk", "Đề cương nói chuyện"
    SMS = "sms", "Tin nhắn điện thoại"
    ANSWER = "answer", "Câu trả lời"


# Giới hạn chữ theo kênh: an office may change them; they are practice, not law.
CHARACTER_LIMITS = {EditionKind.BANNER: 120, EditionKind.POSTER: 600}
MOST_MESSAGES = 4  # parts in which a phone network carries one text message; each one is paid


class WithdrawnKind(models.TextChoices):
    """Loại lý do rút: why an edition was taken back; more words stand in withdrawn_why."""

    WRONG = "wrong", "Sai nội dung"
    OVER = "over", "Hết đúng"
    REPLACED = "replaced", "Được thay bằng bản khác"
    OTHER = "other", "Lý do khác"


class Article(models.Model):
    """Bài tuyên truyền: one message for named audiences on named policies."""

    title = models.CharField("tên bài", max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="articles", verbose_name="đơn vị soạn")
    territory = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="địa bàn")
    audiences = models.ManyToManyField(AudienceKind, related_name="articles", verbose_name="đối tượng")
    policies = models.ManyToManyField(Policy, related_name="articles", verbose_name="chính sách")
    plan_item = models.ForeignKey(
        PlanItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name="theo nội dung kế hoạch",
    )
    due_on = models.DateField("hạn", null=True, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="articles", verbose_name="người soạn"
    )
    written_at = models.DateTimeField("soạn lúc")

    class Meta:
        verbose_name = "bài tuyên truyền"
        ordering = ["-written_at"]

    def __str__(self) -> str:
        return self.title


class Edition(models.Model):
    """Bản thể hiện: the rendering of an article for one channel. Its state is that of its newest version."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="editions", verbose_name="bài")
    kind = models.CharField("loại", max_length=20, choices=EditionKind.choices)
    state = models.CharField(
        "trạng thái", max_length=20, choices=EditionState.choices, default=EditionState.DRAFT, db_index=True
    )
    withdrawn_at = models.DateTimeField("rút lúc", null=True, blank=True)
    withdrawn_kind = models.CharField(
        "loại lý do rút", max_length=20, choices=WithdrawnKind.choices, blank=True
    )
    withdrawn_why = models.CharField("lý do rút", max_length=300, blank=True)
    replaced_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaces", verbose_name="thay bằng"
    )

    class Meta:
        verbose_name = "bản thể hiện"
        ordering = ["article_id", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_why=""), name="a_withdrawal_has_a_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_kind=""), name="a_withdrawal_has_a_kind"
            ),
            models.CheckConstraint(
                condition=~Q(withdrawn_kind="replaced") | Q(replaced_by__isnull=False),
                name="what_is_replaced_names_by_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.get_kind_display().lower()}"

    @property
    def withdrawn_says(self) -> str:
        """Why it was withdrawn: the kind of reason, then the words that a person added."""
        kind = self.get_withdrawn_kind_display()
        if not self.withdrawn_why or self.withdrawn_why == kind:
            return kind
        said_already = self.withdrawn_kind in ("", WithdrawnKind.OTHER)
        return self.withdrawn_why if said_already else f"{kind}: {self.withdrawn_why}"


class EditionVersion(models.Model):
    """Phiên bản: the text of an edition. Immutable from the moment it is submitted (database trigger).

    blocks: list of {"id": int, "text": str, "no_source_why": str}; one block is one passage.
    sha256: hash of the canonical form (content.rules.canonical_form), set at submission.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="versions", verbose_name="bản thể hiện")
    number = models.PositiveSmallIntegerField("phiên bản")
    blocks = models.JSONField("đoạn", default=list)
    spoken = models.TextField("lời đọc", blank=True)
    dialect = models.CharField("giọng", max_length=10, default="south")
    files = models.ManyToManyField(StoredFile, blank=True, related_name="+", verbose_name="tệp")
    person_named_why = models.CharField("căn cứ nêu tên người", max_length=300, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người tạo"
    )
    created_at = models.DateTimeField("tạo lúc")
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người gửi",
    )
    submitted_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    canonical = models.TextField("dạng chuẩn đã ký", blank=True)
    sha256 = models.CharField("mã băm", max_length=64, blank=True)

    class Meta:
        verbose_name = "phiên bản"
        ordering = ["edition_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="one_version_a_number"),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=True) | ~Q(sha256=""),
                name="a_submitted_version_has_its_hash",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition}, bản {self.number}"

    @property
    def text(self) -> str:
        return "\n\n".join(block["text"] for block in self.blocks)


class VersionWriter(models.Model):
    """Người viết: whoever wrote or edited any version; such a person never checks or approves the edition."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="writers", verbose_name="bản thể hiện")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người")
    first_at = models.DateTimeField("từ lúc")

    class Meta:
        verbose_name = "người viết"
        constraints = [models.UniqueConstraint(fields=["edition", "user"], name="one_writer_row_a_person")]

    def __str__(self) -> str:
        return str(self.user)


class Suggestion(models.Model):
    """Bản gợi ý: this first draft was put together from sentences of another edition; a person finishes it.

    note: what was left out, or why the draft is empty.
    """

    version = models.OneToOneField(
        EditionVersion, models.PROTECT, related_name="suggestion", verbose_name="phiên bản"
    )
    source = models.ForeignKey(EditionVersion, models.PROTECT, related_name="+", verbose_name="lấy từ bản")
    note = models.CharField("ghi chú", max_length=300, blank=True)

    class Meta:
        verbose_name = "bản gợi ý"

    def __str__(self) -> str:
        return f"{self.version}, gợi ý từ {self.source}"


class Citation(PinnedCitation):
    """Căn cứ trích dẫn: pins one block of a version to the words of a provision."""

    version = models.ForeignKey(
        EditionVersion, models.PROTECT, related_name="citations", verbose_name="phiên bản"
    )
    block = models.PositiveSmallIntegerField("đoạn")
    passage = models.TextField("lời trong bài", blank=True)

    class Meta:
        verbose_name = "căn cứ trích dẫn"
        ordering = ["version_id", "block", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "block", "provision"], name="one_citation_a_block_and_provision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.provision}"


class Clearing(models.Model):
    """Xác nhận vẫn đúng: a person says why one cause does not make one citation wrong. Append-only."""

    citation = models.ForeignKey(Citation, models.PROTECT, related_name="clearings", verbose_name="trích dẫn")
    cause = models.ForeignKey(Effect, models.PROTECT, related_name="+", verbose_name="nguyên nhân")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ai")
    at = models.DateTimeField("lúc")
    why = models.TextField("lý do")

    class Meta:
        verbose_name = "xác nhận vẫn đúng"
        constraints = [models.UniqueConstraint(fields=["citation", "cause"], name="one_clearing_a_cause")]

    def __str__(self) -> str:
        return f"{self.citation}: {self.why[:60]}"
