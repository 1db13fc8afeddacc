"""What a person may see."""

from datetime import date

from django.db.models import Q, QuerySet

from lantoa.common import dates
from lantoa.content.models import Article, Edition, EditionVersion
from lantoa.content.queries.versions import LEADER_PASSED
from lantoa.people.models import User
from lantoa.people.queries import scope


def visible_articles(user: User, day: date | None = None) -> QuerySet[Article]:
    """Articles of her units, and those of the levels above that have an approved edition."""
    mine = scope(user, day or dates.today())
    approved = EditionVersion.objects.filter(
        LEADER_PASSED, edition__article__unit_id__in=mine.above | mine.watched
    )
    return Article.objects.filter(
        Q(unit_id__in=mine.inside()) | Q(pk__in=approved.values("edition__article_id"))
    ).select_related("written_by", "plan_item")


def visible_editions(user: User, day: date | None = None) -> QuerySet[Edition]:
    """Editions of her units in any state, and approved ones of the levels above."""
    mine = scope(user, day or dates.today())
    approved = EditionVersion.objects.filter(
        LEADER_PASSED, edition__article__unit_id__in=mine.above | mine.watched
    )
    return Edition.objects.filter(
        Q(article__unit_id__in=mine.inside()) | Q(pk__in=approved.values("edition_id"))
    ).select_related("article")


def visible_versions(user: User, day: date | None = None) -> QuerySet[EditionVersion]:
    """Versions of her units, and the approved versions (no drafts, no returned ones) of the levels above."""
    mine = scope(user, day or dates.today())
    approved = EditionVersion.objects.filter(
        LEADER_PASSED, edition__article__unit_id__in=mine.above | mine.watched
    )
    return EditionVersion.objects.filter(
        Q(edition__article__unit_id__in=mine.inside()) | Q(pk__in=approved.values("pk"))
    ).select_related("edition__article", "created_by", "submitted_by")
