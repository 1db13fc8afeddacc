"""Documents and the tree of their provisions."""

from django.conf import settings
from django.db import models

from lantoa.common.models import StoredFile
from lantoa.language.folding import sort_key
from lantoa.language.provisions import fingerprint
from lantoa.library.identity import identity
from lantoa.library.issuers import is_local, issuer_name, place_printed
from lantoa.library.wording import number_words, searchable
from lantoa.people.models import UnitVersion


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
    """Văn bản: identity is kind + number + symbol (+ year), of a local paper its issuer too.

    identity: the number as approvals sign it. issuer_key: the local body that wrote it, with the unit that
    bore the name on that day; "" for central papers. apart: what tells it from another paper of the same
    number and issuer, by the word of a person.
    checked_on: somebody who wrote none of it held facts and words against the source. changed_since: when,
    after that, the first change around it was recorded that nobody else has seen (an effect, a relation, a
    ruling); until then the public is told that it is looked at again.
    """

    class SigningMode(models.TextChoices):
        """Nghị định 30/2020/NĐ-CP, Điều 13: on whose behalf the signer signs."""

        TM = "TM.", "TM. (thay mặt tập thể)"
        KT = "KT.", "KT. (ký thay)"
        TL = "TL.", "TL. (thừa lệnh)"
        TUQ = "TUQ.", "TUQ. (thừa ủy quyền)"
        Q = "Q.", "Q. (quyền)"

    class Wording(models.TextChoices):
        """What its provisions hold, as the person says who checked it; "": nobody said."""

        OWN = "own", "Nguyên văn"
        SUMMARY = "summary", "Tóm tắt"

    kind = models.CharField("loại", max_length=60)
    number = models.CharField("số", max_length=20, blank=True)
    year = models.PositiveSmallIntegerField("năm trong số hiệu", null=True, blank=True)
    symbol = models.CharField("ký hiệu", max_length=60, blank=True)
    identity = models.CharField(max_length=160, editable=False, db_index=True)
    issuer_key = models.CharField(max_length=240, editable=False, blank=True, default="")
    apart = models.CharField("khác văn bản cùng số ở", max_length=120, blank=True, default="")
    issuer = models.CharField("cơ quan ban hành", max_length=200, blank=True)
    title = models.TextField("trích yếu")
    signer_name = models.CharField("người ký", max_length=120, blank=True)
    signer_title = models.CharField("chức vụ người ký", max_length=200, blank=True)
    signing_mode = models.CharField("cách ký", max_length=5, choices=SigningMode.choices, blank=True)
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
    wording = models.CharField("lời văn là", max_length=10, choices=Wording.choices, blank=True)
    changed_since = models.DateTimeField("có điều mới ghi từ", null=True, blank=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    folded = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = "văn bản"
        ordering = ["-issued_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["identity", "issuer_key", "apart"], name="one_document_a_number_of_an_issuer"
            )
        ]

    def __str__(self) -> str:
        if not self.number:
            return f"{self.kind} {self.title}"
        whose = f" của {self.issuer}" if self.is_local and self.issuer else ""
        apart = f" ({self.apart})" if self.apart else ""
        return f"{self.kind} {self.full_number}{whose}{apart}".strip()

    def save(self, *args: object, **kwargs: object) -> None:
        self.derive()
        super().save(*args, **kwargs)

    def derive(self) -> None:
        """Fill what follows from the other fields; for bulk writes, which do not call save."""
        self.identity = identity(self.kind, self.number, self.year, self.symbol, self.issued_on, self.title)
        self.issuer_key = issuer_key_of(self)
        numbers = number_words(self.number, self.year, self.symbol)
        self.folded = searchable(self.kind, numbers, self.title, self.issuer)

    @property
    def is_local(self) -> bool:
        """Whether its number is one of a series that every province, ward or department has."""
        return bool(self.number) and is_local(self.symbol)

    @property
    def full_number(self) -> str:
        """07/2021/NĐ-CP, 90/QĐ-TTg, 05-NQ/TU (Party papers join number and type by a dash)."""
        if "/" in self.symbol and not self.year:
            return f"{self.number}-{self.symbol}"
        return "/".join(str(part) for part in (self.number, self.year, self.symbol) if part)

    @property
    def signed_by(self) -> str:
        """KT. Phó Thủ tướng Nguyễn Văn Mẫu, as far as it is known."""
        return " ".join(part for part in (self.signing_mode, self.signer_title, self.signer_name) if part)

    @property
    def is_checked(self) -> bool:
        return self.checked_on is not None

    @property
    def awaits_a_check(self) -> bool:
        """Is there something that the person who checked it has not seen?"""
        return self.checked_on is None or self.changed_since is not None


def issuer_key_of(document: Document) -> str:
    """ "uy ban nhan dan tinh dong nai@u003": the local body, and the unit of that name on the day of issue;
    a name that passed to another unit (a merged province) counts its papers anew."""
    if not document.is_local or not document.issuer.strip():
        return ""
    key = issuer_name(document.issuer)[:200]
    kind, name = place_printed(document.issuer)
    if not name or document.issued_on is None:
        return key
    bearers = UnitVersion.objects.filter(sort_key=sort_key(name)).select_related("unit")
    units = {v.unit.key for v in bearers if v.type_word.casefold() == kind and v.covers(document.issued_on)}
    return f"{key}@{units.pop()}" if len(units) == 1 else key


PARTS = {
    "art": "Điều",
    "para": "khoản",
    "point": "điểm",
    "chp": "Chương",
    "sec": "Mục",
    "subsec": "Tiểu mục",
    "part": "Phần",
    "annex": "Phụ lục",
    "att": "văn bản kèm theo",
}


def place_of(eid: str, life: int = 1) -> str:
    """điểm a khoản 2 Điều 3: read from the stable id of a provision, smallest first."""
    named = []
    for step in reversed(eid.split("__")):
        prefix, _, number = step.partition("_")
        number = number.replace("dd", "đ") if prefix == "point" else number
        named.append(f"{PARTS.get(prefix, prefix)} {number}".strip())
    again = "" if life == 1 else " (ban hành lại)" if life == 2 else f" (ban hành lại lần {life - 1})"
    return " ".join(named) + again


class Provision(models.Model):
    """Điều khoản: a chương/mục/điều/khoản/điểm with its words and the fingerprint of those words.

    added_by: the change that put it there after the document was issued; it stands from the day of that
    change, and not at all once that change is withdrawn. reworded: its words were once others here (a slip
    of typing put right), so something may be pinned to those. life: what is repealed and later enacted again
    stands in a row of its own for each life, with its own words, source (added_by) and days.
    """

    class Kind(models.TextChoices):
        PART = "part", "Phần"
        CHAPTER = "chapter", "Chương"
        SECTION = "section", "Mục"
        SUBSECTION = "subsection", "Tiểu mục"
        ARTICLE = "article", "Điều"
        CLAUSE = "clause", "Khoản"
        POINT = "point", "Điểm"
        APPENDIX = "appendix", "Phụ lục"

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
    reworded = models.BooleanField("đã sửa lời", default=False, editable=False)
    order = models.PositiveIntegerField("thứ tự", default=0)
    life = models.PositiveSmallIntegerField("lần ban hành", default=1, editable=False)
    added_by = models.ForeignKey(
        "library.Effect",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="adds",
        verbose_name="do thay đổi bổ sung",
    )
    folded = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = "điều khoản"
        ordering = ["document_id", "order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "eid", "life"], name="one_provision_an_eid_and_life")
        ]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(reworded=True), name="library_provision_reworded")
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.document}"

    @property
    def place(self) -> str:
        """điểm a khoản 2 Điều 3; a later life says so."""
        return place_of(self.eid, self.life)

    def save(self, *args: object, **kwargs: object) -> None:
        self.derive()
        super().save(*args, **kwargs)

    def derive(self) -> None:
        """Fill what follows from the words; for bulk writes, which do not call save."""
        before, self.fingerprint = self.fingerprint, fingerprint(f"{self.heading}\n{self.words}")
        self.reworded = self.reworded or before not in ("", self.fingerprint)
        self.folded = searchable(self.place, self.heading, self.words)

    @property
    def depth(self) -> int:
        """How deep it stands in the tree of its document, from 0."""
        return self.eid.count("__")


class ProvisionNote(models.Model):
    """Chú thích: what a consolidated text notes beside a provision (who amended it), never words of it.

    provision: None for a note of the head.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="notes", verbose_name="văn bản")
    provision = models.ForeignKey(
        Provision, models.CASCADE, null=True, blank=True, related_name="notes", verbose_name="bên điều khoản"
    )
    mark = models.CharField("dấu", max_length=10)
    words = models.TextField("lời chú thích")
    order = models.PositiveIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "chú thích"
        ordering = ["document_id", "order", "id"]

    def __str__(self) -> str:
        return f"[{self.mark}] {self.words[:80]}"
