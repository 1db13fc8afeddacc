"""Phiếu phát thanh: what a station airs on one day, with the words to be read and room to sign for them.

No law prescribes its form; the columns are those of the logs that wards keep. Only what may air stands on it.
"""

from datetime import date

from lantoa.broadcast.models import Station
from lantoa.broadcast.queries import Standing
from lantoa.broadcast.queries import run_sheet as standings_of_sheet
from lantoa.common.dates import VIETNAM, say
from lantoa.paper.structure import Annex, OfficialDocument, Paragraph, Section, Signer, Table


def run_sheet(station: Station, day: date, today: date) -> OfficialDocument:
    """The sheet of a station for a day; an empty day says so."""
    ones = standings_of_sheet(station, day, today)
    note = Paragraph(f"Ngày phát: {say(day)}. Địa bàn: {station.serves.name_on(day)}.", align="center")
    blocks: list = (
        [note, _table(ones)] if ones else [note, Paragraph("Không có bài nào được phát trong ngày.")]
    )
    if ones:
        blocks.append(
            Paragraph("Người trực đài ghi giờ phát thật và ký từng dòng ngay sau khi phát.", italic=True)
        )
    return OfficialDocument(
        issuer=station.name.upper(),
        kind="PHIẾU PHÁT THANH",
        title=f"Ngày {say(day)}",
        sections=[Section(1, "", "", blocks)],
        annexes=[_words_of(number, one) for number, one in enumerate(ones, 1)],
        signers=[
            Signer(["NGƯỜI TRỰC ĐÀI"], note="(Ký, ghi rõ họ tên)"),
            Signer(["PHỤ TRÁCH ĐÀI"], note="(Ký, ghi rõ họ tên)"),
        ],
    )


def _table(ones: list[Standing]) -> Table:
    rows = []
    for number, one in enumerate(ones, 1):
        airing = one.airing
        ends = airing.ends_at.astimezone(VIETNAM)
        title = airing.version.edition.article.title
        says = f"{title} (bản {airing.version.number}, mã {airing.version.sha256[:8]}). {one.says}".strip()
        rows.append([str(number), f"{airing.local_start:%H:%M} - {ends:%H:%M}", says, "", "", ""])
    return Table.simple(
        ["TT", "Giờ phát", "Bài phát", "Giờ phát thật", "Ký tên", "Ghi chú"],
        rows,
        widths=[0.5, 1.3, 3.6, 1.2, 1.2, 1.2],
        aligns=["center", "center", "left", "left", "left", "left"],
    )


def _words_of(number: int, one: Standing) -> Annex:
    """The words to be read, as approved: the spoken form where there is one."""
    version = one.airing.version
    words = version.spoken or version.text
    paragraphs = [Paragraph(line.strip()) for line in words.splitlines() if line.strip()]
    return Annex(
        title=version.edition.article.title.upper(),
        number=str(number),
        note=f"(Lời đọc đã duyệt, bản {version.number}, mã {version.sha256[:8]})",
        blocks=list(paragraphs),
    )
