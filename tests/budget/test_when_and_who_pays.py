"""Tiền chi trong năm ngân sách và chỉnh lý, bởi đơn vị đang hoạt động hoặc đơn vị kế thừa nó."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.budget import actions, queries
from lantoa.budget.printing import settlement_paper
from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.people.models import Role, Succession, Unit, UnitVersion
from lantoa.plans.models import Plan
from tests.factories import people, plans
from tests.factories.budget import check, own_scan, pay
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    yield
    dates.move_today(None)


def codes(refused: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("today", "spent_on", "told"),
    [
        (date(2026, 3, 1), date(2025, 12, 31), ["outside_year"]),
        (date(2026, 3, 1), date(2026, 1, 1), []),
        (date(2027, 1, 31), date(2027, 1, 31), []),
        (date(2027, 2, 1), date(2026, 12, 31), ["year_closed"]),
        (date(2028, 5, 1), date(2026, 5, 1), ["year_closed"]),
        (date(2026, 3, 1), date(2026, 3, 2), ["future"]),
    ],
)
def test_money_moves_in_its_year_and_its_adjustment(
    world: World, today: date, spent_on: date, told: list[str]
) -> None:
    """Chi trong năm ngân sách và thời gian chỉnh lý; sau đó sổ đã khóa."""
    dates.move_today(date(2026, 1, 1))
    item = plans.plan(world, year=2026, items=[{"amount_vnd": 4_000_000}]).items.get()
    dates.move_today(today)

    if not told:
        assert pay(world, item, spent_on=spent_on).spent_on == spent_on
    else:
        with pytest.raises(RuleBroken) as refused:
            pay(world, item, spent_on=spent_on)
        assert codes(refused) == told


def test_nothing_is_undone_after_the_year_is_closed(world: World) -> None:
    dates.move_today(date(2026, 1, 1))
    paid = pay(world, plans.plan(world, year=2026, items=[{"amount_vnd": 4_000_000}]).items.get())
    dates.move_today(date(2027, 2, 1))

    with pytest.raises(RuleBroken) as refused:
        actions.take_back_spending(paid, by=world.kha, why="Ghi nhầm")

    assert codes(refused) == ["year_closed"]
    assert "Năm ngân sách 2026 đã hết thời gian chỉnh lý ngày 31/01/2027" in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "dated", "told"),
    [
        ("invoice", date(2025, 12, 31), "paper_outside_year"),
        ("contract", date(2025, 12, 31), ""),
        ("receipt_list", date(2026, 3, 2), "paper_future"),
        ("invoice", date(2026, 3, 1), ""),
    ],
)
def test_papers_are_of_their_year(world: World, kind: str, dated: date, told: str) -> None:
    dates.move_today(date(2026, 3, 1))
    paid = pay(world, plans.plan(world, year=2026, items=[{"amount_vnd": 4_000_000}]).items.get())

    if not told:
        assert actions.add_paper(paid, own_scan(), by=world.kha, kind=kind, dated=dated).dated == dated
    else:
        with pytest.raises(RuleBroken) as refused:
            actions.add_paper(paid, own_scan(), by=world.kha, kind=kind, dated=dated)
        assert codes(refused) == [told]


# -- The unit --------------------------------------------------------------------------------------


@pytest.fixture
def ended(world: World) -> Plan:
    """The plan of a ward that ended in the middle of its year; Tâm works on in what took it over."""
    dates.move_today(date(2026, 3, 1))
    city = plans.plan(world, year=2026, items=[{}])
    made = plans.ward_plan(world, city, issued=False)
    source = plans.actions.add_part(
        made, "nguon", by=world.tam, name="Ngân sách phường", amount_vnd=9_000_000
    )
    plans.actions.change_item(made.items.get(), by=world.tam, quantity=2)
    plans.actions.set_item_money(made.items.get(), {source: 2_000_000}, by=world.tam)
    issued = plans.issue(world, made)
    UnitVersion.objects.filter(unit=world.ward).update(valid_to=date(2026, 6, 30))
    return issued


def heir_of(world: World, name: str = "Bình Minh") -> Unit:
    heir = people.unit(name, "phường", "ward", world.city, valid_from=date(2026, 7, 1))
    Succession.objects.create(predecessor=world.ward, successor=heir, on=date(2026, 7, 1))
    return heir


def test_an_ended_unit_pays_nothing_and_its_successor_pays_for_it(world: World, ended: Plan) -> None:
    item = ended.items.get()
    dates.move_today(date(2026, 8, 1))

    with pytest.raises(RuleBroken) as refused:
        pay(world, item, 1_000_000)
    assert codes(refused) == ["no_payer"]
    own = pay(world, item, 1_000_000, spent_on=date(2026, 6, 30))
    heir = heir_of(world)
    world.kha.__dict__.pop("_scopes", None)

    assert own.unit == world.ward
    assert pay(world, item, 1_000_000).unit == heir


def test_who_carries_on_keeps_and_checks_the_money_of_the_ended_unit(world: World, ended: Plan) -> None:
    heir = heir_of(world)
    people.duty(world.tam, Role.WARD_OFFICER, heir)
    people.duty(world.yen, Role.APPROVER, heir)
    dates.move_today(date(2026, 8, 1))

    paid = pay(world, ended.items.get(), by=world.tam)

    assert paid.unit == heir
    with pytest.raises(PermissionDenied):
        pay(world, ended.items.get(), by=world.van)
    assert check(world, paid, by=world.yen, accepted=False, note="Chưa có chứng từ").note


def test_of_several_successors_the_one_that_got_the_money_writes_it_down(world: World, ended: Plan) -> None:
    heir, other = heir_of(world), heir_of(world, "Ban Mai")
    people.duty(world.tam, Role.WARD_OFFICER, heir)
    dates.move_today(date(2026, 8, 1))

    with pytest.raises(RuleBroken) as refused:
        pay(world, ended.items.get())

    assert codes(refused) == ["several_payers"]
    assert "phường Ban Mai, phường Bình Minh" in str(refused.value)
    assert pay(world, ended.items.get(), by=world.tam).unit == heir
    assert other


def test_a_paper_of_today_bears_the_name_of_who_carries_on(world: World, ended: Plan) -> None:
    """Cơ quan đã kết thúc không đứng tên giấy mới: cơ quan kế thừa đứng tên."""
    printed = settlement_paper(queries.book(ended), date(2026, 6, 30))
    nobody = settlement_paper(queries.book(ended), date(2026, 8, 1))
    heir_of(world)
    heir = settlement_paper(queries.book(ended), date(2026, 8, 1))

    assert printed.issuer.upper() == "ỦY BAN NHÂN DÂN PHƯỜNG BẾN GỖ"
    assert (nobody.issuer, nobody.signers[-1].name) == ("", "")
    assert "chưa ghi một đơn vị kế thừa" in " ".join(str(b) for b in nobody.sections[0].blocks)
    assert heir.issuer == "ỦY BAN NHÂN DÂN PHƯỜNG BÌNH MINH"
    assert "BẾN GỖ" not in heir.issuer + heir.superior + heir.place.upper()
    assert heir.year == 2026


def test_a_superior_that_was_renamed_is_printed_by_its_name_of_the_day(world: World) -> None:
    plan = plans.plan(
        world, superior_name="UBND THÀNH PHỐ SÔNG PHỐ", issuer_name="PHÒNG LĐ-XH", place="Sông Phố"
    )
    tomorrow = dates.today() + timedelta(days=1)
    UnitVersion.objects.filter(unit=world.city).update(valid_to=dates.today())
    UnitVersion.objects.create(
        unit=world.city, name="Sông Lớn", type_word="thành phố", kind="city", valid_from=tomorrow
    )

    today = settlement_paper(queries.book(plan), dates.today())
    later = settlement_paper(queries.book(plan), tomorrow)

    assert (today.superior, today.issuer) == ("UBND THÀNH PHỐ SÔNG PHỐ", "PHÒNG LĐ-XH")
    assert later.superior == "ỦY BAN NHÂN DÂN THÀNH PHỐ SÔNG LỚN"
