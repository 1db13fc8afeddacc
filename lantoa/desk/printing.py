"""Danh sách việc đính chính: what each unit still has to put right. No law prescribes its form."""

from datetime import date

from lantoa.common import dates
from lantoa.desk.corrections import Line, Progress
from lantoa.paper.structure import OfficialDocument, Paragraph, Section, Signer, Table

HEADER = ["TT", "Việc", "Ở đâu, bài nào", "Chi tiết", "Xong ngày, ký"]
WIDTHS = [0.4, 1.4, 2.6, 2.4, 1.2]


def correction_list(progress: Progress, day: date) -> OfficialDocument:
    """The open rows of a campaign that its reader may see, a section a unit; a finished unit is left out."""
    campaign = progress.campaign
    units = [(name, [one for one in lines if one.is_open]) for name, _, lines in progress.by_unit]
    waiting = [(name, lines) for name, lines in units if lines]
    sections = [
        Section(
            1,
            str(number),
            name.capitalize() if name.islower() else name[:1].upper() + name[1:],
            [_table(lines)],
        )
        for number, (name, lines) in enumerate(waiting, 1)
    ]
    whose = "" if progress.is_whole else " của đơn vị người in"
    opening = [Paragraph(f"Đến ngày {dates.say(day)} còn {progress.open_count} việc{whose} chưa xong.")]
    if campaign.due_on:
        opening.append(Paragraph(f"Hạn xong: ngày {dates.say(campaign.due_on)}."))
    if not waiting:
        opening.append(Paragraph(f"{progress.says_finished}."))
    return OfficialDocument(
        issuer=str(campaign.unit).upper(),
        kind="DANH SÁCH VIỆC ĐÍNH CHÍNH",
        title=campaign.title,
        opening=opening,
        sections=sections,
        signers=[Signer(["NGƯỜI LẬP"], note="(Ký, ghi rõ họ tên)")],
    )


def _table(lines: list[Line]) -> Table:
    rows = [
        [str(number), line.row.get_kind_display(), line.row.what, line.row.detail, ""]
        for number, line in enumerate(lines, 1)
    ]
    return Table.simple(HEADER, rows, WIDTHS, ["center", "left", "left", "left", "left"])
