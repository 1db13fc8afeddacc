"""Bộ tài liệu đến hạn mà chưa có bài: asked of the articles written since it was handed over."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from lantoa.content.models import Article, Citation
from lantoa.library.models import Bundle
from lantoa.library.queries import visible_bundles
from lantoa.library.roles import RECEIVE
from lantoa.people.models import User
from lantoa.people.queries import scope

REMIND_BEFORE = timedelta(days=3)
STOP_AFTER = timedelta(days=60)  # nobody writes about it any more; the list of bundles still shows it


def bundles_due(user: User, day: date) -> list[Bundle]:
    """Bundles handed to the units she works in, due within three days or late, about which none of their
    articles says anything yet. The soonest first; a constant number of queries."""
    due = visible_bundles(user).filter(due_on__lte=day + REMIND_BEFORE, due_on__gte=day - STOP_AFTER)
    mine = scope(user, day)
    owed = [b for b in due.order_by("due_on", "pk") if mine.has_at(RECEIVE, b.to_unit_id)]
    told = written_about(owed)
    return [bundle for bundle in owed if bundle.pk not in told]


def written_about(bundles: Iterable[Bundle]) -> set[int]:
    """Ids of bundles whose receiver has since written on one of their policies or cited their documents.

    bundles: with their documents and policies fetched. Two queries.
    """
    bundles = list(bundles)
    if not bundles:
        return set()
    units = {bundle.to_unit_id for bundle in bundles}
    since = min(bundle.handed_at for bundle in bundles)
    on_policy: dict[tuple[int, int], datetime] = {}
    on_document: dict[tuple[int, int], datetime] = {}
    articles = Article.objects.filter(unit_id__in=units, written_at__gte=since, policies__isnull=False)
    for unit, policy, at in articles.values_list("unit_id", "policies", "written_at"):
        on_policy[unit, policy] = max(on_policy.get((unit, policy), at), at)
    article = "version__edition__article"
    cited = Citation.objects.filter(
        **{f"{article}__unit_id__in": units, f"{article}__written_at__gte": since}
    ).values_list(f"{article}__unit_id", "provision__document_id", f"{article}__written_at")
    for unit, document, at in cited.distinct():
        on_document[unit, document] = max(on_document.get((unit, document), at), at)
    return {bundle.pk for bundle in bundles if _answered(bundle, on_policy, on_document)}


def _answered(
    bundle: Bundle,
    on_policy: dict[tuple[int, int], datetime],
    on_document: dict[tuple[int, int], datetime],
) -> bool:
    unit = bundle.to_unit_id
    written = [on_policy.get((unit, policy.pk)) for policy in bundle.policies.all()]
    written += [on_document.get((unit, document.pk)) for document in bundle.documents.all()]
    return any(at is not None and at >= bundle.handed_at for at in written)
