"""Góp ý theo đoạn: say something about one passage of what was submitted, and settle it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.once import once, own_key
from lantoa.common.problems import must_hold, refuse
from lantoa.content.actions.steps import has_block, has_reason, locked, newest
from lantoa.content.models import Comment, EditionVersion
from lantoa.content.permissions import may_approve, may_check, may_comment
from lantoa.content.queries import writers_of
from lantoa.content.rules.open_comment_holds_approval import problems_with_closing
from lantoa.content.states import WAITING
from lantoa.people.models import User

MOST_CHARACTERS = 1000


@transaction.atomic
def comment(version: EditionVersion, block: int, text: str, *, by: User, key: str = "") -> Comment:
    """Say something about one passage while the version waits for its check or approval.

    It stays open, also through the next versions, and holds the approval until somebody closes it.
    key: sending twice makes one comment.
    """
    edition = locked(version.edition_id)
    if not may_comment(by, edition):
        raise PermissionDenied
    text = has_reason(text, "Ghi góp ý bằng một câu.", "text")[:MOST_CHARACTERS]

    def write() -> str:
        if edition.state not in WAITING or newest(edition).pk != version.pk:
            refuse("not_waiting", "Chỉ góp ý được cho bản mới nhất đang chờ kiểm tra hoặc chờ duyệt.", "text")
        has_block(version, block)
        said = Comment.objects.create(version=version, block=block, by=by, at=dates.now(), text=text)
        audit.log(by, "comment", said, unit_id=edition.article.unit_id, block=block)
        return str(said.pk)

    return Comment.objects.get(pk=int(once(own_key("comment", by, key), write)))


@transaction.atomic
def resolve_comment(said: Comment, *, by: User, how: str = "") -> Comment:
    """Say that a comment is settled: its giver, or a checker or leader who did not write the edition."""
    edition = locked(said.version.edition_id)
    if not may_comment(by, edition):
        raise PermissionDenied
    said = Comment.objects.select_for_update().get(pk=said.pk)
    if said.closed_at is not None:
        refuse("comment_closed", f"Góp ý này {said.closed_by} đã xác nhận xong rồi.")
    is_checker = may_check(by, edition) or may_approve(by, edition)
    is_writer = by.pk in writers_of([edition.pk])[edition.pk]
    must_hold(problems_with_closing(said.by_id == by.pk, is_writer, is_checker))
    said.closed_by, said.closed_at, said.closed_how = by, dates.now(), how.strip()[:300]
    said.save(update_fields=["closed_by", "closed_at", "closed_how"])
    audit.log(by, "resolve_comment", said, unit_id=edition.article.unit_id, why=said.closed_how)
    return said
