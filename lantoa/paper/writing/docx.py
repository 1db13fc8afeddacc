"""A document as DOCX: plain WordprocessingML, one typeface, no template, the same bytes each time."""

from lantoa.paper.structure import Block, Cell, Column, OfficialDocument, Paragraph, Section, Signer, Table
from lantoa.paper.wording import one_line
from lantoa.paper.writing import layout as measures
from lantoa.paper.writing.docx_package import pack
from lantoa.paper.writing.layout import Layout, Part, cell_lines, heading_words, is_part, lay_out, runs_in
from lantoa.paper.writing.wordml import Box, Look, Setting, kept, paragraph, rule, run, table, twips

BODY = Look(measures.BODY_SIZE)
BOLD = Look(measures.BODY_SIZE, bold=True)
ITALIC = Look(measures.BODY_SIZE, italic=True)
INDENTED = Setting(before=measures.GAP, first=measures.INDENT)
CENTRED = Setting(align="center")
_ALIGN = {"": "both", "justify": "both", "left": "left", "center": "center", "right": "right"}
_LINE = 80  # characters: about one line of the body


def to_docx(document: OfficialDocument) -> bytes:
    """The document as DOCX."""
    layout = lay_out(document)
    parts = [_head(layout), _title(layout), _addressees(layout)]
    parts += [_one(line, ITALIC, INDENTED) for line in layout.legal_bases]
    parts += _body(layout.main, keep_last=bool(document.signers or document.recipients))
    parts.append(_signing(layout))
    for at, annex in enumerate(layout.annexes):
        before = layout.main if at == 0 else layout.annexes[at - 1]
        parts.append(_section_end(before))
        parts += [_annex_head(annex), *_body(annex, keep_last=False)]
    last = layout.annexes[-1] if layout.annexes else layout.main
    parts.append(_page(last))
    return pack("".join(parts), title=f"{layout.kind} {document.title}", issuer=document.issuer)


def _one(text: str, look: Look, setting: Setting) -> str:
    return paragraph(run(text, look), setting, look.size)


def _stack(lines: list[str], look: Look, setting: Setting = CENTRED) -> str:
    return "".join(_one(line, look, setting) for line in lines)


def _head(layout: Layout) -> str:
    left, right = layout.agency_column, measures.NATION_COLUMN
    agency = Look(measures.AGENCY_SIZE)
    names = _stack(layout.superior, agency) + _stack(layout.issuer, Look(measures.AGENCY_SIZE, bold=True))
    if layout.issuer:
        names += rule(left, layout.issuer_rule)
    nation = (
        _one(measures.NATION, Look(measures.NATION_SIZE, bold=True), CENTRED)
        + _one(measures.MOTTO, Look(measures.MOTTO_SIZE, bold=True), CENTRED)
        + rule(right, layout.motto_rule)
    )
    rows = [[Box(names or _one("", agency, CENTRED), left), Box(nation, right)]]
    if layout.number or layout.date or layout.about:
        spaced = Setting(align="center", before=4)
        number = _one(layout.number, Look(measures.NUMBER_SIZE), spaced)
        number += _stack(layout.about, Look(measures.ABOUT_SIZE), Setting(align="center", before=6))
        rows.append([Box(number, left), Box(_one(layout.date, ITALIC, spaced), right)])
    return table(rows, [left, right], borders=False)


def _title(layout: Layout) -> str:
    if not layout.kind:
        return ""
    out = _one(layout.kind, BOLD, Setting(align="center", before=18, style="Title", keep_next=True))
    if layout.title:
        # One paragraph: its lines are parts of one title.
        out += _one("\n".join(layout.title), BOLD, Setting(align="center", style="Title", keep_next=True))
        out += rule(layout.main.width, layout.title_rule)
    if layout.note:
        out += _one(layout.note, ITALIC, Setting(align="center", before=4))
    return out + _one("", Look(6), Setting(align="center"))


def _addressees(layout: Layout) -> str:
    names = layout.addressees
    if not names:
        return ""
    if len(names) == 1:
        return _one(f"Kính gửi: {names[0]}.", BODY, Setting(align="center", before=8, after=6))
    out = _one("Kính gửi:", BODY, Setting(align="left", before=8, left=32))
    for at, name in enumerate(names):
        end = ";" if at < len(names) - 1 else "."
        out += _one(f"- {name}{end}", BODY, Setting(align="left", before=2, left=52, hanging=3))
    return out


def _body(part: Part, keep_last: bool) -> list[str]:
    """Blocks and sections; the last two lines or more are kept with the signature that follows."""
    out: list[str] = []
    blocks = list(part.blocks)
    kept_from = _kept_from(part.sections[-1].blocks if part.sections else blocks) if keep_last else 10**9
    for at, block in enumerate(blocks):
        out.append(_block(block, part.width, keep=not part.sections and at >= kept_from))
    for number, section in enumerate(part.sections):
        out += _heading(section)
        first = section.blocks[0] if section.blocks else None
        rest = section.blocks
        if runs_in(section) and isinstance(first, Paragraph):
            out[-1] = paragraph(
                run(heading_words(section) + " ", BOLD) + run(first.text, BODY), INDENTED, measures.BODY_SIZE
            )
            rest = section.blocks[1:]
        skipped = len(section.blocks) - len(rest)
        is_last = number == len(part.sections) - 1
        for at, block in enumerate(rest, start=skipped):
            out.append(_block(block, part.width, keep=is_last and at >= kept_from))
    return out


def _kept_from(blocks: list[Block]) -> int:
    length, at = 0, len(blocks)
    while at > 0 and length < 2 * _LINE and len(blocks) - at < 3:
        block = blocks[at - 1]
        if not isinstance(block, Paragraph):
            break
        length += max(_LINE, len(block.text))
        at -= 1
    return at


def _heading(section: Section) -> list[str]:
    style = f"Heading{min(section.level, 5)}"
    if is_part(section):
        middle = Setting(align="center", before=measures.GAP, style=style, keep_next=True)
        lines = [line for line in (one_line(section.number), one_line(section.title).upper()) if line]
        return [_one(line, BOLD, middle) for line in lines]
    setting = Setting(before=measures.GAP, first=measures.INDENT, style=style, keep_next=True)
    return [_one(heading_words(section), BOLD, setting)]


def _block(block: Block, width: float, keep: bool = False) -> str:
    if isinstance(block, Table):
        # Word joins tables that touch; the small paragraph also gives the gap.
        return _one("", Look(measures.GAP), CENTRED) + _grid(block, width)
    justified = block.align in ("", "justify")
    setting = Setting(
        align=_ALIGN[block.align], before=measures.GAP, first=measures.INDENT if justified else 0
    )
    look = Look(measures.BODY_SIZE, block.bold, block.italic)
    return _one(block.whole, look, kept(setting) if keep else setting)


def _grid(data: Table, width: float) -> str:
    total = sum(max(column.width, 0.01) for column in data.columns) or 1.0
    widths = [max(column.width, 0.01) / total * width for column in data.columns]
    rows: list[list[Box]] = []
    open_cells: dict[int, tuple[int, Cell]] = {}  # column -> (rows still to cover, cell)
    for number, cells in enumerate(data.rows):
        queue, row, at = list(cells), [], 0
        while at < len(widths):
            rest, above = open_cells.get(at, (0, None))
            if rest and above is not None:
                open_cells[at] = (rest - 1, above)
                row.append(_box(Cell(across=above.across), data.columns[at], widths, at, False, "continue"))
                at += above.across
                continue
            cell = queue.pop(0) if queue else Cell()
            across = min(max(cell.across, 1), len(widths) - at)
            cell = Cell(cell.text, across, cell.down, cell.bold, cell.italic, cell.align)
            merge = "restart" if cell.down > 1 else ""
            if cell.down > 1:
                open_cells[at] = (cell.down - 1, cell)
            row.append(
                _box(
                    cell, data.columns[at], widths, at, number < data.header_rows, merge, data.row_height > 0
                )
            )
            at += across
        rows.append(row)
    return table(rows, widths, borders=True, heads=min(data.header_rows, len(rows)), height=data.row_height)


def _box(
    cell: Cell, column: Column, widths: list[float], at: int, is_head: bool, merge: str, middle: bool = False
) -> Box:
    align = "center" if is_head else (cell.align or column.align or "left")
    look = Look(measures.TABLE_SIZE, bold=is_head or cell.bold, italic=cell.italic)
    setting = Setting(align="left" if align == "justify" else align, before=2, after=2)
    content = "".join(_one(line, look, setting) for line in cell_lines(cell.text))
    return Box(content, sum(widths[at : at + cell.across]), cell.across, merge, middle=is_head or middle)


def _signing(layout: Layout) -> str:
    signers, names = layout.document.signers, layout.recipients
    if not signers and not names:
        return ""
    width = layout.main.width
    gap = _one("", Look(12), kept(Setting(align="center")))
    if len(signers) <= 1:
        left = measures.RECIPIENTS_COLUMN
        right = width - left
        signer = _signer(signers[0]) if signers else _one("", BODY, CENTRED)
        return (
            gap
            + table([[Box(_recipients(names), left), Box(signer, right)]], [left, right], borders=False)
            + _tail()
        )
    share = width / len(signers)
    row = [Box(_signer(signer), share) for signer in signers]
    out = gap + table([row], [share] * len(signers), borders=False) + _tail()
    return out + (_recipients(names) if names else "")


def _tail() -> str:
    """A table must be followed by a paragraph."""
    return _one("", Look(1), Setting(align="left", line=1))


def _recipients(names: list[str]) -> str:
    if not names:
        return _one("", BODY, CENTRED)
    out = _one(
        "Nơi nhận:",
        Look(measures.RECIPIENTS_SIZE, bold=True, italic=True),
        Setting(align="left", keep_next=True),
    )
    small = Look(measures.RECIPIENT_SIZE)
    return out + "".join(_one(f"- {name}", small, Setting(align="left", left=2, hanging=2)) for name in names)


def _signer(signer: Signer) -> str:
    middle = Setting(align="center", keep_next=True)
    out = _stack([one_line(line) for line in signer.lines], BOLD, middle)
    if signer.note:
        out += _one(one_line(signer.note), Look(measures.NOTE_SIZE, italic=True), middle)
    # Room for the signature and the seal.
    out += "".join(_one("", BODY, middle) for _ in range(4))
    return out + _one(one_line(signer.name), BOLD, CENTRED)


def _annex_head(annex: Part) -> str:
    out = "".join(
        _one(line, BOLD, Setting(align="center", style="Heading1" if at == 0 else "", keep_next=True))
        for at, line in enumerate(line for line in annex.head if line)
    )
    if annex.note:
        out += _one(annex.note, ITALIC, Setting(align="center", keep_next=True))
    return out


def _section_end(part: Part) -> str:
    """An empty paragraph that carries the page setting of the part which ends here."""
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    mark = '<w:rPr><w:sz w:val="2"/></w:rPr>'
    return f"<w:p><w:pPr>{spacing}{mark}{_page(part)}</w:pPr></w:p>"


def _page(part: Part) -> str:
    """A4; pages numbered from 1 at the top, the first one without its number."""
    short, long = (twips(side) for side in measures.PAPER)
    wide, high = (long, short) if part.landscape else (short, long)
    turned = ' w:orient="landscape"' if part.landscape else ""
    margins = (
        f'w:top="{twips(measures.TOP)}" w:right="{twips(measures.RIGHT)}" '
        f'w:bottom="{twips(measures.BOTTOM)}" w:left="{twips(measures.LEFT)}" w:header="{twips(10)}" '
        f'w:footer="{twips(10)}" w:gutter="0"'
    )
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        '<w:headerReference w:type="first" r:id="rId4"/>'
        '<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{wide}" w:h="{high}"{turned}/><w:pgMar {margins}/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
