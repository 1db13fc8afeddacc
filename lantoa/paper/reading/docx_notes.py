"""Footnotes and endnotes of a consolidated text (văn bản hợp nhất) in a DOCX: they say who amended what.

They become what a printed text has: "[1]" in the words, and "[1] ..." as lines below. Other papers keep none:
a footnote there is a source or an aside, and no line of the paper.
"""

import re
from xml.etree import ElementTree as ET

from lantoa.paper.reading.archive import Archive
from lantoa.paper.reading.docx_numbering import W
from lantoa.paper.reading.pieces import Line
from lantoa.paper.wording import one_line

NOTE_REFERENCES = (W + "footnoteReference", W + "endnoteReference")
_SAYS_SO = re.compile(r"/\s*VBHN\b|văn bản hợp nhất", re.I)
_HEAD = 2000  # characters
_OWN_MARK = re.compile(r"^[\s\[\]]+")


def is_consolidated(body: ET.Element) -> bool:
    """Whether the head of the paper says that it is a consolidated text."""
    said = ""
    for text in body.iter(W + "t"):
        said += text.text or ""
        if len(said) > _HEAD:
            break
    return bool(_SAYS_SO.search(said))


class Footnotes:
    """The notes of one document, numbered as the words refer to them."""

    def __init__(self, archive: Archive):
        self._xml: dict[str, dict[str | None, ET.Element]] = {}
        for kind in ("footnote", "endnote"):
            root = archive.xml(f"word/{kind}s.xml")
            notes = [] if root is None else list(root)
            self._xml[W + f"{kind}Reference"] = {
                note.get(W + "id"): note for note in notes if note.get(W + "type") in (None, "normal")
            }
        self._seen: dict[tuple[str, str | None], int] = {}

    def mark(self, reference: ET.Element) -> str:
        """ "[3]" for a reference in the words; the same for the same note."""
        key = reference.tag, reference.get(W + "id")
        return f"[{self._seen.setdefault(key, len(self._seen) + 1)}]"

    def lines(self) -> list[Line]:
        """The notes that the words refer to, each paragraph a line."""
        lines = []
        for (tag, key), number in self._seen.items():
            note = self._xml[tag].get(key)
            said = [_words_of(paragraph) for paragraph in note.iter(W + "p")] if note is not None else []
            said = [one for one in said if one]
            if said:
                said[0] = f"[{number}] {_OWN_MARK.sub('', said[0])}"
                lines += [Line(one) for one in said]
        return lines


def _words_of(paragraph: ET.Element) -> str:
    return one_line("".join(text.text or "" for text in paragraph.iter(W + "t")))
