"""Sáp nhập, chia tách bất kỳ: không lượt nào mất hay tính thừa; số thật luôn nằm trong khoảng đã nói."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from lantoa.common import dates
from lantoa.coverage.matrix import Axis, crossed
from lantoa.coverage.queries import Asked, Matrix, matrix
from lantoa.deliveries.rules.reach_is_two_bounds import Bounds
from lantoa.library.models import Policy
from lantoa.people.models import AudienceKind, AudienceSize, Succession, Unit, UnitKind, UnitVersion
from lantoa.people.queries import scope
from lantoa.plans.models import Channel
from tests.coverage.test_queries import in_sum
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World, unit

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

FIRST = date(2025, 1, 1)
MERGED_ON, SPLIT_ON, AFTER = date(2025, 4, 1), date(2025, 7, 1), date(2025, 9, 1)


def ended(one: Unit, on: date) -> None:
    UnitVersion.objects.filter(unit=one).update(valid_to=on - timedelta(days=1))


def followed_by(old: Unit, news: Iterable[Unit], on: date) -> None:
    ended(old, on)
    for new in news:
        Succession.objects.create(predecessor=old, successor=new, on=on)


def ward(world: World, name: str, on: date) -> Unit:
    return unit(name, "phường", UnitKind.WARD, world.city, valid_from=on)


def asked_on(world: World, day: date, **more: Any) -> Matrix:
    return matrix(scope(world.minh, day), Asked(day, FIRST, day, **more), from_ledger=True)


def lines_in(table: Matrix) -> dict[int, list[tuple[int, bool]]]:
    """Line id -> the wards that it is counted in, and whether as counted for them alone."""
    found: dict[int, list[tuple[int, bool]]] = {}
    for row in table.rows:
        for telling in row.cells[0].tellings:
            found.setdefault(telling.line.pk, []).append((row.unit_id, telling.exact))  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("seed", range(3))
def test_totals_are_the_same_by_the_units_of_any_day_and_unknown_shares_are_marked(
    world: World, seed: int
) -> None:
    """Nhập phường thì tổng giữ nguyên; tách phường mà không rõ phần thì ghi ước tính, không chia đoán."""
    chance = random.Random(seed)
    policy = library.policy(audiences=[world.poor])
    script = make.version(world, policies=[policy], audiences=[world.poor])
    old = [world.ward, world.other_ward, world.third_ward, *(ward(world, f"Cũ {n}", FIRST) for n in range(3))]
    dates.move_today(date(2025, 3, 10))
    at: dict[int, Unit] = {}
    for one in (chance.choice(old) for _ in range(10)):
        line = make.delivery(world, version=script, unit=one, by=world.minh, reach_low=2, reach_high=9)
        at[line.pk] = one
    before = asked_on(world, date(2025, 3, 10))

    merged = [ward(world, f"Nhập {n}", MERGED_ON) for n in range(2)]
    for one in old:
        if chance.random() < 0.7:
            followed_by(one, [chance.choice(merged)], MERGED_ON)
    there = {*old, *merged}
    dates.move_today(SPLIT_ON - timedelta(days=1))
    between = asked_on(world, SPLIT_ON - timedelta(days=1))
    parts = [ward(world, f"Tách {n}", SPLIT_ON) for n in range(3)]
    split = chance.choice(sorted(there, key=lambda one: one.pk))
    if UnitVersion.objects.filter(unit=split, valid_to__isnull=True).exists():
        followed_by(split, chance.sample(parts, 2), SPLIT_ON)
    dates.move_today(AFTER)
    after = asked_on(world, AFTER)

    for table in (before, between):
        cells = [row.cells[0] for row in table.rows]
        assert sum(cell.deeds for cell in cells) == len(at)
        assert sum(cell.bounds.high or 0 for cell in cells) == 9 * len(at)
        assert not any(cell.estimated for cell in cells)
    counted = lines_in(after)
    assert counted.keys() == at.keys()
    for places in counted.values():
        assert len(places) == 1 or not any(exact for _, exact in places)
    for row in after.rows:
        guessed = any(not exact for places in counted.values() for w, exact in places if w == row.unit_id)
        assert row.cells[0].estimated == guessed
    assert in_sum(matrix(scope(world.minh, AFTER), after.asked)) == in_sum(after)


# -- A simulated population ---------------------------------------------------------------------


@dataclass
class Person:
    """Where somebody lived before and lives after the change, and the group she belongs to."""

    kind: AudienceKind
    then: Unit
    now: Unit

    def home(self, day: date) -> Unit:
        return self.now if day >= SPLIT_ON else self.then


@dataclass
class Heard:
    """Who truly heard one delivery."""

    on: date
    channel: Channel
    policies: list[Policy]
    named: list[AudienceKind]
    people: list[Person]

    def tells_of_theirs(self, groups: Iterable[AudienceKind], policy_id: int | None) -> bool:
        """Did it name any of these groups, of a policy that is for them?"""
        mine = set(groups) & set(self.named)
        asked = [one for one in self.policies if policy_id in (None, one.pk)]
        return any(mine & set(one.audiences.all()) for one in asked)


def a_population(world: World, chance: random.Random) -> list[Person]:
    """Two wards merge, the third is split; everybody moves with the land she lives on."""
    merged, left, right = (ward(world, name, SPLIT_ON) for name in ("Gộp", "Tả", "Hữu"))
    people = []
    for home, news in (
        (world.ward, [merged]),
        (world.third_ward, [merged]),
        (world.other_ward, [left, right]),
    ):
        people += [
            Person(chance.choice([world.poor, world.near_poor]), home, chance.choice(news))
            for _ in range(chance.randint(4, 25))
        ]
        followed_by(home, news, SPLIT_ON)
    for day in (FIRST, SPLIT_ON):
        for home in {person.home(day) for person in people}:
            for kind in (world.poor, world.near_poor):
                count = sum(p.home(day) == home and p.kind == kind for p in people)
                AudienceSize.objects.create(
                    unit=home, kind=kind, count=count, counted_on=day, source="Dân số mô phỏng"
                )
    return people


def told_at_random(world: World, chance: random.Random, people: list[Person]) -> list[Heard]:
    policies = [
        library.policy(audiences=kinds) for kinds in ([world.poor, world.near_poor], [world.near_poor])
    ]
    channels = [make.channel("loa"), make.channel("lop", Channel.Medium.GATHERING)]
    heard = []
    for on in sorted(FIRST + timedelta(days=chance.randrange(10, 240)) for _ in range(9)):
        dates.move_today(on)
        told = chance.sample(policies, chance.randint(1, 2))
        named = chance.choice([[world.poor], [world.near_poor], [world.poor, world.near_poor]])
        home = chance.choice([world.city, *{p.home(on).pk: p.home(on) for p in people}.values()])
        around = [p for p in people if p.kind in named and home in (world.city, p.home(on))]
        reached = chance.sample(around, chance.randint(0, len(around)))
        channel = channels[0] if home == world.city else chance.choice(channels)
        make.delivery(
            world,
            version=make.version(world, policies=told, audiences=named),
            unit=home,
            by=world.minh,
            channel=channel,
            happened_on=on,
            reach_low=chance.choice([None, chance.randint(0, len(reached))]),
            reach_high=chance.choice([None, *[len(reached) + chance.randint(0, 6)] * 3]),
        )
        heard.append(Heard(on, channel, told, named, reached))
    return heard


def truly(heard: Iterable[Heard], home: Unit | int, day: date, kinds: Iterable[AudienceKind]) -> int:
    """How many who live there on the day, of these groups, heard any of it."""
    pk = home if isinstance(home, int) else home.pk
    wanted = set(kinds)
    return len({id(p) for one in heard for p in one.people if p.home(day).pk == pk and p.kind in wanted})


def holds(bounds: Bounds, true: int) -> bool:
    return (bounds.low or 0) <= true and (bounds.high is None or true <= bounds.high)


@pytest.mark.parametrize("seed", range(4))
def test_the_true_number_lies_within_the_bounds_of_every_cell(world: World, seed: int) -> None:
    """Người nghe nhiều kênh chỉ là một người; phường nhập, tách thì người ở đâu tính ở đó."""
    chance = random.Random(seed)
    people = a_population(world, chance)
    heard = told_at_random(world, chance, people)

    for day in (SPLIT_ON - timedelta(days=1), AFTER):
        dates.move_today(day)
        by_then = [one for one in heard if one.on <= day]
        mine, both = scope(world.minh, day), (world.poor, world.near_poor)
        for audience in (None, *both):
            table = matrix(mine, Asked(day, FIRST, day, audience))
            for row in table.rows:
                for policy, cell in zip(table.policies, row.cells, strict=True):
                    group = [audience] if audience else list(policy.audiences.all())
                    about = [one for one in by_then if policy in one.policies]
                    assert cell.state == "na" or holds(cell.bounds, truly(about, row.unit_id, day, group))
        for axes in ((Axis.AUDIENCE, Axis.MONTH), (Axis.CHANNEL, Axis.UNIT), (Axis.POLICY, Axis.CHANNEL)):
            squares = crossed(mine, axes, Asked(day, FIRST, day))
            for keys, square in squares.cells.items():
                known = dict(zip(axes, keys, strict=True))
                kinds = [k for k in both if k.pk in square.concerns.group]
                about = [one for one in by_then if _fits(one, known, kinds)]
                true = sum(truly(about, home, day, kinds) for home in square.concerns.wards)
                assert holds(square.bounds, true), (axes, keys)


def _fits(one: Heard, known: dict[Axis, Any], kinds: list[AudienceKind]) -> bool:
    month, channel, policy = (known.get(axis) for axis in (Axis.MONTH, Axis.CHANNEL, Axis.POLICY))
    return (
        (month is None or one.on.replace(day=1) == month)
        and (channel is None or one.channel.pk == channel)
        and one.tells_of_theirs(kinds, policy)
    )
