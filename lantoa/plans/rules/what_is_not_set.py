"""Điều giấy không nêu thì ghi “chưa có”, không tự điền.

Căn cứ: DESIGN 1 lời hứa 4 và DESIGN 5 ("not set" is a value; a listed gap).
A gap stops nothing: it is told to the writer, to the signer and to the city.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lantoa.plans.models import Plan, PlanAudience, PlanItem


@dataclass(frozen=True)
class Gap:
    """One thing that is not set. about: "head", "part" or "item"; pk: of the part or item.

    code is stable; says is what is shown after "Chưa có".
    """

    code: str
    says: str
    about: str = "head"
    pk: int | None = None

    def __str__(self) -> str:
        return self.says


HEAD = [
    ("number", "Số văn bản"),
    ("issued_on", "Ngày ban hành"),
    ("symbol", "Ký hiệu văn bản"),
    ("issuer_name", "Tên cơ quan ban hành"),
    ("place", "Địa danh"),
    ("signer_title", "Chức vụ người ký"),
    ("signer_name", "Tên người ký"),
]
ITEM = [
    ("quantity", "số lượng"),
    ("counting_unit_id", "đơn vị đếm"),
    ("starts_on", "thời gian"),
    ("place", "địa điểm"),
    ("lead", "đơn vị chủ trì"),
]


def gaps(plan: Plan) -> list[Gap]:
    """Everything not set in a plan, head first. Reads the prefetched parts (`queries.with_parts`)."""
    found = [Gap(code, says) for code, says in HEAD if not getattr(plan, code)]
    found += _missing_parts(plan)
    items = list(plan.items.all())
    for item in items:
        found += gaps_of_item(item)
    if plan.change_kind != Plan.Change.AMENDS:  # an amendment tells only what changes
        found += _audiences_without_item(plan.audiences.all(), items)
    found += [
        Gap("amount_vnd", f"Số tiền của nguồn “{source.name}”", "part", source.pk)
        for source in plan.funding_sources.all()
        if source.amount_vnd is None
    ]
    return found


def _missing_parts(plan: Plan) -> list[Gap]:
    asked = [
        ("legal_bases", "Căn cứ", plan.legal_bases.all()),
        ("audiences", "Đối tượng truyền thông", plan.audiences.all()),
        ("funding_sources", "Nguồn kinh phí", plan.funding_sources.all()),
        ("recipients", "Nơi nhận", plan.recipients.all()),
        ("items", "Nội dung, số lượng, thời gian từng hoạt động", plan.items.all()),
    ]
    return [Gap(code, says, "part") for code, says, rows in asked if not rows]


def gaps_of_item(item: PlanItem) -> list[Gap]:
    """What an item does not say yet."""
    missing = [says for code, says in ITEM if getattr(item, code) in (None, "")]
    for says, rows in (
        ("đối tượng", item.audiences.all()),
        ("chính sách hoặc chủ đề", [*item.policies.all(), *item.topics.all()]),
        ("địa bàn", item.units.all()),
        ("kinh phí", item.money.all()),
    ):
        if not rows:
            missing.append(says)
    if not missing:
        return []
    return [Gap("item", f"{item.title}: {', '.join(missing)}", "item", item.pk)]


def _audiences_without_item(audiences: Iterable[PlanAudience], items: list[PlanItem]) -> list[Gap]:
    if not items:
        return []
    told = {kind.pk for item in items for kind in item.audiences.all()}
    return [
        Gap("audience_item", f"Hoạt động cho đối tượng “{audience.name}”", "part", audience.pk)
        for audience in audiences
        if audience.kind_id not in told
    ]
