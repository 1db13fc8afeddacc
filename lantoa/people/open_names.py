"""What an office says of itself in public, so that no text has to stop at it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.language.identifiers import key_of_words


class OpenName(models.Model):
    """Được nêu công khai: a name, number or address that is an office's own, with the reason.

    Who signs for the office, its hotlines, its houses: in a text that goes out these are no signs of a
    household. The row stays when it is taken back.
    """

    unit = models.ForeignKey(
        "people.Unit", models.PROTECT, related_name="open_names", verbose_name="của cơ quan"
    )
    words = models.CharField("tên, số hoặc địa chỉ", max_length=200)
    key = models.CharField(max_length=200, editable=False)
    why = models.CharField("vì sao được nêu", max_length=300)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi"
    )
    added_at = models.DateTimeField("ghi lúc")
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người bỏ",
    )
    ended_at = models.DateTimeField("bỏ lúc", null=True, blank=True)

    class Meta:
        verbose_name = "chữ được nêu công khai"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "key"], condition=Q(ended_at__isnull=True), name="one_open_name_a_key"
            )
        ]

    def __str__(self) -> str:
        return self.words

    def save(self, *args: object, **kwargs: object) -> None:
        self.key = key_of_words(self.words)[:200]
        super().save(*args, **kwargs)


class ClearedName(models.Model):
    """Chữ được nêu có căn cứ: a person's reason why one sign of a person may stand in one public thing.

    thing: the label of its model ("library.policy"). For editions the reason is part of what is signed
    (`content.EditionVersion.person_named_why`). Append-only.
    """

    thing = models.CharField("loại", max_length=60)
    thing_id = models.PositiveBigIntegerField("mã")
    words = models.CharField("chữ được nêu", max_length=200)
    key = models.CharField(max_length=200, editable=False)
    why = models.CharField("căn cứ", max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi"
    )
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "chữ được nêu có căn cứ"
        ordering = ["id"]
        indexes = [models.Index(fields=["thing", "thing_id"], name="people_clearedname_thing")]

    def __str__(self) -> str:
        return self.words
