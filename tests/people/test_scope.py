"""Ai thấy gì: the units that a duty covers, through time, and what lies above them."""

from datetime import date

import pytest

from lantoa.common import dates
from lantoa.people.models import Role, Succession, UnitKind, User
from lantoa.people.permissions import may_see_unit
from lantoa.people.queries import scope
from tests.factories import people
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]

JULY = date(2025, 7, 1)


def test_a_ward_officer_is_inside_her_own_ward_only(world: World) -> None:
    mine = scope(world.tam)

    assert mine.inside() == {world.ward.pk}
    assert not may_see_unit(world.van, world.ward.pk)


def test_a_ward_sees_those_whose_territory_it_took_over(world: World) -> None:
    """Phường mới xem được hồ sơ của các phường cũ đã nhập về, qua nhiều lần sắp xếp."""
    oldest = people.unit("Rạch Cũ", "phường", UnitKind.WARD, world.city)
    older = people.unit("Vàm Cũ", "phường", UnitKind.WARD, world.city)
    Succession.objects.create(predecessor=oldest, successor=older, on=date(2024, 11, 1))
    Succession.objects.create(predecessor=older, successor=world.ward, on=JULY)

    assert scope(world.tam).inside() == {world.ward.pk, older.pk, oldest.pk}
    assert scope(world.van).inside() == {world.other_ward.pk}


def test_a_predecessor_does_not_see_its_successor(world: World) -> None:
    old = people.unit("Vàm Cũ", "phường", UnitKind.WARD, world.city)
    Succession.objects.create(predecessor=old, successor=world.ward, on=JULY)
    stayed = people.person("Ngô Thị Cũ", "cu")
    people.duty(stayed, Role.WARD_OFFICER, old)

    assert scope(stayed).inside() == {old.pk}


def test_an_office_works_for_the_place_at_which_it_stands(world: World) -> None:
    mine = scope(world.minh)

    everything = {world.city, world.office, world.culture, world.ward, world.other_ward, world.third_ward}
    assert mine.inside() == {unit.pk for unit in everything}


def test_a_city_also_sees_wards_that_no_longer_lie_under_it(world: World) -> None:
    """Phường đã chuyển đi vẫn để lại hồ sơ của thời gian trước."""
    new_city = people.unit("Cửa Biển", "thành phố", UnitKind.CITY)
    left = people.unit("Đã Đi", "phường", UnitKind.WARD, world.city, valid_to=date(2025, 6, 30))
    left.versions.create(
        name="Đã Đi", type_word="phường", kind=UnitKind.WARD, parent=new_city, valid_from=JULY
    )

    assert left.pk in scope(world.minh).inside()


def test_an_outsider_is_inside_nothing(world: World) -> None:
    an = people.person("Võ Thị An", "an")

    assert (scope(an).inside(), scope(an).above, scope(an).roles) == (set(), set(), set())


def test_a_ward_reads_what_lies_above_it(world: World) -> None:
    above = scope(world.tam).above

    assert {world.city.pk, world.office.pk, world.culture.pk} <= above
    assert not {world.ward.pk, world.other_ward.pk} & above


def test_a_duty_holds_from_its_first_day_to_its_last(world: World) -> None:
    guest = people.person("Lê Văn Tạm", "tam2")
    people.duty(guest, Role.OBSERVER, world.ward, valid_from=JULY, valid_to=date(2025, 7, 31))

    def sees(day: date) -> bool:
        return world.ward.pk in scope(guest, day).watched

    days = [date(2025, 6, 30), JULY, date(2025, 7, 31), date(2025, 8, 1)]
    assert [sees(day) for day in days] == [False, True, True, False]


def test_a_role_reaches_down_and_has_at_asks_for_the_very_place(world: World) -> None:
    lan = scope(world.lan)

    assert lan.has(Role.APPROVER, world.ward.pk)
    assert not lan.has_at(Role.APPROVER, world.ward.pk)
    assert lan.has_at(Role.APPROVER, world.city.pk)
    assert not lan.has(Role.EDITOR, world.ward.pk)
    assert not lan.has(Role.APPROVER, None)


def test_asking_twice_costs_nothing(world: World, django_assert_num_queries) -> None:
    asked = User.objects.get(pk=world.tam.pk)
    scope(asked, dates.today())

    with django_assert_num_queries(0):
        scope(asked, dates.today()).inside(Role.WARD_OFFICER)
