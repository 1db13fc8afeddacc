"""Độ phủ: ai đã được báo gì, khi nào, bằng gì, còn đúng không."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.budget.models import PaidTelling, Spending
from lantoa.common import dates
from lantoa.coverage.cells import Cell
from lantoa.coverage.queries import Asked, Matrix, matrix
from lantoa.deliveries.actions import NewEvidence, correct_delivery
from lantoa.deliveries.models import Delivery, Evidence, Outcome
from lantoa.deliveries.rules.reach_is_two_bounds import Bounds
from lantoa.library.models import Policy, Provision
from lantoa.people.models import AudienceKind, AudienceSize, Unit, User
from lantoa.people.queries import scope
from lantoa.plans.models import Channel, FundingSource, Plan, PlanItem
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World
from tests.factories.pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

TODAY = date(2025, 3, 10)
TOMORROW = date(2025, 3, 11)


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)


@pytest.fixture
def clause(db: None) -> Provision:
    return library.provision(library.document(), "khoản 2 Điều 9")


@pytest.fixture
def policy(world: World, clause: Provision) -> Policy:
    return library.policy(audiences=[world.poor, world.near_poor], bases=[clause], title="Thẻ bảo hiểm y tế")


def size(unit: Unit, kind: AudienceKind, count: int) -> None:
    AudienceSize.objects.create(
        unit=unit, kind=kind, count=count, counted_on=date(2025, 1, 1), source="Rà soát thử"
    )


def asked(by: User, day: date = TODAY, **more: Any) -> Matrix:
    """The matrix from every line of the ledger; the one from its sums says the same."""
    question = Asked(**{"day": day, "from_on": date(2025, 1, 1), "to_on": date(2025, 12, 31), **more})
    each_line = matrix(scope(by), question, from_ledger=True)
    assert in_sum(matrix(scope(by), question)) == in_sum(each_line)
    return each_line


def in_sum(table: Matrix) -> list[tuple[Any, ...]]:
    """What a matrix says, without the tellings behind it."""
    return [
        (one.policy_id, one.unit_id, one.state, one.size, one.bounds, one.cost_vnd, one.estimated, one.why)
        + (one.deeds, one.told_on, one.grade, one.stale_since, one.holds_until)
        + ((one.last.line.position, one.last.line.channel) if one.last else ())
        for row in table.rows
        for one in row.cells
    ]


def cell(by: User, policy: Policy, unit: Unit, day: date = TODAY, **more: Any) -> Cell:
    found = asked(by, day, **more).cell(policy.pk, unit.pk)
    assert found is not None
    return found


def told(world: World, policy: Policy, clause: Provision | None = None, **more: Any) -> Delivery:
    """Tâm records on the day that the poor of her ward were told of the policy."""
    audiences = more.pop("to", [world.poor])
    cites = [clause] if clause else None
    script = make.version(world, policies=[policy], audiences=audiences, cites=cites)
    return make.delivery(world, version=script, **more)


# -- Told, gap, does not concern ----------------------------------------------------------------


def test_told_ward_says_when_by_what_and_how_well_proved(world: World, policy: Policy) -> None:
    size(world.ward, world.poor, 214)
    proof = [NewEvidence(Evidence.Kind.PHOTO, photo())]
    line = told(world, policy, reach_low=60, reach_high=180, evidence=proof)

    one = cell(world.minh, policy, world.ward, audience=world.poor)

    assert (one.state, one.told_on, one.grade, one.size) == ("told", TODAY, 5, 214)
    assert one.bounds == Bounds(60, 180, 214)
    assert one.last is not None
    assert one.last.line == line


def test_ward_that_was_left_out_is_a_gap(world: World, policy: Policy) -> None:
    told(world, policy)

    table = asked(world.minh, audience=world.poor)

    assert [(row.unit_id, row.cells[0].state) for row in table.rows] == [
        (world.ward.pk, "told"),
        (world.other_ward.pk, "gap"),
        (world.third_ward.pk, "gap"),
    ]


def test_policy_for_others_does_not_concern_the_group(world: World) -> None:
    for_near_poor = library.policy(audiences=[world.near_poor])

    assert cell(world.minh, for_near_poor, world.ward, audience=world.poor).state == "na"


def test_officials_must_know_every_policy(world: World, policy: Policy) -> None:
    """Mục I.1: cán bộ làm công tác giảm nghèo phải nắm mọi chính sách, dù chính sách dành cho hộ nào."""
    assert cell(world.minh, policy, world.ward, audience=world.officers).state == "gap"


def test_ward_without_such_households_is_not_a_gap(world: World, policy: Policy) -> None:
    size(world.ward, world.poor, 0)

    assert cell(world.minh, policy, world.ward, audience=world.poor).state == "na"


def test_draft_policy_is_no_column(world: World) -> None:
    library.policy(published=False, audiences=[world.poor])

    assert asked(world.minh).policies == ()


def test_telling_officials_is_not_telling_the_households(world: World, policy: Policy) -> None:
    told(world, policy, to=[world.officers])

    assert cell(world.minh, policy, world.ward, audience=world.poor).state == "gap"
    assert cell(world.minh, policy, world.ward).state == "gap"
    assert cell(world.minh, policy, world.ward, audience=world.officers).state == "told"


def test_what_was_not_done_tells_nobody(world: World, policy: Policy) -> None:
    told(world, policy, outcome=Outcome.NOT_DONE)

    assert cell(world.minh, policy, world.ward, audience=world.poor).state == "gap"


def test_corrected_line_counts_once_and_as_corrected(world: World, policy: Policy) -> None:
    """Dòng đã sửa chỉ tính một lần, theo dòng mới nhất."""
    line = told(world, policy, reach_low=90, reach_high=100)
    correct_delivery(line, "Đếm nhầm.", by=world.tam, reach_low=10, reach_high=20)

    one = cell(world.minh, policy, world.ward, audience=world.poor)

    assert (one.bounds.low, one.bounds.high, len(one.tellings)) == (10, 20, 1)


def test_period_leaves_out_what_came_before_or_after(world: World, policy: Policy) -> None:
    told(world, policy, happened_on=date(2025, 2, 1))

    def state(first: date, last: date, day: date = TODAY) -> str:
        return cell(world.minh, policy, world.ward, day, from_on=first, to_on=last).state

    assert state(date(2025, 1, 1), date(2025, 3, 1)) == "told"
    assert state(date(2025, 2, 2), date(2025, 3, 1)) == "gap"
    assert state(date(2025, 1, 1), date(2025, 12, 31), day=date(2025, 1, 31)) == "gap"


def test_least_grade_leaves_out_what_is_only_said(world: World, policy: Policy) -> None:
    told(world, policy)

    assert cell(world.minh, policy, world.ward, least_grade=1).state == "told"
    assert cell(world.minh, policy, world.ward, least_grade=3).state == "gap"


# -- Still true? --------------------------------------------------------------------------------


def test_asked_for_tomorrow_it_must_be_told_again(world: World, policy: Policy, clause: Provision) -> None:
    """Luật đổi từ mai: hỏi cho hôm nay thì còn đúng đến mai, hỏi cho ngày mai thì phải truyền thông lại."""
    told(world, policy, clause, reach_low=30, reach_high=60)
    library.effect(clause, TOMORROW)

    today = cell(world.minh, policy, world.ward, audience=world.poor)
    tomorrow = cell(world.minh, policy, world.ward, TOMORROW, audience=world.poor)

    assert (today.state, today.holds_until, today.stale_since) == ("told", TOMORROW, None)
    assert (tomorrow.state, tomorrow.holds_until, tomorrow.stale_since) == ("stale", None, TOMORROW)
    assert tomorrow.why.startswith(str(clause))
    assert (tomorrow.bounds.low, tomorrow.bounds.high) == (30, 60)


def test_telling_again_makes_it_true_again_and_counts_only_the_new(
    world: World, policy: Policy, clause: Provision
) -> None:
    told(world, policy, clause, reach_low=90, reach_high=100, happened_on=date(2025, 3, 1))
    library.effect(clause, TODAY)
    again = told(world, policy, library.provision(library.document()), reach_low=5, reach_high=9)

    one = cell(world.minh, policy, world.ward, audience=world.poor)

    assert one.last is not None
    assert (one.state, one.last.line, one.bounds.low, one.bounds.high) == ("told", again, 5, 9)
    assert len(one.tellings) == 2


def test_what_holds_outweighs_what_was_told_later_and_ended(
    world: World, policy: Policy, clause: Provision
) -> None:
    lasting = told(world, policy, happened_on=date(2025, 3, 1))
    told(world, policy, clause, happened_on=date(2025, 3, 9))
    library.effect(clause, TODAY)

    one = cell(world.minh, policy, world.ward, audience=world.poor)

    assert one.last is not None
    assert (one.state, one.last.line) == ("told", lasting)


def test_class_without_an_edition_ages_with_the_policys_own_clauses(
    world: World, policy: Policy, clause: Provision
) -> None:
    make.delivery(
        world,
        version=None,
        policies=[policy],
        audiences=[world.poor],
        channel=make.channel("lop", Channel.Medium.GATHERING),
    )
    library.effect(clause, TOMORROW)

    assert cell(world.minh, policy, world.ward).state == "told"
    assert cell(world.minh, policy, world.ward, TOMORROW).stale_since == TOMORROW


# -- Reach --------------------------------------------------------------------------------------


def test_channels_are_not_added_up_to_people(world: World, policy: Policy) -> None:
    size(world.ward, world.poor, 100)
    told(world, policy, reach_low=30, reach_high=70)
    told(world, policy, reach_low=20, reach_high=60)

    assert cell(world.minh, policy, world.ward, audience=world.poor).bounds == Bounds(30, 100, 100)


def test_count_of_two_groups_together_is_not_claimed_for_one(world: World, policy: Policy) -> None:
    """50 hộ nghèo và cận nghèo cùng nghe: riêng hộ nghèo ít nhất là 50 trừ đi cả nhóm cận nghèo."""
    size(world.ward, world.poor, 40)
    size(world.ward, world.near_poor, 35)
    told(world, policy, to=[world.poor, world.near_poor], reach_low=50, reach_high=60)

    assert cell(world.minh, policy, world.ward, audience=world.poor).bounds == Bounds(15, 40, 40)
    assert cell(world.minh, policy, world.ward).bounds == Bounds(50, 60, 75)


def test_nobody_counted_stays_unknown(world: World, policy: Policy) -> None:
    told(world, policy)

    one = cell(world.minh, policy, world.ward, audience=world.poor)

    assert (one.bounds.low, one.bounds.high, one.size) == (None, None, None)


def test_city_broadcast_reaches_every_ward_with_an_unknown_share(world: World, policy: Policy) -> None:
    size(world.ward, world.poor, 40)
    told(world, policy, unit=world.city, by=world.minh, reach_low=500, reach_high=900)

    one = cell(world.minh, policy, world.ward, audience=world.poor)

    assert (one.state, one.estimated, one.bounds) == ("told", True, Bounds(None, 40, 40))
    assert one.tellings[0].elsewhere == "thành phố Sông Phố"


def test_city_class_does_not_reach_the_wards(world: World, policy: Policy) -> None:
    told(world, policy, unit=world.city, by=world.minh, channel=make.channel("lop", Channel.Medium.GATHERING))

    assert cell(world.minh, policy, world.ward, audience=world.poor).state == "gap"


def test_ward_officer_sees_that_the_city_broadcast_reached_her_ward(world: World, policy: Policy) -> None:
    told(world, policy, unit=world.city, by=world.minh)

    assert cell(world.tam, policy, world.ward).state == "told"


# -- Cost ---------------------------------------------------------------------------------------


def pay(world: World, amount: int, *lines: Delivery, corrects: Spending | None = None) -> Spending:
    plan = Plan.objects.create(
        title="Thử", unit=world.office, territory=world.city, year=2025, written_at=dates.now()
    )
    source = FundingSource.objects.create(plan=plan, name="Ngân sách")
    item = PlanItem.objects.create(plan=plan, title="Phát thanh", channel=make.channel())
    made = Spending.objects.create(
        position=Spending.objects.count() + 1,
        item=item,
        source=source,
        unit=world.office,
        what="Trả tiền phát",
        amount_vnd=amount,
        spent_on=TODAY,
        corrects=corrects,
        recorded_at=dates.now(),
    )
    for telling in dict.fromkeys(line.telling_id for line in lines):
        turn = PaidTelling.objects.filter(telling=telling).count() + 1
        PaidTelling.objects.create(spending=made, telling_id=telling, turn=turn, named_at=dates.now())
    return made


def test_cost_is_that_of_the_payments_that_name_the_deliveries(world: World, policy: Policy) -> None:
    """Một khoản trả chung cho hai lượt không chia ra; tính một lần."""
    first, second = told(world, policy), told(world, policy)
    pay(world, 300_000, first, second)
    pay(world, 50_000, second)

    assert cell(world.minh, policy, world.ward).cost_vnd == 350_000


def test_without_a_payment_the_cost_is_unknown(world: World, policy: Policy) -> None:
    told(world, policy)

    assert cell(world.minh, policy, world.ward).cost_vnd is None


def test_payment_of_a_line_corrected_later_still_counts(world: World, policy: Policy) -> None:
    line = told(world, policy)
    pay(world, 80_000, line)
    correct_delivery(line, "Nhầm giờ.", by=world.tam, note="x")

    assert cell(world.minh, policy, world.ward).cost_vnd == 80_000


def test_payment_taken_back_no_longer_counts(world: World, policy: Policy) -> None:
    line = told(world, policy)
    pay(world, -80_000, corrects=pay(world, 80_000, line))

    assert cell(world.minh, policy, world.ward).cost_vnd == 0


# -- Whose ------------------------------------------------------------------------------------


def test_ward_sees_only_its_own_row(world: World, policy: Policy) -> None:
    told(world, policy)

    assert [row.unit_id for row in asked(world.tam).rows] == [world.ward.pk]
    assert [row.unit_id for row in asked(world.van).rows] == [world.other_ward.pk]
    assert cell(world.van, policy, world.other_ward).state == "gap"


def test_number_of_queries_does_not_grow(world: World) -> None:
    def more() -> None:
        clause = library.provision(library.document())
        policy = library.policy(audiences=[world.poor], bases=[clause])
        line = told(world, policy, clause)
        pay(world, 1_000, line)
        size(world.ward, AudienceKind.objects.create(key=f"k{line.pk}", name="Nhóm", group="household"), 9)

    def count(ask: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as seen:
            ask()
        return len(seen)

    mine = scope(world.minh)
    question = Asked(TODAY, date(2025, 1, 1), TODAY)
    more()
    matrix(mine, question)  # whoever reads first sums what was written since
    with_one = count(lambda: matrix(mine, question))
    more()
    more()
    matrix(mine, question)

    assert count(lambda: matrix(mine, question)) == with_one
    assert len(matrix(mine, question).policies) == 3
