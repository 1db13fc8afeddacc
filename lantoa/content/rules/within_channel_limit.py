"""Chữ trên băng rôn, áp phích không vượt số ký tự mà người đi đường đọc kịp.

Căn cứ: giới hạn theo thực tế trình bày (content.models.CHARACTER_LIMITS); không phải quy định pháp luật.
"""

from collections.abc import Mapping

from lantoa.common.problems import Problem
from lantoa.content.models import CHARACTER_LIMITS, EditionKind


def problems_with_length(
    kind: str, text: str, limits: Mapping[EditionKind, int] = CHARACTER_LIMITS
) -> list[Problem]:
    """Is the whole text too long for its channel? Spaces count, as they do on cloth."""
    limit = limits.get(EditionKind(kind))
    if limit is None or len(text) <= limit:
        return []
    label = EditionKind(kind).label
    says = f"{label} dài {len(text)} ký tự, tối đa {limit}. Bớt ít nhất {len(text) - limit} ký tự."
    return [Problem("too_long_for_channel", says)]
