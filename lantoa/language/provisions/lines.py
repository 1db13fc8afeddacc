"""The lines of a text of law as its tree reads them: without an editor's marks, run-together ones split."""

import re
import unicodedata
from dataclasses import dataclass

from lantoa.language.provisions.marks import flat

_EMPHASIS = re.compile(r"^(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1")
_RUN_TOGETHER = re.compile(r"Điều[ ]\d+[a-zđ]?\.[ ].*[.;:][ ]+(?:\d{1,2}\.|Điều[ ]\d+[a-zđ]?\.|[a-zđ]\))[ ]")
_INLINE = re.compile(
    r"(?<=[.;:”\"/])[ ]+(?=(?:Chương[ ][IVXLC]+|Mục[ ]\d+|Điều[ ]\d+[a-zđ]?\.)[ ]"
    r"|\d{1,2}\.[ ][A-ZĐÀ-Ỹ]|[a-zđ]\)[ ])"
)
# "Đ" / "iều 11. ...", "Điều" / "11. ...": the line end fell into the word or behind it.
_TORN = re.compile(r"(?:đ|đi|điề|điều|điều thứ)", re.I)
_REST_OF_TORN = re.compile(r"(?:i?ề?u\s+)?(?:thứ\s+)?\d{1,4}\s*[.:a-zđ\w-]", re.I)
_NUMBER_ALONE = re.compile(r"điều\s+\d{1,4}[a-zđ]?", re.I)
_SIGN_FIRST = re.compile(r"[.:]\s*\S|-\s*[A-ZĐÀ-Ỹ]")
# What cannot end a line of law unless the next one goes on with it.
_DANGLES = re.compile(
    r"(?:,|(?<!\S)(?:tại|của|và|vào|sau|trước|theo|khoản|điểm|điều|số|với|đến|từ|hoặc|các|giữa|ngoài|do)"
    r"(?: \d{1,3}[a-zđ]?| [a-zđ])?)$",
    re.I,
)
_COMPLETE = re.compile(r"[.;:!?…”\"')\]/]$")


@dataclass(frozen=True)
class SourceLine:
    """One line; no: its place in the text as given, where several may come from one."""

    no: int
    text: str
    flat: str

    @property
    def dangles(self) -> bool:
        """Whether its sentence goes on below: "theo quy định tại khoản 2"."""
        return bool(_DANGLES.search(self.flat))

    @property
    def is_complete(self) -> bool:
        """Whether it ends as a sentence, a heading or a lead-in does."""
        return bool(_COMPLETE.search(self.text)) or self.text.isupper()


def source_lines(text: str) -> list[SourceLine]:
    """The lines that are not blank."""
    lines: list[tuple[int, str]] = []
    for no, raw in enumerate(unicodedata.normalize("NFC", text).replace("Ð", "Đ").splitlines()):
        line = " ".join(raw.split()).lstrip("#> ").strip()
        line = _EMPHASIS.sub(r"\2", line)
        if not line:
            continue
        if lines and _was_torn(lines[-1][1], line):
            joint = "" if _TORN.fullmatch(lines[-1][1]) and line[:1].isalpha() else " "
            lines[-1] = (lines[-1][0], f"{lines[-1][1]}{joint}{line}")
        elif _RUN_TOGETHER.search(line):
            lines += [(no, part) for part in _INLINE.split(line)]
        else:
            lines.append((no, line))
    return [SourceLine(no, line, flat(line)) for no, line in lines]


def _was_torn(above: str, below: str) -> bool:
    if _TORN.fullmatch(above):
        return bool(_REST_OF_TORN.match(below))
    return bool(_NUMBER_ALONE.fullmatch(above) and _SIGN_FIRST.match(below))
