"""Which unit a typed name means: marks that are typed are meant, marks left out are forgiven."""

import unicodedata
from datetime import date

import pytest

from lantoa.people import shipped
from lantoa.people.timeline import Timeline, UnitVersion

DAY = date(2025, 1, 1)


def found(typed: str, day: date = DAY) -> list[str]:
    return [v.full_name for v in shipped.load().find(typed, day)]


@pytest.mark.parametrize(
    "typed",
    [
        "Hóa An", "Hoá An", "HÓA AN", "hóa  an ", unicodedata.normalize("NFD", "Hoá An"), "hoa an", "Hoa An",
        "phường Hóa An", "Phường Hoá An", "P. Hóa An", "P.Hóa An", "p hoa an", "phuong hoa an",
        "Hóa An, TP Biên Hòa", "Hóa An, Đồng Nai",
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_typed(typed: str) -> None:
    assert found(typed) == ["phường Hóa An"]


@pytest.mark.parametrize(
    "typed", ["Hòa An", "Hoa Ân", "Hóa Ân", "xã Hóa An", "Hóa", "", " ", ".", "Hóa An, Vĩnh Cửu", "u999"]
)
def test_another_name_is_not_taken_for_it(typed: str) -> None:
    assert found(typed) == []


@pytest.mark.parametrize(
    "typed", ["TP Biên Hòa", "TP. Biên Hoà", "Tp.Biên Hòa", "thành phố biên hòa", "Bien Hoa"]
)
def test_the_city_is_found_while_it_is_there(typed: str) -> None:
    assert found(typed) == ["thành phố Biên Hòa"]


def test_a_type_word_is_meant_so_the_city_that_ended_is_not_the_ward_of_its_name() -> None:
    after = date(2025, 7, 1)

    assert (found("TP Biên Hòa", after), found("Biên Hòa", after)) == ([], ["phường Biên Hòa"])


@pytest.mark.parametrize("typed", ["Đồng Nai", "dong nai", "Ðồng Nai", "tỉnh Đồng Nai"])
def test_the_letter_d_is_found_by_its_plain_and_its_wrong_spelling(typed: str) -> None:
    assert found(typed) == ["tỉnh Đồng Nai"]


def test_a_unit_is_found_by_its_id() -> None:
    assert found("u104") == ["phường Hố Nai"]


def two_of_a_name() -> Timeline:
    return Timeline(
        [
            UnitVersion("t", "Trên", "huyện", "city"),
            UnitVersion("d", "Dưới", "huyện", "city"),
            UnitVersion("a", "Tân Hòa", "xã", "commune", parent_id="t"),
            UnitVersion("b", "Tân Hòa", "xã", "commune", parent_id="d"),
            UnitVersion("c", "Tân Hoa", "phường", "ward", parent_id="d"),
        ],
        [],
    )


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Tân Hòa", ["a", "b"]),
        ("Tân Hoa", ["c"]),  # the very name comes before the name with marks left out
        ("tan hoa", ["a", "b", "c"]),
        ("Tân Hòa, H. Dưới", ["b"]),
        ("xã tan hoa, trên", ["a"]),
    ],
)
def test_a_name_of_several_units_gives_them_all_until_it_says_more(typed: str, ids: list[str]) -> None:
    assert [v.unit_id for v in two_of_a_name().find(typed, DAY)] == ids


def test_a_name_that_begins_like_a_type_word_is_still_a_name() -> None:
    timeline = Timeline([UnitVersion("a", "Phường Đúc", "phường", "ward")], [])

    assert [len(timeline.find(typed, DAY)) for typed in ("Phường Đúc", "phường Phường Đúc", "Đúc")] == [
        1,
        1,
        0,
    ]


def test_units_are_listed_from_province_to_commune_in_the_order_of_their_names() -> None:
    listed = [v.unit_id for v in two_of_a_name().units_on(DAY)]

    assert listed == ["d", "t", "c", "a", "b"]
