"""Cộng sổ: các số cộng chỉ làm từ sổ; làm dần hay làm lại từ đầu đều ra như nhau."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.common import dates
from lantoa.coverage.models import RollUp, Tally
from lantoa.coverage.queries import Asked, matrix
from lantoa.coverage.roll_up import brought_up_to_date, rebuild
from lantoa.coverage.sums import Sum, unpacked
from lantoa.deliveries.actions import add_evidence, correct_delivery
from lantoa.deliveries.models import Delivery, Evidence, Outcome
from lantoa.people.models import AudienceSize
from lantoa.people.queries import scope
from lantoa.plans.models import Channel
from tests.coverage.test_queries import in_sum
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World
from tests.factories.pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.db]

TODAY = date(2025, 3, 20)


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)


def stored() -> list[tuple[Any, ...]]:
    """Every row as it is stored, to the byte."""
    rows = Tally.objects.order_by("unit_id", "month")
    return [(t.unit_id, t.month, t.subjects, bytes(t.whole), bytes(t.daily)) for t in rows]


def sums() -> list[Sum]:
    """Every sum of every row, of whole months and of days."""
    return [Sum(*one) for t in Tally.objects.all() for kept in (t.whole, t.daily) for one in unpacked(kept)]


def newest(line: Delivery) -> Delivery:
    while later := Delivery.objects.filter(corrects=line).first():
        line = later
    return line


def test_line_corrected_to_another_month_and_channel_is_summed_there_alone(world: World) -> None:
    line = make.delivery(world, happened_on=date(2025, 3, 3), reach_low=5, reach_high=9)
    brought_up_to_date()

    correct_delivery(
        line,
        "Ghi nhầm tháng.",
        by=world.tam,
        happened_on=date(2025, 2, 3),
        channel=make.channel("khac"),
    )
    brought_up_to_date()

    assert [t.month for t in Tally.objects.all()] == [date(2025, 2, 1)]
    assert [(s.day, s.channel_id, s.deeds) for s in sums()] == [
        (0, make.channel("khac").pk, 1),
        (3, make.channel("khac").pk, 1),
    ]


def test_evidence_handed_in_later_raises_the_grade(world: World) -> None:
    line = make.delivery(world)
    brought_up_to_date()

    add_evidence(line, Evidence.Kind.PHOTO, by=world.tam, upload=photo())
    brought_up_to_date()

    assert {s.grade for s in sums()} == {5}


def test_what_was_corrected_to_not_done_is_summed_no_more(world: World) -> None:
    line = make.delivery(world)
    brought_up_to_date()

    correct_delivery(
        line, "Hôm ấy mất điện.", by=world.tam, outcome=Outcome.NOT_DONE, outcome_why="Mất điện."
    )
    brought_up_to_date()

    assert not Tally.objects.exists()


def test_sums_that_are_up_to_date_cost_two_queries(world: World) -> None:
    make.delivery(world)
    brought_up_to_date()

    with CaptureQueriesContext(connection) as seen:
        brought_up_to_date()

    assert len(seen) == 2


def test_sums_made_anew_are_known_as_others(world: World) -> None:
    """Kết quả giữ trong bộ nhớ của lần dựng trước không lẫn với lần dựng sau."""
    make.delivery(world)
    before = brought_up_to_date().made

    assert rebuild().made != before


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_sums_made_bit_by_bit_are_those_made_anew_and_say_what_the_lines_say(world: World, seed: int) -> None:
    """Ghi, sửa, nộp bằng chứng, cộng dở dang theo thứ tự bất kỳ: làm lại từ đầu vẫn ra đúng như thế."""
    chance = random.Random(seed)
    policies = [library.policy(audiences=[world.poor, world.near_poor]) for _ in range(2)]
    scripts = [
        make.version(world, policies=chance.sample(policies, n), audiences=[world.poor, world.near_poor][:n])
        for n in (1, 2)
    ]
    channels = [make.channel("a"), make.channel("b", Channel.Medium.GATHERING)]
    places = [(world.ward, world.tam), (world.other_ward, world.van), (world.city, world.minh)]
    AudienceSize.objects.get_or_create(
        unit=world.ward, kind=world.poor, counted_on=date(2025, 1, 1), defaults={"count": 90, "source": "Thử"}
    )
    RollUp.objects.all().delete()
    Tally.objects.all().delete()
    written: list[tuple[Delivery, Any]] = []
    for _ in range(chance.randint(2, 9)):
        step = chance.choice(["write", "write", "correct", "prove", "sum"])
        low = chance.choice([None, chance.randint(0, 40)])
        high = None if chance.random() < 0.2 else (low or 0) + chance.randint(0, 40)
        day = TODAY - timedelta(days=chance.randint(0, 70))
        if step == "write" or not written:
            unit, by = chance.choice(places)
            said: dict[str, Any] = {"version": chance.choice([*scripts, None])}
            if said["version"] is None:
                said |= {"policies": policies[:1], "audiences": [world.poor]}
            line = make.delivery(
                world, unit=unit, by=by, channel=chance.choice(channels), happened_on=day,
                reach_low=low, reach_high=high, **said,
            )  # fmt: skip
            written.append((line, by))
        elif step == "sum":
            brought_up_to_date()
        else:
            line, by = chance.choice(written)
            line = newest(line)
            if step == "prove":
                add_evidence(line, Evidence.Kind.STATEMENT, by=by, note="Có nghe.")
            else:
                correct_delivery(
                    line, "Nhầm.", by=by, channel=chance.choice(channels), happened_on=day,
                    reach_low=low, reach_high=high,
                )  # fmt: skip
    brought_up_to_date()
    bit_by_bit = stored()
    rebuild()

    assert stored() == bit_by_bit
    first = TODAY - timedelta(days=chance.randint(0, 60))
    question = Asked(TODAY, first, first + timedelta(days=chance.randint(0, 60)))
    mine = scope(world.minh)
    assert in_sum(matrix(mine, question)) == in_sum(matrix(mine, question, from_ledger=True))
