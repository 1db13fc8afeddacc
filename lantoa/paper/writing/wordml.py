"""The small pieces of WordprocessingML that a document is made of. Order of elements as the schema wants."""

from dataclasses import dataclass, replace
from xml.sax.saxutils import escape, quoteattr

from lantoa.paper.wording import clean

FONT = "Times New Roman"
TWIPS_A_MM = 1440 / 25.4


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * TWIPS_A_MM)


@dataclass(frozen=True)
class Look:
    """How words look: size in points."""

    size: float = 14
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Setting:
    """How a paragraph stands: gaps in points, indents in millimetres."""

    align: str = "both"
    before: float = 0
    after: float = 0
    first: float = 0
    left: float = 0
    right: float = 0
    hanging: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    style: str = ""
    rule: bool = False
    line: float = 0  # exact line height in points; 0 is single spacing


def run(text: str, look: Look) -> str:
    """A run of words; a line break in them is a line break on paper."""
    sizes = f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>'
    marks = ("<w:b/><w:bCs/>" if look.bold else "") + ("<w:i/><w:iCs/>" if look.italic else "")
    parts = []
    for at, line in enumerate(clean(text).split("\n")):
        parts.append("<w:br/>" if at else "")
        parts.append(f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "")
    return f"<w:r><w:rPr>{marks}{sizes}</w:rPr>{''.join(parts)}</w:r>"


def paragraph(runs: str, setting: Setting, size: float = 14) -> str:
    """One paragraph around its runs."""
    s = setting
    keep = ("<w:keepNext/>" if s.keep_next else "") + ("<w:keepLines/>" if s.keep_lines else "")
    style = f"<w:pStyle w:val={quoteattr(s.style)}/>" if s.style else ""
    border = (
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' if s.rule else ""
    )
    height = (
        f'w:line="{round(s.line * 20)}" w:lineRule="exact"' if s.line else 'w:line="240" w:lineRule="auto"'
    )
    spacing = f'<w:spacing w:before="{round(s.before * 20)}" w:after="{round(s.after * 20)}" {height}/>'
    first = f'w:hanging="{twips(s.hanging)}"' if s.hanging else f'w:firstLine="{twips(s.first)}"'
    indent = f'<w:ind w:left="{twips(s.left)}" w:right="{twips(s.right)}" {first}/>'
    mark = f'<w:rPr><w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/></w:rPr>'
    return (
        f"<w:p><w:pPr>{style}{keep}{border}{spacing}{indent}<w:jc w:val={quoteattr(s.align)}/>{mark}</w:pPr>"
        f"{runs}</w:p>"
    )


def rule(width: float, length: float, before: float = 2) -> str:
    """A solid line of this length (mm) amid a space of this width: a border, never underscores."""
    side = max((width - length) / 2, 0)
    setting = Setting(align="center", before=before, left=side, right=side, rule=True, line=3)
    return paragraph("", setting, size=1)


@dataclass(frozen=True)
class Box:
    """A table cell as XML: width in millimetres."""

    content: str
    width: float
    across: int = 1
    merge: str = ""  # "restart" or "continue" for a cell that spans rows
    middle: bool = False


def table(
    rows: list[list[Box]], widths: list[float], *, borders: bool, heads: int = 0, height: float = 0
) -> str:
    """A table of fixed column widths, without borders for a layout, with thin ones for data.

    height: least height of the rows under its heads, in millimetres.
    """
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    kind = 'w:val="single" w:sz="4" w:space="0" w:color="000000"' if borders else 'w:val="nil"'
    side = 80 if borders else 0
    margins = f'<w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
    look = (
        f'<w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{''.join(f'<w:{edge} {kind}/>' for edge in edges)}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
    )
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    body = "".join(_row(row, at < heads, height) for at, row in enumerate(rows))
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _row(boxes: list[Box], is_head: bool, height: float) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    if height and not is_head:
        head = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(_box(box) for box in boxes)}</w:tr>"


def _box(box: Box) -> str:
    across = f'<w:gridSpan w:val="{box.across}"/>' if box.across > 1 else ""
    merge = f'<w:vMerge w:val="{box.merge}"/>' if box.merge else ""
    middle = '<w:vAlign w:val="center"/>' if box.middle else ""
    look = f'<w:tcW w:w="{twips(box.width)}" w:type="dxa"/>{across}{merge}{middle}'
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{box.content}</w:tc>"


def kept(setting: Setting) -> Setting:
    """The same paragraph, kept on the page of the next one."""
    return replace(setting, keep_next=True, keep_lines=True)
