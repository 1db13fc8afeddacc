"""Sizes as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.content.models import EditionKind
from lantoa.displays.artwork import FORMATS, formats_for, size_in
from lantoa.displays.models import Display


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("6 m × 0,8 m", (6000, 800)),
        ("6m x 0.8m", (6000, 800)),
        ("60 x 90 cm", (600, 900)),
        ("1,2m*2,4m", (1200, 2400)),
        ("594 × 841 mm", (594, 841)),
        ("A3", (297, 420)),
        ("khổ a4 ngang", (297, 210)),
    ],
)
def test_a_size_is_read_as_the_office_writes_it(words: str, size: tuple[int, int]) -> None:
    assert size_in(words) == size


@pytest.mark.parametrize("words", ["", "lớn", "6 x 0,8", "6 m", "A9", "0,01 m x 2 m", "400 m x 1 m", "6 m x"])
def test_what_is_no_size_or_none_that_anybody_prints_is_not_read(words: str) -> None:
    assert size_in(words) is None


@given(st.integers(80, 30_000), st.integers(80, 30_000))
def test_any_size_in_millimetres_is_read_back(width: int, height: int) -> None:
    assert size_in(f"{width} x {height} mm") == (width, height)


def test_each_kind_of_display_has_sizes_of_its_own() -> None:
    for kind in Display.Kind:
        found = formats_for(EditionKind.POSTER, kind)
        assert found and set(found) < set(FORMATS)


def test_a_kind_of_edition_that_is_never_printed_has_none() -> None:
    assert formats_for(EditionKind.RADIO) == []
