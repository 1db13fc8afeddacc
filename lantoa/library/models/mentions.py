"""Which documents the papers of the library name, held or not."""

from django.db import models
from django.db.models import Q

from lantoa.library.models.documents import Document
from lantoa.library.models.intakes import IntakeFile


class Mention(models.Model):
    """Lần nhắc văn bản: a numbered document that a paper names, whether the library holds it or not.

    Of a file taken in (all of it), or of the words of a document entered otherwise. named: the citation as
    JSON, what tells documents apart and no more. Written by `library.mentions` alone.
    """

    document = models.ForeignKey(
        Document, models.CASCADE, null=True, related_name="mentions", verbose_name="văn bản"
    )
    file = models.ForeignKey(
        IntakeFile, models.CASCADE, null=True, related_name="mentions", verbose_name="tệp nhập"
    )
    named = models.CharField("nhắc đến", max_length=400)

    class Meta:
        verbose_name = "lần nhắc văn bản"
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=False) | Q(file__isnull=False), name="somebody_mentions_it"
            ),
            models.UniqueConstraint(fields=["file", "named"], name="a_file_mentions_it_once"),
            models.UniqueConstraint(
                fields=["document", "named"],
                condition=Q(file__isnull=True),
                name="a_document_mentions_it_once",
            ),
        ]

    def __str__(self) -> str:
        return self.named
