"""Giấy mời (mẫu 1.7, Nghị định 30/2020/NĐ-CP) and the sign-in sheet of a gathering.

Both carry the letterhead of the unit's own plan: its name as printed, its abbreviation, who signs for whom.
The sheet's columns follow common practice; the audience kind is not written beside a name.
"""

from dataclasses import dataclass
from datetime import date

from lantoa.common.dates import VIETNAM
from lantoa.gatherings.models import Gathering
from lantoa.paper.structure import OfficialDocument, Paragraph, Section, Signer, Table
from lantoa.people.models import UnitKind
from lantoa.plans.models import Plan
from lantoa.plans.signature import Signature, lines_of

BLANK_ROWS, ROW_HEIGHT = 25, 9.0  # room for a hand to sign, in millimetres
FIRST_PAGE = range(18, 23)  # rows under the head of the paper, by how many lines the head takes
NEXT_PAGE, SIGNING = 27, 6  # rows on a page that has no head; rows as high as the foot and the signatures
HEAD_OF_ITS_OWN = {UnitKind.OFFICE: "THỦ TRƯỞNG ĐƠN VỊ", UnitKind.STATION: "TRƯỞNG ĐÀI"}
DOTS = "…" * 30


@dataclass(frozen=True)
class Letterhead:
    """What the papers of a unit carry: names as printed and as said, abbreviation, place, signature lines."""

    superior: str
    issuer: str
    said: str
    agency: str
    place: str
    signer: Signer


def letterhead(gathering: Gathering) -> Letterhead:
    """Of the unit that invites, on the day of the gathering: from its newest plan, else from its name."""
    day = gathering.starts_at.astimezone(VIETNAM).date()
    said, place = _said(gathering, day), gathering.territory.version_on(day)
    plan = (
        Plan.objects.filter(unit_id=gathering.unit_id)
        .exclude(issuer_name="")
        .order_by("-year", "-id")
        .first()
    )
    if plan is None:
        return Letterhead(
            "", said, said, "", place.name if place else "", Signer(_lines_without_plan(gathering, day))
        )
    block = Signature(plan.on_behalf_of, plan.signing_mode, plan.head_title, plan.signer_title)
    lines = lines_of(block) or _lines_without_plan(gathering, day)
    _, _, agency = plan.symbol.partition("-")
    return Letterhead(
        plan.superior_name, plan.issuer_name, said, agency, plan.place, Signer(lines, plan.signer_name)
    )


def _kind(gathering: Gathering, day: date) -> str:
    version = gathering.unit.version_on(day)
    return version.kind if version else ""


def _said(gathering: Gathering, day: date) -> str:
    """The name in running text: "Phòng ... thành phố ...", "Ủy ban nhân dân phường ..."."""
    name = gathering.unit.name_on(day)
    if _kind(gathering, day) not in HEAD_OF_ITS_OWN:
        return f"Ủy ban nhân dân {name}"
    return name[:1].upper() + name[1:]


def _lines_without_plan(gathering: Gathering, day: date) -> list[str]:
    own = HEAD_OF_ITS_OWN.get(_kind(gathering, day))
    return [own] if own else ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def _when(gathering: Gathering) -> str:
    """Hour and day in words; a day under 10 and the months 1 and 2 have their zero (Phụ lục I, mục II.4)."""
    start = gathering.starts_at.astimezone(VIETNAM)
    month = f"{start.month:02}" if start.month < 3 else str(start.month)
    return f"{start:%H} giờ {start:%M} phút, ngày {start.day:02} tháng {month} năm {start.year}"


def invitation(gathering: Gathering) -> OfficialDocument:
    """One invitation with the addressee left blank, or by the attached list."""
    head = letterhead(gathering)
    title = gathering.title[:1].lower() + gathering.title[1:]
    lines = [
        Paragraph(f"{head.said} trân trọng kính mời:"),
        Paragraph(DOTS),
        Paragraph(f"Tới dự {title}."),
        Paragraph(f"Chủ trì: {gathering.chair}." if gathering.chair else f"Chủ trì: {DOTS[:24]}"),
        Paragraph(f"Thời gian: {_when(gathering)}."),
        Paragraph(f"Địa điểm: {gathering.place}."),
    ]
    return OfficialDocument(
        superior=head.superior,
        issuer=head.issuer,
        symbol="-".join(part for part in ("GM", head.agency) if part),
        place=head.place,
        year=gathering.starts_at.astimezone(VIETNAM).year,
        kind="GIẤY MỜI",
        title=gathering.title,
        opening=lines,
        closing="Đề nghị đại biểu đến dự đúng thành phần và thời gian",
        recipients=["Như trên", "Lưu: VT"],
        signers=[head.signer],
    )


def _rows(invited: int | None) -> int:
    """A row for everyone invited; a few more where the signatures would else stand alone on the last page."""
    rows = max(BLANK_ROWS, invited or 0)
    while not all(_leaves_room(rows, first) for first in FIRST_PAGE):
        rows += 1
    return rows


def _leaves_room(rows: int, first: int) -> bool:
    """Do some rows and the signatures share the last page when the first page holds `first` rows?"""
    if rows <= first:
        return rows <= first - SIGNING
    return (rows - first - 1) % NEXT_PAGE + 1 <= NEXT_PAGE - SIGNING


def sign_in_sheet(gathering: Gathering) -> OfficialDocument:
    """A sheet of blank rows to be signed at the door."""
    letter = letterhead(gathering)
    table = Table.simple(
        ["TT", "Họ và tên", "Đơn vị hoặc khu phố, ấp", "Ký tên"],
        [[str(number), "", "", ""] for number in range(1, _rows(gathering.invited) + 1)],
        widths=[0.5, 3, 3, 2],
        aligns=["center", "left", "left", "left"],
    )
    table.row_height = ROW_HEIGHT
    when = Paragraph(f"Thời gian: {_when(gathering)}", align="center", italic=True)
    where = Paragraph(f"Địa điểm: {gathering.place}", align="center", italic=True)
    foot = Paragraph("Tổng số: ……… người (trong đó nữ: ………).")
    return OfficialDocument(
        superior=letter.superior,
        issuer=letter.issuer,
        kind="DANH SÁCH ĐẠI BIỂU THAM DỰ",
        title=gathering.title,
        sections=[Section(1, "", "", [when, where, table, foot])],
        signers=[
            Signer(["NGƯỜI LẬP"], note="(Ký, ghi rõ họ tên)"),
            Signer(["ĐẠI DIỆN ĐƠN VỊ TỔ CHỨC"], note="(Ký, ghi rõ họ tên)"),
        ],
    )
