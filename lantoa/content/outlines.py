"""Đề cương nói chuyện trên giấy: what a speaker holds in her hand; each point with its clause."""

from datetime import date

from lantoa.common.dates import say
from lantoa.common.problems import Problem, must_hold
from lantoa.content.models import Citation, EditionKind, EditionVersion
from lantoa.content.passages import PassageKind, items, kind_of, minutes_of
from lantoa.content.queries import Airable, airable_one
from lantoa.paper.structure import Block, OfficialDocument, Paragraph, Section

LONGEST_QUOTE = 300  # characters of a clause; the rest is looked up
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def talk_outline(version: EditionVersion, day: date) -> OfficialDocument:
    """The paper of an approved talk on a day. version: with its edition and article.

    RuleBroken: it is no talk, or it may not be told on that day.
    """
    says = "Chỉ in đề cương của bản thể hiện loại “Đề cương nói chuyện”."
    must_hold([] if version.edition.kind == EditionKind.TALK else [Problem("no_talk", says)])
    answer = airable_one(version, day)
    must_hold([Problem("not_airable", reason) for reason in answer.reasons])
    article = version.edition.article
    opening, sections = _parts(version)
    return OfficialDocument(
        issuer=article.unit.name_on(day).upper(),
        year=day.year,
        kind="ĐỀ CƯƠNG NÓI CHUYỆN",
        title=article.title,
        note=f"(Bản {version.number} đã duyệt, mã {version.sha256[:16]})",
        opening=[*_facts(version, answer), *opening],
        sections=sections,
    )


def _facts(version: EditionVersion, answer: Airable) -> list[Block]:
    minutes = minutes_of(version.blocks)
    lines = [
        f"Người nghe: {', '.join(str(kind) for kind in version.edition.article.audiences.all())}.",
        f"Thời lượng: {minutes} phút." if minutes else "Thời lượng: chưa đặt số phút cho các ý.",
    ]
    if answer.flag:
        lines.append(f"{answer.flag}.")
    if answer.ends_on:
        lines.append(f"Chỉ dùng đến hết ngày trước {say(answer.ends_on)}: {answer.ends_says}")
    return [Paragraph(line, marker="-") for line in lines]


def _parts(version: EditionVersion) -> tuple[list[Block], list[Section]]:
    """What stands before the first heading, and the parts under the headings. Points are numbered through."""
    cited: dict[int, list[Citation]] = {}
    for citation in version.citations.select_related("provision__document"):
        cited.setdefault(citation.block, []).append(citation)
    opening: list[Block] = []
    sections: list[Section] = []
    point = 0
    for block in version.blocks:
        kind = kind_of(block)
        here = sections[-1].blocks if sections else opening
        if kind == PassageKind.HEADING:
            number = ROMAN[len(sections)] if len(sections) < len(ROMAN) else ""
            sections.append(Section(1, number, block["text"]))
            here = sections[-1].blocks
        elif kind == PassageKind.POINT:
            point += 1
            first, *rest = items(block)
            minutes = f" ({block['minutes']} phút)" if block.get("minutes") else ""
            here.append(Paragraph(f"{first}{minutes}", marker=f"{point}.", bold=True))
            here += [Paragraph(line) for line in rest]
        else:
            here += [Paragraph(line, bold=kind == PassageKind.CALL) for line in items(block)]
        here += [_source(citation) for citation in cited.get(block["id"], [])]
    return opening, sections


def _source(citation: Citation) -> Paragraph:
    words = " ".join((citation.quoted or citation.provision.words).split())
    if len(words) > LONGEST_QUOTE:
        words = f"{words[:LONGEST_QUOTE].rsplit(' ', 1)[0]}…"
    return Paragraph(f"Căn cứ {citation.provision}: “{words}”", marker="-", italic=True)
