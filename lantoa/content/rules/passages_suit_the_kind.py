"""Băng rôn là một dòng, tin nhắn là một đoạn: bài có đúng dạng mà kênh của nó mang được.

Căn cứ: thực tế trình bày trên từng kênh (DESIGN 6: structured blocks); không phải quy định pháp luật.
"""

from collections.abc import Sequence
from typing import Any

from lantoa.common.problems import Problem
from lantoa.content.models import EditionKind

ONE_PASSAGE = frozenset({EditionKind.BANNER, EditionKind.SMS})


def problems_with_form(kind: str, blocks: Sequence[dict[str, Any]]) -> list[Problem]:
    """Why these passages cannot stand on this channel as they are. Asked when the draft is sent."""
    kind = EditionKind(kind)
    lines = [line for block in blocks for line in block["text"].splitlines() if line.strip()]
    if kind == EditionKind.BANNER and len(lines) > 1:
        return [Problem("one_line", "Băng rôn chỉ có một dòng. Gộp lại hoặc bỏ bớt đoạn.")]
    if kind in ONE_PASSAGE and len(blocks) > 1:
        return [Problem("one_passage", f"{kind.label} chỉ có một đoạn. Gộp lại hoặc bỏ bớt đoạn.")]
    return []
