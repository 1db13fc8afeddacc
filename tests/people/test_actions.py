"""Giao, ủy quyền, kết thúc nhiệm vụ; ghi quy mô nhóm đối tượng: ai được làm và điều gì bị từ chối."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.people import actions
from lantoa.people.models import AudienceSize, Duty, Role, User
from lantoa.people.queries import audience_sizes, duties_on, scope
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]

MAY = date(2026, 5, 4)
JUNE = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def in_may() -> None:
    dates.move_today(MAY)


def afresh(user: User) -> User:
    """The same person without the scope that was kept on the object."""
    return User.objects.get(pk=user.pk)


def duty_of(user: User, role: Role) -> Duty:
    return Duty.objects.get(user=user, role=role)


def delegated(world: World, **more: object) -> Duty:
    """Yến leads the ward and hands her signature to Tâm until the end of May."""
    values = {"by": world.yen, "valid_from": MAY, "valid_to": date(2026, 5, 31), "why": "Đi học", **more}
    return actions.delegate_duty(duty_of(world.yen, Role.APPROVER), values.pop("to", world.tam), **values)


def code(refused: pytest.ExceptionInfo[RuleBroken]) -> str:
    (problem,) = refused.value.problems
    return problem.code


def test_an_administrator_gives_a_duty_from_a_day(world: World) -> None:
    actions.give_duty(world.tam, Role.ACCOUNTANT, world.ward, by=world.quan, valid_from=JUNE)

    assert not scope(afresh(world.tam), MAY).has(Role.ACCOUNTANT, world.ward.pk)
    assert scope(afresh(world.tam), JUNE).has(Role.ACCOUNTANT, world.ward.pk)
    assert AuditLine.objects.get(action="give_duty").details == {"role": "accountant"}


def test_nobody_gives_herself_a_duty(world: World) -> None:
    """Không ai tự giao nhiệm vụ cho mình, kể cả người quản trị."""
    with pytest.raises(RuleBroken) as refused:
        actions.give_duty(world.quan, Role.APPROVER, world.office, by=world.quan, valid_from=MAY)

    assert code(refused) == "own_duty"
    assert not Duty.objects.filter(user=world.quan, role=Role.APPROVER).exists()


def test_only_an_administrator_gives_duties(world: World) -> None:
    for somebody in (world.lan, world.minh, world.yen):
        with pytest.raises(PermissionDenied):
            actions.give_duty(world.van, Role.EDITOR, world.ward, by=somebody, valid_from=MAY)


def test_a_delegation_carries_the_right_and_ends_by_itself(world: World) -> None:
    delegated(world)

    assert scope(afresh(world.tam), MAY).has(Role.APPROVER, world.ward.pk)
    assert not scope(afresh(world.tam), JUNE).has(Role.APPROVER, world.ward.pk)


def test_what_was_delegated_is_not_delegated_on(world: World) -> None:
    """Nhiệm vụ được ủy quyền không ủy quyền lại (Nghị định 30/2020/NĐ-CP, Điều 13)."""
    handed = delegated(world)

    with pytest.raises(RuleBroken) as refused:
        actions.delegate_duty(
            handed, world.van, by=afresh(world.tam), valid_from=MAY, valid_to=JUNE, why="Bận"
        )

    assert code(refused) == "delegated_twice"


def test_one_delegates_only_ones_own_duty_that_still_runs(world: World) -> None:
    with pytest.raises(PermissionDenied):
        delegated(world, by=world.van, to=world.oanh)
    Duty.objects.filter(user=world.yen).update(valid_to=MAY - timedelta(days=1))

    with pytest.raises(PermissionDenied):
        delegated(world, by=afresh(world.yen))


def test_one_does_not_delegate_to_oneself(world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        delegated(world, to=world.yen)

    assert code(refused) == "own_duty"


def test_a_delegation_ends_when_its_origin_ends(world: World) -> None:
    """Người ủy quyền thôi nhiệm vụ thì người được ủy quyền cũng thôi."""
    delegated(world)
    actions.end_duty(duty_of(world.yen, Role.APPROVER), by=world.quan, on=MAY, why="Chuyển công tác")

    left = duties_on(world.tam, MAY + timedelta(days=1))

    assert Role.APPROVER not in {duty.role for duty in left}
    assert Role.WARD_OFFICER in {duty.role for duty in left}


def test_who_delegated_may_take_it_back_and_a_stranger_may_not(world: World) -> None:
    handed = delegated(world)
    with pytest.raises(PermissionDenied):
        actions.end_duty(handed, by=world.oanh, on=MAY, why="Không phải việc của tôi")

    actions.end_duty(handed, by=world.yen, on=MAY, why="Đã về")

    assert not scope(afresh(world.tam), MAY + timedelta(days=1)).has(Role.APPROVER, world.ward.pk)
    assert AuditLine.objects.get(action="end_duty").why == "Đã về"


@pytest.mark.parametrize(
    ("on", "refusal"), [(date(2026, 5, 1), "duty_dates"), (date(2026, 7, 1), "duty_ended")]
)
def test_ending_neither_undoes_the_past_nor_prolongs(world: World, on: date, refusal: str) -> None:
    handed = delegated(world)

    with pytest.raises(RuleBroken) as refused:
        actions.end_duty(handed, by=world.yen, on=on, why="Nhầm ngày")

    assert code(refused) == refusal


def test_a_duty_that_ends_before_it_begins_is_refused(world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        actions.give_duty(world.tam, Role.SPEAKER, world.ward, by=world.quan, valid_from=JUNE, valid_to=MAY)

    assert code(refused) == "duty_dates"


def test_a_size_without_a_source_is_refused(world: World) -> None:
    """Số liệu không có nguồn thì không ghi."""
    with pytest.raises(RuleBroken) as refused:
        actions.record_audience_size(world.ward, world.poor, 40, counted_on=MAY, source="  ", by=world.tam)

    assert code(refused) == "size_source"
    assert not AudienceSize.objects.exists()


def test_the_newest_size_of_a_day_counts_and_the_same_source_is_corrected(world: World) -> None:
    for day, count in ((date(2025, 1, 1), 50), (MAY, 38), (MAY, 40)):
        actions.record_audience_size(
            world.ward, world.poor, count, counted_on=day, source="Rà soát", by=world.tam
        )

    key = (world.ward.pk, world.poor.pk)
    assert audience_sizes([world.ward.pk], date(2026, 1, 1))[key].count == 50
    assert audience_sizes([world.ward.pk], MAY)[key].count == 40
    assert AudienceSize.objects.count() == 2


def test_a_ward_does_not_count_for_another(world: World) -> None:
    with pytest.raises(PermissionDenied):
        actions.record_audience_size(
            world.ward, world.poor, 1, counted_on=MAY, source="Rà soát", by=world.van
        )
