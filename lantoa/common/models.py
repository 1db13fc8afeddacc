"""Tables without a domain word: the audit log, stored files, ledger counters."""

from django.conf import settings
from django.db import models


class AuditLine(models.Model):
    """Dòng nhật ký: who did what to which object, when and why. Append-only, sealed into a hash chain.

    `details` holds before/after of non-personal fields only; personal fields are named, never copied.
    """

    at = models.DateTimeField("lúc", db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="ai"
    )
    by_name = models.CharField("tên lúc ghi", max_length=120, blank=True)
    action = models.CharField("việc", max_length=60)
    object_type = models.CharField("loại đối tượng", max_length=60)
    object_id = models.CharField("mã đối tượng", max_length=40)
    object_name = models.CharField("đối tượng", max_length=300, blank=True)
    unit_id = models.CharField("mã đơn vị", max_length=40, blank=True)
    details = models.JSONField("chi tiết", default=dict)
    why = models.TextField("lý do", blank=True)

    class Meta:
        verbose_name = "dòng nhật ký"
        ordering = ["id"]
        indexes = [models.Index(fields=["object_type", "object_id"])]

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M} {self.by_name}: {self.action}"


class AuditSeal(models.Model):
    """Niêm nhật ký: the hash of one audit line and of the seal before it, in order, without a gap."""

    line = models.OneToOneField(AuditLine, models.PROTECT, related_name="seal", verbose_name="dòng")
    sha256 = models.CharField("mã băm", max_length=64)

    class Meta:
        verbose_name = "niêm nhật ký"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.sha256[:12]


class StoredFile(models.Model):
    """Tệp lưu: bytes kept by their sha256, with the name they came with. Reached through a view only.

    received_sha256: of the bytes as they came; a picture is drawn anew before it is kept. taken_on, latitude,
    longitude: what its camera had written. look: of a picture (`common.looks`), "" where none was taken.
    """

    sha256 = models.CharField("mã băm", max_length=64, db_index=True)
    name = models.CharField("tên tệp", max_length=200)
    mime = models.CharField("loại", max_length=100)
    size = models.PositiveIntegerField("số byte")
    received_sha256 = models.CharField("mã băm lúc nhận", max_length=64, db_index=True, blank=True)
    taken_on = models.DateField("ngày chụp", null=True, blank=True)
    latitude = models.DecimalField("vĩ độ nơi chụp", max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField("kinh độ nơi chụp", max_digits=8, decimal_places=5, null=True, blank=True)
    look = models.CharField("dáng ảnh", max_length=16, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người nộp"
    )
    uploaded_at = models.DateTimeField("nộp lúc")

    class Meta:
        verbose_name = "tệp lưu"

    def __str__(self) -> str:
        return self.name


class LookBand(models.Model):
    """Dải dáng ảnh: one of the eight bands of a picture's look, so that look-alikes are found by index."""

    file = models.ForeignKey(StoredFile, models.CASCADE, related_name="bands", verbose_name="tệp")
    band = models.PositiveSmallIntegerField("dải")
    value = models.PositiveSmallIntegerField("giá trị")

    class Meta:
        verbose_name = "dải dáng ảnh"
        indexes = [models.Index(fields=["band", "value"])]

    def __str__(self) -> str:
        return f"{self.band}: {self.value}"


class LedgerCounter(models.Model):
    """Số thứ tự sổ: the last position given out in one append-only ledger.

    Taken under a row lock in the writing transaction, so positions follow the order of commits.
    """

    name = models.CharField("sổ", max_length=40, primary_key=True)
    last = models.PositiveBigIntegerField("số cuối", default=0)

    class Meta:
        verbose_name = "số thứ tự sổ"

    def __str__(self) -> str:
        return f"{self.name}: {self.last}"


class UsedKey(models.Model):
    """Khóa gửi: a client's key for one write, so that sending twice writes once."""

    key = models.CharField("khóa", max_length=64, unique=True)
    at = models.DateTimeField("lúc")
    result = models.CharField("kết quả", max_length=200, blank=True)

    class Meta:
        verbose_name = "khóa gửi"

    def __str__(self) -> str:
        return self.key
