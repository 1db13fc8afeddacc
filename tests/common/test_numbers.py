"""Whole numbers are read in every spelling of the office; what is none is refused with an example."""

import pytest
from django.forms import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from lantoa.common.money import read_vnd
from lantoa.common.number_fields import LARGEST, NumberField
from lantoa.common.numbers import read_whole, say_whole


@pytest.mark.parametrize("typed", ["1.200", "1 200", "1200", "1,200", " 1\u00a0200 ", "1\u202f200"])
def test_one_thousand_two_hundred_is_read_in_every_spelling(typed):
    assert read_whole(typed) == 1200
    assert NumberField().clean(typed) == 1200


@pytest.mark.parametrize(
    "typed",
    ["1,2", "1.20", "1.2", "0.200", "1.200.", "1.200,5", "1.2000", "12 00", "1.200 000", "một", "1e3"]
    + ["١٢", "²", "1_000"],
)
def test_what_is_no_whole_number_is_refused_with_an_example(typed):
    with pytest.raises(ValidationError) as refused:
        NumberField().clean(typed)
    assert refused.value.messages == ["Không đọc được số này. Nhập số nguyên, ví dụ 1.200 hoặc 1200."]


@given(st.integers(min_value=0, max_value=10**12))
def test_what_is_said_is_read_again(number):
    assert read_whole(say_whole(number)) == number


def test_limits_are_told_as_numbers_are_written():
    field = NumberField(min_value=1, max_value=30_000)

    said = []
    for typed in ("0", "-5", "30.001"):
        with pytest.raises(ValidationError) as refused:
            field.clean(typed)
        said += refused.value.messages

    assert said == ["Số này không được nhỏ hơn 1."] * 2 + ["Số này không được lớn hơn 30.000."]


def test_no_number_too_large_for_the_database_passes():
    with pytest.raises(ValidationError):
        NumberField().clean(str(LARGEST + 1))


def test_an_empty_box_is_none_and_the_same_number_is_no_change():
    field = NumberField(required=False)

    assert field.clean("  ") is None
    assert not field.has_changed(1200, "1.200")
    assert field.has_changed(1200, "1.20")
    assert field.prepare_value(1200) == "1.200"


def test_money_with_a_decimal_in_it_is_refused():
    assert [read_vnd(typed) for typed in ("0.500", "1.20", "-5", "1.500 đồng")] == [None, None, None, 1500]
