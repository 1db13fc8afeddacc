"""A document as PDF, set by Typst. The words go in as JSON data, so no character of theirs is markup."""

import json
import re
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from lantoa.paper.structure import Block, OfficialDocument, Paragraph, Section, Signer, Table
from lantoa.paper.wording import one_line
from lantoa.paper.writing import layout as measures
from lantoa.paper.writing.layout import Layout, Part, cell_lines, heading_words, is_part, lay_out, runs_in

TEMPLATE = Path(__file__).with_name("official.typ")
# Tinos and Liberation Serif have the widths of Times New Roman and every Vietnamese letter.
FONTS = ("Times New Roman", "Tinos", "Liberation Serif")
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
_FONT_FILES = ("Tinos-Regular.ttf", "LiberationSerif-Regular.ttf", "times.ttf", "Times_New_Roman.ttf")
# A symbol such as 03/KH-SLĐTBXH, or an address, must not break at its marks when a line ends.
_TOKEN = re.compile(r"\S+")
_BREAKABLE = re.compile(r"[^\w\s]\S")
_MOST_WHOLE, _MOST_WHOLE_IN_CELL = 40, 14  # characters; longer ones may have to break
_SIGNING_ROOM = 24.0
_LINE = 80  # characters: about one line of the body


class NoFont(Exception):
    """The machine lacks the typeface of official documents; says what to install."""


def to_pdf(document: OfficialDocument) -> bytes:
    """The document as PDF: tagged, text selectable. Raises NoFont where the typeface is not installed."""
    data = _data(lay_out(document))
    return typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(data, ensure_ascii=False)},
    )


@cache
def fonts() -> typst.Fonts:
    """The typefaces of Debian's croscore fonts (Tinos, Arimo), or the like. Raises NoFont."""
    folders = {file.parent for root in FONT_FOLDERS for name in _FONT_FILES for file in root.rglob(name)}
    if not folders:
        raise NoFont(
            "Máy chủ chưa có phông chữ để in PDF. Người quản trị cần cài gói fonts-croscore (phông Tinos)."
        )
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(folder) for folder in sorted(folders)],
    )


def _data(layout: Layout) -> dict[str, Any]:
    document = layout.document
    main = _part(layout.main)
    main["last"] = _take_last(layout.main, main)
    return {
        "name": one_line(f"{layout.kind} {document.title}") or "Văn bản",
        "author": one_line(document.issuer),
        "fonts": list(FONTS),
        "nation": measures.NATION,
        "motto": measures.MOTTO,
        "superior": layout.superior,
        "issuer": layout.issuer,
        "issuer_rule": layout.issuer_rule,
        "number": layout.number,
        "date": layout.date,
        "about": [_runs(line) for line in layout.about],
        "kind": layout.kind,
        "title": layout.title,
        "title_rule": layout.title_rule,
        "note": _runs(layout.note),
        "addressees": [_runs(name) for name in layout.addressees],
        "legal_bases": [_runs(line) for line in layout.legal_bases],
        "main": main,
        "annexes": [_part(annex) for annex in layout.annexes],
        "recipients": [_runs(line) for line in layout.recipients],
        "signers": [_signer(signer) for signer in document.signers],
        "agency_column": layout.agency_column,
        "nation_column": measures.NATION_COLUMN,
        "recipients_column": measures.RECIPIENTS_COLUMN,
        "signing_room": _SIGNING_ROOM,
        "indent": measures.INDENT,
        "gap": measures.GAP,
        "margins": {
            "top": measures.TOP,
            "bottom": measures.BOTTOM,
            "left": measures.LEFT,
            "right": measures.RIGHT,
        },
        "sizes": {
            "nation": measures.NATION_SIZE,
            "motto": measures.MOTTO_SIZE,
            "agency": measures.AGENCY_SIZE,
            "number": measures.NUMBER_SIZE,
            "about": measures.ABOUT_SIZE,
            "body": measures.BODY_SIZE,
            "table": measures.TABLE_SIZE,
            "recipients": measures.RECIPIENTS_SIZE,
            "recipient": measures.RECIPIENT_SIZE,
            "note": measures.NOTE_SIZE,
        },
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "landscape": part.landscape,
        "head": [line for line in part.head if line],
        "note": _runs(part.note),
        "blocks": [_block(block) for block in part.blocks],
        "sections": [_section(section) for section in part.sections],
    }


def _take_last(part: Part, data: dict[str, Any]) -> list[dict[str, Any]]:
    """The last paragraphs, at least two lines of them, to be kept on the page of the signature."""
    into = data["sections"][-1]["blocks"] if data["sections"] else data["blocks"]
    last: list[dict[str, Any]] = []
    length = 0
    while into and into[-1]["kind"] == "paragraph" and length < 2 * _LINE and len(last) < 3:
        length += max(_LINE, sum(len(str(run)) for run in into[-1]["runs"]))
        last.insert(0, into.pop())
    return last


def _section(section: Section) -> dict[str, Any]:
    run_in = runs_in(section)
    first = section.blocks[0] if run_in else None
    blocks = section.blocks[1:] if run_in else section.blocks
    words = heading_words(section)
    return {
        "level": min(section.level + 1, 6),
        "part": is_part(section),
        "lines": [_runs(section.number), _runs(section.title.upper())] if is_part(section) else [],
        "runs": _runs(words),
        "run-in": _runs(first.text) if isinstance(first, Paragraph) else None,
        "blocks": [_block(block) for block in blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {
            "kind": "paragraph",
            "runs": _runs(block.whole),
            "bold": block.bold,
            "italic": block.italic,
            "align": block.align,
        }
    return _table(block)


def _table(table: Table) -> dict[str, Any]:
    rows = []
    for cells in table.rows:
        row = []
        at = 0
        for cell in cells:
            column = table.columns[min(at, len(table.columns) - 1)]
            data = asdict(cell)
            data["align"] = cell.align or column.align
            data["lines"] = [_runs(line, _MOST_WHOLE_IN_CELL) for line in cell_lines(cell.text)]
            row.append(data)
            at += cell.across
        rows.append(row)
    total = sum(column.width for column in table.columns) or 1.0
    widths = [max(column.width, 0.01) / total for column in table.columns]
    return {
        "kind": "table",
        "rows": rows,
        "head": min(table.header_rows, len(rows)),
        "widths": widths,
        "height": table.row_height,
    }


def _signer(signer: Signer) -> dict[str, Any]:
    return {
        "lines": [one_line(line) for line in signer.lines],
        "name": one_line(signer.name),
        "note": one_line(signer.note),
    }


def _runs(text: str, most: int = _MOST_WHOLE) -> list[str | dict[str, str]]:
    """The words as strings and, among them, {"whole": symbol} that no line end may break."""
    text = one_line(text)
    out: list[str | dict[str, str]] = []
    at = 0
    for found in _TOKEN.finditer(text):
        if len(found[0]) > most or not _BREAKABLE.search(found[0]):
            continue
        if found.start() > at:
            out.append(text[at : found.start()])
        out.append({"whole": found[0]})
        at = found.end()
    if at < len(text):
        out.append(text[at:])
    return out
