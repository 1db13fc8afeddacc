"""Sums of the ledger, so that a matrix need not read every line. Made by `roll_up` from the ledger alone."""

from django.db import models

from lantoa.people.models import Unit


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
    """Cộng sổ: what was done at a unit in a month, summed by version, channel, subject and grade of proof.

    month: its first day. subjects: ids of policies and audiences, "1,2|7", one a line. whole: for a question
    that covers the whole month, sums of the month over all grades; a deed without a version is summed by its
    day, on which hangs whether it is still true. graded: the same apart by grade of proof. daily: everything
    by day and grade. All as `sums.packed`, in order of their numbers: the same lines make the same bytes.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="địa bàn", db_index=False)
    month = models.DateField("tháng")
    subjects = models.TextField("chính sách, đối tượng")
    whole = models.BinaryField("cộng cả tháng")
    graded = models.BinaryField("cộng cả tháng theo mức chứng minh")
    daily = models.BinaryField("cộng từng ngày")

    class Meta:
        verbose_name = "cộng sổ"
        constraints = [
            models.UniqueConstraint(fields=["unit", "month"], name="one_tally_a_unit_and_month"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.month:%m/%Y}"
