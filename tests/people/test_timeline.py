"""Units through time: claims about the shipped data, and general rules over random histories."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.people import shipped
from lantoa.people.timeline import Succession, Timeline, UnitVersion

BEFORE, SECOND, THIRD = date(2024, 10, 31), date(2025, 6, 30), date(2025, 7, 1)


def names(units: list[UnitVersion]) -> set[str]:
    return {unit.name for unit in units}


def the(name: str, day: date) -> UnitVersion:
    (found,) = shipped.load().find(name, day)
    return found


@pytest.mark.parametrize(
    ("day", "count"),
    [(BEFORE, 30), (date(2024, 11, 1), 25), (SECOND, 25)],
)
def test_bien_hoa_has_its_units_of_the_day(day: date, count: int) -> None:
    city = the("thành phố Biên Hòa", day)

    assert len(shipped.load().units_on(day, within=city.unit_id)) == count


def test_ten_wards_took_over_on_the_first_of_july() -> None:
    province = the("Đồng Nai", THIRD)

    wards = shipped.load().units_on(THIRD, within=province.unit_id)

    assert names(wards) == {
        "Biên Hòa", "Trấn Biên", "Tam Hiệp", "Long Bình", "Trảng Dài",
        "Hố Nai", "Long Hưng", "Tân Triều", "Phước Tân", "Tam Phước",
    }  # fmt: skip


def test_one_code_was_three_units() -> None:
    holders = {v.unit_id: v.name for v in shipped.load().versions if v.code == "26041"}

    assert sorted(holders.values()) == ["Quyết Thắng", "Trung Dũng", "Trấn Biên"]


def test_one_name_is_a_city_and_then_a_ward() -> None:
    assert the("Biên Hòa", SECOND).kind == "city"
    assert the("Biên Hòa", THIRD).kind == "ward"


def test_the_province_becomes_a_city_without_becoming_another_unit() -> None:
    before, after = the("Đồng Nai", date(2026, 4, 29)), the("Đồng Nai", date(2026, 4, 30))

    assert (before.unit_id, before.type_word, after.type_word) == (after.unit_id, "tỉnh", "thành phố")


def test_a_split_unit_keeps_its_known_parts_and_does_not_guess_the_rest() -> None:
    old = the("Tân Phong", BEFORE)

    parts = {shipped.load().newest(p.unit_id).name: p for p in shipped.load().successors(old.unit_id, BEFORE)}

    assert {name: (p.people, p.known) for name, p in parts.items()} == {
        "Quang Vinh": (3553, True),
        "Trung Dũng": (1037, True),
        "Tân Phong": (None, False),
    }


def test_parts_that_meet_again_add_up() -> None:
    old = the("Tân Phong", BEFORE)

    parts = shipped.load().successors(old.unit_id, BEFORE, date(2026, 1, 1))

    assert {shipped.load().newest(p.unit_id).name: p.people for p in parts} == {
        "Trấn Biên": 4590,
        "Tân Triều": None,
    }


def test_an_abolished_level_passed_on_through_what_lay_in_it() -> None:
    city = the("thành phố Biên Hòa", SECOND)

    assert len(shipped.load().successors(city.unit_id, SECOND)) == 10


def test_a_unit_that_did_not_change_answers_with_itself() -> None:
    ward = the("Phước Tân", SECOND)

    (part,) = shipped.load().successors(ward.unit_id, SECOND, date(2026, 1, 1))

    assert (part.unit_id, part.on) == (ward.unit_id, None)


@pytest.mark.parametrize("typed", ["Hoá An", "hóa an", "Phường Hóa An", "P. Hóa An", "HÓA AN"])
def test_a_name_is_found_however_it_is_typed(typed: str) -> None:
    day = date(2025, 1, 1)

    found = shipped.load().find(typed, day)

    assert names(found) == {"Hóa An"}


def test_overlapping_versions_are_refused() -> None:
    versions = [
        UnitVersion("a", "A", "phường", "ward", valid_to=date(2025, 1, 2)),
        UnitVersion("a", "B", "phường", "ward", valid_from=date(2025, 1, 2)),
    ]

    with pytest.raises(ValueError, match="overlap"):
        Timeline(versions, [])


def test_a_succession_of_an_unknown_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown"):
        Timeline([UnitVersion("a", "A", "phường", "ward")], [Succession("a", "b", date(2025, 1, 1))])


# -- General rules, against people who are moved one by one ----------------------------------------

START = date(2020, 1, 1)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Timeline, dict[str, list[str]], list[date]]:
    """Some years of merges and splits: the timeline, and for each first unit where each person ended."""
    alive = {f"u{i}": draw(st.integers(1, 9)) for i in range(draw(st.integers(1, 5)))}
    home = {unit: [unit] * count for unit, count in alive.items()}  # first unit -> where each person lives
    versions: dict[str, UnitVersion] = {u: UnitVersion(u, u, "phường", "ward") for u in alive}
    steps: list[Succession] = []
    days = []
    serial = len(alive)
    for year in range(draw(st.integers(0, 4))):
        day = START + timedelta(days=365 * (year + 1))
        days.append(day)
        living = sorted({u for people in home.values() for u in people})
        old = draw(st.lists(st.sampled_from(living), min_size=1, max_size=3, unique=True))
        new = [f"u{serial + i}" for i in range(draw(st.integers(1, 2)))]
        serial += len(new)
        moved: dict[tuple[str, str], int] = {}
        for people in home.values():
            for index, unit in enumerate(people):
                if unit in old:
                    target = draw(st.sampled_from(new))
                    people[index] = target
                    moved[unit, target] = moved.get((unit, target), 0) + 1
        for unit in {n for _, n in moved}:
            versions[unit] = UnitVersion(unit, unit, "phường", "ward", valid_from=day)
        steps += [Succession(o, n, day, people=count, known=True) for (o, n), count in moved.items()]
    return Timeline(versions.values(), steps), home, days


@settings(max_examples=60, deadline=None)
@given(histories())
def test_the_end_of_every_person_is_among_the_successors(history: tuple) -> None:
    timeline, home, _ = history

    for first, people in home.items():
        parts = {p.unit_id for p in timeline.successors(first, START, date(2030, 1, 1))}
        assert set(people) <= parts


@settings(max_examples=60, deadline=None)
@given(histories())
def test_totals_are_conserved_wherever_they_are_known(history: tuple) -> None:
    timeline, home, days = history

    for first, people in home.items():
        if not days:
            continue
        parts = timeline.successors(first, START)
        if all(p.people is not None for p in parts):
            assert sum(p.people for p in parts) == len(people)


@settings(max_examples=60, deadline=None)
@given(histories())
def test_a_share_is_never_guessed(history: tuple) -> None:
    timeline, home, _ = history

    for first, people in home.items():
        for part in timeline.successors(first, START, date(2030, 1, 1)):
            assert part.people is None or part.people == people.count(part.unit_id)
