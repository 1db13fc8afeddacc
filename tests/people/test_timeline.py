"""Units through time: general rules over random histories, against people who are followed one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.people.timeline import Succession, Timeline, UnitVersion
from tests.people.histories import CITY, START, History, histories

LATER = date(2030, 1, 1)
DAY = timedelta(days=1)
few = settings(max_examples=40, deadline=None)


def pairs_of_days(history: History) -> list[tuple[date, date]]:
    return [(a, b) for a in history.days for b in history.days if a <= b]


@few
@given(histories())
def test_everyone_lives_in_a_unit_that_is_listed(history: History) -> None:
    for start, end in pairs_of_days(history):
        for unit in history.units_on(start):
            listed = {p.unit_id for p in history.timeline.successors(unit, start, end)}

            assert set(history.moves(unit, start, end)) <= listed


@few
@given(histories())
def test_a_counted_share_is_the_true_one_and_never_a_guess(history: History) -> None:
    """Phần không được đếm thì để trống, không suy đoán."""
    for start, end in pairs_of_days(history):
        for unit in history.units_on(start):
            truth = history.moves(unit, start, end)
            for part in history.timeline.successors(unit, start, end):
                assert part.people in (None, truth[part.unit_id])


@few
@given(histories())
def test_totals_are_conserved_where_every_share_is_counted(history: History) -> None:
    for start, end in pairs_of_days(history):
        for unit in history.units_on(start):
            people = [p.people for p in history.timeline.successors(unit, start, end)]
            if None not in people:
                assert sum(people) == history.moves(unit, start, end).total()


@few
@given(histories())
def test_the_whole_of_a_territory_is_in_one_unit_or_said_to_be_parts(history: History) -> None:
    for start, end in pairs_of_days(history):
        for unit in history.units_on(start):
            parts = history.timeline.successors(unit, start, end)

            assert [p.whole for p in parts] == [len(parts) == 1] * len(parts)
            if parts[0].whole:
                assert set(history.moves(unit, start, end)) == {parts[0].unit_id}


@few
@given(histories(only_counted_splits=True))
def test_where_every_split_is_counted_every_share_is_known(history: History) -> None:
    for start, end in pairs_of_days(history):
        for unit in history.units_on(start):
            parts = history.timeline.successors(unit, start, end)

            assert all(p.known for p in parts)
            if len(parts) > 1:
                assert {p.unit_id: p.people for p in parts} == history.moves(unit, start, end)


@few
@given(histories())
def test_going_on_in_two_steps_reaches_the_same_units(history: History) -> None:
    timeline, middle = history.timeline, history.days[len(history.days) // 2]
    for unit in history.units_on(START):
        half_way = {p.unit_id for p in timeline.successors(unit, START, middle)}
        in_two = {p.unit_id for one in half_way for p in timeline.successors(one, middle, LATER)}

        assert {p.unit_id for p in timeline.successors(unit, START, LATER)} == in_two


@few
@given(histories())
def test_the_next_change_is_the_state_of_the_day_on_which_the_unit_ended(history: History) -> None:
    timeline = history.timeline
    for unit in history.units_on(START):
        ended = timeline.newest(unit).valid_to
        if ended:
            assert timeline.successors(unit, START) == timeline.successors(unit, START, ended + DAY)
            assert {p.on for p in timeline.successors(unit, START)} == {ended + DAY}


@few
@given(histories())
def test_a_predecessor_is_what_a_successor_is_seen_from_the_other_side(history: History) -> None:
    timeline = history.timeline
    forward = {
        (old, p.unit_id): (p.people, p.whole)
        for old in history.units_on(START)
        for p in timeline.successors(old, START, LATER)
    }
    backward = {
        (p.unit_id, new): (p.people, p.whole)
        for new in history.units_on(LATER)
        for p in timeline.predecessors(new, LATER, START)
    }

    # A listed successor may hold nobody of the unit, then it need not be inhabited on the last day at all.
    assert backward == {pair: share for pair, share in forward.items() if pair[1] in history.units_on(LATER)}


@few
@given(histories())
def test_a_city_that_was_abolished_lives_on_in_the_units_that_took_over_its_wards(history: History) -> None:
    timeline = history.timeline
    for day in history.days:
        parts = {p.unit_id for p in timeline.successors(CITY, START, day)}

        if timeline.version_on(CITY, day):
            assert parts == {CITY}
        else:
            assert parts >= history.units_on(day)


@few
@given(histories(), st.sampled_from(["people", "dates", "twice"]))
def test_data_that_contradict_themselves_are_refused(history: History, fault: str) -> None:
    steps = list(history.timeline.successions)
    if not steps:
        return
    first = steps[0]
    broken = {
        "people": Succession(first.from_id, first.to_id, first.on, people=-1, known=True),
        "dates": Succession(first.from_id, first.to_id, first.on + DAY, known=True, people=1),
        "twice": Succession(first.from_id, first.to_id, first.on, known=True, people=1),
    }[fault]

    with pytest.raises(ValueError):
        Timeline(history.timeline.versions, [*steps, broken])


# -- What a reader is told, case by case ----------------------------------------------------------
def ward(unit_id: str, name: str = "", **more: object) -> UnitVersion:
    return UnitVersion(unit_id, name or unit_id, "phường", "ward", **more)


CHANGE = date(2025, 7, 1)
BEFORE = CHANGE - DAY


def test_a_part_that_keeps_the_name_is_listed_too() -> None:
    timeline = Timeline(
        [
            ward("a1", "An", valid_to=BEFORE),
            ward("a2", "An", valid_from=CHANGE),
            ward("b", "Ba", valid_from=CHANGE),
        ],
        [Succession("a1", "a2", CHANGE), Succession("a1", "b", CHANGE, people=7, known=True)],
    )

    parts = timeline.successors("a1", BEFORE)

    assert [(p.unit_id, p.people, p.known) for p in parts] == [("a2", None, False), ("b", 7, True)]


def test_a_part_of_a_unit_that_is_split_again_is_not_known_though_each_share_was_counted() -> None:
    second = date(2026, 1, 1)
    timeline = Timeline(
        [
            ward("a", valid_to=BEFORE),
            ward("b", valid_to=BEFORE),
            ward("m", valid_from=CHANGE, valid_to=second - DAY),
            ward("x", valid_from=second),
            ward("y", valid_from=second),
        ],
        [
            Succession("a", "m", CHANGE, people=5, known=True),
            Succession("b", "m", CHANGE, people=5, known=True),
            Succession("m", "x", second, people=4, known=True),
            Succession("m", "y", second, people=6, known=True),
        ],
    )

    assert [(p.unit_id, p.known) for p in timeline.successors("a", BEFORE, second)] == [
        ("x", False),
        ("y", False),
    ]


def test_a_territory_of_which_nobody_recorded_where_it_went_is_said_to_be_unknown() -> None:
    timeline = Timeline([ward("a", valid_to=BEFORE)], [])

    (part,) = timeline.successors("a", BEFORE)

    assert (part.unit_id, part.on, part.known) == (None, CHANGE, False)


def test_a_new_name_is_told_with_its_day_though_the_unit_stays_the_same() -> None:
    timeline = Timeline(
        [ward("a", "Cũ", valid_to=BEFORE), ward("a", "Mới", valid_from=CHANGE, legal_basis="NQ 1")], []
    )

    (part,) = timeline.successors("a", BEFORE)

    assert (part.unit_id, part.on, part.whole, part.resolution) == ("a", CHANGE, True, "NQ 1")


def test_a_new_name_counts_as_a_change_only_after_its_first_day() -> None:
    timeline = Timeline([ward("a", "Cũ", valid_to=BEFORE), ward("a", "Mới", valid_from=CHANGE)], [])

    (part,) = timeline.successors("a", CHANGE)

    assert part.on is None


def test_a_counted_part_that_became_an_abolished_city_is_not_counted_in_each_of_its_wards() -> None:
    second = date(2026, 1, 1)
    inside = {"parent_id": "city", "valid_from": CHANGE}
    timeline = Timeline(
        [
            ward("a", valid_to=BEFORE),
            UnitVersion("city", "C", "thành phố", "city", valid_from=CHANGE, valid_to=second - DAY),
            ward("b", valid_from=CHANGE),
            ward("x", **inside, valid_to=second - DAY),
            ward("x", valid_from=second),
            ward("y", **inside, valid_to=second - DAY),
            ward("y", valid_from=second),
        ],
        [
            Succession("a", "city", CHANGE, people=9, known=True),
            Succession("a", "b", CHANGE, people=2, known=True),
        ],
    )

    parts = timeline.successors("a", BEFORE, second)

    assert {p.unit_id: p.people for p in parts} == {"b": 2, "x": None, "y": None}


def test_a_unit_that_nothing_happened_to_answers_with_itself_and_no_day() -> None:
    (part,) = Timeline([ward("a")], []).successors("a", CHANGE, LATER)

    assert (part.unit_id, part.on, part.whole) == ("a", None, True)


def test_a_unit_is_not_followed_from_a_day_on_which_it_was_not_there() -> None:
    timeline = Timeline([ward("a", valid_to=BEFORE)], [])

    with pytest.raises(ValueError, match="not there"):
        timeline.successors("a", CHANGE)


def test_what_a_data_set_ends_on_the_last_day_of_all_does_not_end() -> None:
    (part,) = Timeline([ward("a", valid_to=date.max)], []).successors("a", CHANGE)

    assert part.unit_id == "a"


@pytest.mark.parametrize(
    ("versions", "steps", "says"),
    [
        ([ward("a", valid_to=CHANGE), ward("a", valid_from=CHANGE)], [], "cùng có hiệu lực"),
        ([ward("a"), ward("a", valid_from=CHANGE)], [], "cùng có hiệu lực"),
        ([ward("a", valid_to=BEFORE - DAY), ward("a", valid_from=CHANGE)], [], "khoảng thời gian"),
        ([ward("a", valid_from=CHANGE, valid_to=BEFORE)], [], "trước khi bắt đầu"),
        ([UnitVersion("a", "A", "làng", "village")], [], "loại đơn vị"),
        ([ward("a", parent_id="b")], [], "không có đơn vị cấp trên"),
        ([ward("a", parent_id="b"), ward("b", valid_to=BEFORE)], [], "trong suốt thời gian"),
        ([ward("a", parent_id="b"), ward("b", parent_id="a")], [], "trực thuộc chính mình"),
        ([ward("a", parent_id="a")], [], "trực thuộc chính mình"),
        ([ward("a", valid_to=BEFORE)], [Succession("a", "b", CHANGE)], "không có đơn vị b"),
        (
            [ward("a"), ward("b", valid_from=CHANGE)],
            [Succession("a", "b", CHANGE)],
            "đơn vị cũ phải kết thúc",
        ),
        ([ward("a", valid_to=BEFORE), ward("b")], [Succession("a", "b", CHANGE)], "đơn vị mới phải bắt đầu"),
        ([ward("a", valid_to=BEFORE)], [Succession("a", "a", CHANGE)], "đơn vị mới phải bắt đầu"),
        (
            [ward("a", valid_to=BEFORE), ward("b", valid_from=CHANGE)],
            [Succession("a", "b", CHANGE, people=3)],
            "chưa biết tỷ lệ",
        ),
        (
            [ward("a", valid_to=BEFORE), ward("b", valid_from=CHANGE)],
            [Succession("a", "b", CHANGE, people=3, households=4, known=True)],
            "số hộ nhiều hơn",
        ),
        (
            [ward("a", valid_to=BEFORE), ward("b", valid_from=CHANGE), ward("c", valid_from=CHANGE)],
            [Succession("a", "b", CHANGE, known=True), Succession("a", "c", CHANGE)],
            "không có số nào",
        ),
    ],
)
def test_a_contradiction_is_told_in_a_sentence(
    versions: list[UnitVersion], steps: list[Succession], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        Timeline(versions, steps)


def test_territory_cannot_pass_in_a_circle() -> None:
    second = date(2026, 1, 1)
    versions = [ward("a", valid_to=BEFORE), ward("b", valid_from=CHANGE, valid_to=second - DAY)]

    with pytest.raises(ValueError, match="đơn vị mới phải bắt đầu"):
        Timeline(versions, [Succession("a", "b", CHANGE), Succession("b", "a", second)])


def test_every_contradiction_is_told_at_once() -> None:
    with pytest.raises(ValueError) as refused:
        Timeline([ward("a", parent_id="x"), ward("b", parent_id="y")], [])

    assert len(refused.value.problems) == 2
