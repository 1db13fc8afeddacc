"""Dự toán của các nội dung không vượt số tiền của nguồn."""

from lantoa.plans.models import FundingSource, ItemMoney
from lantoa.plans.rules.money_within_source import problems_with_money


def source(pk: int, amount_vnd: int | None) -> FundingSource:
    return FundingSource(pk=pk, name=f"Nguồn {pk}", amount_vnd=amount_vnd)


def money(source_id: int, amount_vnd: int) -> ItemMoney:
    return ItemMoney(source_id=source_id, amount_vnd=amount_vnd)


def test_one_đồng_above_the_source_is_refused():
    problems = problems_with_money([source(1, 100)], [money(1, 60), money(1, 41)])

    assert [p.says for p in problems] == [
        "Nguồn “Nguồn 1” có 100 đồng, các nội dung đã dự kiến 101 đồng. "
        "Giảm dự kiến hoặc sửa số tiền của nguồn."
    ]


def test_the_whole_source_may_be_planned():
    assert problems_with_money([source(1, 100)], [money(1, 60), money(1, 40)]) == []


def test_what_is_left_of_one_source_does_not_help_another():
    problems = problems_with_money([source(1, 100), source(2, 5_000)], [money(1, 101)])

    assert [p.field for p in problems] == ["source_1"]


def test_a_source_whose_amount_is_unknown_refuses_nothing():
    assert problems_with_money([source(1, None)], [money(1, 10**12)]) == []


def test_a_source_of_nothing_gives_nothing():
    assert [p.code for p in problems_with_money([source(1, 0)], [money(1, 1)])] == ["money_above_source"]
