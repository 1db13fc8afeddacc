"""What search looks in: made from the provisions, and made again from them at any time."""

from django.db import models

from lantoa.library.models.documents import Document, Provision


class SearchPassage(models.Model):
    """Đoạn để tìm: an article with all that lies in it, as folded words, line by line.

    The full-text index of each database hangs on this table by triggers, so it changes with it in the
    same transaction. Written by `library.search.keeping` alone.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="+", verbose_name="văn bản")
    top = models.OneToOneField(Provision, models.CASCADE, related_name="+", verbose_name="điều khoản")
    words = models.TextField("lời đã bỏ dấu")
    length = models.PositiveIntegerField("số tiếng")

    class Meta:
        verbose_name = "đoạn để tìm"
        indexes = [models.Index(fields=["length"], name="library_passage_length")]

    def __str__(self) -> str:
        return str(self.top)
