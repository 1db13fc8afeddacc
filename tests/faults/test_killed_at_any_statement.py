"""Whenever the process dies, a step of approval is wholly done or not begun, and can be done afterwards."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lantoa.common import dates
from lantoa.content import actions
from lantoa.content.models import EditionKind, EditionVersion
from lantoa.people.models import Role
from tests.factories import broadcast, content, people
from tests.factories.people import World
from tests.faults.killing import copies, killed_at, snapshot

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
TODAY, TOMORROW = date(2025, 6, 10), date(2025, 6, 11)

Deed = Callable[[], object]


def suggesting(world: World) -> Deed:
    source = content.version_of(content.draft(world))
    article = source.edition.article
    return lambda: actions.suggest_edition(article, EditionKind.LEAFLET, source, by=world.binh, key="k")


def submitting(world: World) -> Deed:
    draft = content.draft(world)
    return lambda: actions.submit(draft, by=world.binh)


def checking(world: World) -> Deed:
    version = content.version_of(content.edition(world, checked=False, approved=False))
    return lambda: actions.check(version, content.verdicts(version), by=world.hung)


def sending_back(world: World) -> Deed:
    version = content.version_of(content.edition(world, checked=False, approved=False))
    return lambda: actions.check(version, content.verdicts(version, "Sai đối tượng."), by=world.hung)


def approving(world: World) -> Deed:
    version = content.version_of(content.edition(world, approved=False))
    return lambda: actions.approve(version, by=world.lan)


def approving_for_the_ward(world: World) -> Deed:
    version = content.version_of(content.edition(world))
    return lambda: actions.approve_for_ward(version, world.ward, by=world.yen)


def approving_urgently(world: World) -> Deed:
    version = content.version_of(content.edition(world, checked=False, approved=False))
    return lambda: actions.approve_urgently(version, by=world.lan, reason="Mai phát gạo.")


def agreeing(world: World) -> Deed:
    chief = people.person("Đặng Thu Hà", "ha")
    people.duty(chief, Role.APPROVER, world.culture)
    actions.set_step_rule(world.culture, "unit_leader", 1, TODAY, by=world.quan)
    version = content.version_of(content.edition(world, approved=False))
    return lambda: actions.agree(version, by=chief)


def _urgent(world: World) -> EditionVersion:
    version = content.version_of(content.edition(world, checked=False, approved=False))
    actions.approve_urgently(version, by=world.lan, reason="Mai phát gạo.")
    return version


def reviewing_after(world: World) -> Deed:
    version = _urgent(world)
    return lambda: actions.review_after(version, content.verdicts(version), by=world.hung)


def refusing_after(world: World) -> Deed:
    version = _urgent(world)
    return lambda: actions.review_after(version, content.verdicts(version, "Sai mức."), by=world.hung)


def commenting(world: World) -> Deed:
    version = content.version_of(content.edition(world, approved=False))
    return lambda: actions.comment(version, version.blocks[0]["id"], "Ghi rõ mức.", by=world.hung, key="k")


def resolving(world: World) -> Deed:
    version = content.version_of(content.edition(world, approved=False))
    said = actions.comment(version, version.blocks[0]["id"], "Ghi rõ mức.", by=world.hung)
    return lambda: actions.resolve_comment(said, by=world.hung, how="Đã rõ")


def withdrawing(world: World) -> Deed:
    article = content.article(world)
    wrong = content.edition(world, of=article)
    right = content.edition(world, of=article, kind=EditionKind.BANNER)
    return lambda: actions.withdraw(
        wrong, by=world.lan, why="Sai mức hỗ trợ.", kind="replaced", replaced_by=right
    )


def scheduling(world: World) -> Deed:
    version = content.version_of(content.edition(world, ward_approved=[world.ward]))
    station = broadcast.ward_station(world)
    return lambda: broadcast.airing(world, station, version, TOMORROW)


# What lets words out or holds them back is killed on both databases, the rest on one.
ON_BOTH = [submitting, approving, approving_for_the_ward, approving_urgently, withdrawing, scheduling]
ON_ONE = [
    suggesting,
    checking,
    sending_back,
    agreeing,
    reviewing_after,
    refusing_after,
    commenting,
    resolving,
]


@pytest.mark.parametrize(
    "prepared",
    [*(pytest.param(one, marks=pytest.mark.db) for one in ON_BOTH), *ON_ONE],
    ids=lambda prepared: prepared.__name__,
)
def test_a_killed_process_leaves_the_old_or_the_new_state(
    prepared: Callable[[World], Deed], world: World, tmp_path: Path
) -> None:
    dates.move_today(TODAY)
    deed = prepared(world)
    with copies(tmp_path) as copy:
        copy.renew()
        old = snapshot(copy)
        killed_at(0, deed, copy)
        new = snapshot(copy)
        assert new != old

        copy.renew()
        left, moment = [], 1
        while killed_at(moment, deed, copy):
            state = snapshot(copy)
            assert state in (old, new), _difference(old, state)
            left.append("new" if state == new else "old")
            if state == new:
                copy.renew()
            moment += 1

        assert left == sorted(left, key=("old", "new").index), "once done it stays done"
        assert left.count("old") > 5  # the deed has many statements, and each was tried
        assert left.count("new") > 0  # also the moment after the commit
        copy.renew()
        killed_at(left.count("old"), deed, copy)
        killed_at(0, deed, copy)
        assert snapshot(copy) == new, "what was cut off is done by doing it again"


def _difference(old: dict, state: dict) -> str:
    return "\n".join(
        f"{table}: {len(rows)} rows, {len(old[table])} before: {rows[:3]}"
        for table, rows in state.items()
        if rows != old[table]
    )
