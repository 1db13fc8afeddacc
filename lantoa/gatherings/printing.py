"""Giấy mời (mẫu 1.7, Nghị định 30/2020/NĐ-CP) and the sign-in sheet of a gathering.

The sheet's columns follow common practice; the audience kind is not written beside a name.
"""

from lantoa.common.dates import VIETNAM
from lantoa.gatherings.models import Gathering
from lantoa.paper.structure import OfficialDocument, Paragraph, Section, Signer, Table

BLANK_ROWS = 25


def _issuer(gathering: Gathering) -> tuple[str, str]:
    """(superior, issuer) as printed: from the plan when there is one, else the unit's name of that day."""
    plan = gathering.plan_item.plan if gathering.plan_item else None
    if plan and plan.issuer_name and plan.unit_id == gathering.unit_id:
        return plan.superior_name, plan.issuer_name
    return "", gathering.unit.name_on(gathering.starts_at.astimezone(VIETNAM).date()).upper()


def _when(gathering: Gathering) -> str:
    start = gathering.starts_at.astimezone(VIETNAM)
    return f"{start:%H} giờ {start:%M} phút, ngày {start.day:02} tháng {start.month:02} năm {start.year}"


def _place_name(gathering: Gathering) -> str:
    day = gathering.starts_at.astimezone(VIETNAM).date()
    version = gathering.territory.version_on(day)
    return version.name if version else ""


def invitation(gathering: Gathering) -> OfficialDocument:
    """One invitation with the addressee left blank, or by the attached list."""
    superior, issuer = _issuer(gathering)
    lines = [
        Paragraph(
            f"{issuer.capitalize() if issuer.isupper() else issuer} trân trọng kính mời: ……………………………………………………"
        ),
        Paragraph(f"Tới dự: {gathering.title}."),
        Paragraph(f"Chủ trì: {gathering.chair or '……………………………'}."),
        Paragraph(f"Thời gian: {_when(gathering)}."),
        Paragraph(f"Địa điểm: {gathering.place}."),
        Paragraph("Đề nghị đại biểu đến dự đúng thành phần và thời gian"),
    ]
    return OfficialDocument(
        superior=superior,
        issuer=issuer,
        symbol="GM",
        place=_place_name(gathering),
        year=gathering.starts_at.astimezone(VIETNAM).year,
        kind="GIẤY MỜI",
        title=gathering.title,
        opening=lines[:-1],
        closing=lines[-1].text,
        recipients=["Như trên", "Lưu: VT"],
        signers=[Signer(["THỦ TRƯỞNG ĐƠN VỊ"])],
    )


def sign_in_sheet(gathering: Gathering) -> OfficialDocument:
    """A sheet of blank rows to be signed at the door."""
    superior, issuer = _issuer(gathering)
    rows = max(BLANK_ROWS, gathering.invited or 0)
    table = Table.simple(
        ["TT", "Họ và tên", "Đơn vị hoặc khu phố, ấp", "Ký tên"],
        [[str(number), "", "", ""] for number in range(1, rows + 1)],
        widths=[0.5, 3, 3, 2],
        aligns=["center", "left", "left", "left"],
    )
    head = Paragraph(
        f"Thời gian: {_when(gathering)}. Địa điểm: {gathering.place}.", align="center", italic=True
    )
    foot = Paragraph("Tổng số: ……… người (trong đó nữ: ………).")
    return OfficialDocument(
        superior=superior,
        issuer=issuer,
        kind="DANH SÁCH ĐẠI BIỂU THAM DỰ",
        title=gathering.title,
        sections=[Section(1, "", "", [head, table, foot])],
        signers=[
            Signer(["NGƯỜI LẬP"], note="(Ký, ghi rõ họ tên)"),
            Signer(["ĐẠI DIỆN ĐƠN VỊ TỔ CHỨC"], note="(Ký, ghi rõ họ tên)"),
        ],
    )
