"""Khoản chi đứng ở đâu: what a payment lacks, whether a second person found it complete, what is settled.

Asked, never stored: a proof that is withdrawn or a paper that comes later changes the answer by itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from lantoa.budget.models import Spending, SpendingCheck
from lantoa.budget.pieces import Pieces
from lantoa.budget.rules.paid_not_above_proven import LEAST_GRADE, share_proven
from lantoa.budget.rules.settlement_needs_documents import papers_missing, says_something
from lantoa.common.money import say_vnd
from lantoa.deliveries.tellings import Telling, tellings
from lantoa.plans.models import PlanItem
from lantoa.plans.queries import with_followers


@dataclass
class Payment:
    """A payment with what it lacks. check: the newest look of a second person at all that it holds now."""

    spending: Spending
    lacking: list[str] = field(default_factory=list)
    check: SpendingCheck | None = None

    @property
    def stands(self) -> bool:
        """Is it a payment, and not taken back?"""
        return self.spending.amount_vnd > 0 and not hasattr(self.spending, "corrected_by")

    @property
    def is_settled(self) -> bool:
        return self.stands and not self.lacking and self.check is not None and self.check.accepted

    @property
    def is_sent_back(self) -> bool:
        """Did a second person find it not complete, and nothing came since?"""
        return self.stands and self.check is not None and not self.check.accepted

    @property
    def waits(self) -> bool:
        """Complete, and nobody has looked."""
        return self.stands and not self.lacking and self.check is None

    @property
    def hands(self) -> set[int]:
        """Ids of those who wrote it, handed in its papers or named its tellings: they do not check it."""
        people = {self.spending.recorded_by_id}
        people |= {paper.added_by_id for paper in self.spending.papers.all()}
        people |= {named.named_by_id for named in self.spending.paid_tellings.all()}
        return {pk for pk in people if pk is not None}


@dataclass
class Activity:
    """An item through its plans: how many the plans in force want, for how much, and what was paid for it."""

    first: int
    item: PlanItem
    quantity: int | None
    estimate_vnd: int = 0
    payments: list[Payment] = field(default_factory=list)


def activities(
    planned: Mapping[int, Activity], paid: Mapping[int, list[Spending]], firsts: Mapping[int, int]
) -> Iterable[Activity]:
    """Each activity with its payments judged. firsts: item -> first item of its chain. Few queries in all."""
    named = {
        link.telling_id for lines in paid.values() for line in lines for link in line.paid_tellings.all()
    }
    told = tellings(named) if named else {}
    followers = with_followers(firsts) if told else {}
    owner: dict[int | None, int] = {item: firsts[of] for item, of in followers.items()}
    pieces = Pieces(told.values())
    for first, one in planned.items():
        _judge(one, paid.get(first, []), told, owner, pieces)
        yield one


def _judge(
    one: Activity,
    lines: list[Spending],
    told: Mapping[int, Telling],
    owner: Mapping[int | None, int],
    pieces: Pieces,
) -> None:
    """Fill in the payments of an activity: what each lacks by itself, then how far the proof carries."""
    proven: dict[int, Telling] = {}
    for line in lines:
        payment = Payment(line, check=_check_of(line))
        one.payments.append(payment)
        if not payment.stands:
            continue
        names = [told[link.telling_id] for link in line.paid_tellings.all()]
        good = [t for t in names if t.is_proven(LEAST_GRADE) and owner.get(t.line.plan_item_id) == one.first]
        proven |= {telling.id: telling for telling in good}
        payment.lacking = _lacks_by_itself(line, len(names) - len(good))
    _stop_above_proven(one, pieces.of(one.item, proven.values()))


def _lacks_by_itself(line: Spending, unproven: int) -> list[str]:
    papers = list(line.papers.all())
    lacking = papers_missing(line.item.channel.medium, papers, line.payee)
    if not says_something(line.payee) and not any(says_something(paper.payee) for paper in papers):
        lacking.append("người nhận tiền")
    if unproven:
        lacking.append(f"bằng chứng từ mức E{LEAST_GRADE} cho {unproven} lượt đã nêu")
    return lacking


def _stop_above_proven(one: Activity, proven: Fraction) -> None:
    """What was checked first takes its part of the proven share; what finds no room left lacks proof."""
    room = share_proven(one.estimate_vnd, one.quantity, proven)
    lack = _lack_of_proof(one, proven, room)
    standing = [payment for payment in one.payments if payment.stands]
    for payment in sorted(standing, key=_order_of_looks):
        if payment.spending.amount_vnd > room:
            payment.lacking.append(lack)
        elif payment.is_settled:
            room -= payment.spending.amount_vnd


def _order_of_looks(payment: Payment) -> tuple[bool, int]:
    """Those that were found complete in the order of the looks, then the others."""
    if payment.check is None or not payment.check.accepted:
        return (True, payment.spending.position)
    return (False, payment.check.pk)


def _lack_of_proof(one: Activity, proven: Fraction, room: int) -> str:
    if not one.quantity:
        return "số lượng của nội dung trong kế hoạch"
    if not proven:
        return "lượt truyền thông đã chứng minh"
    unit = one.item.counting_unit.name if one.item.counting_unit else "lượt"
    known = str(proven) if proven.denominator == 1 else f"{float(proven):.1f}".replace(".", ",")
    return (
        f"bằng chứng cho số tiền này: mới chứng minh {known}/{one.quantity} {unit}, ứng với {say_vnd(room)}"
    )


def _check_of(line: Spending) -> SpendingCheck | None:
    """The newest look, if it was at all that the payment holds now."""
    looks = sorted(line.checks.all(), key=lambda check: check.pk)
    if not looks:
        return None
    newest, held = looks[-1], (len(line.papers.all()), len(line.paid_tellings.all()))
    return newest if (newest.papers_seen, newest.tellings_seen) == held else None
