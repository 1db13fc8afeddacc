"""Một mục như một đoạn chữ: the blocks of a section as text that a person edits, and back.

One paragraph a line; a mark at its head ("-", "1.", "a)") stays its mark. A table is not edited here: it
stands as "[bảng 1]" and may be moved or taken out. A line that was not changed keeps its looks.
"""

import re
from typing import Any

from lantoa.paper.marks import take_apart

MARKS = {"bullet", "number", "deep", "letter"}
TABLE = re.compile(r"\[bảng (\d{1,3})\]")

Block = dict[str, Any]


def text_of(blocks: list[Block]) -> str:
    """The blocks as lines."""
    tables = 0
    lines = []
    for block in blocks:
        if "rows" in block:
            tables += 1
            lines.append(f"[bảng {tables}]")
        else:
            lines.append(_whole(block))
    return "\n".join(lines)


def blocks_of(text: str, before: list[Block]) -> list[Block]:
    """The lines as blocks; `before` gives the tables and the looks of lines that stayed."""
    tables = [block for block in before if "rows" in block]
    looks = {_whole(block): block for block in before if "rows" not in block}
    blocks = []
    for line in (" ".join(raw.split()) for raw in text.splitlines()):
        named = TABLE.fullmatch(line)
        if named and 0 < int(named[1]) <= len(tables):
            blocks.append(tables[int(named[1]) - 1])
        elif line in looks:
            blocks.append(looks[line])
        elif line:
            blocks.append(_paragraph(line))
    return blocks


def _whole(block: Block) -> str:
    return f"{block.get('marker', '')} {' '.join(block['text'].split())}".strip()


def _paragraph(line: str) -> Block:
    taken = take_apart(line)
    if taken.kind in MARKS:
        return {"text": taken.words, "marker": taken.written}
    return {"text": line, "marker": ""}
