"""Kế hoạch trên giấy: a plan as an official document, number and date blank until it is issued.

Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I (in `paper`). The activities stand in an annex, one row each; what
is not set is left blank there, for nothing is invented.
"""

from collections.abc import Callable

from lantoa.common import dates
from lantoa.common.dates import say
from lantoa.paper.structure import (
    Align,
    Annex,
    Block,
    OfficialDocument,
    Section,
    Signer,
    Table,
    from_plain,
)
from lantoa.plans.models import Plan, PlanItem
from lantoa.plans.names_of_the_day import NamesOfTheDay
from lantoa.plans.signature import Signature, lines_of
from lantoa.plans.states import OUT
from lantoa.plans.wording import figures, opening_from_parts, sections_from_parts

BLANK = "      "
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
COLUMNS: list[tuple[str, float, Align]] = [
    ("TT", 0.5, "center"),
    ("Nội dung", 3, "left"),
    ("Kênh", 1.8, "left"),
    ("Đối tượng", 2.2, "left"),
    ("Số lượng", 1.2, "left"),
    ("Thời gian", 1.7, "left"),
    ("Địa bàn, địa điểm", 2.2, "left"),
    ("Chủ trì, phối hợp", 2, "left"),
    ("Kinh phí (đồng)", 2, "left"),
]


def to_official(plan: Plan) -> OfficialDocument:
    """The plan as it is printed. Reads the prefetched parts (`queries.with_parts`)."""
    written = [
        Section(s.level, s.number, s.title, from_plain(list[Block], s.blocks)) for s in plan.sections.all()
    ]
    named = _names_of_draft(plan)
    return OfficialDocument(
        superior=named(plan.superior_name),
        issuer=named(plan.issuer_name),
        number=plan.number,
        symbol=plan.symbol,
        place=plan.place,
        issued_on=plan.issued_on,
        year=plan.issued_on.year if plan.issued_on else plan.year,
        kind=plan.kind,
        title=plan.title,
        legal_bases=[basis.text.rstrip(" ;.") for basis in plan.legal_bases.all() if not basis.in_opening],
        opening=paragraphs(plan.opening) or ([] if written else paragraphs(opening_from_parts(plan))),
        sections=written or sections_from_parts(plan),
        closing=plan.closing,
        recipients=[named(recipient.name.rstrip(" ;.")) for recipient in plan.recipients.all()],
        signers=_signers(plan),
        annexes=_annexes(plan),
    )


def _names_of_draft(plan: Plan) -> Callable[[str], str]:
    """Names as on the day of the paper; an issued plan is printed as it was issued."""
    if plan.state in OUT:
        return str
    return NamesOfTheDay(plan, plan.issued_on or dates.today()).in_text


def paragraphs(text: str) -> list[Block]:
    """A text of the office as paragraphs, one a line."""
    return from_plain(list[Block], [{"text": line.strip()} for line in text.splitlines() if line.strip()])


def _signers(plan: Plan) -> list[Signer]:
    block = Signature(plan.on_behalf_of, plan.signing_mode, plan.head_title, plan.signer_title)
    lines = lines_of(block)
    return [Signer(lines, plan.signer_name)] if lines or plan.signer_name else []


def _annexes(plan: Plan) -> list[Annex]:
    annexes = from_plain(list[Annex], plan.annexes)
    items = list(plan.items.all())
    if not items:
        return annexes
    number = ROMAN[len(annexes) + 1] if annexes and len(annexes) + 1 < len(ROMAN) else ""
    activities = Annex(
        title="DANH MỤC HOẠT ĐỘNG TRUYỀN THÔNG",
        number=number,
        note=_attached_to(plan),
        blocks=[activity_table(items)],
        landscape=True,
    )
    return [*annexes, activities]


def _attached_to(plan: Plan) -> str:
    on = f"ngày {say(plan.issued_on)}" if plan.issued_on else f"ngày {BLANK}tháng {BLANK}năm {plan.year}"
    return f"(Kèm theo {plan.kind.capitalize()} số {plan.number or BLANK}/{plan.symbol} {on})"


def activity_table(items: list[PlanItem]) -> Table:
    """The items as a table, with a total when money is planned."""
    rows = [_row(at, item) for at, item in enumerate(items, 1)]
    total_vnd = sum(money.amount_vnd for item in items for money in item.money.all())
    total = ["", "Tổng cộng", *[""] * 6, figures(total_vnd)] if total_vnd else None
    names, widths, aligns = zip(*COLUMNS, strict=True)
    return Table.simple(list(names), rows, list(widths), list(aligns), total)


def _row(at: int, item: PlanItem) -> list[str]:
    return [
        str(at),
        item.title,
        item.channel.name,
        "; ".join(kind.name for kind in item.audiences.all()),
        quantity_of(item),
        period_of(item),
        where_of(item),
        "; ".join(part for part in (item.lead, item.coordinating) if part),
        "; ".join(f"{money.source.name}: {figures(money.amount_vnd)}" for money in item.money.all()),
    ]


def quantity_of(item: PlanItem) -> str:
    """ "4 lượt phát", or "" while nobody said how many."""
    if item.quantity is None:
        return ""
    unit = item.counting_unit.name if item.counting_unit else ""
    return f"{item.quantity} {unit}".strip()


def period_of(item: PlanItem) -> str:
    """ "01/03/2025 - 31/03/2025", "từ 01/03/2025", "đến 31/03/2025", one day alone, or ""."""
    first, last = item.starts_on, item.ends_on
    if first and last:
        return say(first) if first == last else f"{say(first)} - {say(last)}"
    if first:
        return f"từ {say(first)}"
    return f"đến {say(last)}" if last else ""


def where_of(item: PlanItem) -> str:
    """The wards by the names of the plan's time, then the place."""
    day = item.starts_on or item.plan.issued_on
    wards = ", ".join(unit.name_on(day) for unit in item.units.all())
    return "; ".join(part for part in (wards, item.place) if part)
