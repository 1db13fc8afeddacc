"""PDF with text to lines. Pages that are scans have none: the reader of scans is asked for them."""

import re

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from lantoa.paper.marks import take_apart
from lantoa.paper.reading.pdf_columns import Band, bands_of, parted
from lantoa.paper.reading.pdf_grid import GridOnPage, take_grids
from lantoa.paper.reading.pdf_page import Glyph, PageContent, Segment, read_page
from lantoa.paper.reading.pdf_paragraphs import Row, join_rows, row_of, set_margins, typical_pitch
from lantoa.paper.reading.pieces import Columns, Grid, Line, Piece
from lantoa.paper.refusal import Unreadable
from lantoa.paper.wording import bare, is_upper

MOST_PAGES = 300
BROKEN = "Tệp PDF bị hỏng nên không mở được. Hãy xuất lại PDF từ văn bản gốc rồi thử lại."
LOCKED = "Tệp PDF có mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi thử lại."
EMPTY = "Tệp PDF này trống, không có chữ và không có ảnh quét. Hãy chọn lại tệp."
SIDE_BY_SIDE = "Trang có hai khối chữ đứng cạnh nhau, thứ tự đọc chưa chắc"
ASIDE = "Trang có chữ quay hướng khác, thứ tự đọc chưa chắc"
_NATION = "cong hoa xa hoi chu nghia"
_PAGE_NUMBER = re.compile(r"^(trang\s*)?[-–\s]*\d{1,3}(\s*/\s*\d{1,3})?[-–\s]*$", re.IGNORECASE)
_ENDS_HEAD = re.compile(
    r"(?i)^(căn cứ|kính gửi|thực hiện|theo đề nghị|kế hoạch|báo cáo|quyết định|thông báo|tờ trình|giấy mời"
    r"|biên bản|chương trình|hướng dẫn|công điện|nghị quyết|chỉ thị|danh sách|bảng|phiếu|lịch)\b"
)


class Scan(Exception):
    """These pages (from 1) hold a picture of words and no words."""

    def __init__(self, pages: list[int]):
        super().__init__(pages)
        self.pages = pages


def read_pdf(content: bytes) -> list[Piece]:
    """The lines, side-by-side blocks and grids of a PDF. Raises Unreadable, or Scan."""
    pages = read_pages(content)
    scanned = [page.number for page in pages if page.letters < 20 and page.pictured > 0.5]
    if not scanned and sum(page.letters for page in pages) < 20 * min(len(pages), 3):
        scanned = [page.number for page in pages if page.images]
        if not scanned and not any(page.letters for page in pages):
            raise Unreadable(EMPTY)
    if scanned:
        raise Scan(scanned)
    return pieces_of_pages(pages)


def read_pages(content: bytes) -> list[PageContent]:
    """What stands on each page of a PDF. Raises Unreadable."""
    try:
        pdf = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as broke:
        locked = getattr(broke, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise Unreadable(LOCKED if locked else BROKEN) from None
    try:
        if not 0 < len(pdf) <= MOST_PAGES:
            raise Unreadable(
                f"Tệp PDF dài quá {MOST_PAGES} trang nên không đọc. Hãy chỉ gửi phần văn bản chính."
                if len(pdf)
                else BROKEN
            )
        return [read_page(pdf, at) for at in range(len(pdf))]
    except pdfium.PdfiumError:
        raise Unreadable(BROKEN) from None
    finally:
        pdf.close()


def pieces_of_pages(pages: list[PageContent]) -> list[Piece]:
    """Rows, zones and grids of all pages in reading order."""
    stream: list[Row | Columns | Grid | Line] = []
    outermost: dict[int, float] = {}
    recipients_at: dict[int, float] = {}
    for page in pages:
        segments = [segment for row in page.rows for segment in row]
        kind = round(page.width / 20)
        outermost[kind] = max([outermost.get(kind, 0.0), *(segment.x1 for segment in segments)])
        for segment in segments:
            if bare(segment.text).startswith("noi nhan"):
                recipients_at[kind] = segment.x0
        _drop_page_number(page)
        grids = take_grids(page)
        blocks = _zones(page)
        stream.extend(_in_order(page, blocks, grids))
    rows = [piece for piece in stream if isinstance(piece, Row)]
    by_width: dict[int, list[Row]] = {}
    for row in rows:
        by_width.setdefault(round(pages[row.page - 1].width / 20), []).append(row)
    for width, group in by_width.items():
        set_margins(group, pages[group[0].page - 1].width, outermost[width], recipients_at.get(width))
        for column in (1, 2):  # which have edges of their own
            inside = [row for row in group if row.column == column]
            set_margins(inside, 0, max((row.x1 for row in inside), default=0))
    return _joined(stream, typical_pitch(rows))


def _joined(stream: "list[Row | Columns | Grid | Line]", pitch: float) -> list[Piece]:
    out: list[Piece] = []
    waiting: list[Row] = []
    for piece in stream:
        if isinstance(piece, Row):
            waiting.append(piece)
            continue
        out.extend(join_rows(waiting, pitch))
        waiting = []
        last = out[-1] if out else None
        if isinstance(piece, Grid) and isinstance(last, Grid) and _goes_on(last, piece):
            _extend(last, piece)
        else:
            out.append(piece)
    out.extend(join_rows(waiting, pitch))
    return out


def _goes_on(above: Grid, below: Grid) -> bool:
    widths = [round(column.width / 4) for column in above.table.columns]
    return below.page == above.lines[-1].page + 1 and widths == [
        round(column.width / 4) for column in below.table.columns
    ]


def _extend(above: Grid, below: Grid) -> None:
    """A table that goes on over the page; its header row is printed again there and read once."""
    header = above.table.header_rows
    rows, lines = below.table.rows, below.lines
    if [cell.text for row in rows[:header] for cell in row] == [
        cell.text for row in above.table.rows[:header] for cell in row
    ]:
        rows, lines = rows[header:], lines[header:]
    above.table.rows.extend(rows)
    above.lines.extend(lines)


def _in_order(
    page: PageContent, blocks: list[tuple[float, "Row | Columns | Line"]], grids: list[GridOnPage]
) -> "list[Row | Columns | Grid | Line]":
    placed: list[tuple[float, Row | Columns | Grid | Line]] = list(blocks)
    placed += [(grid.top, Grid(grid.table, page=page.number)) for grid in grids]
    return [piece for _, piece in sorted(placed, key=lambda pair: -pair[0])]


def _drop_page_number(page: PageContent) -> None:
    def is_number(row: list[Segment]) -> bool:
        return len(row) == 1 and bool(_PAGE_NUMBER.match(row[0].text))

    if page.rows and is_number(page.rows[0]) and page.rows[0][0].y > page.height - 75:
        del page.rows[0]
    if page.rows and is_number(page.rows[-1]) and page.rows[-1][0].y < 75:
        del page.rows[-1]


def _zones(page: PageContent) -> list[tuple[float, "Row | Columns | Line"]]:
    """The page's rows; those of the head and of the signature block set apart in their columns."""
    out: list[tuple[float, Row | Columns | Line]] = []
    rows = page.rows
    at = 0
    head = _head_zone(rows)
    bands = {band.start: band for band in bands_of(rows, page.width)}
    while at < len(rows):
        if head and at == head[0]:
            out.append((rows[at][0].y, _columns(rows[head[0] : head[1]], head[2], page.number)))
            at = head[1]
            continue
        foot = _foot_zone(rows, at, page)
        if foot:
            end, cuts = foot
            out.append((rows[at][0].y, _columns(rows[at:end], cuts, page.number)))
            at = end
            continue
        band = bands.get(at)
        if band and not (head and at < head[1]):
            out.extend(_by_column(rows, band, page.number))
            at = band.end
            continue
        out.append((rows[at][0].y, row_of(rows[at], page.number)))
        at += 1
    out.extend((-1.0, Line(words, page.number, unsure=ASIDE)) for words in page.aside)
    return out


def _by_column(
    rows: list[list[Segment]], band: Band, page: int
) -> "list[tuple[float, Row | Columns | Line]]":
    """The left column from top to bottom, then the right one; rows as they stand where it is no such text."""
    top = rows[band.start][0].y
    if not band.is_text:
        made = [row_of(row, page) for row in rows[band.start : band.end]]
        made[0].unsure = SIDE_BY_SIDE
        return [(row.y, row) for row in made]
    sides = [parted(row, band.cut) for row in rows[band.start : band.end]]
    out: list[tuple[float, Row | Columns | Line]] = []
    for column in (1, 2):
        made = [row_of(side[column - 1], page) for side in sides if side[column - 1]]
        for row in made:
            row.column = column
        if not band.sure:
            made[0].unsure = SIDE_BY_SIDE
        out += [(top, row) for row in made]
    return out


def _head_zone(rows: list[list[Segment]]) -> tuple[int, int, list[float]] | None:
    """(first row, row after the last, cuts) of the head, when the name of the nation stands at the right."""
    for at, row in enumerate(rows[:8]):
        cut = _nation_starts(row)
        if cut is None:
            continue
        start = at
        while start > 0 and _is_beside(rows[start - 1], cut):
            start -= 1
        end = at + 1
        while end < len(rows) and end - at < 14 and _is_beside(rows[end], cut):
            if _ENDS_HEAD.match(" ".join(s.text for s in rows[end] if s.x0 >= cut)):
                break
            end += 1
        return start, end, [cut]
    return None


def _nation_starts(row: list[Segment]) -> float | None:
    """Where the name of the nation begins in this row, when something may stand left of it."""
    glyphs = [glyph for segment in row for glyph in segment.glyphs if not glyph.char.isspace()]
    letters = "".join((bare(glyph.char) or "?")[0] for glyph in glyphs)
    found = letters.find(_NATION.replace(" ", ""))
    if found < 0 or (found == 0 and glyphs[0].x0 < 200):
        return None
    return glyphs[found].x0 - 1.0


def _is_beside(row: list[Segment], cut: float) -> bool:
    """Whether no word of the row lies across the cut."""
    for segment in row:
        if segment.x0 < cut - 1 and segment.x1 > cut + 1 and not _gap_at(segment.glyphs, cut):
            return False
    return True


def _gap_at(glyphs: list[Glyph], cut: float) -> bool:
    left = [glyph.x1 for glyph in glyphs if glyph.x0 < cut and not glyph.char.isspace()]
    right = [glyph.x0 for glyph in glyphs if glyph.x0 >= cut and not glyph.char.isspace()]
    return bool(left) and bool(right) and max(left) <= cut + 1 and min(right) - max(left) > 1.5


def _foot_zone(rows: list[list[Segment]], at: int, page: PageContent) -> tuple[int, list[float]] | None:
    """(row after the last, cuts) when signatures, or recipients beside one, begin at this row."""
    cuts = _recipients_cut(rows, at, page) or _signature_cuts(rows[at], page)
    if not cuts:
        return None
    end = at + 1
    while end < len(rows) and all(_is_beside(rows[end], cut) for cut in cuts):
        below = bare(rows[end][0].text)
        if below.startswith("phu luc") or (below.startswith("noi nhan") and end > at + 2):
            break
        end += 1
    return end, cuts


def _recipients_cut(rows: list[list[Segment]], at: int, page: PageContent) -> list[float]:
    here = [segment for row in rows[at : at + 3] for segment in row]
    marks = [segment for segment in here if bare(segment.text).startswith("noi nhan")]
    # The signer's lines may begin a row higher than the recipients; a row of body text never does.
    if not marks or rows[at][0].x0 < marks[0].x0 - 5 or len(rows[at]) > 2:
        return []
    if marks[0] not in rows[at] and rows[at][0].x0 < page.width * 0.38:
        return []
    right = [s.x0 for row in rows[at:] for s in row if s.x0 > marks[0].x0 + page.width * 0.25]
    return [min(right) - 1.0] if right else []


def _signature_cuts(row: list[Segment], page: PageContent) -> list[float]:
    """Between two or three titles that stand side by side over their signatures."""
    if not 2 <= len(row) <= 3 or any(take_apart(segment.text).kind for segment in row):
        return []
    titles = all(
        all(glyph.bold or glyph.char.isspace() for glyph in segment.glyphs) or is_upper(segment.text)
        for segment in row
    )
    gaps = [(right.x0 - left.x1, (left.x1 + right.x0) / 2) for left, right in zip(row, row[1:], strict=False)]
    wide = all(gap > 2 * row[0].size for gap, _ in gaps) and row[0].x1 < page.width * 0.5
    return [middle for _, middle in gaps] if titles and wide else []


def _columns(rows: list[list[Segment]], cuts: list[float], page: int) -> Columns:
    """The rows cut into columns; in each, one line a row."""
    columns = Columns([[] for _ in range(len(cuts) + 1)])
    for row in rows:
        glyphs = [glyph for segment in row for glyph in segment.glyphs]
        for at, column in enumerate(columns.cells):
            low = cuts[at - 1] if at else float("-inf")
            high = cuts[at] if at < len(cuts) else float("inf")
            part = [
                Segment(inside)
                for segment in row
                if (inside := [glyph for glyph in segment.glyphs if low <= glyph.x0 < high])
                and any(not glyph.char.isspace() for glyph in inside)
            ]
            if part and glyphs:
                made = row_of(part, page)
                line = Line(made.text, page, made.bold, made.italic, lead=made.lead, centred=at > 0)
                line.sureness = made.sureness
                column.append(line)
    return columns
