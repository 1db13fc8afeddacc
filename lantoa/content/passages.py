"""Đoạn: what a passage of an edition may be, and the form in which it is kept.

A passage is kept as {"id", "text", "no_source_why"}; other than plain paragraphs also carry "kind", points of
a talk also "minutes". A paragraph carries neither, so what was signed before there were kinds reads the same.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import TextChoices

from lantoa.content.models import EditionKind
from lantoa.paper.wording import clean, one_line

LONGEST_POINT = 240  # minutes


class PassageKind(TextChoices):
    """Dạng đoạn."""

    PARAGRAPH = "paragraph", "Đoạn văn"
    HEADING = "heading", "Tiêu đề"
    LIST = "list", "Danh sách, mỗi dòng một ý"
    CALL = "call", "Lời mời: đến đâu, làm gì"
    POINT = "point", "Ý để nói, có số phút"


_ON_A_PAGE = (PassageKind.PARAGRAPH, PassageKind.HEADING, PassageKind.LIST, PassageKind.CALL)
# The first kind is the one that a new passage has.
KINDS_OF: Mapping[EditionKind, Sequence[PassageKind]] = {
    EditionKind.RADIO: (PassageKind.PARAGRAPH, PassageKind.CALL),
    EditionKind.BANNER: (PassageKind.PARAGRAPH,),
    EditionKind.POSTER: _ON_A_PAGE,
    EditionKind.LEAFLET: _ON_A_PAGE,
    EditionKind.WEB: _ON_A_PAGE,
    EditionKind.TALK: (PassageKind.POINT, PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.CALL),
    EditionKind.SMS: (PassageKind.PARAGRAPH,),
    EditionKind.ANSWER: (PassageKind.PARAGRAPH, PassageKind.LIST, PassageKind.CALL),
}
ONE_PASSAGE = frozenset({EditionKind.BANNER, EditionKind.SMS})

_BULLET = re.compile(r"^\s*(?:[-+*•‣–]\s+|\d{1,2}[.)]\s+)")


def kind_of(block: Mapping[str, Any]) -> PassageKind:
    """The kind of a kept passage."""
    return PassageKind(block.get("kind", PassageKind.PARAGRAPH))


def kept(
    block_id: int, text: str, why: str = "", kind: str = PassageKind.PARAGRAPH, minutes: int | None = None
) -> dict[str, Any]:
    """A passage as it is kept and signed: cleaned of what turns or hides letters, in the form of its kind."""
    kind = PassageKind(kind)
    block = {"id": block_id, "text": _text(kind, text), "no_source_why": clean(why).strip()}
    if kind != PassageKind.PARAGRAPH:
        block["kind"] = kind.value
    if kind == PassageKind.POINT and minutes is not None:
        block["minutes"] = minutes
    return block


def items(block: Mapping[str, Any]) -> list[str]:
    """The lines of a passage: of a list, its items."""
    return [line for line in block["text"].splitlines() if line.strip()]


def minutes_of(blocks: Sequence[Mapping[str, Any]]) -> int:
    """How long a talk is meant to last: the minutes of its points together."""
    return sum(block.get("minutes", 0) for block in blocks)


def _text(kind: PassageKind, text: str) -> str:
    if kind == PassageKind.HEADING:
        return one_line(text)
    text = clean(text).strip()
    if kind != PassageKind.LIST:
        return text
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)
