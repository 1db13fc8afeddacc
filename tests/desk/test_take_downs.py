"""Nhắc hạ: ba ngày trước, rồi mỗi ngày khi đã quá hạn, cho đúng người hạ được."""

from datetime import date, timedelta

import pytest

from lantoa.common import dates
from lantoa.desk.digest import daily_round, letter, summary
from lantoa.desk.models import Notice
from lantoa.displays import actions
from lantoa.displays.models import Display
from tests.displays.test_actions import banner, display
from tests.factories.people import World
from tests.factories.pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PUT_UP, DOWN = date(2025, 6, 1), date(2025, 6, 20)


@pytest.fixture
def hung(world: World) -> Display:
    """In Tâm's ward from 01/06, to come down on 20/06."""
    dates.move_today(PUT_UP)
    made = display(world, banner(world), put_up_on=PUT_UP, take_down_on=DOWN)
    return actions.record_put_up(made, photo(), by=world.tam)


def told(world: World, later: int) -> Notice | None:
    """Tâm's notice so many days after the day of taking down, after the round of that day."""
    day = DOWN + timedelta(days=later)
    dates.move_today(day)
    daily_round(day)
    return Notice.objects.filter(user=world.tam, day=day).first()


def test_it_reminds_three_days_before_and_daily_when_the_day_is_over(world: World, hung: Display) -> None:
    assert [later for later in range(-5, 4) if told(world, later)] == [-3, 1, 2, 3]


def test_the_notice_names_the_place_and_the_days(world: World, hung: Display) -> None:
    notice = told(world, 2)

    assert notice is not None
    assert summary(notice).startswith("1 nơi treo đến ngày hạ")
    assert "- Băng rôn tại Cổng chợ: quá ngày hạ 2 ngày" in letter(notice)


def test_what_came_down_is_no_longer_reminded_of(world: World, hung: Display) -> None:
    dates.move_today(DOWN)
    actions.record_taken_down(hung, by=world.tam, on=DOWN)

    assert told(world, 1) is None


def test_another_ward_is_not_reminded(world: World, hung: Display) -> None:
    told(world, 1)

    assert not Notice.objects.filter(user=world.van).exists()
