"""Chữ trên băng rôn, áp phích, tin nhắn không vượt mức mà người đọc đọc kịp, máy gửi được.

Căn cứ: giới hạn theo thực tế trình bày và gửi tin (content.models.CHARACTER_LIMITS, MOST_MESSAGES); không
phải quy định pháp luật.
"""

from collections.abc import Mapping

from lantoa.common.problems import Problem
from lantoa.content.models import CHARACTER_LIMITS, MOST_MESSAGES, EditionKind
from lantoa.language.text_messages import message_size


def problems_with_length(
    kind: str, text: str, limits: Mapping[EditionKind, int] = CHARACTER_LIMITS
) -> list[Problem]:
    """Is the whole text too long for its channel? Spaces count, as they do on cloth."""
    if kind == EditionKind.SMS:
        parts = message_size(text).parts
        says = f"Tin nhắn dài {parts} tin, tối đa {MOST_MESSAGES} tin. Bớt chữ rồi gửi."
        return [Problem("too_long_for_channel", says)] if parts > MOST_MESSAGES else []
    limit = limits.get(EditionKind(kind))
    if limit is None or len(text) <= limit:
        return []
    label = EditionKind(kind).label
    says = f"{label} dài {len(text)} ký tự, tối đa {limit}. Bớt ít nhất {len(text) - limit} ký tự."
    return [Problem("too_long_for_channel", says)]
