"""Law as data: documents, their provisions, effects with their own dates, policies, bundles."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.common.models import StoredFile
from lantoa.language.provisions import fingerprint
from lantoa.library.identity import identity
from lantoa.library.wording import number_words, searchable
from lantoa.people.models import AudienceKind, Unit


class Topic(models.Model):
    """Chủ đề: a field of policy (y tế, tín dụng, nước sạch ...), mục II.2."""

    key = models.SlugField("khóa", max_length=60, unique=True)
    name = models.CharField("chủ đề", max_length=120)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "chủ đề"
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name


class Document(models.Model):
    """Văn bản: identity is kind + number + symbol (+ year); each date may be unknown."""

    kind = models.CharField("loại", max_length=60)
    number = models.CharField("số", max_length=20, blank=True)
    year = models.PositiveSmallIntegerField("năm trong số hiệu", null=True, blank=True)
    symbol = models.CharField("ký hiệu", max_length=60, blank=True)
    identity = models.CharField(max_length=160, editable=False, unique=True)
    issuer = models.CharField("cơ quan ban hành", max_length=200, blank=True)
    title = models.TextField("trích yếu")
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    effective_on = models.DateField("có hiệu lực từ ngày", null=True, blank=True)
    ended_on = models.DateField("hết hiệu lực từ ngày", null=True, blank=True)
    source = models.CharField("nguồn", max_length=300, blank=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp gốc"
    )
    checked_on = models.DateField("kiểm chứng ngày", null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người kiểm",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    folded = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = "văn bản"
        ordering = ["-issued_on", "-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.full_number}".strip() if self.number else f"{self.kind} {self.title}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.derive()
        super().save(*args, **kwargs)

    def derive(self) -> None:
        """Fill what follows from the other fields; for bulk writes, which do not call save."""
        self.identity = identity(self.kind, self.number, self.year, self.symbol, self.issued_on, self.title)
        numbers = number_words(self.number, self.year, self.symbol)
        self.folded = searchable(self.kind, numbers, self.title, self.issuer)

    @property
    def full_number(self) -> str:
        """07/2021/NĐ-CP, 90/QĐ-TTg, 05-NQ/TU (Party papers join number and type by a dash)."""
        if "/" in self.symbol and not self.year:
            return f"{self.number}-{self.symbol}"
        return "/".join(str(part) for part in (self.number, self.year, self.symbol) if part)

    @property
    def is_checked(self) -> bool:
        return self.checked_on is not None


class Provision(models.Model):
    """Điều khoản: a chương/mục/điều/khoản/điểm with its words and the fingerprint of those words."""

    class Kind(models.TextChoices):
        PART = "part", "Phần"
        CHAPTER = "chapter", "Chương"
        SECTION = "section", "Mục"
        ARTICLE = "article", "Điều"
        CLAUSE = "clause", "Khoản"
        POINT = "point", "Điểm"

    document = models.ForeignKey(Document, models.CASCADE, related_name="provisions", verbose_name="văn bản")
    eid = models.CharField("mã", max_length=120)
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children", verbose_name="thuộc"
    )
    kind = models.CharField("loại", max_length=20, choices=Kind.choices)
    number = models.CharField("số", max_length=20)
    heading = models.CharField("tiêu đề", max_length=500, blank=True)
    words = models.TextField("lời văn", blank=True)
    fingerprint = models.CharField("dấu vân", max_length=64, editable=False)
    order = models.PositiveIntegerField("thứ tự", default=0)
    folded = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = "điều khoản"
        ordering = ["document_id", "order", "id"]
        constraints = [models.UniqueConstraint(fields=["document", "eid"], name="one_provision_an_eid")]

    def __str__(self) -> str:
        return f"{self.place} {self.document}"

    @property
    def place(self) -> str:
        """điểm a khoản 2 Điều 3: read from the stable id, smallest first."""
        words = {
            "art": "Điều",
            "para": "khoản",
            "point": "điểm",
            "chp": "Chương",
            "sec": "Mục",
            "subsec": "Tiểu mục",
            "part": "Phần",
            "att": "văn bản kèm theo",
        }
        named = []
        for step in reversed(self.eid.split("__")):
            prefix, _, number = step.partition("_")
            number = number.replace("dd", "đ") if prefix == "point" else number
            named.append(f"{words.get(prefix, prefix)} {number}")
        return " ".join(named)

    def save(self, *args: object, **kwargs: object) -> None:
        self.derive()
        super().save(*args, **kwargs)

    def derive(self) -> None:
        """Fill what follows from the words; for bulk writes, which do not call save."""
        self.fingerprint = fingerprint(f"{self.heading}\n{self.words}")
        self.folded = searchable(self.place, self.heading, self.words)

    @property
    def depth(self) -> int:
        """How deep it stands in the tree of its document, from 0."""
        return self.eid.count("__")


class Effect(models.Model):
    """Tác động: what one document does to another, or to one provision of it, from a day (may lie ahead).

    A wrong effect is withdrawn with a reason, never deleted.
    """

    class Kind(models.TextChoices):
        AMEND = "amend", "sửa đổi, bổ sung"
        REPLACE = "replace", "thay thế"
        REPEAL = "repeal", "bãi bỏ"
        SUSPEND = "suspend", "đình chỉ"
        CORRECT = "correct", "đính chính"

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
    on = models.DateField("từ ngày", null=True, blank=True)
    new_words = models.TextField("lời mới", blank=True)
    replaced_by = models.ForeignKey(
        Provision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="thay bằng điều khoản",
    )
    note = models.CharField("ghi chú", max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    withdrawn_at = models.DateTimeField("rút lúc", null=True, blank=True)
    withdrawn_why = models.CharField("lý do rút", max_length=300, blank=True)

    class Meta:
        verbose_name = "tác động"
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["document", "on"])]

    def __str__(self) -> str:
        target = self.provision or self.document
        return f"{target}: {self.get_kind_display()}"


class PinnedCitation(models.Model):
    """Trích dẫn ghim: a passage pinned to the fingerprint of a provision's words on a day. Abstract.

    What uses it (articles, legal bases, policies, answers) has its own table.
    """

    provision = models.ForeignKey(Provision, models.PROTECT, related_name="+", verbose_name="điều khoản")
    fingerprint = models.CharField("dấu vân lúc dẫn", max_length=64)
    quoted = models.TextField("lời được dẫn", blank=True)
    pinned_on = models.DateField("ghim ngày")

    class Meta:
        abstract = True


class Policy(models.Model):
    """Chính sách: who gets what, under which condition, by which provisions."""

    class State(models.TextChoices):
        DRAFT = "draft", "Bản nháp"
        PUBLISHED = "published", "Đã công bố"
        WITHDRAWN = "withdrawn", "Đã rút"

    title = models.CharField("tên chính sách", max_length=200)
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="policies", verbose_name="chủ đề")
    audiences = models.ManyToManyField(AudienceKind, related_name="policies", verbose_name="ai được hưởng")
    benefit = models.TextField("được hưởng gì, bằng lời dễ hiểu")
    area_condition = models.CharField("điều kiện địa bàn", max_length=200, blank=True)
    where_to_apply = models.CharField("nộp hồ sơ ở đâu", max_length=300, blank=True)
    state = models.CharField("trạng thái", max_length=20, choices=State.choices, default=State.DRAFT)
    checked_on = models.DateField("kiểm chứng ngày", null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người kiểm",
    )
    source = models.CharField("nguồn", max_length=300, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người soạn"
    )
    withdrawn_why = models.CharField("lý do rút", max_length=300, blank=True)
    folded = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = "chính sách"
        ordering = ["topic__order", "title"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded = searchable(self.title, self.benefit, self.area_condition)
        super().save(*args, **kwargs)


class PolicyBasis(PinnedCitation):
    """Căn cứ của chính sách: a provision that a policy rests on."""

    policy = models.ForeignKey(Policy, models.CASCADE, related_name="bases", verbose_name="chính sách")

    class Meta:
        verbose_name = "căn cứ của chính sách"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["policy", "provision"], name="one_basis_a_provision")]

    def __str__(self) -> str:
        return str(self.provision)


class BasisClearing(models.Model):
    """Đã đối chiếu căn cứ: a person read one change against one basis and says the policy still holds.

    Clears this cause for this basis alone; every other cause and every other basis stays suspect.
    """

    basis = models.ForeignKey(PolicyBasis, models.CASCADE, related_name="clearings", verbose_name="căn cứ")
    cause = models.ForeignKey(Effect, models.PROTECT, related_name="+", verbose_name="thay đổi")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người đối chiếu"
    )
    at = models.DateTimeField("lúc")
    why = models.CharField("lý do", max_length=300)

    class Meta:
        verbose_name = "đã đối chiếu căn cứ"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["basis", "cause"], name="one_basis_clearing_a_cause")]

    def __str__(self) -> str:
        return f"{self.basis}: {self.why}"


class PolicyParameter(models.Model):
    """Mức, ngưỡng của chính sách: an amount or threshold for a period, with its reference."""

    policy = models.ForeignKey(Policy, models.CASCADE, related_name="parameters", verbose_name="chính sách")
    name = models.CharField("tên mức", max_length=120)
    value = models.CharField("giá trị", max_length=120)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    reference = models.CharField("nguồn", max_length=300, blank=True)
    verified = models.BooleanField("đã kiểm chứng", default=False)

    class Meta:
        verbose_name = "mức, ngưỡng"
        ordering = ["name", "valid_from"]

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"


class Bundle(models.Model):
    """Bộ tài liệu: documents and policies handed to the people who write (mục IV.1)."""

    title = models.CharField("tên bộ tài liệu", max_length=200)
    note = models.TextField("lời dặn", blank=True)
    from_unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="bundles_sent", verbose_name="đơn vị giao"
    )
    to_unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="bundles_received", verbose_name="đơn vị nhận"
    )
    due_on = models.DateField("hạn soạn bài", null=True, blank=True)
    documents = models.ManyToManyField(Document, related_name="bundles", verbose_name="văn bản", blank=True)
    policies = models.ManyToManyField(Policy, related_name="bundles", verbose_name="chính sách", blank=True)
    handed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người giao"
    )
    handed_at = models.DateTimeField("giao lúc")
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người nhận",
    )
    acknowledged_at = models.DateTimeField("nhận lúc", null=True, blank=True)

    class Meta:
        verbose_name = "bộ tài liệu"
        ordering = ["-handed_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=True) | Q(acknowledged_by__isnull=False),
                name="a_receipt_names_its_receiver",
            )
        ]

    def __str__(self) -> str:
        return self.title
