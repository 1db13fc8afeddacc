"""Poverty standards as data: written, confirmed, taken out of use; shipped ones with their source."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.models import PovertyStandard
from lantoa.library.queries import (
    home_on,
    law_behind,
    lines_that_apply,
    standard_territories,
    standards_between,
    standards_in_use,
    standards_unchecked_since,
    territory_name,
)
from lantoa.library.reference import load_poverty_standards
from lantoa.library.rules.line_that_applies import Figures
from lantoa.library.rules.standard_lines_stand_apart import collide
from lantoa.people.models import Succession, Unit, UnitVersion
from lantoa.people.reference import load_audience_kinds
from tests.factories import library as make
from tests.factories import people

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2026, 1, 1)


def codes(refusal: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return sorted(problem.code for problem in refusal.value.problems)


def facts(world, **more: object) -> dict:
    return {
        "territory": None,
        "area": "rural",
        "category": world.poor,
        "income_upto_vnd": 1_500_000,
        "deprived_from": 3,
        "valid_from": DAY,
        "reference": "Điều 3 Nghị định 07/2021/NĐ-CP",
        **more,
    }


def test_line_is_written_then_confirmed_and_rewriting_undoes_the_check(world):
    dates.move_today(DAY)
    line = actions.write_standard(by=world.minh, **facts(world))
    assert not line.verified

    checked = actions.mark_standard_checked(line, by=world.hung)
    assert (checked.checked_on, checked.checked_by) == (DAY, world.hung)

    again = actions.write_standard(checked, by=world.minh, **facts(world, deprived_from=2))
    assert (again.pk, again.deprived_from, again.verified) == (line.pk, 2, False)
    kept = AuditLine.objects.filter(action="write_standard").last().details
    assert (kept["before"]["deprived_from"], kept["after"]["deprived_from"]) == (3, 2)


def test_line_that_collides_is_refused_until_the_other_is_taken_out(world):
    line = actions.write_standard(by=world.minh, **facts(world))
    with pytest.raises(RuleBroken) as refused:
        actions.write_standard(by=world.minh, **facts(world, category=world.near_poor))
    assert codes(refused) == ["lines_collide"]
    with pytest.raises(RuleBroken) as refused:
        actions.withdraw_standard(line, by=world.minh, why=" ")
    assert codes(refused) == ["why_missing"]

    actions.withdraw_standard(line, by=world.minh, why="Nhập nhầm loại hộ")
    other = actions.write_standard(by=world.minh, **facts(world, category=world.near_poor))

    assert list(standards_in_use()) == [other]
    with pytest.raises(RuleBroken) as refused:
        actions.mark_standard_checked(line, by=world.hung)
    assert codes(refused) == ["withdrawn"]


def test_nobody_checks_ahead_of_today(world):
    line = make.standard(world.poor)
    with pytest.raises(RuleBroken) as refused:
        actions.mark_standard_checked(line, by=world.hung, on=dates.today() + timedelta(days=1))
    assert codes(refused) == ["checked_ahead"]


@pytest.mark.parametrize("who", ["binh", "lan", "tam"])
def test_others_neither_write_nor_check(world, who):
    user, line = getattr(world, who), make.standard(world.poor)
    for attempt in (
        lambda: actions.write_standard(by=user, **facts(world)),
        lambda: actions.mark_standard_checked(line, by=user),
        lambda: actions.withdraw_standard(line, by=user, why="thử"),
    ):
        with pytest.raises(PermissionDenied):
            attempt()


def test_reference_leads_to_the_provision_of_the_library_and_how_it_stands(world):
    decree = make.document(number="07", year=2021)
    provision = make.provision(decree, "Điều 3")
    here, gone = make.standard(world.poor, reference="Điều 3 Nghị định 07/2021/NĐ-CP"), None
    gone = make.standard(world.poor, area="urban", reference="Điều 3 Nghị định 70/2021/NĐ-CP")
    make.effect(provision, DAY)

    before, after = (law_behind([here, gone], day) for day in (DAY - timedelta(days=1), DAY))

    assert list(before) == [here.reference]
    assert before[here.reference].provision == provision
    assert (before[here.reference].state.kind, after[here.reference].state.kind) == ("ending_on", "suspect")


def test_changed_clause_is_told_with_the_answer(world):
    provision = make.provision(make.document(number="07", year=2021), "Điều 3")
    make.standard(world.poor, reference="Điều 3 Nghị định 07/2021/NĐ-CP", checked_on=date(2040, 1, 1))
    make.effect(provision, DAY)

    (told,) = lines_that_apply(Figures("rural", DAY, 1_000_000, 3), None)

    assert told.answer.outcome == "line"
    assert told.law.provision == provision
    assert "bị thay thế từ 01/01/2026" in told.warnings[0]


def test_asking_costs_the_same_for_one_line_and_for_five(world):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            for told in lines_that_apply(Figures("rural", DAY, 1, 3), world.city):
                str([told.answer.says, [read.line.territory for read, _ in told.rows]])
        return len(queries)

    make.standard(world.poor, territory=world.city)
    one = asked()
    for start in range(4):
        make.standard(world.near_poor, territory=world.city, income_above_vnd=start, upto=start + 1)

    assert asked() == one


def test_asking_writes_nothing(world):
    """Số liệu gõ vào không nằm lại ở bảng nào."""
    make.standard(world.poor)
    with CaptureQueriesContext(connection) as queries:
        lines_that_apply(Figures("rural", DAY, 1_234_567, 3), None)

    assert all(query["sql"].startswith("SELECT") for query in queries)
    assert not any("1234567" in query["sql"] for query in queries)


def test_what_changes_between_two_days_is_the_line_with_other_bounds(world):
    old = make.standard(world.poor, valid_to=DAY - timedelta(days=1))
    same = make.standard(world.poor, valid_from=DAY, valid_to=date(2026, 12, 31))
    new = make.standard(world.poor, 2_200_000, valid_from=date(2027, 1, 1))
    make.standard(world.near_poor, 9, valid_from=date(2027, 1, 1), checked_on=None)

    assert standards_between(old.valid_from, DAY) == []
    (change,) = standards_between(DAY, date(2027, 1, 1))
    assert (change.before, change.after) == (same, new)


def test_lines_nobody_checked_since_a_day_are_those_still_to_come_or_running(world):
    unchecked = make.standard(world.poor, checked_on=None)
    old = make.standard(world.near_poor, checked_on=DAY - timedelta(days=1), deprived_from=4)
    make.standard(world.poor, area="urban", checked_on=DAY)
    make.standard(world.poor, valid_from=date(2020, 1, 1), valid_to=date(2020, 12, 31), checked_on=None)

    assert set(standards_unchecked_since(DAY)) == {unchecked, old}


def test_territory_is_named_with_the_day_its_area_ended(world):
    gone = Unit.objects.create(key="cu")
    UnitVersion.objects.create(
        unit=gone, name="Núi Xanh", type_word="tỉnh", kind="province", valid_to=date(2025, 6, 30)
    )
    make.standard(world.poor, territory=gone)
    make.standard(world.poor, territory=world.city)

    assert [territory_name(unit) for unit in standard_territories()] == [
        "thành phố Sông Phố",
        "tỉnh Núi Xanh (địa bàn đến 30/06/2025)",
    ]


# -- What is shipped -------------------------------------------------------------------------------
@pytest.fixture
def shipped(db: None) -> list[PovertyStandard]:
    load_audience_kinds()
    Unit.objects.create(key="u003")
    load_poverty_standards()
    return list(standards_in_use())


def test_shipped_lines_name_reference_and_source_and_never_collide(shipped):
    assert len(shipped) == 22
    assert all(line.reference and line.source for line in shipped)
    assert not [
        (one, other) for one in shipped for other in shipped if one.pk < other.pk and collide(one, other)
    ]


def test_what_no_source_confirmed_is_shipped_unchecked(shipped):
    """Khoảng “mức sống trung bình” quốc gia và dòng cận nghèo của Đồng Nai chưa có nguồn xác nhận."""
    unchecked = {(line.territory_id is None, line.category.key) for line in shipped if not line.verified}

    assert unchecked == {(True, "ho-muc-song-trung-binh"), (False, "ho-can-ngheo")}


@pytest.mark.parametrize(
    ("area", "day", "income", "fits"),
    [
        ("rural", date(2022, 1, 1), 1_500_000, True),
        ("rural", date(2025, 12, 31), 1_500_001, False),
        ("urban", date(2026, 1, 1), 2_000_000, True),
        ("urban", date(2026, 12, 31), 2_000_001, False),
        ("rural", date(2027, 1, 1), 2_200_000, True),
        ("rural", date(2027, 1, 1), 2_200_001, False),
        ("urban", date(2030, 12, 31), 2_800_000, True),
        ("urban", date(2030, 12, 31), 2_800_001, False),
    ],
)
def test_national_lines_of_each_period(shipped, area, day, income, fits):
    (told,) = lines_that_apply(Figures(area, day, income, 3), None)

    assert (told.answer.line is not None and told.answer.line.category.key == "ho-ngheo") is fits


@pytest.mark.parametrize("day", [date(2021, 12, 31), date(2031, 1, 1)])
def test_outside_the_shipped_periods_nothing_is_said(shipped, day):
    (told,) = lines_that_apply(Figures("rural", day, 1, 12), None)

    assert told.answer.outcome == "uncovered"


@pytest.mark.parametrize(
    ("day", "outcome"),
    [(date(2022, 8, 9), "uncovered"), (date(2022, 8, 10), "line"), (date(2025, 12, 31), "line")]
    + [(date(2026, 1, 1), "uncovered")],
)
def test_the_provincial_line_holds_within_its_own_period(shipped, day, outcome):
    own, national = lines_that_apply(Figures("rural", day, 2_000_000, 2), standard_territories()[0])

    assert own.answer.outcome == outcome
    assert national.answer.line is None


def test_loading_again_changes_nothing_that_an_office_did(world, shipped):
    edited, gone = shipped[0], shipped[1]
    PovertyStandard.objects.filter(pk=edited.pk).update(note="Đã đối chiếu công báo")
    actions.withdraw_standard(gone, by=world.minh, why="Không dùng ở đây")

    assert load_poverty_standards() == 0
    assert PovertyStandard.objects.get(pk=edited.pk).note == "Đã đối chiếu công báo"
    assert gone not in standards_in_use()


def test_a_new_ward_keeps_the_standard_of_the_province_whose_area_it_took_over(world):
    """Phường lập sau sáp nhập: trước đó theo nơi cũ; chuẩn riêng của tỉnh cũ vẫn là chuẩn ở đó."""
    old_province = people.unit("Cũ", "tỉnh", "province", valid_to=date(2025, 6, 30))
    last = {"parent": old_province, "valid_to": date(2025, 6, 30)}
    urban = people.unit("Một", "phường", "ward", is_urban=True, **last)
    rural = people.unit("Hai", "xã", "commune", is_urban=False, **last)
    merged = people.unit("Mới", "phường", "ward", world.city, is_urban=True, valid_from=date(2025, 7, 1))
    Succession.objects.create(predecessor=urban, successor=merged, on=date(2025, 7, 1))
    make.standard(world.poor, territory=old_province)

    assert home_on(merged, date(2025, 7, 1)).area == "urban"
    assert home_on(merged, date(2025, 7, 1)).territory == old_province
    assert home_on(merged, date(2025, 6, 30)).area == "urban"
    Succession.objects.create(predecessor=rural, successor=merged, on=date(2025, 7, 1))
    assert home_on(merged, date(2025, 6, 30)).area is None  # a ward and a commune: nobody can tell
    assert home_on(world.ward, date(2025, 7, 1)).territory is None
