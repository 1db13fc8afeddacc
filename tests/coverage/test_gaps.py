"""Khoảng trống xếp theo số hộ và việc dễ làm, mỗi chỗ kèm một việc cụ thể."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.content.models import Article
from lantoa.coverage.gaps import Gap, ranked_gaps
from lantoa.coverage.queries import Asked, matrix
from lantoa.library.models import Policy
from lantoa.people.models import AudienceSize, Unit
from lantoa.people.queries import scope
from tests.factories import broadcast, library
from tests.factories import deliveries as make
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]

TODAY = date(2025, 3, 10)  # a Monday


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)


@pytest.fixture
def policy(world: World) -> Policy:
    return library.policy(audiences=[world.poor], title="Thẻ bảo hiểm y tế")


def size(world: World, unit: Unit, count: int) -> None:
    AudienceSize.objects.create(
        unit=unit, kind=world.poor, count=count, counted_on=date(2025, 1, 1), source="Rà soát thử"
    )


def gaps(world: World, day: date = TODAY) -> list[Gap]:
    question = Asked(day, date(2025, 1, 1), date(2025, 12, 31), audience=world.poor)
    return list(ranked_gaps(matrix(scope(world.minh), question)))


def gap_at(world: World, unit: Unit, policy: Policy) -> Gap:
    return next(gap for gap in gaps(world) if (gap.unit_id, gap.policy) == (unit.pk, policy))


def test_larger_groups_come_first_and_unknown_sizes_last(world: World, policy: Policy) -> None:
    size(world, world.ward, 40)
    size(world, world.third_ward, 90)

    assert [gap.unit_id for gap in gaps(world)] == [world.third_ward.pk, world.ward.pk, world.other_ward.pk]


def test_of_equal_groups_the_easy_one_comes_first(world: World, policy: Policy) -> None:
    for unit in (world.ward, world.other_ward, world.third_ward):
        size(world, unit, 40)
    broadcast.ward_station(world, other=True)
    make.version(world, policies=[policy], wards=(world.other_ward,))

    assert [gap.easy for gap in gaps(world)] == [True, False, False]
    assert gaps(world)[0].unit_id == world.other_ward.pk


def test_told_ward_is_no_gap_until_it_must_be_told_again(world: World, policy: Policy) -> None:
    clause = library.provision(library.document())
    make.delivery(world, version=make.version(world, policies=[policy], cites=[clause]))
    library.effect(clause, date(2025, 3, 11))

    def state(day: date) -> str | None:
        return next((gap.cell.state for gap in gaps(world, day) if gap.unit_id == world.ward.pk), None)

    assert state(TODAY) is None
    assert state(date(2025, 3, 11)) == "stale"


def test_without_an_approved_script_one_must_be_written(world: World, policy: Policy) -> None:
    make.version(world, policies=[policy], approved=False)

    gap = gap_at(world, world.ward, policy)

    assert (gap.script, gap.easy) == (None, False)
    assert gap.does.startswith("Chưa có bài phát thanh đã duyệt")


def test_script_waits_for_the_wards_leader(world: World, policy: Policy) -> None:
    broadcast.ward_station(world)
    make.version(world, policies=[policy], title="Thẻ cho nhà mình")

    assert gap_at(world, world.ward, policy).does == (
        "Trình lãnh đạo phường, xã duyệt phát bài “Thẻ cho nhà mình” (đã duyệt, còn đúng)."
    )


def test_suggestion_names_the_first_free_time(world: World, policy: Policy) -> None:
    """Đề xuất nói rõ bài nào, đài nào, giờ nào còn trống."""
    station = broadcast.ward_station(world, minutes_a_session=15)
    script = make.version(world, policies=[policy], wards=(world.ward,), title="Thẻ cho nhà mình")
    other = make.version(world, wards=(world.ward,))
    broadcast.airing(world, station, other, date(2025, 3, 11), 5)
    broadcast.airing(world, station, other, date(2025, 3, 11), 17)

    gap = gap_at(world, world.ward, policy)

    assert (gap.script, gap.easy) == (script.pk, True)
    assert gap.does == (
        "Phát bài “Thẻ cho nhà mình” (đã duyệt, còn đúng) vào giờ trống thứ Tư 12/03, 05:00 "
        "trên Đài truyền thanh phường Bến Gỗ."
    )


def test_script_that_no_longer_holds_is_not_suggested(world: World, policy: Policy) -> None:
    clause = library.provision(library.document())
    broadcast.ward_station(world)
    make.version(world, policies=[policy], wards=(world.ward,), cites=[clause])
    library.effect(clause, TODAY)

    assert gap_at(world, world.ward, policy).script is None


def test_a_script_whose_words_are_not_those_signed_gives_way_to_the_next(
    world: World, policy: Policy
) -> None:
    """Bài có chữ khác bản đã ký không bao giờ được đề xuất."""
    broadcast.ward_station(world)
    sound = make.version(world, policies=[policy], wards=(world.ward,))
    touched = make.version(world, policies=[policy], wards=(world.ward,))
    Article.objects.filter(editions__versions=touched).update(title="Tên khác")  # the title is signed too

    assert gap_at(world, world.ward, policy).script == sound.pk


def test_ward_without_a_station_is_offered_a_talk(world: World, policy: Policy) -> None:
    make.version(world, policies=[policy], title="Thẻ cho nhà mình")

    assert gap_at(world, world.third_ward, policy).does == (
        "Nơi này chưa có đài: dùng bài “Thẻ cho nhà mình” (đã duyệt, còn đúng) cho một buổi nói chuyện."
    )


def test_no_gap_costs_no_query(world: World) -> None:
    table = matrix(scope(world.minh), Asked(TODAY, TODAY, TODAY))

    with CaptureQueriesContext(connection) as seen:
        assert list(ranked_gaps(table)) == []

    assert len(seen) == 0


def test_number_of_queries_does_not_grow(world: World, policy: Policy) -> None:
    station = broadcast.ward_station(world)

    def more(hour: int) -> None:
        fresh = library.policy(audiences=[world.poor])
        script = make.version(world, policies=[fresh], wards=(world.ward,))
        broadcast.airing(world, station, script, date(2025, 3, 12), hour)

    def count(ask: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as seen:
            ask()
        return len(seen)

    more(5)
    scope(world.minh)  # her duties are read once a request
    with_one = count(lambda: gaps(world))
    more(6)
    more(17)

    assert count(lambda: gaps(world)) == with_one
