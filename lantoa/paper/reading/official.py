"""Lines of any file kind to one official document, with the line that each value stands on."""

import re
from dataclasses import dataclass, field
from typing import Any

from lantoa.paper.marks import take_apart
from lantoa.paper.reading.body import Body, read_body, read_sections
from lantoa.paper.reading.doubts import Doubt, SourceLine, doubts_of, unsure_lines
from lantoa.paper.reading.foot import annex_heading, split_foot
from lantoa.paper.reading.head import split_head
from lantoa.paper.reading.markdown import looks_marked, unmark
from lantoa.paper.reading.pieces import Line, Piece, flat, number_lines
from lantoa.paper.reading.site import without_site_text
from lantoa.paper.reading.untidy import settled
from lantoa.paper.structure import Annex, OfficialDocument, Section, from_plain, to_plain
from lantoa.paper.wording import is_upper

SURE_OF_WORDS, SURE_OF_DIGITS = 70, 88  # of 100: a wrong digit makes another document
_RULE = re.compile(r"^[-\u2013\u2014_=*.\s]{3,}$")


@dataclass
class Reading:
    """What was read: the document, every line of the paper, and for each value the lines it rests on.

    anchors: path in the document ("legal_bases.0", "sections.3.blocks.1", "number") -> line numbers.
    doubts: what a person must look at before any of it is taken for true.
    """

    document: OfficialDocument
    lines: list[SourceLine] = field(default_factory=list)
    anchors: dict[str, list[int]] = field(default_factory=dict)
    file_kind: str = ""
    doubts: list[Doubt] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return dict(to_plain(self))

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Reading":
        return from_plain(cls, data)

    @property
    def confidence(self) -> int | None:
        """0 to 100 over all letters recognised on a scan; None when every word is the file's own."""
        sure = [(len(line.text), line.confidence) for line in self.lines if line.confidence is not None]
        letters = sum(length for length, _ in sure)
        return round(sum(length * one for length, one in sure) / letters) if letters else None

    def quote(self, path: str) -> str:
        """The words that this value rests on, "" when it rests on none."""
        return " ".join(self.lines[no].text for no in self.anchors.get(path, []))


def assemble(pieces: list[Piece], file_kind: str) -> Reading:
    """The official document that these pieces are."""
    pieces = [piece for piece in pieces if not (isinstance(piece, Line) and _RULE.match(piece.text))]
    if file_kind != "markdown" and looks_marked([line.text for piece in pieces for line in flat(piece)]):
        pieces = unmark(pieces)  # a word processor kept Markdown as plain words
    pieces = settled(without_site_text(pieces))
    lines = number_lines(pieces)
    head, rest = split_head(pieces)
    middle, foot, after = split_foot(rest)
    body = read_body(middle, head)
    document = OfficialDocument(
        superior=head.superior,
        issuer=head.issuer,
        number=head.number,
        symbol=head.symbol,
        place=head.place,
        issued_on=head.issued_on,
        year=head.year,
        kind=head.kind,
        title=" ".join([head.title, *(line.text for line in body.title)]).strip(),
        note=body.note,
        addressees=body.addressees,
        legal_bases=[text for text, _ in body.legal_bases],
        opening=body.opening,
        sections=body.sections,
        closing=body.closing,
        recipients=foot.recipients,
        signers=foot.signers,
    )
    anchors = {**head.at, **foot.at, **_body_anchors(body)}
    if body.title:
        anchors["title"] = [line.no for line in body.title]
    _read_annexes(document, after, anchors)
    sources = [_source_line(line) for line in lines]
    doubts = [*unsure_lines(lines), *doubts_of(document, head, anchors, sources)]
    return Reading(document, sources, anchors, file_kind, doubts)


def _source_line(line: Line) -> SourceLine:
    source = SourceLine(line.no, line.text, line.page)
    if line.sureness:
        letters = sum(len(word) for word, _ in line.sureness)
        source.confidence = round(sum(len(word) * sure for word, sure in line.sureness) / letters)
    at = 0
    for word, sure in line.sureness:
        start = line.text.find(word, at)
        if start < 0:
            continue  # a dash or a blank was settled inside it
        at = start + len(word)
        if sure < (SURE_OF_DIGITS if any(map(str.isdigit, word)) else SURE_OF_WORDS):
            source.doubtful.append([start, at])
    return source


def _body_anchors(body: Body, prefix: str = "") -> dict[str, list[int]]:
    anchors: dict[str, list[int]] = {}
    for at, (_, no) in enumerate(body.legal_bases):
        anchors[f"{prefix}legal_bases.{at}"] = [no]
    for at, block in enumerate(body.opening):
        anchors[f"{prefix}opening.{at}"] = body.at.get(id(block), [])
    for at, section in enumerate(body.sections):
        anchors[f"{prefix}sections.{at}"] = body.at.get(id(section), [])
        for place, block in enumerate(section.blocks):
            anchors[f"{prefix}sections.{at}.blocks.{place}"] = body.at.get(id(block), [])
    if body.closing:
        anchors[f"{prefix}closing"] = [body.closing_at]
    return anchors


def _read_annexes(document: OfficialDocument, pieces: list[Piece], anchors: dict[str, list[int]]) -> None:
    starts = [at for at, piece in enumerate(pieces) if at == 0 or annex_heading(piece)]
    for start, end in zip(starts, [*starts, len(pieces)][1:], strict=True):
        found = annex_heading(pieces[start])  # none: what follows a signature without a heading
        annex = Annex(number=found["number"] or "", title=found["rest"].strip()) if found else Annex()
        prefix = f"annexes.{len(document.annexes)}."
        anchors[prefix + "title"] = [line.no for line in flat(pieces[start])]
        inside = _annex_head(annex, pieces[start + 1 if found else start : end])
        body = Body()
        read_sections(body, inside)
        annex.blocks, annex.sections = body.opening, body.sections
        anchors.update(
            {path.replace(".opening.", ".blocks."): at for path, at in _body_anchors(body, prefix).items()}
        )
        document.annexes.append(annex)


def _annex_head(annex: Annex, pieces: list[Piece]) -> list[Piece]:
    at = 0
    while at < len(pieces):
        line = pieces[at]
        if not isinstance(line, Line):
            break
        if line.text.startswith("(") and "kèm theo" in line.text.lower():
            annex.note = line.text
            at += 1
            break
        if (
            not (line.bold or is_upper(line.text))
            or take_apart(line.text).kind
            or (annex.title and not line.centred and line.bold is not None)
        ):
            break
        annex.title = f"{annex.title} {line.text}".strip()
        at += 1
    return pieces[at:]


__all__ = ["Reading", "Section", "SourceLine", "assemble"]
