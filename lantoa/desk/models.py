"""The one table of the desk: what a person was told on a day, as it was told."""

from django.conf import settings
from django.db import models


class Notice(models.Model):
    """Tin luật: the one combined notice of a day for one person.

    until: changes recorded up to then are in it. told: `{"changed": [...], "ahead": {"30": [...]}, "rests":
    {...}}`, sentences and counts as they stood; never rewritten.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices", verbose_name="người nhận"
    )
    day = models.DateField("ngày")
    until = models.DateTimeField("tính đến")
    told = models.JSONField("nội dung")
    read_at = models.DateTimeField("đọc lúc", null=True, blank=True)
    mailed_at = models.DateTimeField("gửi thư lúc", null=True, blank=True)

    class Meta:
        verbose_name = "tin luật"
        ordering = ["-day", "-id"]
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="one_notice_a_person_a_day")]

    def __str__(self) -> str:
        return f"Tin luật ngày {self.day:%d/%m/%Y}"
