"""Góp ý, lý do trả lại như trang cho xem: for those who write, check or approve, beside the passage."""

from dataclasses import dataclass

from lantoa.content.models import Comment, EditionVersion
from lantoa.content.permissions import may_approve, may_check, may_comment
from lantoa.content.queries import writers_of
from lantoa.content.remarks import comments_of
from lantoa.content.rules.open_comment_holds_approval import problems_with_closing
from lantoa.people.models import User


@dataclass(frozen=True)
class Remark:
    """A comment as one person sees it. may_close: she may say that it is settled."""

    comment: Comment
    may_close: bool


def remarks_on(version: EditionVersion, user: User) -> dict[int, list[Remark]]:
    """By passage; nothing for who only reads what was approved."""
    if not may_comment(user, version.edition):
        return {}
    is_checker = may_check(user, version.edition) or may_approve(user, version.edition)
    is_writer = user.pk in writers_of([version.edition_id])[version.edition_id]
    return {
        block: [
            Remark(
                one,
                one.closed_at is None
                and not problems_with_closing(one.by_id == user.pk, is_writer, is_checker),
            )
            for one in said
        ]
        for block, said in comments_of(version).items()
    }


def lost_remarks(version: EditionVersion, user: User) -> list[Remark]:
    """Those about passages that this version no longer has."""
    blocks = {block["id"] for block in version.blocks}
    return [one for block, said in remarks_on(version, user).items() if block not in blocks for one in said]
