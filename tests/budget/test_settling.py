"""Đủ hồ sơ: proven, with papers that say number, date and payee, and looked at by a second person."""

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.budget import actions, queries
from lantoa.budget.waiting import sent_back_to, waiting_for_checker
from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.deliveries.actions import correct_delivery
from lantoa.desk.queries import my_work
from lantoa.people.models import Role, User
from lantoa.plans.models import PlanItem
from tests.factories import people, plans
from tests.factories.budget import check, hand_in, own_scan, pay, proven
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def item(world: World) -> PlanItem:
    """Four airings for four million đồng."""
    return plans.plan(world, items=[{"amount_vnd": 4_000_000, "quantity": 4}]).items.get()


def standing(spending):
    return queries.standings([spending])[spending.pk]


def codes(refused: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def refused_check(world: World, spending, **more) -> list[str]:
    with pytest.raises(RuleBroken) as refused:
        check(world, spending, **more)
    return codes(refused)


def rows(user: User) -> dict[str, list[str]]:
    return {g.title: [row.title for row in g.rows] for g in my_work(user, dates.today())}


def test_a_payment_is_settled_by_proof_papers_and_a_second_person_together(world: World, item) -> None:
    paid = pay(world, item, deliveries=[proven(world, item)])
    hand_in(world, paid)
    before = queries.book(item.plan)
    check(world, paid)

    assert (before.paid_vnd, before.settled_vnd, before.lines[0].waits) == (1_000_000, 0, True)
    assert queries.book(item.plan).settled_vnd == 1_000_000


@pytest.mark.parametrize("left_out", ["telling", "number", "dated", "paper"])
def test_whatever_is_left_blank_is_named_and_nothing_is_settled(world: World, item, left_out: str) -> None:
    """Để trống ô nào thì khoản chi còn thiếu điều đó, không ai xác nhận đủ được."""
    paid = pay(world, item, deliveries=[] if left_out == "telling" else [proven(world, item)])
    if left_out != "paper":
        hand_in(world, paid, **{"number": {"number": " - "}, "dated": {"dated": None}}.get(left_out, {}))

    told = {
        "telling": "lượt truyền thông đã chứng minh",
        "number": "số của danh sách ký nhận",
        "dated": "ngày của danh sách ký nhận",
        "paper": "danh sách ký nhận",
    }
    assert standing(paid).lacking == [told[left_out]]
    assert refused_check(world, paid) == ["lacking"]
    assert queries.book(item.plan).settled_vnd == 0


def test_a_payment_says_who_got_the_money(world: World, item) -> None:
    for blank in ("", "  ", "..."):
        with pytest.raises(RuleBroken) as refused:
            pay(world, item, payee=blank)
        assert codes(refused) == ["payee"]


def test_the_whole_estimate_is_not_settled_by_one_telling_of_four(world: World, item) -> None:
    """Trả cả khoản khi mới chứng minh một lượt: chỉ phần của lượt đó được quyết toán."""
    paid = pay(world, item, 4_000_000, quantity=1, deliveries=[proven(world, item)])
    hand_in(world, paid)

    assert refused_check(world, paid) == ["lacking"]
    assert "mới chứng minh 1/4 lượt phát, ứng với 1.000.000 đồng" in standing(paid).lacking[0]

    actions.name_tellings(paid, [proven(world, item) for _ in range(3)], by=world.kha)
    check(world, paid)
    assert queries.book(item.plan).settled_vnd == 4_000_000


def test_several_payments_share_what_is_proven_and_the_first_found_complete_takes_its_part(
    world: World, item
) -> None:
    first = pay(world, item, 600_000, deliveries=[proven(world, item)])
    second = pay(world, item, 400_000)
    third = pay(world, item, 500_000)
    for one in (first, second, third):
        hand_in(world, one)

    check(world, third)
    check(world, second)

    assert refused_check(world, first) == ["lacking"]
    assert queries.book(item.plan).settled_vnd == 900_000


def test_an_item_whose_quantity_is_not_set_has_no_part_that_is_proven(world: World) -> None:
    open_item = plans.plan(world, items=[{"amount_vnd": 4_000_000}]).items.get()
    paid = pay(world, open_item, deliveries=[proven(world, open_item)])
    hand_in(world, paid)

    assert standing(paid).lacking == ["số lượng của nội dung trong kế hoạch"]


def test_a_proof_that_is_withdrawn_unsettles_the_payment(world: World, item) -> None:
    line = proven(world, item)
    paid = pay(world, item, deliveries=[line])
    hand_in(world, paid)
    check(world, paid)

    correct_delivery(line, "Nhật ký của buổi khác.", by=world.tam, keep_evidence=False)

    assert queries.book(item.plan).settled_vnd == 0
    assert "bằng chứng từ mức E3 cho 1 lượt đã nêu" in standing(paid).lacking


@pytest.mark.parametrize("comes_later", ["paper", "telling"])
def test_what_came_after_the_look_has_not_been_looked_at(world: World, item, comes_later: str) -> None:
    paid = pay(world, item, deliveries=[proven(world, item)])
    hand_in(world, paid)
    check(world, paid)
    if comes_later == "paper":
        actions.add_paper(paid, own_scan(), by=world.kha, kind="other")
    else:
        actions.name_tellings(paid, [proven(world, item)], by=world.kha)

    assert queries.book(item.plan).settled_vnd == 0
    assert [one.spending for one in waiting_for_checker(world.lan)] == [paid]
    check(world, paid)
    assert queries.book(item.plan).settled_vnd == 1_000_000


def test_nobody_checks_what_she_had_a_hand_in_whatever_duties_she_holds(world: World, item) -> None:
    """Hai người thật: ghi, nộp chứng từ, nêu lượt hay soát, mỗi người chỉ ở một bên."""
    people.duty(world.lan, Role.ACCOUNTANT, world.office)
    people.duty(world.kha, Role.APPROVER, world.office)
    lan, kha = (User.objects.get(pk=one.pk) for one in (world.lan, world.kha))
    paid = pay(world, item)
    hand_in(world, paid, by=lan)
    actions.name_tellings(paid, [proven(world, item)], by=kha)

    for somebody in (kha, lan):
        assert refused_check(world, paid, by=somebody) == ["own_payment"]
    for outsider in (world.van, world.tam, world.binh):
        with pytest.raises(PermissionDenied):
            check(world, paid, by=outsider)
    assert check(world, paid, by=world.minh).accepted


def test_a_complete_payment_waits_for_its_second_person_in_her_work(world: World, item) -> None:
    paid = pay(world, item, deliveries=[proven(world, item)])
    waiting = "Khoản chi chờ tôi soát"
    assert waiting not in rows(world.lan)

    hand_in(world, paid)

    assert rows(world.lan)[waiting] == ["Bồi dưỡng phát thanh: 1.000.000 đồng"]
    assert all(waiting not in rows(one) for one in (world.kha, world.tam, world.van))
    check(world, paid)
    assert waiting not in rows(world.lan)


def test_what_is_sent_back_waits_for_who_wrote_it_until_something_comes(world: World, item) -> None:
    paid = pay(world, item, deliveries=[proven(world, item)])
    hand_in(world, paid)
    assert refused_check(world, paid, accepted=False) == ["why"]
    check(world, paid, accepted=False, note="Danh sách thiếu chữ ký")

    assert rows(world.kha)["Khoản chi bị trả lại"] == ["Bồi dưỡng phát thanh: 1.000.000 đồng"]
    assert queries.book(item.plan).settled_vnd == 0
    hand_in(world, paid)
    assert sent_back_to(world.kha) == []
    assert [one.spending for one in waiting_for_checker(world.minh)] == [paid]


def test_a_payment_that_was_undone_is_neither_settled_nor_checked(world: World, item) -> None:
    paid = pay(world, item, deliveries=[proven(world, item)])
    hand_in(world, paid)
    check(world, paid)
    actions.take_back_spending(paid, by=world.kha, why="Ghi nhầm")

    assert (queries.book(item.plan).paid_vnd, queries.book(item.plan).settled_vnd) == (0, 0)
    assert refused_check(world, paid) == ["corrected"]
