"""RTF to the HTML that it says: paragraphs, tables, bold, italic and the fonts that tell an old encoding.

Many files named .doc are RTF inside. Pictures, notes, fields' instructions and every destination that a
reader may skip are skipped; nothing outside the file is touched.
"""

import re
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from lantoa.paper.refusal import Unreadable

MOST_TOKENS = 1_000_000
MOST_DEPTH = 500
TOO_MUCH = "Tệp RTF này quá lớn hoặc lồng quá nhiều lớp nên không đọc. Hãy mở bằng Word, lưu lại thành DOCX."
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z'])"
    r"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.S,
)
_SKIPPED = frozenset(
    (
        *("colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf"),
        *("footer", "footerl", "footerr", "footerf", "footnote", "annotation", "fldinst", "xe", "tc"),
        *("generator", "listtable", "listoverridetable", "themedata", "colorschememapping", "datastore"),
        *("latentstyles", "revtbl", "rsidtbl", "filetbl", "bkmkstart", "bkmkend", "xmlnstbl", "nonshppict"),
    )
)
_SIGNS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "tab": "\t",
    "line": "\n",
    "emspace": " ",
    "enspace": " ",
}
_CHARSETS = {163: "cp1258", 238: "cp1250", 204: "cp1251", 161: "cp1253"}


class _Look(NamedTuple):
    """How words look inside one group."""

    skipped: bool = False
    in_fonts: bool = False
    skip_after: int = 1  # signs that stand in for a \\u sign
    font: int = 0
    bold: bool = False
    italic: bool = False


_Mark = tuple[str, bool, bool]  # the font, bold, italic


@dataclass
class _Page:
    """The HTML so far, the paragraph and the table that are open."""

    html: list[str] = field(default_factory=list)
    line: list[tuple[_Mark, list[str]]] = field(default_factory=list)  # pieces: joined once, at the end
    cell: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    in_table: bool = False

    def put(self, mark: _Mark, words: str) -> None:
        if not self.line or self.line[-1][0] != mark:
            self.line.append((mark, []))
        self.line[-1][1].append(words)

    def words(self) -> str:
        """The open paragraph as HTML; it is closed thereby."""
        told = []
        for (face, bold, italic), pieces in self.line:
            html = escape("".join(pieces)).replace("\n", "<br>")
            html = f"<b>{html}</b>" if bold else html
            html = f"<i>{html}</i>" if italic else html
            told.append(f'<font face="{escape(face)}">{html}</font>' if face else html)
        self.line.clear()
        return "".join(told)

    def end_line(self) -> None:
        words = f"<p>{self.words()}</p>"
        if self.in_table:
            self.cell.append(words)
            return
        self.end_table()
        self.html.append(words)

    def end_cell(self) -> None:
        self.cell.append(f"<p>{self.words()}</p>")
        self.row.append(f"<td>{''.join(self.cell)}</td>")
        self.cell.clear()

    def end_row(self) -> None:
        self.rows.append(f"<tr>{''.join(self.row)}</tr>")
        self.row.clear()

    def end_table(self) -> None:
        if self.rows:
            self.html.append(f"<table>{''.join(self.rows)}</table>")
            self.rows.clear()


class _Reader:
    def __init__(self) -> None:
        self.page = _Page()
        self.look = _Look()
        self.above: list[_Look] = []
        self.fonts: dict[int, tuple[str, str]] = {}
        self.usual = "cp1252"
        self.waiting = bytearray()  # bytes of one code page: a letter and its mark belong together
        self.to_skip = 0
        self.may_skip = False  # "\\*": whoever does not know the next word skips its group

    def read(self, text: str) -> str:
        at = tokens = 0
        while at < len(text):
            found = _TOKEN.match(text, at)
            tokens += 1
            if tokens > MOST_TOKENS or len(self.above) > MOST_DEPTH:
                raise Unreadable(TOO_MUCH)
            if found is None:  # a lone backslash at the end
                break
            at = found.end()
            if found["hex"]:
                self._byte(int(found["hex"], 16))
            elif found["brace"]:
                self._brace(found["brace"])
            elif found["word"]:
                number = int(found["number"]) if found["number"] else None
                at += self._word(found["word"], number)
            elif found["sign"]:
                self._sign(found["sign"])
            elif found["text"]:
                self._text(found["text"])
        self._flush()
        self.page.in_table = False
        self.page.end_line()
        return f"<html><body>{''.join(self.page.html)}</body></html>"

    def _brace(self, brace: str) -> None:
        self._flush()
        self.may_skip = False
        if brace == "{":
            self.above.append(self.look)
        elif self.above:
            self.look = self.above.pop()

    def _byte(self, value: int) -> None:
        if self.to_skip:
            self.to_skip -= 1
        elif not self.look.skipped and not self.look.in_fonts:
            self.waiting.append(value)

    def _text(self, text: str) -> None:
        skipped = min(self.to_skip, len(text))
        self.to_skip -= skipped
        text = text[skipped:]
        if self.look.in_fonts:
            name = text.strip().rstrip(";")
            if name:
                self.fonts[self.look.font] = (name, self.fonts.get(self.look.font, ("", self.usual))[1])
        elif not self.look.skipped:
            self.waiting += text.encode("latin-1", "replace")

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.may_skip = True
        elif sign in "{}\\":
            self._text(sign)
        elif sign in "~_":
            self._put("\u00a0" if sign == "~" else "-")

    def _word(self, word: str, number: int | None) -> int:
        """One control word; how many signs behind it are no text."""
        self._flush()
        if word == "bin":
            return max(number or 0, 0)
        if self.may_skip or word in _SKIPPED:
            self.look = self.look._replace(skipped=True)
            self.may_skip = False
        elif word == "u" and number is not None:
            self._put(chr(number % 65536))
            self.to_skip = self.look.skip_after
        elif word == "uc":
            self.look = self.look._replace(skip_after=min(max(number or 0, 0), 10))
        elif word == "ansicpg" and number in (1250, 1251, 1252, 1253, 1258):
            self.usual = f"cp{number}"
        elif word == "fonttbl":
            self.look = self.look._replace(in_fonts=True)
        elif word == "f":
            self.look = self.look._replace(font=number or 0)
        elif word == "fcharset" and self.look.in_fonts:
            self.fonts[self.look.font] = ("", _CHARSETS.get(number or 0, self.usual))
        elif word in ("b", "i"):
            name = {"b": "bold", "i": "italic"}[word]
            self.look = self.look._replace(**{name: number != 0})
        elif word == "plain":
            self.look = self.look._replace(bold=False, italic=False)
        elif word in _SIGNS:
            self._put(_SIGNS[word])
        elif not self.look.skipped:
            self._layout(word)
        return 0

    def _layout(self, word: str) -> None:
        page = self.page
        if word in ("pard", "sectd"):
            page.in_table = False
        elif word in ("intbl", "trowd"):
            page.in_table = True
        elif word in ("par", "sect", "page"):
            page.end_line()
        elif word in ("cell", "nestcell"):
            page.in_table = True
            page.end_cell()
        elif word == "row":
            page.end_row()

    def _flush(self) -> None:
        if self.waiting:
            encoding = self.fonts.get(self.look.font, ("", self.usual))[1]
            words = bytes(self.waiting).decode(encoding, "replace")
            self.waiting.clear()
            self._put(words)

    def _put(self, words: str) -> None:
        if self.look.skipped or self.look.in_fonts:
            return
        face = self.fonts.get(self.look.font, ("", ""))[0]
        self.page.put((face, self.look.bold, self.look.italic), words)


def as_html(content: bytes) -> str:
    """The HTML of an RTF file. Raises Unreadable when it is too large or nested too deep."""
    return _Reader().read(content.decode("latin-1"))
