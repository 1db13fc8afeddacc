"""Payments, their tellings, papers and checks for tests, made by the actions, each by who does that work."""

from itertools import count

from lantoa.budget import actions
from lantoa.budget.models import Spending, SpendingCheck, SpendingPaper
from lantoa.budget.rules.settlement_needs_documents import NEEDED
from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.deliveries.actions import NewEvidence
from lantoa.deliveries.models import Delivery, Evidence
from lantoa.plans.models import FundingSource, PlanItem
from tests.factories import plans
from tests.factories.deliveries import delivery
from tests.factories.people import World

_serial = count(1)


def own_scan(name: str = "chung-tu.pdf") -> Upload:
    """A paper like no other, as far as its first bytes tell."""
    return Upload(name, b"%PDF-1.7 " + str(next(_serial)).encode())


def pay(
    world: World, item: PlanItem, amount_vnd: int = 1_000_000, *, source: FundingSource | None = None, **more
) -> Spending:
    """Kha pays for an item from the first source of its plan, today."""
    said = {
        "by": world.kha,
        "what": "Bồi dưỡng phát thanh",
        "payee": "Tổ phát thanh phường Đông",
        "spent_on": dates.today(),
        **more,
    }
    return actions.record_spending(item, source or plans.source(item.plan), amount_vnd=amount_vnd, **said)


def proven(world: World, item: PlanItem, **more: object) -> Delivery:
    """A telling for an item, witnessed by a signed log of its own."""
    proof = [NewEvidence(Evidence.Kind.SIGNED_LOG, own_scan("nhat-ky.pdf"))]
    return delivery(world, plan_item=item, channel=item.channel, evidence=proof, **more)


def hand_in(world: World, spending: Spending, **more: object) -> list[SpendingPaper]:
    """Every paper that the payment needs, with number and date."""
    said = {"by": world.kha, "number": "07", "dated": dates.today(), **more}
    return [
        actions.add_paper(spending, own_scan(), kind=kind, **said)
        for kind in NEEDED[spending.item.channel.medium]
    ]


def check(world: World, spending: Spending, **more: object) -> SpendingCheck:
    """Lan finds it complete."""
    return actions.check_spending(spending, **{"by": world.lan, "accepted": True, **more})
