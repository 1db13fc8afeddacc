"""Đoạn nào cũng dẫn điều khoản, trừ khi có người ghi rõ vì sao đoạn đó không cần căn cứ.

Căn cứ: Kế hoạch truyền thông 2025, mục II.2 (nội dung là chính sách); DESIGN 1 (promise 1).
"""

from collections.abc import Collection, Sequence
from typing import Any

from lantoa.common.problems import Problem

LEAST_WORDS = 2  # "x" or "không" is no reason


def uncited(blocks: Sequence[dict[str, Any]], cited: Collection[int]) -> list[dict[str, Any]]:
    """The blocks that cite nothing, whether or not somebody said why. cited: ids of blocks that do."""
    return [block for block in blocks if block["id"] not in cited]


def problems_with_claims(blocks: Sequence[dict[str, Any]], cited: Collection[int]) -> list[Problem]:
    """What stands between these blocks and a reader who asks "where does that stand?"."""
    if not any(block["text"].strip() for block in blocks):
        return [Problem("no_text", "Bài chưa có chữ nào. Viết ít nhất một đoạn rồi gửi.", "text_1")]
    problems = []
    for number, block in enumerate(blocks, 1):
        if block["id"] in cited or len(block.get("no_source_why", "").split()) >= LEAST_WORDS:
            continue
        says = (
            f"Đoạn {number} chưa có căn cứ. Dẫn một điều khoản, "
            "hoặc ghi vì sao đoạn này không cần căn cứ (ít nhất hai từ)."
        )
        problems.append(Problem("claim_without_source", says, f"no_source_why_{number}"))
    return problems
