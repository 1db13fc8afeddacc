"""What the library itself lacks: documents named but not held, ends without a date, trees not there."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from lantoa.library.mentions import named_in
from lantoa.library.models import Document, Effect, IntakeFile, Mention, Relation
from lantoa.library.queries.citations import resolve_all
from lantoa.library.queries.stated import name_of
from lantoa.library.rules.status_of_a_document import ENDING

ENDING_RELATIONS = (Relation.Kind.REPLACE, Relation.Kind.REPEAL, Relation.Kind.ANNUL)


def named_but_not_held(also: Iterable[dict[str, Any]] = ()) -> list[tuple[str, int]]:
    """Documents that papers of the library name and it does not hold, with how many papers name them; most
    named first. also: citations read elsewhere, one paper each. Four queries at most.
    """
    kept = (IntakeFile.State.PROPOSED, IntakeFile.State.CONFIRMED)
    mentions = Mention.objects.filter(Q(file__isnull=True) | Q(file__state__in=kept))
    paper = Coalesce(F("document_id"), -F("file_id"))  # a file that was entered and its document are one
    counted = Counter(dict(mentions.values_list("named").annotate(papers=Count(paper, distinct=True))))
    counted.update(named_in([citation])[0] for citation in also if named_in([citation]))
    citations = {named: json.loads(named) for named in counted}
    missing: Counter[str] = Counter()
    for (named, citation), target in zip(
        citations.items(), resolve_all(list(citations.values())), strict=True
    ):
        if target is None:
            missing[name_of(citation)] += counted[named]
    return sorted(missing.items(), key=lambda row: (-row[1], row[0]))


def replaced_without_end() -> QuerySet[Document]:
    """Documents that another replaces or repeals as a whole, and of whose end nothing is recorded; an end
    without a day is one of `effects_without_date`. `replaced_by`: the relations that say so. Two queries.
    """
    replaced = Relation.objects.filter(
        kind__in=ENDING_RELATIONS, target_provision__isnull=True, withdrawn_at__isnull=True
    )
    ends = Effect.objects.filter(provision__isnull=True, withdrawn_at__isnull=True, kind__in=ENDING)
    open_ended = Document.objects.filter(pk__in=replaced.values("target_id"), ended_on__isnull=True)
    relations = Prefetch("relations_in", replaced.select_related("source").order_by("pk"), "replaced_by")
    return open_ended.exclude(pk__in=ends.values("document_id")).prefetch_related(relations)


def documents_without_start() -> QuerySet[Document]:
    """Documents of which nobody knows since when they apply."""
    return Document.objects.filter(effective_on__isnull=True)


def documents_without_tree() -> QuerySet[Document]:
    """Documents whose words are not there: nothing can cite them."""
    return Document.objects.filter(provisions__isnull=True)


def documents_without_origin() -> QuerySet[Document]:
    """Documents with neither a file nor a source to compare with."""
    return Document.objects.filter(Q(file__isnull=True), source="")


def documents_unchecked() -> QuerySet[Document]:
    """Documents that nobody compared with their source: the public does not see them."""
    return Document.objects.filter(checked_on__isnull=True)


def effects_without_date() -> QuerySet[Effect]:
    """Changes of which nobody knows the day: what rests on them is neither good nor bad."""
    undated = Effect.objects.filter(on__isnull=True, withdrawn_at__isnull=True)
    return undated.select_related("document", "provision__document", "source").order_by("pk")
