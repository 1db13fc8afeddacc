"""Notes of a text of law ("[1]" in the words, "[1] Khoản này được sửa đổi ..." below): never words of it.

A consolidated text (văn bản hợp nhất) tells in them who amended what (Pháp lệnh 01/2012/UBTVQH13). Printed
footnotes may have lost their brackets: a small digit behind a word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MOST_LINES = 400
_NOTE = re.compile(r"\s*\[(?P<mark>\d{1,3})\]\s*(?P<words>\S.*)")
_BARE_NOTE = re.compile(
    r"\s*(?P<mark>\d{1,3})[ ]+(?P<words>(?:các )?(?:khoản|điểm|điều|chương|mục|cụm từ|từ|tên|đoạn|nội dung"
    r"|luật|bộ luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư)\b.{0,200}?(?:được (?:sửa đổi|bổ sung"
    r"|bãi bỏ|thay)|bị bãi bỏ|hết hiệu lực|quy định như sau|căn cứ ban hành|có hiệu lực).*)",
    re.I,
)
_CONSOLIDATED = re.compile(
    r"(?:^|[|\t])[^|\t\w]*(?:(?:văn bản hợp nhất )?số[ :.]*)?[\w.…]{0,8}\s*/\s*VBHN\b"
    r"|^\W*văn bản hợp nhất\W*$",
    re.I | re.M,
)
_TWICE = re.compile(r"\[\s*\[(\d{1,3})\]\s*\]")  # brackets typed around a footnote of their own
_FINISHED = re.compile(r"[.;”\"]\s*$")
_FOOT = re.compile(r"xác thực văn bản hợp nhất|nơi nhận\s*:", re.I)
_LEAD = r"(?:điều \d{1,4}[a-zđ]?\s*\.|\d{1,3}[a-zđ]?\.|[a-zđ]\))"


@dataclass(frozen=True, slots=True)
class NoteRead:
    """One note. at: the line (from 0) whose words refer to it, -1 for none; lines: those that it takes."""

    mark: str
    words: str
    at: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """The lines without notes and marks (as many as there were, those of notes empty), and the notes."""

    lines: list[str]
    notes: list[NoteRead]


def is_consolidated(lines: Sequence[str]) -> bool:
    """Whether the head of a paper says that it is a consolidated text (VBHN)."""
    return bool(_CONSOLIDATED.search("\n".join(lines[:80])))


def without_notes(lines: Sequence[str]) -> Noted:
    """Set the notes of a text apart from its words."""
    if not any("[" in line for line in lines) and not is_consolidated(lines):
        return Noted(list(lines), [])
    bare = is_consolidated(lines)
    spans = _spans(lines, bare)
    taken = {no for start, end, _ in spans for no in range(start, end)}
    lines = [_TWICE.sub(r"[\1]", line) for line in lines]
    clean, at = ["" if no in taken else line for no, line in enumerate(lines)], {}
    notes = []
    for start, end, mark in spans:
        if mark not in at:
            at[mark] = _take_mark(clean, mark, start if bare else len(lines), bare)
        found = _NOTE.fullmatch(lines[start]) or _BARE_NOTE.fullmatch(lines[start])
        words = [found["words"] if found else lines[start], *lines[start + 1 : end]]
        notes.append(NoteRead(mark, "\n".join(words).strip(), at[mark], tuple(range(start, end))))
    return Noted(clean, notes)


def _spans(lines: Sequence[str], bare: bool) -> list[tuple[int, int, str]]:
    """(first line, line after the last, mark) of each note."""
    spans: list[tuple[int, int, str]] = []
    referred = set(re.findall(r"(?<=\S)[ ]?\[(\d{1,3})\]", "\n".join(lines)))
    no = 0
    while no < len(lines):
        found = _begins(lines[no], bare)
        if not found or not (bare or found in referred):
            no += 1
            continue
        end = no + 1
        while end < min(len(lines), no + MOST_LINES) and _goes_on(lines, no, end, bare):
            end += 1
        spans.append((no, end, found))
        no = end
    return spans


def _begins(line: str, bare: bool) -> str:
    found = _NOTE.fullmatch(line) or (_BARE_NOTE.fullmatch(line) if bare else None)
    return found["mark"] if found else ""


def _goes_on(lines: Sequence[str], start: int, end: int, bare: bool) -> bool:
    """Whether this line is still the note: a quotation is open, or its sentence is not finished."""
    said = "\n".join(lines[start:end])
    if said.count("“") > said.count("”"):
        return True
    if _begins(lines[end], bare) or _FOOT.match(lines[end].strip()) or not lines[end].strip():
        return False
    return not _FINISHED.search(said)


def _take_mark(lines: list[str], mark: str, before: int, bare: bool) -> int:
    """Take the mark out of the words that refer to it; the line where it stood, -1 when nowhere."""
    place = -1
    for no, line in enumerate(lines):
        if f"[{mark}]" in line:
            lines[no] = re.sub(
                rf"[ ]?\[{mark}\](?![^\W_])", "", re.sub(rf"[ ]?\[{mark}\](?=[^\W_])", " ", line)
            )
            place = no if place < 0 else place
    if place >= 0 or not bare:
        return place
    printed = re.compile(
        rf"(?:(?<=[^\W\d_]){mark}(?=$|[\s.,;:])|(?<=^){_LEAD}(?P<digit>{mark})(?=[ ]+\S))", re.I
    )
    for no, line in enumerate(lines[:before]):
        if found := printed.search(line):
            begin, end = found.span("digit") if found["digit"] else found.span()
            lines[no] = line[:begin] + line[end:]
            return no
    return -1
