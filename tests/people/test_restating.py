"""Figures told by the units of another day: general rules against people counted one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.people import shipped
from lantoa.people.restating import restate
from lantoa.people.timeline import Succession, Timeline, UnitVersion
from tests.people.histories import History, histories

few = settings(max_examples=40, deadline=None)
CHANGE = date(2025, 7, 1)
BEFORE = CHANGE - timedelta(days=1)


def poor_by_unit(history: History, day: date) -> dict[str, int]:
    """Every third inhabitant is counted, by the unit where she lives on the day."""
    homes = history.homes_on(day)
    return {unit: sum(home == unit for home in homes[::3]) for unit in set(homes)}


@few
@given(histories(), st.data())
def test_the_truth_lies_within_the_bounds_and_a_plain_value_is_the_truth(
    history: History, data: st.DataObject
) -> None:
    """Con số không ước lượng phải đúng; con số còn để ngỏ phải nằm giữa hai giới hạn."""
    start, end = (data.draw(st.sampled_from(history.days)) for _ in range(2))
    figures, truth = poor_by_unit(history, start), poor_by_unit(history, end)

    restated = restate(figures, history.timeline, start, end)

    for unit, figure in restated.items():
        assert figure.missing == ()
        assert figure.at_least <= truth.get(unit, 0) <= figure.at_most
        if figure.value is not None and not figure.estimated:
            assert figure.value == truth[unit]


@few
@given(histories(), st.data())
def test_no_figure_is_lost_and_none_counts_twice(history: History, data: st.DataObject) -> None:
    start, end = (data.draw(st.sampled_from(history.days)) for _ in range(2))
    figures = poor_by_unit(history, start)

    restated = restate(figures, history.timeline, start, end)

    for unit, figure in figures.items():
        given_on = [p.value for r in restated.values() for p in r.parts if p.from_id == unit]
        assert given_on == [None] * len(given_on) or sum(given_on) == figure
    if all(r.value is not None for r in restated.values()):
        assert sum(r.value for r in restated.values()) == sum(figures.values())


@few
@given(histories())
def test_a_unit_of_which_a_part_has_no_figure_has_none_and_says_which(history: History) -> None:
    start, end = history.days[0], history.days[-1]
    figures = poor_by_unit(history, start)
    left_out = min(figures)
    del figures[left_out]

    restated = restate(figures, history.timeline, start, end)

    for unit in set(history.moves(left_out, start, end)) & set(restated):
        assert left_out in restated[unit].missing
        assert (restated[unit].value, restated[unit].at_most) == (None, None)


# -- The wards of Biên Hòa ------------------------------------------------------------------------
def test_a_merged_ward_has_the_sum_and_a_ward_with_an_uncounted_commune_has_none() -> None:
    timeline = shipped.load()
    (city,) = timeline.find("TP Biên Hòa", BEFORE)
    figures = {v.unit_id: 10 for v in timeline.units_on(BEFORE, within=city.unit_id)}

    restated = restate(figures, timeline, BEFORE, CHANGE)

    named = {timeline.newest(unit).name: figure for unit, figure in restated.items()}
    assert (named["Trấn Biên"].value, named["Biên Hòa"].value, named["Phước Tân"].value) == (60, 40, 10)
    open_ones = {name: [timeline.newest(m).name for m in r.missing] for name, r in named.items() if r.missing}
    assert open_ones == {
        "Hố Nai": ["Hố Nai 3"],
        "Tân Triều": ["Bình Lợi", "Tân Bình", "Thạnh Phú"],
        "Trảng Dài": ["Thiện Tân"],
    }


def test_a_split_with_an_unknown_share_is_left_open() -> None:
    timeline, day = shipped.load(), date(2024, 10, 31)
    figures = {v.unit_id: 10 for v in timeline.units_on(day, within="u002")}

    restated = restate(figures, timeline, day, date(2024, 11, 1))

    named = {timeline.newest(unit).name: figure for unit, figure in restated.items()}
    assert {name for name, figure in named.items() if figure.value is None} == {
        "Quang Vinh",
        "Trung Dũng",
        "Tân Phong",
    }
    assert (named["Quang Vinh"].at_least, named["Quang Vinh"].at_most) == (20, 30)
    assert (named["Tân Phong"].at_least, named["Tân Phong"].at_most) == (0, 10)


def split(people: tuple[int | None, int | None]) -> Timeline:
    return Timeline(
        [
            UnitVersion("a", "A", "phường", "ward", valid_to=BEFORE),
            UnitVersion("b", "B", "phường", "ward", valid_from=CHANGE),
            UnitVersion("c", "C", "phường", "ward", valid_from=CHANGE),
        ],
        [
            Succession("a", to, CHANGE, people=count, known=count is not None)
            for to, count in zip("bc", people, strict=True)
        ],
    )


def test_a_split_that_was_counted_is_shared_out_and_marked_as_an_estimate() -> None:
    restated = restate({"a": 10}, split((200, 100)), BEFORE, CHANGE)

    assert {unit: (r.value, r.estimated) for unit, r in restated.items()} == {"b": (7, True), "c": (3, True)}
    assert [(r.at_least, r.at_most) for r in restated.values()] == [(0, 10), (0, 10)]


def test_a_split_into_parts_where_nobody_lived_is_not_divided() -> None:
    restated = restate({"a": 10}, split((0, 0)), BEFORE, CHANGE)

    assert [r.value for r in restated.values()] == [None, None]


def test_a_figure_of_a_territory_that_was_lost_sight_of_stays_in_the_table() -> None:
    timeline = Timeline([UnitVersion("a", "A", "phường", "ward", valid_to=BEFORE)], [])

    restated = restate({"a": 4}, timeline, BEFORE, CHANGE)

    assert (restated[None].value, restated[None].at_most) == (None, 4)


def test_wards_of_a_city_that_has_a_figure_are_not_called_missing() -> None:
    restated = restate({"u002": 100}, shipped.load(), BEFORE, CHANGE)

    named = {shipped.load().newest(unit).name: r.missing for unit, r in restated.items()}
    assert (named["Trấn Biên"], len(named["Trảng Dài"])) == ((), 1)


def test_what_would_count_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="lies in another"):
        restate({"u002": 5, "u104": 1}, shipped.load(), BEFORE, CHANGE)


@pytest.mark.parametrize(("figures", "says"), [({"u401": 1}, "not there"), ({"u104": -1}, "negative")])
def test_a_figure_that_cannot_be_is_refused(figures: dict[str, int], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        restate(figures, shipped.load(), BEFORE, CHANGE)
