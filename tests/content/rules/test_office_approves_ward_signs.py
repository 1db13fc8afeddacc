"""Whose leader she is decides which of the two gates she opens."""

from datetime import date

import pytest

from lantoa.content.rules.office_approves_ward_signs import as_office_leader, ward_ids_led
from lantoa.people.models import Role, UnitKind
from lantoa.people.queries import scope
from tests.factories import people
from tests.factories.content import again
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 6, 10)


def test_a_leader_of_the_office_approves_for_all_below_and_signs_for_no_ward(world: World) -> None:
    """Lãnh đạo cơ quan duyệt nội dung cho cả địa bàn, không duyệt phát thay phường."""
    lan = scope(world.lan, TODAY)

    assert {world.culture.pk, world.ward.pk, world.other_ward.pk} <= as_office_leader(lan).inside()
    assert ward_ids_led(lan) == set()


def test_a_leader_of_a_ward_signs_for_her_ward_and_approves_nothing(world: World) -> None:
    yen = scope(world.yen, TODAY)

    assert as_office_leader(yen).inside() == set()
    assert ward_ids_led(yen) == {world.ward.pk}


def test_an_office_that_stands_in_a_ward_is_the_wards(world: World) -> None:
    """Phòng chuyên môn của phường cũng là của phường, không thay cơ quan cấp trên."""
    division = people.unit("Kinh tế phường Bến Gỗ", "Phòng", UnitKind.OFFICE, world.ward)
    people.duty(world.kha, Role.APPROVER, division)
    kha = scope(again(world.kha), TODAY)

    assert as_office_leader(kha).inside() == set()
    assert ward_ids_led(kha) == {world.ward.pk}


def test_other_duties_lead_nothing(world: World) -> None:
    minh = scope(world.minh, TODAY)

    assert (as_office_leader(minh).inside(), ward_ids_led(minh)) == (set(), set())
