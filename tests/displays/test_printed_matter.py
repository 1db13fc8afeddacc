"""Leaflets: only approved words are printed, only true ones handed out, every copy accounted for."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.content.models import EditionKind
from lantoa.deliveries.models import Outcome
from lantoa.deliveries.queries import grade_of
from lantoa.deliveries.tellings import newest_lines
from lantoa.displays import actions
from lantoa.displays.models import PrintRun
from lantoa.displays.queries import left_of, stock_on, visible_runs
from tests.displays.test_actions import codes
from tests.factories import content, library, plans
from tests.factories.people import World, make_world
from tests.factories.pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]
TODAY = dates.today()


def printed(world: World, copies: int = 100, **more: object) -> PrintRun:
    """Tâm has a leaflet printed for her ward."""
    plans.channel()
    leaflet = content.version_of(content.edition(world, kind=EditionKind.LEAFLET))
    values = {"unit": world.ward, "copies": copies, "printed_on": TODAY, "by": world.tam, **more}
    return actions.print_copies(version=more.pop("version", leaflet), **values)


def test_a_draft_is_not_printed(world: World) -> None:
    plans.channel()
    draft = content.version_of(content.draft(world, kind=EditionKind.LEAFLET))

    with pytest.raises(RuleBroken) as refused:
        actions.print_copies(version=draft, unit=world.ward, copies=10, printed_on=TODAY, by=world.tam)

    assert codes(refused) == ["not_airable"]
    assert not PrintRun.objects.exists()


def test_printing_beyond_the_day_the_words_end_needs_a_signed_reason(world: World) -> None:
    plans.channel()
    leaflet = content.version_of(content.edition(world, kind=EditionKind.LEAFLET))
    ends = TODAY + timedelta(days=30)
    library.effect(leaflet.citations.get().provision, ends)

    def order(until: object, why: str = "") -> PrintRun:
        return actions.print_copies(
            version=leaflet, unit=world.ward, copies=10, printed_on=TODAY, by=world.tam,
            hand_out_until=until, beyond_end_why=why,
        )  # fmt: skip

    for until in (None, ends):
        with pytest.raises(RuleBroken) as refused:
            order(until)
        assert codes(refused) == ["printed_for_too_long"]
    assert order(ends - timedelta(days=1)).pk
    assert order(None, "Hết tờ trước tháng sau").beyond_end_why


def test_what_is_handed_out_is_a_line_of_the_ledger_whose_reach_nobody_knows(world: World) -> None:
    run = printed(world)

    bare = actions.hand_out(run, unit=world.ward, copies=40, on=TODAY, by=world.tam)
    seen = actions.hand_out(run, unit=world.ward, copies=10, on=TODAY, by=world.tam, photo=photo())

    assert [grade_of(one.delivery) for one in (bare, seen)] == [1, 5]
    assert (bare.delivery.reach_low, bare.delivery.reach_high) == (None, None)
    assert bare.delivery.channel.key == "to-roi"
    assert left_of(run) == 50


def test_nobody_hands_out_or_pulps_more_than_is_left(world: World) -> None:
    run = printed(world, copies=30)
    actions.hand_out(run, unit=world.ward, copies=20, on=TODAY, by=world.tam)

    with pytest.raises(RuleBroken) as too_many:
        actions.hand_out(run, unit=world.ward, copies=11, on=TODAY, by=world.tam)
    with pytest.raises(RuleBroken) as pulped:
        actions.pulp(run, 11, "Mức tiền đã đổi", by=world.tam)

    assert codes(too_many) == codes(pulped) == ["not_enough_left"]
    assert left_of(actions.pulp(run, 10, "Mức tiền đã đổi", by=world.tam)) == 0


def test_copies_whose_words_ended_are_kept_back(world: World) -> None:
    run = printed(world)
    library.effect(run.version.citations.get().provision, TODAY)

    (stock,) = stock_on(visible_runs(world.tam), TODAY)
    with pytest.raises(RuleBroken) as refused:
        actions.hand_out(run, unit=world.ward, copies=1, on=TODAY, by=world.tam)

    assert stock.must_be_kept_back
    assert codes(refused) == ["not_airable"]


def test_a_line_written_by_mistake_gives_its_copies_back_and_stays_readable(world: World) -> None:
    run = printed(world)
    given_out = actions.hand_out(run, unit=world.ward, copies=40, on=TODAY, by=world.tam)

    actions.take_back_hand_out(given_out, "Ghi nhầm phường", by=world.tam)

    line = newest_lines([given_out.delivery_id])[given_out.delivery_id]
    assert left_of(run) == 100
    assert (line.outcome, line.corrects_id) == (Outcome.NOT_DONE, given_out.delivery_id)
    with pytest.raises(RuleBroken):
        actions.take_back_hand_out(given_out, "Lần nữa", by=world.tam)


def test_another_ward_neither_prints_nor_sees_nor_hands_out(world: World) -> None:
    run = printed(world)

    assert not visible_runs(world.van)
    for step in (
        lambda: actions.hand_out(run, unit=world.other_ward, copies=1, on=TODAY, by=world.van),
        lambda: actions.hand_out(run, unit=world.other_ward, copies=1, on=TODAY, by=world.tam),
        lambda: actions.pulp(run, 1, "Cũ", by=world.van),
        lambda: actions.print_copies(
            version=run.version, unit=world.ward, copies=1, printed_on=TODAY, by=world.van
        ),
    ):
        with pytest.raises(PermissionDenied):
            step()


def test_the_database_keeps_pulped_copies_within_the_run(world: World) -> None:
    run = printed(world, copies=5)

    with pytest.raises(DatabaseError), transaction.atomic():
        PrintRun.objects.filter(pk=run.pk).update(pulped=6)


class EveryCopyIsAccountedFor(TestCase):
    """Whatever is handed out, taken back and pulped: printed = left + handed out + pulped."""

    @settings(max_examples=6, deadline=None)
    @given(st.lists(st.tuples(st.sampled_from(["give", "pulp", "back"]), st.integers(1, 40)), max_size=8))
    def test_printed_is_left_and_handed_out_and_pulped(self, steps: list[tuple[str, int]]) -> None:
        world = make_world()
        run = printed(world, copies=60)
        out: list = []
        pulped = 0
        for verb, copies in steps:
            try:
                if verb == "give":
                    out.append(actions.hand_out(run, unit=world.ward, copies=copies, on=TODAY, by=world.tam))
                elif verb == "pulp":
                    actions.pulp(run, copies, "Cũ", by=world.tam)
                    pulped += copies
                elif out:
                    actions.take_back_hand_out(out.pop(), "Nhầm", by=world.tam)
            except RuleBroken as refused:
                assert [p.code for p in refused.problems] == ["not_enough_left"]
        assert left_of(run) == 60 - pulped - sum(one.copies for one in out) >= 0


def test_copies_given_out_by_two_presses_leave_the_stock_once(world: World) -> None:
    """Bấm hai lần thì trừ một lần; cùng trang ấy ghi số khác là lượt khác."""
    run = printed(world)

    for copies in (30, 30, 20):
        actions.hand_out(run, unit=world.ward, copies=copies, on=TODAY, by=world.tam, key="k")
    for _ in range(2):
        actions.pulp(run, 5, "In nhòe", by=world.tam, key="k")

    assert left_of(run) == 100 - 30 - 20 - 5
