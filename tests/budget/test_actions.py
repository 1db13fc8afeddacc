"""Money: paid within estimate, source and proof; undone by a line of its own; settled with its papers."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, connection, transaction

from lantoa.budget import actions, queries
from lantoa.budget.models import PaidTelling, Spending, SpendingCheck, SpendingPaper
from lantoa.budget.printing import settlement_paper
from lantoa.budget.rules.paid_not_above_proven import doubt_about_paid
from lantoa.common import dates
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.deliveries.actions import correct_delivery
from lantoa.people.actions import set_zero_tens
from tests.factories import plans
from tests.factories.budget import check, hand_in, pay, proven
from tests.factories.deliveries import delivery
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def item(world: World):
    made = plans.plan(world, items=[{"amount_vnd": 4_000_000}])
    return made.items.get()


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
    stated, sure = delivery(world, plan_item=item), proven(world, item)

    for named, quantity in (([stated, sure], 2), ([stated, sure], 1), ([stated, sure], None), ([sure], 2)):
        with pytest.raises(RuleBroken) as refused:
            pay(world, item, quantity=quantity, deliveries=named)
        assert problem_codes(refused) == ["above_proven"]

    assert pay(world, item, deliveries=[sure]).pk


def test_what_was_told_for_another_item_proves_nothing_for_this_one(world: World, item) -> None:
    other = plans.plan(world, items=[{"amount_vnd": 4_000_000}]).items.get()

    for named in (proven(world, other), delivery(world)):
        with pytest.raises(RuleBroken) as refused:
            pay(world, item, deliveries=[named])
        assert "of_another_item" in problem_codes(refused)


def test_a_delivery_is_paid_once(world: World, item) -> None:
    told = proven(world, item)
    first = pay(world, item, quantity=1, deliveries=[told])

    with pytest.raises(RuleBroken) as refused:
        pay(world, item, quantity=1, deliveries=[told])
    actions.take_back_spending(first, by=world.kha, why="Ghi nhầm nội dung")

    assert "paid_twice" in problem_codes(refused)
    assert pay(world, item, quantity=1, deliveries=[told]).pk


def test_a_corrected_delivery_is_still_the_one_that_was_paid(world: World, item) -> None:
    """Một lượt chỉ trả một lần, dù dòng sổ được sửa bao nhiêu lần và trả theo nội dung nào."""
    line = proven(world, item)
    paid = pay(world, item, quantity=1, deliveries=[line])
    fresh = correct_delivery(line, "Ghi nhầm giờ.", by=world.tam, note="17:05")
    newest = correct_delivery(fresh, "Ghi nhầm lần nữa.", by=world.tam, note="17:06")
    other = plans.plan(world, items=[{"amount_vnd": 4_000_000}]).items.get()

    for target in (item, other):
        for named in (line, fresh, newest):
            with pytest.raises(RuleBroken) as refused:
                pay(world, target, quantity=1, deliveries=[named])
            assert "paid_twice" in problem_codes(refused)

    actions.take_back_spending(paid, by=world.kha, why="Ghi nhầm nội dung")
    assert pay(world, item, quantity=1, deliveries=[newest]).pk


def test_the_old_line_of_a_delivery_is_paid_only_as_far_as_the_newest_proves_it(world: World, item) -> None:
    line = proven(world, item)
    correct_delivery(line, "Nhật ký của buổi khác.", by=world.tam, keep_evidence=False)

    with pytest.raises(RuleBroken) as refused:
        pay(world, item, quantity=1, deliveries=[line])

    assert problem_codes(refused) == ["above_proven"]


@pytest.mark.parametrize(
    "correction", [{"keep_evidence": False}, {"outcome": "not_done", "outcome_why": "Mất điện."}]
)
def test_a_paid_delivery_whose_proof_is_withdrawn_is_shown_so(world: World, item, correction: dict) -> None:
    line = proven(world, item)
    paid = pay(world, item, quantity=1, deliveries=[line])
    before = [doubt_about_paid(one) for one in queries.tellings_paid_by(paid)]

    fresh = correct_delivery(line, "Nhật ký của buổi khác.", by=world.tam, **correction)

    (telling,) = queries.tellings_paid_by(paid)
    assert before == [""]
    assert telling.line == fresh
    assert doubt_about_paid(telling)


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


@pytest.mark.parametrize("verb", ["UPDATE {} SET id = id + 1", "DELETE FROM {}"])
@pytest.mark.parametrize("model", [Spending, SpendingPaper, PaidTelling, SpendingCheck])
def test_the_database_refuses_to_change_what_was_written(world: World, item, model, verb: str) -> None:
    paid = pay(world, item, deliveries=[proven(world, item)])
    hand_in(world, paid)
    check(world, paid, accepted=False, note="Bổ sung dự toán được duyệt")
    before = list(model.objects.values())

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(verb.format(model._meta.db_table))

    assert before and list(model.objects.values()) == before


def test_every_deed_leaves_its_line(world: World, item) -> None:
    paid = pay(world, item)
    actions.add_paper(paid, plans.scan("hoa-don.pdf"), by=world.kha, kind="invoice", number="7")
    actions.take_back_spending(paid, by=world.kha, why="Nhầm")

    told = set(AuditLine.objects.values_list("action", flat=True))
    assert {"record_spending", "add_spending_paper", "take_back_spending"} <= told


def test_the_settlement_says_the_total_in_words_and_what_is_missing(world: World, item) -> None:
    pay(world, item, 1_005_000)

    (section,) = settlement_paper(queries.book(item.plan), dates.today()).sections
    table, words, settled, *_ = section.blocks

    assert words.text == "Số tiền đã chi (bằng chữ): Một triệu không trăm lẻ năm nghìn đồng."
    assert settled.text == "Số tiền đủ hồ sơ (bằng chữ): Không đồng."
    assert "Còn thiếu: danh sách ký nhận, số lượng của nội dung trong kế hoạch" in table.rows[1][-1].text


def test_the_unit_chooses_how_an_empty_ten_is_written(world: World, item) -> None:
    pay(world, item, 1_005_000)
    set_zero_tens(item.plan.unit, "linh", by=world.kha)

    words = settlement_paper(queries.book(item.plan), dates.today()).sections[0].blocks[1].text

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
        with django_assert_max_num_queries(15):
            queries.book(made)


def test_the_database_itself_pays_a_telling_once(world: World, item) -> None:
    """Ràng buộc của cơ sở dữ liệu là chốt cuối, khi mọi khóa đều bị bỏ qua."""
    line = proven(world, item)
    pay(world, item, deliveries=[line])
    other = pay(world, item)

    with pytest.raises(IntegrityError), transaction.atomic():
        PaidTelling.objects.create(spending=other, telling=line, named_at=dates.now())

    assert PaidTelling.objects.count() == 1
