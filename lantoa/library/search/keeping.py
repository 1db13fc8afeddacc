"""Keep what search looks in true to the provisions. The actions that write provisions call this, in their
own transaction; whoever writes provisions in bulk calls it once for all the documents."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from django.db import transaction
from django.db.models import Q

from lantoa.library.models import Document, Provision, SearchPassage
from lantoa.library.search.words import length_of, lines_of

_AT_ONCE = 50  # documents: the memory of a rebuild does not grow with the library
_CONTAINERS = {Provision.Kind.PART, Provision.Kind.CHAPTER, Provision.Kind.SECTION}


def keep_searchable(documents: Collection[int]) -> None:
    """Make the passages of these documents (by id) agree with their provisions; what agrees stays."""
    with transaction.atomic():
        wanted = {passage.top_id: passage for passage in _passages(documents)}
        new, gone = dict(wanted), []
        for known in SearchPassage.objects.filter(document__in=documents):
            passage = new.pop(known.top_id, None)
            if passage is None:
                gone.append(known.pk)
            elif passage.words != known.words:
                known.words, known.length = passage.words, passage.length
                known.save()
        SearchPassage.objects.filter(pk__in=gone).delete()
        SearchPassage.objects.bulk_create(new.values(), batch_size=500)


def rebuild() -> int:
    """Throw the passages away and make them from the provisions, all or nothing. How many there are."""
    with transaction.atomic():
        SearchPassage.objects.all().delete()
        ids = list(Document.objects.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(ids), _AT_ONCE):
            made = _passages(ids[start : start + _AT_ONCE])
            SearchPassage.objects.bulk_create(made, batch_size=500)
    return SearchPassage.objects.count()


def _passages(documents: Collection[int]) -> Iterator[SearchPassage]:
    provisions = Provision.objects.filter(_standing(), document__in=documents)
    provisions = provisions.order_by("document_id", "order", "id")
    for lines in _gathered(provisions):
        words = lines_of([f"{one.heading} {one.words}" for one in lines])
        length = length_of(words)
        if length:
            top = lines[0]
            yield SearchPassage(document_id=top.document_id, top_id=top.pk, words=words, length=length)


def _standing() -> Q:
    return Q(added_by__isnull=True) | Q(added_by__withdrawn_at__isnull=True)


def _gathered(provisions: Iterable[Provision]) -> list[list[Provision]]:
    """The provisions of each passage, its top first: an article with all that lies in it, or what stands
    in no article."""
    rows = list(provisions)
    every = {one.pk: one for one in rows}
    gathered: dict[int, list[Provision]] = defaultdict(list)
    for one in rows:
        top = one
        while top.kind != Provision.Kind.ARTICLE and (parent := every.get(top.parent_id or 0)):
            if parent.kind in _CONTAINERS:
                break
            top = parent
        lines = gathered[top.pk]
        lines.insert(0 if one is top else len(lines), one)
    return list(gathered.values())
