"""Keep what papers name: a row for each numbered document that a paper names, so that the library can say
what it does not hold without reading every paper again."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import asdict
from typing import Any

from django.db import transaction

from lantoa.language.citations import read_citations
from lantoa.library.models import Document, IntakeFile, Mention, Provision

_TELLS_APART = ("type", "number", "symbol", "year", "full")


def named_in(citations: Iterable[dict[str, Any]]) -> list[str]:
    """The `Mention.named` of the numbered documents among these citations, each once, in order."""
    found = []
    for one in citations:
        if one.get("number") and not one.get("self") and not one.get("anaphora"):
            year = one.get("year") or str(one.get("date") or "")[:4]
            said = {key: one[key] for key in _TELLS_APART if one.get(key)} | (
                {"year": int(year)} if year else {}
            )
            text = json.dumps(said, ensure_ascii=False, sort_keys=True)
            if len(text) <= 400:
                found.append(text)
    return list(dict.fromkeys(found))


def note_mentions(file: IntakeFile, citations: Iterable[dict[str, Any]]) -> None:
    """What a file taken in names, its head and căn cứ included."""
    Mention.objects.bulk_create([Mention(file=file, named=named) for named in named_in(citations)])


def keep_mentions(documents: Collection[int]) -> None:
    """Make the mentions of these documents (by id) agree with the words of their provisions."""
    words: dict[int, list[str]] = defaultdict(list)
    rows = Provision.objects.filter(document__in=documents).order_by("document_id", "order")
    for document, heading, said in rows.values_list("document_id", "heading", "words"):
        words[document].append(f"{heading}\n{said}")
    made = [
        Mention(document_id=document, named=named)
        for document, said in words.items()
        for named in named_in(asdict(one) for one in read_citations("\n".join(said)))
    ]
    with transaction.atomic():
        Mention.objects.filter(document__in=documents, file__isnull=True).delete()
        Mention.objects.bulk_create(made, batch_size=500)


def mentions_become(file: IntakeFile, document: Document) -> None:
    """The file was entered as this document: they are one paper."""
    Mention.objects.filter(file=file).update(document=document)
