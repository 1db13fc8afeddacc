"""Phiếu gửi: the list that goes with a bundle, signed by giver and receiver.

Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 7 (phiếu gửi) và Phụ lục I (thể thức).
"""

from datetime import date

from lantoa.common import dates
from lantoa.library.models import Bundle, Policy
from lantoa.library.queries import grounds_of
from lantoa.paper.structure import OfficialDocument, Paragraph, Signer, Table
from lantoa.people.models import Unit, UnitVersion

HEADER = ["STT", "Tên tài liệu", "Số, ký hiệu", "Ngày ban hành"]
WIDTHS = [0.5, 4.0, 1.8, 1.4]


def cover_list(bundle: Bundle) -> OfficialDocument:
    """The paper for one bundle; number and signatures are left for hand."""
    day = bundle.handed_at.astimezone(dates.VIETNAM).date()
    giver, receiver = bundle.from_unit.name_on(day), bundle.to_unit.name_on(day)
    place = _place(bundle.from_unit, day)
    body = [
        Paragraph(f"{giver} gửi {receiver} bộ tài liệu “{bundle.title}”, gồm:"),
        Table.simple(HEADER, _rows(bundle), WIDTHS, ["center", "left", "left", "center"]),
    ]
    if bundle.note:
        body.append(Paragraph(f"Lời dặn: {bundle.note}"))
    if bundle.due_on:
        body.append(Paragraph(f"Hạn soạn bài: ngày {dates.say(bundle.due_on)}."))
    return OfficialDocument(
        superior=f"Ủy ban nhân dân {place.full_name}".upper() if place else "",
        issuer=giver.upper(),
        place=place.name if place else "",
        issued_on=day,
        symbol="PG",
        kind="PHIẾU GỬI",
        title=bundle.title,
        opening=body,
        closing="Đề nghị đơn vị nhận kiểm đủ, ký nhận và gửi lại một bản",
        signers=[
            Signer(["NGƯỜI NHẬN"], _name(bundle.acknowledged_by), "(Ký, ghi rõ họ tên)"),
            Signer(["NGƯỜI GIAO"], _name(bundle.handed_by), "(Ký, ghi rõ họ tên)"),
        ],
    )


def checked(policy: Policy) -> str:
    """Kiểm ngày 01/09/2026, Lý Việt Hùng."""
    if policy.checked_on is None:
        return "Chưa ai kiểm chứng."
    return f"Kiểm ngày {dates.say(policy.checked_on)}, {_name(policy.checked_by) or 'chưa rõ ai'}."


def _rows(bundle: Bundle) -> list[list[str]]:
    rows = [
        [document.title, str(document), dates.say(document.issued_on)] for document in bundle.documents.all()
    ]
    for policy, state in grounds_of(bundle.policies.all(), dates.today()):
        note = checked(policy) + (f" {state.says}." if state.says else "")
        rows.append([f"Chính sách: {policy.title}. {note}", "", ""])
    return [[str(number), *row] for number, row in enumerate(rows, start=1)]


def _place(unit: Unit, day: date) -> UnitVersion | None:
    version = unit.version_on(day)
    return version.parent.version_on(day) if version and version.parent else version


def _name(person: object) -> str:
    return getattr(person, "full_name", "")
