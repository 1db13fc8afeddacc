"""Money: paid within estimate, source and proof; undone by a line of its own; settled with its papers."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from lantoa.budget import actions, queries
from lantoa.budget.models import Spending
from lantoa.budget.printing import settlement_paper
from lantoa.common import dates
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.deliveries.actions import NewEvidence, add_evidence
from lantoa.deliveries.models import Evidence
from lantoa.people.actions import set_zero_tens
from tests.factories import plans
from tests.factories.deliveries import delivery
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def item(world: World):
    made = plans.plan(world, items=[{"amount_vnd": 4_000_000}])
    return made.items.get()


def pay(world: World, item, amount_vnd: int = 1_000_000, **more) -> Spending:
    more = {"by": world.kha, "what": "Bồi dưỡng phát thanh", "spent_on": dates.today(), **more}
    return actions.record_spending(item, plans.source(item.plan), amount_vnd=amount_vnd, **more)


def problem_codes(refused: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [p.code for p in refused.value.problems]


def test_a_payment_lowers_what_is_left(world: World, item) -> None:
    pay(world, item, 1_500_000)

    assert queries.book(item.plan).left_vnd == 2_500_000


def test_a_payment_above_the_estimate_is_refused_and_stores_nothing(world: World, item) -> None:
    pay(world, item, 3_000_000)

    with pytest.raises(RuleBroken) as refused:
        pay(world, item, 1_000_001)

    assert problem_codes(refused) == ["above_item"]
    assert Spending.objects.count() == 1


def test_only_the_accountant_pays(world: World, item) -> None:
    for somebody in (world.minh, world.lan, world.van):
        with pytest.raises(PermissionDenied):
            pay(world, item, by=somebody)


def test_more_airings_than_proven_are_not_paid(world: World, item) -> None:
    stated, proven = delivery(world), delivery(world)
    add_evidence(proven, Evidence.Kind.SIGNED_LOG, by=world.tam, upload=plans.scan("nhat-ky.pdf"))

    with pytest.raises(RuleBroken) as refused:
        pay(world, item, quantity=2, deliveries=[stated, proven])

    assert problem_codes(refused) == ["above_proven"]
    assert pay(world, item, quantity=1, deliveries=[stated, proven]).pk


def test_a_delivery_is_paid_once(world: World, item) -> None:
    proof = [NewEvidence(Evidence.Kind.SIGNED_LOG, plans.scan("nhat-ky.pdf"))]
    proven = delivery(world, evidence=proof)
    first = pay(world, item, quantity=1, deliveries=[proven])

    with pytest.raises(RuleBroken) as refused:
        pay(world, item, quantity=1, deliveries=[proven])
    actions.take_back_spending(first, by=world.kha, why="Ghi nhầm nội dung")

    assert "paid_twice" in problem_codes(refused)
    assert pay(world, item, quantity=1, deliveries=[proven]).pk


def test_a_payment_is_undone_by_a_line_that_names_it(world: World, item) -> None:
    paid = pay(world, item, 2_000_000)

    undone = actions.take_back_spending(paid, by=world.kha, why="Ghi nhầm số tiền")

    assert (undone.corrects, undone.amount_vnd) == (paid, -2_000_000)
    assert queries.book(item.plan).paid_vnd == 0
    with pytest.raises(RuleBroken):
        actions.take_back_spending(paid, by=world.kha, why="Lần nữa")


def test_a_payment_tomorrow_or_of_nothing_is_refused(world: World, item) -> None:
    with pytest.raises(RuleBroken) as refused:
        pay(world, item, 0, spent_on=date(2999, 1, 1))

    assert {"amount", "future"} <= set(problem_codes(refused))


@pytest.mark.parametrize(
    "statement", ["UPDATE budget_spending SET amount_vnd = 1", "DELETE FROM budget_spending"]
)
def test_the_database_refuses_to_change_a_payment(world: World, item, statement: str) -> None:
    pay(world, item)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format("budget_spending"))

    assert Spending.objects.get().amount_vnd == 1_000_000


def test_every_deed_leaves_its_line(world: World, item) -> None:
    paid = pay(world, item)
    actions.add_paper(paid, plans.scan("hoa-don.pdf"), by=world.kha, kind="invoice", number="7")
    actions.take_back_spending(paid, by=world.kha, why="Nhầm")

    told = set(AuditLine.objects.values_list("action", flat=True))
    assert {"record_spending", "add_spending_paper", "take_back_spending"} <= told


def test_the_settlement_says_the_total_in_words_and_what_is_missing(world: World, item) -> None:
    pay(world, item, 1_005_000)

    (section,) = settlement_paper(queries.book(item.plan)).sections
    table, words = section.blocks

    assert words.text == "Số tiền đã chi (bằng chữ): Một triệu không trăm lẻ năm nghìn đồng."
    assert "Còn thiếu: Danh sách ký nhận" in table.rows[1][-1].text


def test_the_unit_chooses_how_an_empty_ten_is_written(world: World, item) -> None:
    pay(world, item, 1_005_000)
    set_zero_tens(item.plan.unit, "linh", by=world.kha)

    words = settlement_paper(queries.book(item.plan)).sections[0].blocks[1].text

    assert "Một triệu không trăm linh năm nghìn đồng" in words
    with pytest.raises(PermissionDenied):
        set_zero_tens(item.plan.unit, "lẻ", by=world.van)


def test_a_book_of_one_and_of_three_items_costs_the_same_queries(
    world: World, django_assert_max_num_queries
) -> None:
    one = plans.plan(world, items=[{"amount_vnd": 1_000_000}])
    three = plans.plan(world, items=[{"amount_vnd": 1_000_000}] * 3)

    for made in (one, three):
        for each in made.items.all():
            pay(world, each, 500_000)
        with django_assert_max_num_queries(5):
            queries.book(made)
