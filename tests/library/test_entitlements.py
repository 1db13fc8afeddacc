"""What an audience is entitled to on a day, with which amounts, until when; and what changes between days."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.models import Effect, PolicyParameter
from lantoa.library.queries import changes_between, policies_for, policy_is_true_on
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2026, 1, 1)
ONE = timedelta(days=1)


def codes(refusal: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return sorted(problem.code for problem in refusal.value.problems)


def amounts_on(world, day: date) -> list[str]:
    return [amount.value for one in policies_for(world.poor, day) for amount in one.amounts]


# -- Amounts of a day ------------------------------------------------------------------------------
def test_the_amount_changes_on_its_day(world):
    policy = make.policy(audiences=[world.poor])
    make.parameter(policy, "1.200.000 đồng", valid_to=DAY - ONE)
    make.parameter(policy, "1.500.000 đồng", valid_from=DAY)

    assert [amounts_on(world, day) for day in (DAY - ONE, DAY, DAY + ONE)] == [
        ["1.200.000 đồng"],
        ["1.500.000 đồng"],
        ["1.500.000 đồng"],
    ]


def test_an_unchecked_amount_is_named_without_its_value(world):
    """Mức chưa kiểm chứng không đến tay bà con: chỉ nói là chưa có mức."""
    policy = make.policy(audiences=[world.poor])
    make.parameter(policy, "100 triệu đồng", name="Mức vay", verified=False)

    (one,) = policies_for(world.poor, DAY)

    assert (one.amounts, one.unsettled) == ([], ["Mức vay"])


def test_a_new_amount_ends_the_one_before_when_asked(world):
    policy = make.policy()
    add = {"by": world.minh, "name": "Mức quà"}
    first = actions.add_parameter(policy, value="1 triệu đồng", valid_from=date(2025, 1, 1), **add)
    with pytest.raises(RuleBroken) as refused:
        actions.add_parameter(policy, value="2 triệu đồng", valid_from=DAY, **add)
    assert codes(refused) == ["periods_overlap"]

    actions.add_parameter(policy, value="2 triệu đồng", valid_from=DAY, ends_previous=True, **add)

    first.refresh_from_db()
    assert first.valid_to == DAY - ONE


def test_a_refused_amount_leaves_the_one_before_open(world):
    policy = make.policy()
    first = make.parameter(policy, name="Mức", valid_from=DAY)
    with pytest.raises(RuleBroken) as refused:
        actions.add_parameter(
            policy, by=world.minh, name="Mức", value="9", valid_from=DAY - ONE, ends_previous=True
        )

    first.refresh_from_db()
    assert (codes(refused), first.valid_to) == (["periods_overlap"], None)


def test_ending_or_removing_an_amount_may_leave_no_gap(world):
    policy = make.policy()
    one, two, three = (
        make.parameter(policy, str(n), valid_from=DAY + n * ONE, valid_to=DAY + n * ONE) for n in range(3)
    )

    for attempt in (
        lambda: actions.end_parameter(one, by=world.minh, valid_to=DAY + ONE),
        lambda: actions.remove_parameter(two, by=world.minh, why="nhầm"),
    ):
        with pytest.raises(RuleBroken):
            attempt()
    actions.end_parameter(three, by=world.minh, valid_to=DAY + 9 * ONE)
    actions.remove_parameter(one, by=world.minh, why="Ghi nhầm năm")

    assert list(policy.parameters.values_list("value", "valid_to")) == [
        ("1", DAY + ONE),
        ("2", DAY + 9 * ONE),
    ]


def test_an_amount_is_checked_against_its_reference_by_name_and_day(world):
    dates.move_today(DAY)
    policy = make.policy()
    without = make.parameter(policy, reference="", verified=False)
    with pytest.raises(RuleBroken) as refused:
        actions.mark_parameter_checked(without, by=world.hung)
    assert codes(refused) == ["reference_missing"]

    by_clause = actions.add_parameter(
        policy, by=world.minh, name="Lãi", value="6,6%", provision=policy.bases.get().provision
    )
    checked = actions.mark_parameter_checked(by_clause, by=world.hung)

    assert (by_clause.verified, checked.checked_on, checked.checked_by) == (False, DAY, world.hung)


def test_only_writers_change_amounts(world):
    amount = make.parameter(make.policy())
    for attempt in (
        lambda: actions.end_parameter(amount, by=world.hung, valid_to=DAY),
        lambda: actions.remove_parameter(amount, by=world.hung, why="thử"),
        lambda: actions.mark_parameter_checked(amount, by=world.tam),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
    assert PolicyParameter.objects.count() == 1


# -- The policy's own period and area --------------------------------------------------------------
def test_a_policy_is_true_within_its_own_period_only(world):
    """Ngày đầu và ngày cuối đều tính."""
    policy = make.policy(audiences=[world.poor], valid_from=DAY, valid_to=DAY + 2 * ONE)

    true = [policy_is_true_on(policy, DAY + n * ONE) for n in range(-1, 4)]

    assert true == [False, True, True, True, False]
    (one,) = policies_for(world.poor, DAY)
    assert (one.state.kind, one.ends_on) == ("ending_on", DAY + 3 * ONE)


def test_period_that_runs_backward_is_refused(world):
    with pytest.raises(RuleBroken) as refused:
        actions.write_policy(
            by=world.minh, title="Quà", topic=make.topic(), audiences=[world.poor], benefit="Có quà.",
            valid_from=DAY, valid_to=DAY - ONE,
        )  # fmt: skip
    assert codes(refused) == ["period_reversed"]


def test_what_applies_only_elsewhere_is_left_out(world):
    rural = make.policy(audiences=[world.poor], area="rural")
    everywhere = make.policy(audiences=[world.poor])

    def told(area: str) -> set:
        return {one.policy for one in policies_for(world.poor, DAY, area)}

    assert (told("rural"), told("urban"), told("")) == (
        {rural, everywhere},
        {everywhere},
        {rural, everywhere},
    )


@pytest.mark.parametrize(("checked_on", "old"), [(date(2025, 7, 1), False), (date(2025, 6, 30), True)])
def test_a_check_older_than_six_months_is_marked(world, checked_on, old):
    make.policy(audiences=[world.poor], checked_on=checked_on)

    assert [one.check_is_old for one in policies_for(world.poor, DAY)] == [old]


# -- Between two days ------------------------------------------------------------------------------
def test_gained_lost_changed_and_to_be_read_again(world):
    """Luật mới có hiệu lực là thêm, bị bãi bỏ là hết, đổi mức là đổi, sửa lời là phải đọc lại."""
    gained = make.policy(bases=[make.provision(make.document(effective_on=DAY))], title="thêm")
    lost, reworded = make.policy(title="hết"), make.policy(title="đọc lại")
    make.effect(lost.bases.get().provision, DAY, Effect.Kind.REPEAL)
    make.effect(reworded.bases.get().provision, DAY, Effect.Kind.AMEND)
    changed = make.policy(title="đổi mức")
    make.parameter(changed, "1 triệu", valid_to=DAY - ONE)
    make.parameter(changed, "2 triệu", valid_from=DAY)
    make.policy(title="giữ nguyên")

    found = changes_between(DAY - ONE, DAY)

    assert [(change.kind, change.after.policy) for change in found] == [
        ("gained", gained),
        ("lost", lost),
        ("changed", changed),
        ("unsure", reworded),
    ]
    (amount,) = found[2].amounts
    assert (amount.before.value, amount.after.value) == ("1 triệu", "2 triệu")
    assert "bị bãi bỏ từ 01/01/2026" in found[1].says


def test_the_same_day_differs_in_nothing_and_backwards_mirrors(world):
    policy = make.policy(audiences=[world.poor], valid_from=DAY)

    assert changes_between(DAY, DAY) == []
    assert [(c.kind, c.after.policy) for c in changes_between(DAY - ONE, DAY, world.poor)] == [
        ("gained", policy)
    ]
    assert [c.kind for c in changes_between(DAY, DAY - ONE, world.poor)] == ["lost"]
    assert changes_between(DAY - ONE, DAY, world.near_poor) == []


def test_comparing_costs_the_same_for_one_policy_and_for_four(world):
    def add() -> None:
        policy = make.policy(audiences=[world.poor], bases=[make.provision(make.document())])
        make.parameter(policy, "1", valid_to=DAY - ONE)
        make.parameter(policy, "2", valid_from=DAY)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            for change in changes_between(DAY - ONE, DAY, world.poor):
                str([change.after.bases[0].provision, [a.after.provision for a in change.amounts]])
        return len(queries)

    add()
    one = asked()
    for _ in range(3):
        add()

    assert asked() == one
