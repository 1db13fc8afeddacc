"""Nội dung kế hoạch: ngày, số lượng và địa bàn phải khớp nhau."""

from datetime import date

from lantoa.plans.rules.item_makes_sense import problems_with_item

MARCH, MAY = date(2026, 3, 1), date(2026, 5, 1)


def test_an_item_does_not_end_before_it_starts():
    assert [p.field for p in problems_with_item(MAY, MARCH, None, [], set())] == ["ends_on"]


def test_an_item_of_one_day_is_right():
    assert problems_with_item(MAY, MAY, 1, [], set()) == []


def test_nothing_is_not_a_quantity():
    assert [p.field for p in problems_with_item(None, None, 0, [], set())] == ["quantity"]


def test_not_set_is_allowed_everywhere():
    assert problems_with_item(None, None, None, [], set()) == []


def test_an_item_stays_in_the_territory_of_its_plan():
    assert [p.field for p in problems_with_item(None, None, None, [1, 7], {1, 2, 3})] == ["units"]
