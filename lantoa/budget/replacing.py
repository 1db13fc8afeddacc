"""What the money has against issuing a plan that replaces another (asked by `plans.consulted`)."""

from collections import defaultdict

from django.db.models import Sum

from lantoa.budget.models import Spending
from lantoa.budget.rules.replacement_covers_what_was_spent import problems_with_estimate, problems_with_pot
from lantoa.common.problems import Problem
from lantoa.plans.models import FundingSource, ItemMoney, Plan, PlanItem
from lantoa.plans.queries import chain_of, same_items, same_sources, sum_of_pot


def problems_with_replacing(plan: Plan) -> list[Problem]:
    """Where it gives an item or a source less than was spent on it. A constant number of queries."""
    chain = chain_of(plan)
    firsts = {pk: min(same) for pk, same in same_items(chain).items()}
    pots = {pk: min(same) for pk, same in same_sources(chain).items()}
    spent, of_pot = defaultdict(int), defaultdict(int)
    lines = Spending.objects.filter(item__plan_id__in=chain).order_by()
    for item, source, vnd in lines.values_list("item_id", "source_id").annotate(vnd=Sum("amount_vnd")):
        spent[firsts[item], pots[source]] += vnd
        of_pot[pots[source]] += vnd
    estimates = defaultdict(int)
    for money in ItemMoney.objects.filter(item__plan=plan):
        estimates[firsts[money.item_id], pots[money.source_id]] += money.amount_vnd
    titles = {firsts[pk]: title for pk, title in _titles(PlanItem, chain, "title")}
    names = {pots[pk]: name for pk, name in _titles(FundingSource, chain, "name")}
    amounts = defaultdict(list)
    for source in plan.funding_sources.order_by("order", "pk"):
        amounts[pots[source.pk]].append(source.amount_vnd)
    return [
        problem
        for (item, pot), vnd in spent.items()
        for problem in problems_with_estimate(titles[item], names[pot], estimates[item, pot], vnd)
    ] + [
        problem
        for pot, vnd in of_pot.items()
        if pot in amounts
        for problem in problems_with_pot(names[pot], sum_of_pot(amounts[pot]), vnd)
    ]


def _titles(model: type[PlanItem | FundingSource], plans: set[int], field: str) -> list[tuple[int, str]]:
    """(id, words) of the rows of these plans, the newest last."""
    return list(model._default_manager.filter(plan_id__in=plans).order_by("pk").values_list("pk", field))
