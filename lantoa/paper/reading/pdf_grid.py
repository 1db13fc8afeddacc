"""Tables of a PDF page, found by the rules that are drawn around their cells."""

from dataclasses import dataclass, field

from lantoa.paper.reading.pdf_page import Glyph, PageContent, Segment, rows_of
from lantoa.paper.reading.pdf_paragraphs import join_words
from lantoa.paper.structure import Cell, Column, Table

NEAR = 3.0  # points: two rules so near are one


@dataclass
class GridOnPage:
    """A table on a page: the places of its rules, and the table read."""

    xs: list[float]
    ys: list[float]  # from top to bottom
    table: Table = field(default_factory=lambda: Table([], []))

    @property
    def top(self) -> float:
        return self.ys[0]

    def holds(self, glyph: Glyph) -> bool:
        middle = (glyph.x0 + glyph.x1) / 2
        return self.xs[0] - 1 <= middle <= self.xs[-1] + 1 and self.ys[-1] - 1 <= glyph.y <= self.ys[0] + 1


def take_grids(page: PageContent) -> list[GridOnPage]:
    """The tables of the page from top to bottom; their words leave the page's rows."""
    grids = []
    for across, upright in _groups(page):
        grid = GridOnPage(
            _places([x for x, _, _ in upright]), sorted(_places([y for y, _, _ in across]), reverse=True)
        )
        if len(grid.xs) >= 3 and len(grid.ys) >= 2:
            glyphs = _take(page, grid)
            if glyphs:
                grid.table = _table(grid, across, upright, glyphs)
                grids.append(grid)
    return sorted(grids, key=lambda grid: -grid.top)


Rule = tuple[float, float, float]


def _groups(page: PageContent) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that touch each other, directly or through others."""
    if len(page.across) + len(page.upright) > 6000:
        return []  # a drawing, not a table
    groups: list[tuple[list[Rule], list[Rule]]] = []
    for y, x0, x1 in page.across:
        touching = [
            group
            for group in groups
            if any(
                low - NEAR <= y <= high + NEAR and x0 - NEAR <= x <= x1 + NEAR for x, low, high in group[1]
            )
        ]
        merged = _merge(groups, touching)
        merged[0].append((y, x0, x1))
        if not touching:
            # Every upright that this rule meets belongs to its group.
            merged[1].extend(
                up
                for up in page.upright
                if up[1] - NEAR <= y <= up[2] + NEAR and x0 - NEAR <= up[0] <= x1 + NEAR
            )
        else:
            known = set(merged[1])
            merged[1].extend(
                up
                for up in page.upright
                if up not in known and up[1] - NEAR <= y <= up[2] + NEAR and x0 - NEAR <= up[0] <= x1 + NEAR
            )
    return [group for group in groups if group[1]]


def _merge(
    groups: list[tuple[list[Rule], list[Rule]]], touching: list[tuple[list[Rule], list[Rule]]]
) -> tuple[list[Rule], list[Rule]]:
    if not touching:
        groups.append(([], []))
        return groups[-1]
    first = touching[0]
    for other in touching[1:]:
        first[0].extend(other[0])
        first[1].extend(other[1])
        groups.remove(other)
    return first


def _places(values: list[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > NEAR:
            out.append(value)
    return out


def _take(page: PageContent, grid: GridOnPage) -> list[Glyph]:
    taken: list[Glyph] = []
    rows = []
    for row in page.rows:
        left = []
        for segment in row:
            inside = [glyph for glyph in segment.glyphs if grid.holds(glyph)]
            taken.extend(inside)
            if not inside:
                left.append(segment)
            elif len(inside) < len(segment.glyphs):
                left.append(Segment([glyph for glyph in segment.glyphs if not grid.holds(glyph)]))
        if left:
            rows.append(left)
    page.rows = rows
    return taken


def _table(grid: GridOnPage, across: list[Rule], upright: list[Rule], glyphs: list[Glyph]) -> Table:
    wide, high = len(grid.xs) - 1, len(grid.ys) - 1
    table = Table([Column(grid.xs[at + 1] - grid.xs[at]) for at in range(wide)], [])
    words: dict[tuple[int, int], list[Glyph]] = {}
    owner = _owners(grid, across, upright)
    for glyph in glyphs:
        col = _between(grid.xs, (glyph.x0 + glyph.x1) / 2)
        row = _between([-y for y in grid.ys], -(glyph.y + 0.25 * glyph.size))
        words.setdefault(owner[row, col], []).append(glyph)
    for row in range(high):
        cells = []
        for col in range(wide):
            if owner[row, col] != (row, col):
                continue
            covered = [place for place, own in owner.items() if own == (row, col)]
            last_row, last_col = max(r for r, _ in covered), max(c for _, c in covered)
            inside = words.get((row, col), [])
            cells.append(
                Cell(
                    _cell_text(inside, grid.xs[last_col + 1]),
                    across=last_col - col + 1,
                    down=last_row - row + 1,
                    bold=bool(inside) and all(g.bold for g in inside if not g.char.isspace()),
                )
            )
        table.rows.append(cells)
    table.header_rows = _header_rows(table)
    return table


def _owners(
    grid: GridOnPage, across: list[Rule], upright: list[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For every place (row, column) the place whose cell covers it."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(grid.ys) - 1):
        middle_y = (grid.ys[row] + grid.ys[row + 1]) / 2
        for col in range(len(grid.xs) - 1):
            middle_x = (grid.xs[col] + grid.xs[col + 1]) / 2
            owner[row, col] = (row, col)
            left_rule = any(abs(x - grid.xs[col]) <= NEAR and y0 <= middle_y <= y1 for x, y0, y1 in upright)
            top_rule = any(abs(y - grid.ys[row]) <= NEAR and x0 <= middle_x <= x1 for y, x0, x1 in across)
            if col and not left_rule:
                owner[row, col] = owner[row, col - 1]
            elif row and not top_rule:
                owner[row, col] = owner[row - 1, col]
    return owner


def _between(edges: list[float], value: float) -> int:
    for at in range(len(edges) - 2):
        if value < edges[at + 1]:
            return at
    return len(edges) - 2


def _cell_text(glyphs: list[Glyph], right: float) -> str:
    """The words of a cell; a line that ended although the next word had room ends a paragraph."""
    if not glyphs:
        return ""
    rows = rows_of([list(glyphs)] if len(glyphs) == 1 else _runs_again(glyphs))
    text, last_end = "", 0.0
    for row in rows:
        line = " ".join(segment.text for segment in row)
        first = line.split(" ")[0] if line else ""
        size = row[0].size
        first_width = sum(g.x1 - g.x0 for g in row[0].glyphs[: len(first)])
        if not text:
            text = line
        elif last_end + 0.25 * size + first_width < right - 7:
            text += "\n" + line
        else:
            text = join_words(text, line)
        last_end = row[-1].x1
    return text


def _runs_again(glyphs: list[Glyph]) -> list[list[Glyph]]:
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        if last and abs(last.y - glyph.y) < 0.3 * glyph.size and glyph.x0 > last.x0 - 0.1:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return [run for run in runs if any(not glyph.char.isspace() for glyph in run)]


def _header_rows(table: Table) -> int:
    count = 0
    for row in table.rows:
        if not all(cell.bold for cell in row if cell.text):
            break
        count += 1
    return max(1, min(count, 3, len(table.rows) - 1))
