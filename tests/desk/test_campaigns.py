"""Đợt đính chính: mọi thứ dựa vào lời cũ thành việc của từng đơn vị; xong hay chưa thì đọc từ sổ."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.content import actions as content_actions
from lantoa.content.models import Citation
from lantoa.desk.campaigns import (
    close_campaign,
    gather_rows,
    same_act,
    set_row_aside,
    start_campaign,
    take_row_up,
)
from lantoa.desk.corrections import Progress, progress_of, visible_campaigns
from lantoa.desk.models import CorrectionCampaign, CorrectionRow
from lantoa.displays import actions as displays
from lantoa.library.models import Effect
from lantoa.people.models import Role, User
from tests.factories import content, deliveries, library
from tests.factories.people import World, duty, make_world, person
from tests.guards.ward_things import WardThings, make

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]
Kind = CorrectionRow.Kind


@pytest.fixture(scope="module")
def kept(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[World, WardThings]]:
    """Everything that Tâm's ward keeps, made once for the tests of this file and rolled back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world()
        yield world, make(world)
        transaction.set_rollback(True)


@pytest.fixture
def world(kept: tuple[World, WardThings], db: None) -> World:
    return deepcopy(kept[0])


@pytest.fixture
def things(kept: tuple[World, WardThings], db: None) -> WardThings:
    """What it rests on is about to change."""
    return deepcopy(kept[1])


@pytest.fixture
def effects(world: World, things: WardThings) -> list[Effect]:
    """From today every clause that anything cites is repealed."""
    cited = {citation.provision for citation in Citation.objects.select_related("provision")}
    return [library.effect(provision, dates.today()) for provision in sorted(cited, key=lambda one: one.pk)]


def seen_by(user: User, campaign: CorrectionCampaign) -> Progress:
    (progress,) = progress_of([campaign], content.again(user), dates.today())
    return progress


def open_rows(user: User, campaign: CorrectionCampaign) -> set[tuple[str, int]]:
    return {(one.row.kind, one.row.thing) for one in seen_by(user, campaign).lines if one.is_open}


def test_it_names_everything_that_rested_on_the_words(
    world: World, things: WardThings, effects: list[Effect]
) -> None:
    campaign = start_campaign(effects, by=world.minh)

    rows = open_rows(world.minh, campaign)

    assert (Kind.STOP, things.airing.pk) in rows
    assert {(Kind.TAKE_DOWN, things.banner.pk), (Kind.TAKE_DOWN, things.hung.pk)} <= rows
    assert (Kind.KEEP_BACK, things.run.pk) in rows
    assert (Kind.REWRITE, things.edition.pk) in rows
    assert (Kind.TELL, things.version.pk) in rows
    assert rows == {(row.kind, row.thing) for row in campaign.rows.all()}


def test_pressed_twice_it_is_one_and_gathers_what_came_since(world: World, effects: list[Effect]) -> None:
    first = start_campaign(effects[:1], by=world.minh)
    count = first.rows.count()

    assert start_campaign(effects[:1], by=world.minh) == first
    assert CorrectionCampaign.objects.filter(effects=effects[0]).count() == 1
    assert first.rows.count() == count


def test_a_row_is_done_when_the_records_say_so(
    world: World, things: WardThings, effects: list[Effect]
) -> None:
    campaign = start_campaign(effects, by=world.minh)
    before = open_rows(world.tam, campaign)

    displays.record_taken_down(things.hung, on=dates.today(), by=world.tam)

    assert before - open_rows(world.tam, campaign) == {(Kind.TAKE_DOWN, things.hung.pk)}


def test_what_was_cleared_needs_nothing(world: World, things: WardThings, effects: list[Effect]) -> None:
    campaign = start_campaign(effects, by=world.minh)
    citation = things.version.citations.get()
    cause = next(one for one in effects if one.provision_id == citation.provision_id)

    content_actions.clear_citation(citation, cause, by=world.hung, why="Chỉ đổi cách đánh số.")

    rows = open_rows(world.minh, campaign)
    assert (Kind.REWRITE, things.edition.pk) not in rows
    assert (Kind.STOP, things.airing.pk) not in rows
    assert (Kind.TAKE_DOWN, things.hung.pk) in rows, "clearing one citation clears no other"


def test_told_again_means_new_words_in_the_same_ward(
    world: World, things: WardThings, effects: list[Effect]
) -> None:
    campaign = start_campaign(effects, by=world.minh)
    new = library.provision(library.document(), words="Lời mới.")
    edition = content.edition(
        world, of=things.edition.article, provisions=[new], by=things.edition.article.written_by
    )
    version = content.version_of(edition)
    row = (Kind.TELL, things.version.pk)
    assert row in open_rows(world.tam, campaign)

    deliveries.delivery(
        world, version=version, unit=world.other_ward, happened_on=dates.today(), by=world.van
    )
    assert row in open_rows(world.tam, campaign), "another ward was told"

    deliveries.delivery(world, version=version, unit=world.ward, happened_on=dates.today())
    assert row not in open_rows(world.tam, campaign)


def test_a_change_that_was_withdrawn_leaves_nothing_open(world: World, effects: list[Effect]) -> None:
    campaign = start_campaign(effects, by=world.minh)

    Effect.objects.update(withdrawn_at=dates.now(), withdrawn_why="Ghi nhầm")

    assert not open_rows(world.minh, campaign)


def test_each_ward_sees_its_own_rows_and_no_other(
    world: World, things: WardThings, effects: list[Effect]
) -> None:
    campaign = start_campaign(effects, by=world.minh)

    assert campaign in visible_campaigns(world.tam)
    assert {one.row.unit_id for one in seen_by(world.tam, campaign).lines} == {world.ward.pk}
    assert campaign not in visible_campaigns(world.van)
    assert not seen_by(world.van, campaign).lines


@pytest.mark.parametrize("who", ["tam", "hung", "binh", "lan"])
def test_only_a_programme_officer_opens_one(who: str, world: World, effects: list[Effect]) -> None:
    with pytest.raises(PermissionDenied):
        start_campaign(effects, by=getattr(world, who))


def test_nothing_to_correct_makes_no_campaign(world: World) -> None:
    effect = library.effect(library.provision(library.document()), dates.today())

    with pytest.raises(RuleBroken, match="Không có việc nào"):
        start_campaign([effect], by=world.minh)

    assert not CorrectionCampaign.objects.filter(effects=effect).exists()


def test_it_ends_with_a_reason_when_rows_are_open(world: World, effects: list[Effect]) -> None:
    campaign = start_campaign(effects, by=world.minh)
    with pytest.raises(RuleBroken, match="chưa xong"):
        close_campaign(campaign, by=world.minh)
    with pytest.raises(PermissionDenied):
        close_campaign(campaign, by=world.tam, why="Xong")

    closed = close_campaign(campaign, by=world.minh, why="Phần còn lại chuyển sang năm sau.")

    assert (closed.closed_by, closed.closed_why) == (world.minh, "Phần còn lại chuyển sang năm sau.")


def test_a_change_ahead_is_put_right_before_its_day(world: World, things: WardThings) -> None:
    citation = things.version.citations.get()
    effect = library.effect(citation.provision, dates.today() + timedelta(days=30))

    campaign = start_campaign([effect], by=world.minh)

    assert (Kind.REWRITE, things.edition.pk) in open_rows(world.minh, campaign)
    assert (Kind.STOP, things.airing.pk) not in open_rows(world.minh, campaign), "tomorrow it is still true"


def test_the_changes_of_one_act_go_together(world: World, effects: list[Effect]) -> None:
    act = library.document()
    Effect.objects.filter(pk__in=[one.pk for one in effects[:2]]).update(source=act)
    first = Effect.objects.get(pk=effects[0].pk)

    found = {one.pk for one in same_act(first)}

    assert found == {effects[0].pk, effects[1].pk}, "to whatever document"
    assert [one.pk for one in same_act(effects[2])] == [effects[2].pk], "of an act that nobody named"


def test_two_offices_open_each_their_own_for_the_same_changes(world: World, effects: list[Effect]) -> None:
    colleague = person("Đinh Công Sơn", "son")
    duty(colleague, Role.PROGRAMME_OFFICER, world.city)

    ours, theirs = start_campaign(effects, by=world.minh), start_campaign(effects, by=colleague)

    assert (ours.unit, theirs.unit) == (world.office, world.city)
    assert start_campaign(effects, by=colleague) == theirs


def test_a_row_set_aside_waits_for_nobody_is_not_done_and_may_be_taken_up(
    world: World, effects: list[Effect]
) -> None:
    campaign = start_campaign(effects, by=world.minh)
    row = campaign.rows.filter(kind=Kind.REWRITE).first()
    before = seen_by(world.minh, campaign)
    with pytest.raises(RuleBroken):
        set_row_aside(row, by=world.minh, why=" ")
    with pytest.raises(PermissionDenied):
        set_row_aside(row, by=world.tam, why="Đã báo miệng")

    set_row_aside(row, by=world.minh, why="Bài đã bỏ từ năm trước")
    aside = seen_by(world.minh, campaign)

    assert (aside.open_count, aside.done_count, aside.aside_count) == (
        before.open_count - 1, before.done_count, 1
    )  # fmt: skip
    take_row_up(row, by=world.minh)
    assert seen_by(world.minh, campaign).open_count == before.open_count


def test_what_came_since_is_gathered_though_one_change_was_withdrawn(
    world: World, things: WardThings, effects: list[Effect]
) -> None:
    campaign = start_campaign(effects, by=world.minh)
    campaign.rows.filter(kind=Kind.TELL).delete()
    campaigns = CorrectionCampaign.objects.count()
    effects[-1].withdrawn_at, effects[-1].withdrawn_why = dates.now(), "Ghi nhầm"
    effects[-1].save()

    assert gather_rows(campaign, by=world.minh) >= 1
    assert campaign.rows.filter(kind=Kind.TELL).exists()
    assert CorrectionCampaign.objects.count() == campaigns


def test_many_campaigns_cost_no_more_queries(world: World, effects: list[Effect]) -> None:
    whole = start_campaign(effects, by=world.minh)
    parts = [start_campaign([one], by=world.minh) for one in effects[:2]]

    def queries(some: list[CorrectionCampaign]) -> int:
        user = content.again(world.minh)
        with CaptureQueriesContext(connection) as asked:
            progress_of(some, user, dates.today())
        return len(asked)

    assert queries([whole, *parts]) == queries([whole])
