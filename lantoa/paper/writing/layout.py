"""What is printed, in words and measures, the same for DOCX and PDF (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

import re
from dataclasses import dataclass, field
from datetime import date

from lantoa.paper.kinds import ABBREVIATIONS
from lantoa.paper.marks import kind_of_number, written
from lantoa.paper.structure import Annex, Block, OfficialDocument, Paragraph, Section
from lantoa.paper.wording import clean, one_line, plain_dashes
from lantoa.paper.writing.metrics import break_lines, rule_under, width_mm

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

# Millimetres (mục I.3: top and bottom 20-25, left 30-35, right 15-20) and points (mục V).
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15
PAPER = (210, 297)
NATION_SIZE, MOTTO_SIZE, AGENCY_SIZE, NUMBER_SIZE, BODY_SIZE = 13, 14, 13, 13, 14
ABOUT_SIZE, TABLE_SIZE, RECIPIENTS_SIZE, RECIPIENT_SIZE, NOTE_SIZE = 12, 12, 12, 11, 12
INDENT = 10.0
GAP = 6  # points between paragraphs
NATION_COLUMN = 98.0  # its words at size 13 take 95,7 and never wrap
RECIPIENTS_COLUMN = 75.0
BLANK = "      "
_END = re.compile(r"[\s.;:,/]*$")


@dataclass
class Part:
    """A run of pages with one orientation and its own page numbers: the paper itself, or an annex."""

    landscape: bool
    head: list[str] = field(default_factory=list)  # of an annex: its number, then its title
    note: str = ""
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    @property
    def width(self) -> float:
        """Of the text, in millimetres."""
        return (PAPER[1] if self.landscape else PAPER[0]) - LEFT - RIGHT


@dataclass
class Layout:
    """Everything that stands on the paper, ready to set."""

    superior: list[str]
    issuer: list[str]
    issuer_rule: float
    motto_rule: float
    number: str
    date: str
    about: list[str]
    kind: str
    title: list[str]
    title_rule: float
    note: str
    addressees: list[str]
    legal_bases: list[str]
    main: Part
    annexes: list[Part]
    recipients: list[str]
    document: OfficialDocument

    @property
    def agency_column(self) -> float:
        return self.main.width - NATION_COLUMN


def lay_out(document: OfficialDocument) -> Layout:
    """The words and measures of a document; nothing of the document itself is changed."""
    main = Part(
        document.landscape, blocks=_clean_blocks(document.opening), sections=_sections(document.sections)
    )
    column = main.width - NATION_COLUMN - 2
    superior = break_lines(_agency(document.superior), column, AGENCY_SIZE)
    issuer = break_lines(_agency(document.issuer), column, AGENCY_SIZE, bold=True)
    title = break_lines(one_line(document.title), main.width - 20, BODY_SIZE, bold=True)
    about = [f"V/v {one_line(document.title)}"] if not document.kind and document.title else []
    _end_body(main, document)
    return Layout(
        superior=superior,
        issuer=issuer,
        issuer_rule=rule_under(issuer, AGENCY_SIZE),
        motto_rule=width_mm(MOTTO, MOTTO_SIZE, bold=True),
        number=number_line(document),
        date=date_line(document),
        about=about,
        kind=one_line(document.kind).upper(),
        title=title if document.kind else [],
        title_rule=rule_under(title, BODY_SIZE),
        note=one_line(document.note),
        addressees=[one_line(name).rstrip(";.") for name in document.addressees],
        legal_bases=_bases(document.legal_bases),
        main=main,
        annexes=[_annex(annex) for annex in document.annexes],
        recipients=_ended(document.recipients),
        document=document,
    )


def number_line(document: OfficialDocument) -> str:
    """ "Số: 03/KH-SLĐTBXH", "Số:      /KH-SLĐTBXH" while it has no number, "" without a symbol (lists)."""
    number, symbol = one_line(document.number), one_line(document.symbol)
    if not number and not symbol:
        return ""
    if number.isdigit() and len(number) == 1:
        number = "0" + number
    return f"Số: {number}/{symbol}" if number else f"Số:{BLANK}/{symbol}"


def date_line(document: OfficialDocument) -> str:
    """ "Biên Hòa, ngày 03 tháng 01 năm 2025", with blanks for what is not set; "" without place and day."""
    place, day = one_line(document.place), document.issued_on
    if day is not None:
        words = say_date(day)
    elif place:
        words = f"ngày{BLANK}tháng{BLANK}năm {document.year or '20' + BLANK}".rstrip()
    else:
        return ""
    return f"{place}, {words}" if place else words


def say_date(day: date) -> str:
    """ "ngày 03 tháng 01 năm 2025": a zero before days below 10 and before months 1 and 2."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def heading_words(section: Section) -> str:
    """The number and title of a section as printed: Roman ones in capitals."""
    kind = kind_of_number(section.number)
    title = one_line(section.title)
    if kind in ("roman", "part"):
        title = title.upper()
    number = written(kind, one_line(section.number)) if section.number else ""
    return f"{number} {title}".strip()


def is_part(section: Section) -> bool:
    """Phần, Chương: number and title stand on lines of their own, centred."""
    return kind_of_number(section.number) == "part"


def runs_in(section: Section) -> bool:
    """Điều without a title: its first words stand beside its number."""
    first = section.blocks[0] if section.blocks else None
    return (
        kind_of_number(section.number) == "article"
        and not section.title
        and isinstance(first, Paragraph)
        and not first.marker
    )


def _agency(name: str) -> str:
    return plain_dashes(one_line(name)).upper()


def _ended(lines: list[str]) -> list[str]:
    """Each ends ";", the last one "."."""
    words = [one_line(line).rstrip(";.,").strip() for line in lines]
    words = [line for line in words if line]
    return [line + (";" if at < len(words) - 1 else ".") for at, line in enumerate(words)]


def _bases(lines: list[str]) -> list[str]:
    return _ended(lines)


def _sections(sections: list[Section]) -> list[Section]:
    return [Section(s.level, s.number, s.title, _clean_blocks(s.blocks)) for s in sections]


def _clean_blocks(blocks: list[Block]) -> list[Block]:
    return [
        Paragraph(one_line(b.text), one_line(b.marker), b.bold, b.italic, b.align)
        if isinstance(b, Paragraph)
        else b
        for b in blocks
    ]


def _annex(annex: Annex) -> Part:
    number = one_line(annex.number)
    return Part(
        annex.landscape,
        head=[f"Phụ lục {number}".strip(), one_line(annex.title).upper()],
        note=one_line(annex.note),
        blocks=_clean_blocks(annex.blocks),
        sections=_sections(annex.sections),
    )


def _end_body(main: Part, document: OfficialDocument) -> None:
    """ "./." stands once, after the last words of the body; after a table, or in a list, it has no place."""
    blocks = main.sections[-1].blocks if main.sections else main.blocks
    if one_line(document.closing):
        blocks.append(Paragraph(one_line(document.closing)))
    kind = one_line(document.kind).upper()
    if (not kind or kind in ABBREVIATIONS) and blocks and isinstance(blocks[-1], Paragraph):
        last = blocks[-1]
        blocks[-1] = Paragraph(end_mark(last.text), last.marker, last.bold, last.italic, last.align)


def end_mark(text: str) -> str:
    """The words with "./." after them, whatever stop they had."""
    # Three dots are words ("pano, băng rôn..."), a single stop gives way.
    kept = re.search(r"(\.\.\.|…)\s*$", text)
    return f"{text.rstrip()}./." if kept else _END.sub("", text) + "./."


def cell_lines(text: str) -> list[str]:
    """The lines of a cell."""
    return [" ".join(line.split()) for line in clean(text).split("\n")]
