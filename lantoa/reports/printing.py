"""Báo cáo kết quả (mẫu 1.4, Nghị định 30/2020/NĐ-CP): the frozen figures on paper.

The outline follows common practice; no prescribed form for this sub-project was found.
"""

from datetime import date
from typing import Any

from lantoa.common.dates import VIETNAM, say
from lantoa.coverage.rules.small_cells_are_hidden import Hidden, shown
from lantoa.paper.structure import OfficialDocument, Paragraph, Section, Signer, Table
from lantoa.people.models import Unit, UnitVersion
from lantoa.people.queries import ORGANISATIONS, carriers_on
from lantoa.plans.actions.copying import issuer_in_words
from lantoa.plans.letterhead import letterhead_on
from lantoa.plans.models import Plan
from lantoa.plans.names_of_the_day import NamesOfTheDay
from lantoa.reports.figures import PEOPLE
from lantoa.reports.models import Report

SECTIONS = [
    ("I", "TÌNH HÌNH TRIỂN KHAI"),
    ("II", "KẾT QUẢ THEO HÌNH THỨC TRUYỀN THÔNG"),
    ("III", "KẾT QUẢ THEO PHƯỜNG, XÃ"),
    ("IV", "SỐ NGƯỜI, HỘ TIẾP CẬN"),
    ("V", "GIẢI ĐÁP VƯỚNG MẮC"),
    ("VI", "KINH PHÍ"),
]


def say_value(value: int | None) -> str:
    """1.250.000, or "chưa có"."""
    return "chưa có" if value is None else f"{value:,}".replace(",", ".")


def report_paper(report: Report) -> OfficialDocument:
    """The report as an official paper, number and date blank for the clerk."""
    plan = report.plan
    day = report.frozen_at.astimezone(VIETNAM).date()
    head, sent_to = letterhead_on(plan, day), _sent_to(plan, day)
    is_its_own = head.unit == plan.unit
    return OfficialDocument(
        superior=head.superior,
        issuer=head.issuer,
        symbol="BC" + ("-" + plan.symbol.split("-", 1)[1] if is_its_own and "-" in plan.symbol else ""),
        place=head.place,
        year=report.to_on.year,
        kind="BÁO CÁO",
        title=report.title,
        addressees=sent_to,
        opening=[
            Paragraph(
                f"Thực hiện {_named(plan)}, {_who_reports(plan, head.unit)} báo cáo kết quả "
                f"từ ngày {say(report.from_on)} đến ngày {say(report.to_on)} như sau:"
            )
        ],
        sections=[_section(report, number, title) for number, title in SECTIONS],
        closing="Số liệu được chốt từ sổ truyền thông "
        f"đến dòng {report.ledger_position}, niêm nhật ký {report.audit_head[:16]}, "
        f"theo đơn vị hành chính ngày {say(report.units_of)}",
        recipients=["Như trên", "Lưu: VT"] if sent_to else ["Lưu: VT"],
        signers=[Signer(head.signer_lines, name=head.signer_name)],
    )


def _who_reports(plan: Plan, unit: Unit | None) -> str:
    """The unit itself as its plan says it; the one that carries on by its name; nobody by a blank."""
    if unit is None:
        return "…………"
    return issuer_in_words(plan) if unit == plan.unit else str(unit)


def _named(plan: Plan) -> str:
    on = f" ngày {say(plan.issued_on)}" if plan.issued_on else ""
    return f"Kế hoạch số {plan.full_number}{on}" if plan.number else plan.title


def _sent_to(plan: Plan, day: date) -> list[str]:
    """A ward reports to whoever issued the plan it follows; an office to the committee of its place. Each as
    it is on the day of the paper; whoever has ended, as the one that carries on."""
    if plan.parent:
        there = carriers_on(plan.parent.unit_id, day)
        if there and there[0].unit_id != plan.parent.unit_id:
            return [_address(one) for one in there] if len(there) == 1 else []
        return [NamesOfTheDay(plan.parent, day).in_text(issuer_in_words(plan.parent))]
    if plan.unit_id != plan.territory_id:
        there = carriers_on(plan.territory_id, day)
        return [_address(there[0])] if len(there) == 1 else []
    return []


def _address(version: UnitVersion) -> str:
    name = version.full_name
    return name if version.kind in ORGANISATIONS else f"Ủy ban nhân dân {name}"


def _section(report: Report, number: str, title: str) -> Section:
    figures = [f for f in report.figures if f["group"] == number]
    blocks: list[Any] = (
        [_channel_table(figures) if number == "II" else _table(figures)]
        if figures
        else [Paragraph("Chưa có số liệu.")]
    )
    if number == "II" and figures:
        blocks.append(Paragraph("Có minh chứng: có sổ, nhật ký máy, ảnh hoặc danh sách ký (từ mức E3)."))
    if number == "IV":
        blocks.append(
            Paragraph(
                "Số ít nhất là của kênh lớn nhất; số nhiều nhất không vượt tổng các kênh. "
                "Không cộng các kênh thành một con số."
            )
        )
    return Section(1, number, title, blocks)


def _table(figures: list[dict[str, Any]]) -> Table:
    rows = [
        [
            str(i),
            f["label"][:1].upper() + f["label"][1:],
            f["unit"],
            _told(f),
            str(len(f["records"])),
        ]
        for i, f in enumerate(figures, 1)
    ]
    return Table.simple(
        ["TT", "Nội dung", "Đơn vị tính", "Số liệu", "Số bản ghi"],
        rows,
        widths=[0.5, 3.8, 1.6, 1.5, 1.4],
        aligns=["center", "left", "left", "right", "right"],
    )


def _told(figure: dict[str, Any]) -> str:
    """The value as it may leave the office."""
    value = shown(figure["value"]) if figure["unit"] == PEOPLE else figure["value"]
    return str(value) if isinstance(value, Hidden) else say_value(value)


def _channel_table(figures: list[dict[str, Any]]) -> Table:
    """One row a channel: planned, done, proven stand side by side."""
    rows = []
    for index in range(0, len(figures), 3):
        planned, done, proven = figures[index : index + 3]
        name = planned["label"].rsplit(":", 1)[0]
        rows.append([str(index // 3 + 1), name, *(say_value(f["value"]) for f in (planned, done, proven))])
    return Table.simple(
        ["TT", "Hình thức", "Kế hoạch", "Đã làm", "Có minh chứng"],
        rows,
        widths=[0.5, 3.6, 1.3, 1.3, 1.6],
        aligns=["center", "left", "right", "right", "right"],
    )
