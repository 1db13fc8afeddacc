"""The work lists of amending papers: what each of them tells to do, and what is not done yet."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet

from lantoa.library.models import Document, Effect, Instruction
from lantoa.library.models.instructions import OPEN


def open_instructions() -> QuerySet[Instruction]:
    """Changes that a paper states and nobody has settled; those on what the library holds come first."""
    waiting = Instruction.objects.filter(state__in=OPEN).select_related("source", "document")
    return waiting.order_by("document_id", "source_id", "order", "id")


def papers_with_open_instructions(most: int) -> list[tuple[Document, int]]:
    """The first so many amending papers whose changes of documents held are not all settled, and how many."""
    waiting = Instruction.objects.filter(state__in=OPEN, document__isnull=False).order_by("source_id")
    counted = dict(waiting.values_list("source_id").annotate(Count("pk"))[:most])
    papers = Document.objects.filter(pk__in=counted).order_by("pk")
    return [(paper, counted[paper.pk]) for paper in papers]


def instructions_of(document: Document) -> QuerySet[Instruction]:
    """Everything that a paper tells to do, in its order."""
    return document.instructions.select_related("source", "document", "settled_by")


def held_suspect(instructions: Iterable[Instruction]) -> dict[int, Effect]:
    """Instruction id -> the effect that keeps the nearest place suspect meanwhile. One query."""
    effects = Effect.objects.filter(
        instruction__in=list(instructions), kind=Effect.Kind.UNSETTLED, withdrawn_at__isnull=True
    )
    found = effects.select_related("document", "provision__document", "source")
    return {e.instruction_id: e for e in found if e.instruction_id}
