"""Sums of the ledger, so that a matrix need not read every line. Made by `roll_up` from the ledger alone."""

from django.db import models

from lantoa.content.models import EditionVersion
from lantoa.people.models import Unit
from lantoa.plans.models import Channel


class RollUp(models.Model):
    """Mức đã cộng sổ: up to which position the ledger is summed. One row.

    made: changes whenever the sums are made anew, so that nothing read from older ones is taken for theirs.
    """

    through = models.PositiveBigIntegerField("cộng đến số thứ tự", default=0)
    proved_through = models.PositiveBigIntegerField("bằng chứng nộp sau đến số", default=0)
    made = models.UUIDField("lần dựng")

    class Meta:
        verbose_name = "mức đã cộng sổ"

    def __str__(self) -> str:
        return f"đến số {self.through}"


class Tally(models.Model):
    """Cộng sổ: what one version did at a unit over a channel in a month, or on a day, by one grade of proof.

    on: the day, or the first of the month. A line without a version is summed by days only: whether it is
    still true hangs on its day. subject: ids of policies and audiences, "1,2|7". last_on, last_position: the
    newest line summed. low: the largest lower count, null when none is known; high: the known upper counts
    together; unknown: how many lines have no upper count.
    """

    class Span(models.TextChoices):
        DAY = "d", "ngày"
        MONTH = "m", "tháng"

    span = models.CharField("gộp theo", max_length=1, choices=Span.choices)
    on = models.DateField("ngày, tháng")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="địa bàn", db_index=False)
    channel = models.ForeignKey(
        Channel, models.PROTECT, related_name="+", verbose_name="kênh", db_index=False
    )
    version = models.ForeignKey(
        EditionVersion,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="phiên bản",
        db_index=False,
    )
    subject = models.TextField("chính sách, đối tượng")
    grade = models.PositiveSmallIntegerField("mức chứng minh")
    deeds = models.PositiveIntegerField("số lượt")
    last_on = models.DateField("ngày mới nhất")
    last_position = models.PositiveBigIntegerField("số thứ tự mới nhất")
    low = models.PositiveIntegerField("ít nhất", null=True)
    high = models.PositiveBigIntegerField("nhiều nhất")
    unknown = models.PositiveIntegerField("số lượt không rõ nhiều nhất")

    class Meta:
        verbose_name = "cộng sổ"
        indexes = [models.Index(fields=["unit", "span", "on"]), models.Index(fields=["span", "on"])]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.on} {self.subject}: {self.deeds}"
