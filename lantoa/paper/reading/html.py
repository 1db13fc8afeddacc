"""HTML to lines: the document that stands in a page, without the site around it. Also DocBook (from .doc).

The reader is tolerant: what is never closed ends with its parent, what is nested too deep joins its
ancestor. Scripts, styles and addresses are never looked at, so nothing outside the file is touched.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from lantoa.paper.legacy_letters import decode, from_legacy, of_font
from lantoa.paper.reading.pieces import Columns, Grid, Line, Piece, flat, is_layout, side_by_side
from lantoa.paper.reading.site import is_site_line
from lantoa.paper.refusal import Unreadable
from lantoa.paper.structure import Cell, Column, Table
from lantoa.paper.wording import bare, clean, one_line

MOST_DEPTH = 150
MOST_NODES = 300_000
TOO_MANY = (
    "Trang HTML này quá lớn hoặc lồng quá nhiều lớp nên không đọc. Hãy lưu phần văn bản chính thành DOCX."
)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID = _names("area base br col embed hr img input link meta param source track wbr colspec")
_UNSEEN = _names(
    "script style noscript template svg head title nav footer aside form button select option iframe "
    "object canvas audio video dialog bookinfo"
)
_BLOCKS = _names(
    "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre center "
    "table tr td th tbody thead tfoot caption figure figcaption address hr body html para entry row "
    "informaltable tgroup itemizedlist orderedlist listitem chapter sect1 sect2 sect3 book"
)
_CLOSES_ITSELF = {"p": {"p"}, "li": {"li"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"}, "th": {"td", "th"}}
_BOUNDS = {"table", "ul", "ol", "body", "html"}
_TABLES, _ROWS, _CELLS = {"table", "informaltable"}, {"tr", "row"}, {"td", "th", "entry"}
# Names that sites give to what is not the document.
_AROUND = re.compile(
    r"(^|[-_\s])(menu|nav(bar|igation)?|footer|breadcrumbs?|share|social|sidebar|banner|related|comments?|advert"
    r"|ads|cookie|login|search|toolbar|widget|skip|tags?|paging|pagination|chia-?se|lien-?quan)([-_\s]|$)",
    re.IGNORECASE,
)
_OWN_WORDS = re.compile(r"cong hoa xa hoi chu nghia|doc lap\s*-\s*tu do|noi nhan|^\s*(can cu|dieu \d+\.)")


@dataclass
class Node:
    """An element, or a run of words (tag "")."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)
    text: str = ""

    def words(self) -> str:
        if not self.tag:
            return self.text
        return " ".join(child.words() for child in self.children if child.tag not in _UNSEEN)


def read_html(text: str) -> list[Piece]:
    """The lines, side-by-side blocks and grids of the document in this page. Raises Unreadable."""
    root = _tree(text)
    _drop_surroundings(root, len(root.words()))
    walk = _Walk()
    walk.into(root, _Look())
    walk.flush()
    return _finished(walk.pieces, keep_site=False)


def read_docbook(text: str) -> list[Piece]:
    """The same of what `antiword -x db` writes: there every line end is one of the paper's own."""
    walk = _Walk(line_ends=True)
    walk.into(_tree(text), _Look())
    walk.flush()
    return _finished(walk.pieces, keep_site=True)


def _finished(pieces: list[Piece], keep_site: bool) -> list[Piece]:
    kept = [p for p in pieces if keep_site or not isinstance(p, Line) or not is_site_line(p.text)]
    return side_by_side(kept)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("html")
        self.open = [self.root]
        self.count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for closed in _CLOSES_ITSELF.get(tag, ()):
            self._close(closed, within=_BOUNDS)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._add(node)
        if tag not in _VOID and len(self.open) < MOST_DEPTH:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self._close(tag, within=_TABLES - {tag})

    def handle_data(self, data: str) -> None:
        self._add(Node("", text=data))

    def _close(self, tag: str, within: set[str]) -> None:
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].tag == tag:
                del self.open[at:]
                return
            if self.open[at].tag in within:
                return

    def _add(self, node: Node) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            raise Unreadable(TOO_MANY)
        self.open[-1].children.append(node)


def _tree(text: str) -> Node:
    builder = _Builder()
    builder.feed(text)
    builder.close()
    _from_fonts(builder.root, "")
    _by_words(builder.root)
    return builder.root


def _from_fonts(node: Node, font: str) -> None:
    """Words set in a font of an old encoding become Unicode."""
    font = node.attrs.get("face") or _style(node, "font-family").split(",")[0] or font
    encoding = of_font(font)
    for child in node.children:
        if child.tag:
            _from_fonts(child, font)
        elif encoding:
            child.text = decode(child.text, encoding, font)


def _by_words(root: Node) -> None:
    """Words without such a font, when all of them together tell an old encoding."""
    runs = [node for node in _walk_all(root) if not node.tag and node.text.strip()]
    between = "\n\x00\n"
    whole = between.join(run.text.replace("\x00", "") for run in runs)
    turned = from_legacy(whole)
    if turned != whole:
        for run, text in zip(runs, turned.split(between), strict=True):
            run.text = text


def _walk_all(root: Node) -> "list[Node]":
    out, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        out.append(node)
        waiting.extend(reversed(node.children))
    return out


def _style(node: Node, name: str) -> str:
    found = re.search(rf"(?:^|;)\s*{name}\s*:\s*([^;]+)", node.attrs.get("style", ""), re.IGNORECASE)
    return found[1].strip() if found else ""


def _drop_surroundings(node: Node, all_words: int) -> None:
    """Take out what a site puts around a document: by its kind, its name, or being nothing but links."""
    kept = []
    for child in node.children:
        if child.tag in _UNSEEN and not (child.tag in ("form", "aside") and _is_document(child, all_words)):
            continue
        if child.tag and _is_around(child) and not _is_document(child, all_words):
            continue
        _drop_surroundings(child, all_words)
        kept.append(child)
    node.children = kept


def _is_around(node: Node) -> bool:
    names = f"{node.attrs.get('class', '')} {node.attrs.get('id', '')}"
    hidden = "hidden" in node.attrs or _style(node, "display").lower() == "none"
    named = node.attrs.get("role", "") in ("navigation", "banner", "search", "contentinfo", "complementary")
    if hidden or named or (node.tag in _BLOCKS and _AROUND.search(names)):
        return True
    if node.tag not in ("ul", "ol", "div", "p", "td", "table"):
        return False
    links = [n.words().strip() for n in _walk_all(node) if n.tag == "a"]
    linked, words = sum(len(link) for link in links), len(" ".join(node.words().split()))
    return len(links) >= 3 and words < 60 * len(links) and linked >= 0.8 * (words - len(links))


def _is_document(node: Node, all_words: int) -> bool:
    words = node.words()
    return len(words) > 0.5 * all_words or bool(_OWN_WORDS.search(bare(words)))


@dataclass(frozen=True)
class _Look:
    bold: bool = False
    italic: bool = False
    centred: bool = False
    heading: int = 0


class _Walk:
    """Words gather until a block begins or ends; then they are a line."""

    def __init__(self, line_ends: bool = False) -> None:
        self.pieces: list[Piece] = []
        self.line_ends = line_ends
        self.runs: list[tuple[str, _Look]] = []
        self.marker = ""

    def into(self, node: Node, look: _Look) -> None:
        if not node.tag:
            text = clean(node.text) if self.line_ends else re.sub(r"\s+", " ", clean(node.text))
            first, *rest = text.split("\n")
            self.runs.append((first, look))
            for part in rest:
                self.flush()
                self.runs.append((part, look))
            return
        if node.tag in _UNSEEN:
            return
        if node.tag == "br":
            self.flush()
            return
        look = _look_of(node, look)
        if node.tag in _TABLES:
            self.flush()
            self.pieces.extend(_table(node, look, self.line_ends))
            return
        block = node.tag in _BLOCKS
        if block:
            self.flush()
        if node.tag in ("li", "listitem"):
            self.marker = "- "
        for child in node.children:
            self.into(child, look)
        if block:
            self.flush()

    def flush(self) -> None:
        text = one_line("".join(run for run, _ in self.runs))
        inked = [(run, look) for run, look in self.runs if run.strip()]
        self.runs = []
        if not text:
            return
        lead = 0
        for run, look in inked:
            if not look.bold:
                break
            lead += len(one_line(run)) + 1
        first = inked[0][1]
        self.pieces.append(
            Line(
                self.marker + text,
                bold=all(look.bold for _, look in inked),
                italic=all(look.italic for _, look in inked),
                centred=first.centred,
                heading=first.heading,
                lead=min(lead, len(text)),
            )
        )
        self.marker = ""


def _look_of(node: Node, look: _Look) -> _Look:
    weight = _style(node, "font-weight").lower()
    role = node.attrs.get("role", "")
    bold = (
        look.bold or node.tag in ("b", "strong", "th") or role == "bold" or weight in ("bold", "700", "800")
    )
    bold = (bold or bool(re.fullmatch(r"h[1-6]", node.tag))) and weight not in ("normal", "400")
    italic = look.italic or node.tag in ("i", "em") or _style(node, "font-style").lower() == "italic"
    italic = italic or (node.tag == "emphasis" and role != "bold")
    align = (node.attrs.get("align") or _style(node, "text-align")).lower()
    centred = (look.centred and align in ("", "center")) or node.tag == "center" or align == "center"
    return _Look(bold, italic, centred)


def _table(table: Node, look: _Look, line_ends: bool) -> list[Piece]:
    rows = [list(_inside(row, _CELLS)) for row in _inside(table, _ROWS)]
    rows = [row for row in rows if row]
    cells = [[_cell_pieces(cell, look, line_ends) for cell in row] for row in rows]
    if not cells:
        walk = _Walk(line_ends)
        for child in table.children:
            walk.into(child, look)
        walk.flush()
        return walk.pieces
    lines = [[[line for piece in cell for line in flat(piece)] for cell in row] for row in cells]
    wide = max(len(row) for row in cells)
    nested = any(not isinstance(piece, Line) for row in cells for cell in row for piece in cell)
    if wide == 1 or nested or any(len(cell) > 15 for row in lines for cell in row):
        return [piece for row in cells for cell in row for piece in cell]  # a page laid out with a table
    if is_layout(lines, bordered=_has_borders(table)):
        return [Columns([[line for row in lines if at < len(row) for line in row[at]] for at in range(wide)])]
    return [Grid(_grid(rows, lines, wide))]


def _inside(node: Node, tags: set[str]) -> list[Node]:
    """The nearest such elements below, not those of a table inside."""
    out: list[Node] = []
    for child in node.children:
        if child.tag in tags:
            out.append(child)
        elif child.tag and child.tag not in _TABLES:
            out.extend(_inside(child, tags))
    return out


def _cell_pieces(cell: Node, look: _Look, line_ends: bool) -> list[Piece]:
    walk = _Walk(line_ends)
    walk.into(cell, look)
    walk.flush()
    if line_ends:  # antiword tells no looks in a table
        for piece in walk.pieces:
            for line in flat(piece):
                line.bold = line.italic = None
    return walk.pieces


def _has_borders(table: Node) -> bool:
    own = table.attrs.get("border", "0").strip() not in ("", "0")
    drawn = any("border" in node.attrs.get("style", "") for node in _walk_all(table) if node.tag in _CELLS)
    return own or drawn or table.attrs.get("frame", "none") not in ("none", "void")


def _grid(rows: list[list[Node]], lines: list[list[list[Line]]], wide: int) -> Table:
    table = Table([Column() for _ in range(max(wide, sum(_span(c, "colspan") for c in rows[0])))], [])
    for row, words in zip(rows, lines, strict=True):
        table.rows.append(
            [
                Cell(
                    "\n".join(line.text for line in inside),
                    across=_span(cell, "colspan"),
                    down=_span(cell, "rowspan"),
                    bold=bool(inside) and all(line.bold for line in inside),
                )
                for cell, inside in zip(row, words, strict=True)
            ]
        )
    return table


def _span(cell: Node, name: str) -> int:
    said = cell.attrs.get(name, "1").strip()
    return min(max(int(said), 1), 100) if said.isdigit() and len(said) < 4 else 1
