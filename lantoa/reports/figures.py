"""The figures of a year report: each with the records it was counted from, so that it leads to them.

What was never written down is None ("chưa có"), never zero by silence.
"""

from collections import defaultdict
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from lantoa.budget.queries import book
from lantoa.deliveries.models import Delivery, Grade
from lantoa.deliveries.rules.reach_is_two_bounds import reach_bounds
from lantoa.deliveries.tellings import told
from lantoa.people.queries import tree, unit_names, wards_within
from lantoa.plans.models import Plan
from lantoa.plans.states import PlanState
from lantoa.questions.models import Question

PEOPLE = "người hoặc hộ"  # figures in this unit count people: small ones do not leave the office
LEAST_GRADE = Grade.E3  # what the report calls "proven"; coverage and settlement choose their own


@dataclass(frozen=True)
class Figure:
    """One number. value: int or None (chưa có). records: [model label, primary key] pairs behind it."""

    key: str
    label: str
    value: int | None
    unit: str
    records: list[list[Any]] = field(default_factory=list)
    group: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def _records(label: str, things: Any) -> list[list[Any]]:
    return [[label, thing.pk] for thing in things]


def year_figures(plan: Plan, from_on: date, to_on: date, units_of: date) -> list[Figure]:
    """All figures of a plan between two days (both included), by the units of a day."""
    below = tree().below(plan.territory_id)
    lines = Delivery.objects.filter(unit_id__in=below, happened_on__range=(from_on, to_on))
    return [
        *_plan_figures(plan, units_of),
        *_channel_figures(plan, lines),
        *_unit_figures(plan, lines, units_of),
        *_reach_figures(lines),
        *_question_figures(below, from_on, to_on),
        *_money_figures(plan),
    ]


def _plan_figures(plan: Plan, units_of: date) -> list[Figure]:
    wards = wards_within(plan.territory_id, units_of)
    issued = [
        p
        for p in plan.ward_plans.all()
        if p.state in (PlanState.ISSUED, PlanState.REPLACED, PlanState.CLOSED)
    ]
    return [
        Figure("wards", "Phường, xã trên địa bàn", len(wards), "phường, xã",
               _records("people.unitversion", wards), "I"),
        Figure(
            "ward_plans", "Kế hoạch của phường, xã đã ban hành", len(issued), "kế hoạch",
            _records("plans.plan", issued), "I",
        ),
    ]  # fmt: skip


def _channel_figures(plan: Plan, lines: Any) -> list[Figure]:
    done: dict[int, list[Delivery]] = defaultdict(list)
    names: dict[int, str] = {}
    for line in told(lines).select_related("channel"):
        done[line.channel_id].append(line)
        names[line.channel_id] = line.channel.name
    planned: dict[int, int | None] = {}
    items = list(plan.items.select_related("channel"))
    for item in items:
        names[item.channel_id] = item.channel.name
        before = planned.get(item.channel_id, 0)
        planned[item.channel_id] = None if before is None or item.quantity is None else before + item.quantity
    figures = []
    for channel_id in sorted(names, key=lambda c: names[c]):
        of_channel = [i for i in items if i.channel_id == channel_id]
        here = done[channel_id]
        proven = [line for line in here if line.grade >= LEAST_GRADE]
        name, key = names[channel_id], f"channel_{channel_id}"
        figures += [
            Figure(f"{key}_planned", f"{name}: kế hoạch", planned.get(channel_id), "lượt",
                   _records("plans.planitem", of_channel), "II"),
            Figure(f"{key}_done", f"{name}: đã làm", len(here), "lượt",
                   _records("deliveries.delivery", here), "II"),
            Figure(f"{key}_proven", f"{name}: có minh chứng từ mức E3", len(proven), "lượt",
                   _records("deliveries.delivery", proven), "II"),
        ]  # fmt: skip
    return figures


def _unit_figures(plan: Plan, lines: Any, units_of: date) -> list[Figure]:
    by_unit: dict[int, list[Delivery]] = defaultdict(list)
    for line in told(lines):
        by_unit[line.unit_id].append(line)
    wards = wards_within(plan.territory_id, units_of)
    units = tree()
    names = unit_names(units_of, [w.unit_id for w in wards])
    figures = []
    for ward in wards:
        here = [line for unit_id in units.below(ward.unit_id) for line in by_unit.get(unit_id, [])]
        figures.append(
            Figure(f"unit_{ward.unit_id}", names[ward.unit_id], len(here), "lượt",
                   _records("deliveries.delivery", here), "III")
        )  # fmt: skip
    return figures


def _reach_figures(lines: Any) -> list[Figure]:
    """Reach over everything as two bounds: never a sum over channels."""
    here = list(told(lines).select_related("channel"))
    bounds = reach_bounds(here, None)
    records = _records("deliveries.delivery", here)
    return [
        Figure("reach_low", "Đến được ít nhất", bounds.low, PEOPLE, records, "IV"),
        Figure("reach_high", "Đến được nhiều nhất", bounds.high, PEOPLE, records, "IV"),
    ]


def _question_figures(unit_ids: set[int], from_on: date, to_on: date) -> list[Figure]:
    asked = Question.objects.filter(unit_id__in=unit_ids, received_at__date__range=(from_on, to_on))
    answered = [q for q in asked if q.status == Question.Status.ANSWERED]
    return [
        Figure(
            "questions",
            "Câu hỏi, vướng mắc đã nhận",
            len(asked),
            "câu",
            _records("questions.question", asked),
            "V",
        ),
        Figure(
            "answered",
            "Câu hỏi đã trả lời",
            len(answered),
            "câu",
            _records("questions.question", answered),
            "V",
        ),
    ]


def _money_figures(plan: Plan) -> list[Figure]:
    money = book(plan)
    estimates = [[("plans.planitem"), line.item.pk] for line in money.lines]
    payments = [["budget.spending", p.spending.pk] for line in money.lines for p in line.payments]
    settled = [
        ["budget.spending", p.spending.pk] for line in money.lines for p in line.payments if p.is_settled
    ]
    return [
        Figure(
            "estimate_vnd", "Dự toán", money.estimate_vnd if money.lines else None, "đồng", estimates, "VI"
        ),
        Figure("paid_vnd", "Đã chi", money.paid_vnd if money.lines else None, "đồng", payments, "VI"),
        Figure(
            "settled_vnd",
            "Đã chi, đủ hồ sơ",
            money.settled_vnd if money.lines else None,
            "đồng",
            settled,
            "VI",
        ),
    ]
