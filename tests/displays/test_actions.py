"""Posters and banners: only approved words hang, only while they are true, proven by a photo."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.content.models import EditionKind, EditionVersion
from lantoa.deliveries.queries import grade_of
from lantoa.displays import actions
from lantoa.displays.models import Display
from lantoa.displays.queries import hanging_on, standing_as
from tests.factories import content, library, plans
from tests.factories.people import World
from tests.factories.pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def banner(world: World) -> EditionVersion:
    return content.version_of(content.edition(world, kind=EditionKind.BANNER))


def display(world: World, version: EditionVersion, **more: object) -> Display:
    """Tâm hangs a banner in her ward today."""
    plans.channel()
    values = {"kind": Display.Kind.BANNER, "unit": world.ward, "place": "Cổng chợ", "by": world.tam,
              "put_up_on": dates.today(), **more}  # fmt: skip
    return actions.plan_display(version=version, **values)


def codes(refused: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [p.code for p in refused.value.problems]


def test_a_draft_cannot_hang(world: World) -> None:
    draft = content.version_of(content.draft(world, kind=EditionKind.BANNER))

    with pytest.raises(RuleBroken) as refused:
        display(world, draft)

    assert codes(refused) == ["not_airable"]


def test_the_photo_makes_it_a_delivery_that_is_proven(world: World) -> None:
    hung = actions.record_put_up(display(world, banner(world)), photo(), by=world.tam)

    assert grade_of(hung.delivery) == 5
    assert (hung.delivery.reach_low, hung.delivery.reach_high) == (None, None)


def test_it_may_not_hang_beyond_the_day_its_words_end_without_a_signed_reason(world: World) -> None:
    version = banner(world)
    provision = version.citations.get().provision
    ends = dates.today() + timedelta(days=10)
    library.effect(provision, ends)

    with pytest.raises(RuleBroken) as refused:
        display(world, version, take_down_on=ends)
    before = display(world, version, take_down_on=ends - timedelta(days=1))
    signed = display(world, version, take_down_on=ends, beyond_end_why="Sẽ dán đè chữ mới trước ngày đó")

    assert codes(refused) == ["hangs_too_long"]
    assert before.pk and signed.beyond_end_why


def test_what_hangs_with_words_that_ended_must_come_down(world: World) -> None:
    version = banner(world)
    hung = actions.record_put_up(display(world, version), photo(), by=world.tam)
    provision = version.citations.get().provision
    library.effect(provision, dates.today())

    (today,) = hanging_on([hung], dates.today())
    (yesterday,) = hanging_on([hung], dates.today() - timedelta(days=1))

    assert today.must_come_down and not yesterday.must_come_down


def test_taking_down_ends_it(world: World) -> None:
    hung = actions.record_put_up(display(world, banner(world)), photo(), by=world.tam)

    down = actions.record_taken_down(hung, by=world.tam, on=dates.today())

    assert not hanging_on([down], dates.today())[0].is_up
    with pytest.raises(RuleBroken):
        actions.record_taken_down(down, by=world.tam, on=dates.today())


def test_nobody_of_another_ward_touches_it(world: World) -> None:
    hung = display(world, banner(world))

    with pytest.raises(PermissionDenied):
        actions.record_put_up(hung, photo(), by=world.van)
    with pytest.raises(PermissionDenied):
        display(world, hung.version, by=world.van)


def test_a_photo_moves_no_place_unasked(world: World) -> None:
    """Tọa độ trong ảnh chỉ thành nơi treo khi có người bấm lấy."""
    unmeasured = display(world, banner(world))
    measured = display(
        world, banner(world), latitude=Decimal("10.95200"), longitude=Decimal("106.82400"), place="Đầu hẻm"
    )
    for one in (unmeasured, measured):
        actions.record_put_up(one, photo(at=(10.95233, 106.824)), by=world.tam)
        one.refresh_from_db()

    assert (unmeasured.point, measured.point) == (None, (Decimal("10.95200"), Decimal("106.82400")))
    with pytest.raises(PermissionDenied):
        actions.take_place_of_photo(measured, by=world.van)
    for one in (unmeasured, measured):
        actions.take_place_of_photo(one, by=world.tam)
        one.refresh_from_db()
        assert one.point == (Decimal("10.95233"), Decimal("106.82400"))


def test_a_photo_without_a_place_gives_none(world: World) -> None:
    hung = display(world, banner(world))
    actions.record_put_up(hung, photo(), by=world.tam)

    with pytest.raises(RuleBroken) as refused:
        actions.take_place_of_photo(hung, by=world.tam)

    assert [p.code for p in refused.value.problems] == ["no_place_in_photo"]


def test_a_place_written_down_by_two_presses_is_one_place(world: World) -> None:
    """Bấm hai lần thì một nơi; cùng trang ấy mà ghi nơi khác thì là nơi khác."""
    version = banner(world)

    for place in ("Cổng chợ", "Cổng chợ", "Nhà văn hóa"):
        display(world, version, place=place, key="k")

    assert sorted(Display.objects.values_list("place", flat=True)) == ["Cổng chợ", "Nhà văn hóa"]


def test_what_hangs_longer_than_planned_says_for_how_many_days(world: World) -> None:
    """Quá ngày hạ thì đếm ngày, cho đến khi có người ghi đã hạ."""
    today = dates.today()
    dates.move_today(today - timedelta(days=30))
    made = display(world, banner(world), take_down_on=today - timedelta(days=4))
    planned = display(world, made.version, place="Chưa treo", take_down_on=today - timedelta(days=4))
    made = actions.record_put_up(made, photo(), by=world.tam)
    dates.move_today(today)

    assert [row.days_over for row in hanging_on([made, planned], today)] == [4, 0]
    assert list(standing_as(Display.objects.all(), "over", today)) == [made]
    assert list(standing_as(Display.objects.all(), "unproven", today)) == [planned]
    down = actions.record_taken_down(made, by=world.tam, on=today)
    assert hanging_on([down], today)[0].days_over == 0
    assert list(standing_as(Display.objects.all(), "down", today)) == [made]
