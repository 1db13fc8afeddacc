"""Góp ý và lý do trả lại, theo từng đoạn: what was said about the passages of an edition."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lantoa.content.models import Approval, Comment, Edition, EditionVersion

ABOUT = re.compile(r"([cb])(\d+)")


@dataclass(frozen=True)
class Return:
    """Why a version came back, as far as one passage is meant. number: of that version."""

    approval: Approval
    number: int
    reason: str


def open_comments(edition: Edition) -> list[Comment]:
    """What nobody has closed yet, about any version of the edition, oldest first."""
    waiting = Comment.objects.filter(version__edition=edition, closed_at__isnull=True)
    return list(waiting.select_related("by", "version"))


def comments_of(version: EditionVersion) -> dict[int, list[Comment]]:
    """By passage: everything said about this version, and what is still open about earlier ones."""
    said = Comment.objects.filter(version__edition=version.edition_id, version__number__lte=version.number)
    found: dict[int, list[Comment]] = defaultdict(list)
    for one in said.select_related("by", "closed_by", "version"):
        if one.version_id == version.pk or one.closed_at is None:
            found[one.block].append(one)
    return dict(found)


def open_passages(version: EditionVersion) -> list[str]:
    """For every open comment of the edition where it stands in this version: "đoạn 2"."""
    numbers = {block["id"]: n for n, block in enumerate(version.blocks, 1)}
    return [
        f"đoạn {numbers[one.block]}" if one.block in numbers else "đoạn đã bỏ"
        for one in open_comments(version.edition)
    ]


def returns_of(versions: Iterable[EditionVersion]) -> dict[int, list[Return]]:
    """By passage: the reasons with which these versions came back."""
    given = Approval.objects.filter(version__in=list(versions), decision=Approval.Decision.RETURNED)
    found: dict[int, list[Return]] = defaultdict(list)
    for approval in given.select_related("by", "version").prefetch_related("version__citations"):
        blocks = {c.pk: c.block for c in approval.version.citations.all()}
        for verdict in approval.verdicts:
            named = ABOUT.fullmatch(verdict["about"])
            if verdict["ok"] or named is None:
                continue
            number = int(named[2])
            block = number if named[1] == "b" else blocks.get(number)
            if block is not None:
                found[block].append(Return(approval, approval.version.number, verdict["reason"]))
    return dict(found)
