"""Băng rôn là một dòng, tin nhắn là một đoạn, ý trong đề cương có số phút: bài đúng dạng mà kênh mang được.

Căn cứ: thực tế trình bày trên từng kênh (DESIGN 6: structured blocks); không phải quy định pháp luật.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from lantoa.common.problems import Problem
from lantoa.content.models import EditionKind
from lantoa.content.passages import KINDS_OF, LONGEST_POINT, ONE_PASSAGE, PassageKind, items, kind_of


def problems_with_form(kind: str, blocks: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """Why these passages cannot stand on this channel as they are. Asked when the draft is sent."""
    kind = EditionKind(kind)
    if kind == EditionKind.BANNER and sum(len(items(block)) for block in blocks) > 1:
        return [Problem("one_line", "Băng rôn chỉ có một dòng. Gộp lại hoặc bỏ bớt đoạn.")]
    if kind in ONE_PASSAGE and len(blocks) > 1:
        return [Problem("one_passage", f"{kind.label} chỉ có một đoạn. Gộp lại hoặc bỏ bớt đoạn.")]
    return [found for n, block in enumerate(blocks, 1) if (found := _problem(kind, n, block))]


def _problem(kind: EditionKind, n: int, block: Mapping[str, Any]) -> Problem | None:
    form = kind_of(block)
    if form not in KINDS_OF[kind]:
        says = f"Đoạn {n} là “{form.label}”, dạng này không dùng cho {kind.label.lower()}. Chọn dạng khác."
        return Problem("strange_passage", says, f"kind_{n}")
    if form == PassageKind.POINT and not 1 <= block.get("minutes", 0) <= LONGEST_POINT:
        says = f"Ý ở đoạn {n} chưa có số phút. Ghi số phút dự kiến nói, từ 1 đến {LONGEST_POINT}."
        return Problem("point_without_minutes", says, f"minutes_{n}")
    return None
