"""Hạn của từng bước, bước thêm của đơn vị: dated rows; what stands without them never weakens."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.content import actions
from lantoa.content.models import EditionVersion, StepRule
from lantoa.content.queries import airable_one
from lantoa.content.terms import due_days, owed_steps
from lantoa.desk.digest import daily_round, letter
from lantoa.desk.models import Notice
from lantoa.desk.queries import my_work
from lantoa.people.actions import delegate_duty
from lantoa.people.models import Role, User
from lantoa.questions.models import Holiday
from tests.factories import content, people
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TUESDAY = date(2025, 6, 10)


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TUESDAY)


def codes(raised: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [problem.code for problem in raised.value.problems]


def late_rows(user: User, day: date) -> list[str]:
    groups = {group.title: group for group in my_work(content.again(user), day)}
    return [row.detail for row in groups["Bài quá hạn duyệt"].rows] if "Bài quá hạn duyệt" in groups else []


def test_a_step_is_due_after_working_days_and_then_overdue(world: World) -> None:
    """Hạn tính ngày làm việc, bỏ ngày nghỉ; qua hạn thì nổi lên ở việc của người phải làm."""
    Holiday.objects.create(day=date(2025, 6, 11), name="Nghỉ")
    version = content.version_of(content.edition(world, checked=False, approved=False))
    friday, monday = date(2025, 6, 13), date(2025, 6, 16)

    assert due_days([version], "policy_check", {date(2025, 6, 11)}) == {version.pk: friday}
    assert late_rows(world.hung, friday) == []
    assert late_rows(world.hung, monday) == ["Bản 1 · quá hạn từ 13/06/2025"]
    assert late_rows(world.lan, monday) == []


def test_the_nearest_unit_and_then_the_channel_sets_the_days(world: World) -> None:
    version = content.version_of(content.edition(world, checked=False, approved=False))
    quan = world.quan

    def due() -> int:
        return (due_days([version], "policy_check", ())[version.pk] - TUESDAY).days

    usual = due()
    actions.set_step_rule(world.city, "policy_check", 3, TUESDAY, by=quan)
    of_city = due()
    actions.set_step_rule(world.culture, "policy_check", 1, TUESDAY, by=quan)
    of_unit = due()
    actions.set_step_rule(world.city, "policy_check", 1, TUESDAY, by=quan, kind="radio")

    assert (usual, of_city, of_unit, due()) == (2, 3, 1, 1)


def test_a_rule_is_dated_ends_the_one_before_and_never_looks_back(world: World) -> None:
    quan, later = world.quan, TUESDAY + timedelta(days=10)
    first = actions.set_step_rule(world.city, "leader", 2, TUESDAY, by=quan, basis="Quy chế 01")
    actions.set_step_rule(world.city, "leader", 3, later, by=quan)
    first.refresh_from_db()
    with pytest.raises(RuleBroken) as back:
        actions.set_step_rule(world.city, "policy_check", 2, TUESDAY - timedelta(days=1), by=quan)
    with pytest.raises(RuleBroken) as twice:
        actions.set_step_rule(world.city, "leader", 4, later, by=quan)
    with pytest.raises(RuleBroken) as many:
        actions.set_step_rule(world.city, "policy_check", 31, TUESDAY, by=quan)
    with pytest.raises(RuleBroken) as strange:
        actions.set_step_rule(world.city, "nobody", 1, TUESDAY, by=quan)

    assert first.valid_to == later - timedelta(days=1)
    assert [codes(one) for one in (back, twice, many, strange)] == [
        ["looks_back"],
        ["rule_stands"],
        ["step_days"],
        ["step_unknown"],
    ]
    for person in (world.lan, world.minh, world.van):
        with pytest.raises(PermissionDenied):
            actions.set_step_rule(world.city, "leader", 1, later, by=person)
        with pytest.raises(PermissionDenied):
            actions.end_step_rule(first, by=person)


def with_unit_leader(world: World) -> tuple[EditionVersion, User]:
    """Checked, at a unit whose own leader is asked since before it was sent."""
    chief = people.person("Đặng Thu Hà", "ha")
    people.duty(chief, Role.APPROVER, world.culture)
    actions.set_step_rule(world.culture, "unit_leader", 1, TUESDAY, by=world.quan)
    return content.version_of(content.edition(world, approved=False)), chief


def test_where_asked_the_units_own_leader_agrees_before_the_offices(world: World) -> None:
    """Đơn vị thêm bước thì lãnh đạo cơ quan chưa ký được khi phụ trách đơn vị chưa đồng ý."""
    version, chief = with_unit_leader(world)
    with pytest.raises(RuleBroken) as early:
        actions.approve(version, by=world.lan)
    actions.agree(version, by=chief)
    with pytest.raises(RuleBroken) as both:
        actions.approve(version, by=chief)
    with pytest.raises(RuleBroken) as again:
        actions.agree(version, by=chief)
    actions.approve(version, by=world.lan)

    assert codes(early) == ["step_owed"]
    assert codes(both) == ["two_steps"]
    assert codes(again) == ["not_asked"]
    assert airable_one(version, TUESDAY).ok


def test_the_step_of_the_unit_is_hers_alone_and_never_a_writers(world: World) -> None:
    version, chief = with_unit_leader(world)
    delegate_duty(
        chief.duties.get(), world.binh, by=chief, valid_from=TUESDAY, valid_to=date(2025, 7, 1), why="Nghỉ"
    )

    with pytest.raises(RuleBroken) as author:
        actions.agree(version, by=content.again(world.binh))
    for person in (world.lan, world.hung, world.yen):
        with pytest.raises(PermissionDenied):
            actions.agree(version, by=person)
    actions.return_for_changes(version, by=chief, reason="Đơn vị chưa thống nhất.")

    assert codes(author) == ["author_approves"]
    assert version.approvals.get(decision="returned").step == "unit_leader"


def test_what_was_sent_before_the_rule_keeps_the_steps_of_its_day(world: World) -> None:
    version = content.version_of(content.edition(world, approved=False))
    actions.set_step_rule(world.culture, "unit_leader", 1, TUESDAY + timedelta(days=1), by=world.quan)

    assert owed_steps([version]) == {}
    actions.approve(version, by=world.lan)


def test_what_is_overdue_comes_with_the_daily_notice(world: World) -> None:
    version = content.version_of(content.edition(world, checked=False, approved=False))
    silent = daily_round(TUESDAY)
    late = TUESDAY + timedelta(days=3)
    dates.move_today(late)

    assert (silent, daily_round(late)) == (0, 1)
    notice = Notice.objects.get(user=world.hung)
    assert [one["version"] for one in notice.told["late"]] == [version.pk]
    assert "quá hạn duyệt" in letter(notice)
    assert not StepRule.objects.exists()
