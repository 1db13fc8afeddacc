"""Lược đồ: the relations of a document laid out as a picture of lines and boxes, without script.

Two layouts of the same groups: three columns for a screen, one column along a spine for a telephone.
Lengths are units of the drawing, about a CSS pixel each. What follows from other documents stands left or
above, what other documents do to this one right or below.
"""

from dataclasses import dataclass

from lantoa.library.queries import Group
from lantoa.library.queries.relations import Other

ROW, HEAD, GAP, PAD = 46, 36, 18, 14
MOST_ROWS = 6  # more are named in the table below the drawing
LETTER = 8.6  # of the widest common letters at 16 units; what is longer is cut, the table has it whole
WIDE, NARROW = 1000, 360


@dataclass(frozen=True)
class Row:
    """One document in a box: two lines of text at a height."""

    other: Other
    name: str
    note: str
    y: float

    @property
    def note_y(self) -> float:
        return self.y + 18


@dataclass(frozen=True)
class Box:
    """One group. more: how many documents the drawing leaves to the table; more_y: where it says so."""

    title: str
    x: float
    y: float
    width: float
    height: float
    rows: list[Row]
    more: int
    line: str  # the way of the line that ties the box to the document, as an SVG path

    @property
    def text_x(self) -> float:
        return self.x + PAD

    @property
    def title_y(self) -> float:
        return self.y + 24

    @property
    def more_y(self) -> float:
        return self.y + self.height - 12


@dataclass(frozen=True)
class Drawing:
    """A whole picture. centre: the document's own box (x, y, width, height)."""

    name: str
    width: int
    height: float
    centre: tuple[float, float, float, float]
    title: list[str]
    boxes: list[Box]

    @property
    def view_height(self) -> float:
        return self.height + 4

    @property
    def x(self) -> float:
        return self.centre[0]

    @property
    def y(self) -> float:
        return self.centre[1]

    @property
    def own_width(self) -> float:
        return self.centre[2]

    @property
    def own_height(self) -> float:
        return self.centre[3]

    @property
    def title_lines(self) -> list[tuple[float, str]]:
        """(y, words) of each line of the title."""
        return [(self.centre[1] + 30 + 22 * number, words) for number, words in enumerate(self.title)]

    @property
    def title_x(self) -> float:
        return self.centre[0] + PAD


def wide(title: str, groups: list[Group]) -> Drawing:
    """Three columns: what it acts upon, the document, what acts upon it."""
    side, middle = 370.0, 200.0
    left, right = [g for g in groups if g.earlier], [g for g in groups if not g.earlier]
    height = max(_height(left), _height(right), 120.0)
    lines = _wrapped(title, middle - 2 * PAD)
    own = 30 + 22 * len(lines)
    centre = ((WIDE - middle) / 2, (height - own) / 2, middle, own)
    boxes = []
    for column, x in ((left, 0.0), (right, WIDE - side)):
        y = (height - _height(column)) / 2
        for group in column:
            box_height = _box_height(group)
            boxes.append(_box(group, x, y, side, box_height, _across(x, y + box_height / 2, side, centre)))
            y += box_height + GAP
    return Drawing("wide", WIDE, height, centre, lines, boxes)


def narrow(title: str, groups: list[Group]) -> Drawing:
    """One column along a spine: what it acts upon above, the document, what acts upon it below."""
    x, spine = 28.0, 10.0
    lines = _wrapped(title, NARROW - 2 * PAD)
    own = 30.0 + 22 * len(lines)
    ordered = [g for g in groups if g.earlier] + [g for g in groups if not g.earlier]
    middle = sum(_box_height(g) + GAP for g in ordered if g.earlier)
    centre, y, boxes = (0.0, middle, float(NARROW), own), 0.0, []
    for group in ordered:
        if not group.earlier and y == middle:
            y = middle + own + GAP
        height = _box_height(group)
        end = middle if group.earlier else middle + own
        boxes.append(_box(group, x, y, NARROW - x, height, f"M{x} {y + 24}H{spine}V{end}"))
        y += height + GAP
    return Drawing("narrow", NARROW, max(y - GAP, middle + own), centre, lines, boxes)


def _across(x: float, y: float, side: float, centre: tuple[float, float, float, float]) -> str:
    """From the side of a box to the near side of the document, by a bend half way."""
    left = x == 0
    start = x + side if left else x
    end = centre[0] if left else centre[0] + centre[2]
    half = (start + end) / 2
    return f"M{start} {y}H{half}V{centre[1] + centre[3] / 2}H{end}"


def _height(groups: list[Group]) -> float:
    return sum(_box_height(g) + GAP for g in groups) - GAP if groups else 0.0


def _box_height(group: Group) -> float:
    more = 30 if len(group.others) > MOST_ROWS else 0
    return HEAD + ROW * min(len(group.others), MOST_ROWS) + more + 6


def _box(group: Group, x: float, y: float, width: float, height: float, line: str) -> Box:
    letters = int((width - 2 * PAD) / LETTER)
    rows = [
        Row(
            other,
            _cut(str(other.document), letters),
            _cut("; ".join([other.status.label, *other.places]), int(letters * 1.12)),
            y + HEAD + 18 + ROW * number,
        )
        for number, other in enumerate(group.others[:MOST_ROWS])
    ]
    title = group.says[0].upper() + group.says[1:]
    return Box(title, x, y, width, height, rows, max(0, len(group.others) - MOST_ROWS), line)


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip(" ;,") + "…"


def _wrapped(text: str, width: float, most: int = 4) -> list[str]:
    """The text in at most so many lines, cut between words."""
    letters, lines = int(width / (LETTER + 0.6)), [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines if len(lines) <= most else [*lines[: most - 1], _cut(lines[most - 1] + "…", letters)]
