"""The shipped units: what they claim about Biên Hòa through its three states."""

import json
from datetime import date
from importlib.resources import files

import pytest

from lantoa.people import shipped
from lantoa.people.timeline import UnitVersion

LAST_OF_30, FIRST_OF_25 = date(2024, 10, 31), date(2024, 11, 1)
LAST_OF_25, FIRST_OF_10 = date(2025, 6, 30), date(2025, 7, 1)
SUCCESSORS = {
    "Biên Hòa": {"Tân Hạnh", "Hóa An", "Bửu Hòa", "Tân Vạn"},
    "Trấn Biên": {"Bửu Long", "Quang Vinh", "Trung Dũng", "Thống Nhất", "Hiệp Hòa", "An Bình"},
    "Tam Hiệp": {"Tân Hiệp", "Tân Mai", "Bình Đa", "Tam Hiệp"},
    "Long Bình": {"Hố Nai", "Tân Biên", "Long Bình"},
    "Trảng Dài": {"Trảng Dài", "Thiện Tân"},
    "Hố Nai": {"Tân Hòa", "Hố Nai 3"},
    "Long Hưng": {"Long Bình Tân", "An Hòa", "Long Hưng"},
    "Tân Triều": {"Tân Phong", "Tân Bình", "Bình Lợi", "Thạnh Phú"},
    "Phước Tân": {"Phước Tân"},
    "Tam Phước": {"Tam Phước"},
}


def the(name: str, day: date) -> UnitVersion:
    (found,) = shipped.load().find(name, day)
    return found


def within_city(day: date) -> list[UnitVersion]:
    return shipped.load().units_on(day, within=the("TP Biên Hòa", day).unit_id)


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2024, 9, 1), 30), (LAST_OF_30, 30), (FIRST_OF_25, 25), (LAST_OF_25, 25)],
)
def test_the_city_has_its_units_of_the_day(day: date, count: int) -> None:
    assert len(within_city(day)) == count


def test_ten_wards_took_over_under_the_province() -> None:
    wards = shipped.load().units_on(FIRST_OF_10, within=the("Đồng Nai", FIRST_OF_10).unit_id)

    assert {v.name for v in wards} == set(SUCCESSORS)
    assert {(v.kind, v.urban, v.legal_basis) for v in wards} == {
        ("ward", True, "Nghị quyết 1662/NQ-UBTVQH15 ngày 16/06/2025")
    }


@pytest.mark.parametrize("name", sorted(SUCCESSORS))
def test_a_successor_ward_is_made_of_its_old_units_whole(name: str) -> None:
    timeline = shipped.load()

    parts = timeline.predecessors(the(name, FIRST_OF_10).unit_id, FIRST_OF_10, LAST_OF_25)

    assert {timeline.newest(p.unit_id).name for p in parts} == SUCCESSORS[name]
    assert all(p.whole for p in parts)


def test_every_old_unit_went_to_exactly_one_of_the_ten() -> None:
    timeline = shipped.load()

    went = [timeline.successors(v.unit_id, LAST_OF_25, FIRST_OF_10) for v in within_city(LAST_OF_25)]

    assert [len(parts) for parts in went] == [1] * 25


def test_the_city_lives_on_in_ten_wards_and_how_much_in_each_is_not_known() -> None:
    parts = shipped.load().successors(the("TP Biên Hòa", LAST_OF_30).unit_id, LAST_OF_30)

    assert {shipped.load().newest(p.unit_id).name for p in parts} == set(SUCCESSORS)
    assert {(p.on, p.known) for p in parts} == {(FIRST_OF_10, False)}


def test_tan_phong_was_split_by_people_and_the_remainder_is_not_guessed() -> None:
    timeline = shipped.load()

    parts = timeline.successors(the("Tân Phong", LAST_OF_30).unit_id, LAST_OF_30)

    assert {timeline.newest(p.unit_id).name: (p.people, p.known, p.on) for p in parts} == {
        "Quang Vinh": (3553, True, FIRST_OF_25),
        "Trung Dũng": (1037, True, FIRST_OF_25),
        "Tân Phong": (None, False, FIRST_OF_25),
    }


def test_the_two_parts_of_tan_phong_that_met_again_add_up() -> None:
    timeline = shipped.load()

    parts = timeline.successors(the("Tân Phong", LAST_OF_30).unit_id, LAST_OF_30, FIRST_OF_10)

    assert {timeline.newest(p.unit_id).name: p.people for p in parts} == {
        "Trấn Biên": 4590,
        "Tân Triều": None,
    }


def test_a_unit_whose_territory_changed_is_another_unit_though_the_name_stayed() -> None:
    changed = {"Quang Vinh", "Trung Dũng", "Tân Mai", "Bình Đa", "Tân Phong"}

    before = {v.name: v.unit_id for v in within_city(LAST_OF_30)}
    after = {v.name: v.unit_id for v in within_city(FIRST_OF_25)}

    assert {name for name in after if after[name] != before[name]} == changed


@pytest.mark.parametrize("name", ["Phước Tân", "Tam Phước"])
def test_an_unchanged_ward_is_the_same_unit_under_another_parent(name: str) -> None:
    before, after = the(name, LAST_OF_25), the(name, FIRST_OF_10)

    assert before.unit_id == after.unit_id
    assert before.parent_id != after.parent_id


def test_one_code_was_three_units() -> None:
    holders = [v.name for v in shipped.load().versions if v.code == "26041"]

    assert sorted(holders) == ["Quyết Thắng", "Trung Dũng", "Trấn Biên"]
    assert len({v.unit_id for v in shipped.load().versions if v.code == "26041"}) == 3


def test_one_name_was_a_city_and_is_a_ward() -> None:
    assert the("Biên Hòa", LAST_OF_25).kind == "city"
    assert the("Biên Hòa", FIRST_OF_10).kind == "ward"


def test_the_name_ho_nai_moved_to_another_territory() -> None:
    (old,) = shipped.load().successors(the("Hố Nai", LAST_OF_25).unit_id, LAST_OF_25)

    assert shipped.load().newest(old.unit_id).name == "Long Bình"
    assert the("Hố Nai", FIRST_OF_10).unit_id not in (old.unit_id, the("Hố Nai", LAST_OF_25).unit_id)


def test_the_province_grew_into_another_unit_and_became_a_city_without_becoming_one() -> None:
    first, grown = the("Đồng Nai", LAST_OF_25), the("Đồng Nai", FIRST_OF_10)
    city = the("Đồng Nai", date(2026, 4, 30))

    assert first.unit_id != grown.unit_id == city.unit_id == the("Đồng Nai", date(2026, 4, 29)).unit_id
    assert (grown.full_name, city.full_name) == ("tỉnh Đồng Nai", "thành phố Đồng Nai")
    assert city.legal_basis == "Nghị quyết 30/2026/QH16"


def test_wards_are_urban_communes_are_not_and_of_others_nobody_asks() -> None:
    asked = {"ward": True, "commune": False}

    assert all(v.urban is asked.get(v.kind) for v in shipped.load().versions)


def test_the_commune_of_the_old_city_is_part_of_a_ward_now() -> None:
    assert (the("Long Hưng", LAST_OF_25).kind, the("Long Hưng", FIRST_OF_10).kind) == ("commune", "ward")


def test_the_number_of_the_resolution_of_2024_is_said_to_be_unchecked() -> None:
    """Số của nghị quyết năm 2024 chưa ai kiểm chứng thì phải nói rõ."""
    of_2024 = [s for s in shipped.load().successions if s.on == FIRST_OF_25]

    assert of_2024
    assert all("số nghị quyết chưa kiểm chứng" in s.resolution and not s.verified for s in of_2024)


def test_when_the_first_units_began_is_not_made_up() -> None:
    assert {v.valid_from for v in within_city(LAST_OF_30)} == {None}


@pytest.mark.parametrize("name", ["units", "successions"])
def test_every_record_says_where_it_comes_from_and_whether_it_was_checked(name: str) -> None:
    folder = files("lantoa.people.shipped")
    records = json.loads((folder / f"{name}.json").read_text())
    sources = json.loads((folder / "sources.json").read_text())

    assert {r["source"] for r in records} <= set(sources)
    assert {r["verified"] for r in records} <= {"verified", "memory"}


def test_a_city_passes_nothing_on_by_itself() -> None:
    """Rights follow successions: a ward that succeeded the city would see all that lay in the city."""
    cities = {v.unit_id for v in shipped.load().versions if v.kind == "city"}

    assert not [s for s in shipped.load().successions if s.from_id in cities]
