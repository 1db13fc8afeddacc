"""Loa tắt giữa chừng: an airing that was cut counts nowhere, unless the office itself says so."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from lantoa.broadcast.actions import correct_airing_record, record_airing
from lantoa.broadcast.models import Airing
from lantoa.budget.actions import record_spending
from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.coverage.queries import Asked, matrix
from lantoa.coverage.roll_up import rebuild
from lantoa.deliveries.actions import NewEvidence, set_part_rule
from lantoa.deliveries.models import Delivery, Evidence, Outcome
from lantoa.deliveries.tellings import told, went_out
from lantoa.desk.queries import my_work
from lantoa.library.models import Policy
from lantoa.people.queries import scope
from lantoa.plans.models import PlanItem
from lantoa.reports.figures import year_figures
from tests.factories import broadcast, library, plans
from tests.factories import deliveries as make
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2025, 3, 10)


@pytest.fixture(autouse=True)
def morning() -> Iterator[None]:
    dates.move_today(DAY)
    yield
    dates.move_today(None)


@pytest.fixture
def policy(world: World) -> Policy:
    return library.policy(audiences=[world.poor], bases=[library.provision(library.document())])


@pytest.fixture
def item(world: World) -> PlanItem:
    return plans.plan(world, items=[{"amount_vnd": 4_000_000}]).items.get()


@pytest.fixture
def airing(world: World, policy: Policy, item: PlanItem) -> Airing:
    script = make.version(world, policies=[policy], audiences=[world.poor], wards=(world.ward,))
    return broadcast.airing(world, broadcast.ward_station(world), script, DAY, 5, plan_item=item)


def cut(world: World, airing: Airing, played: int) -> Delivery:
    """Tâm writes down that the loudspeaker went silent; the log that she signed says so too."""
    return record_airing(
        airing,
        outcome=Outcome.PARTIAL,
        outcome_why="Mất điện.",
        minutes_played=played,
        evidence=[NewEvidence(Evidence.Kind.SIGNED_LOG, plans.scan("nhat-ky.pdf"))],
        by=world.tam,
    )


def state(world: World, policy: Policy) -> str:
    """What coverage says of the ward: from the sums, from sums made anew and from every line alike."""
    question = Asked(day=dates.today(), from_on=date(2025, 1, 1), to_on=date(2025, 12, 31))
    mine, place = scope(world.minh), (policy.pk, world.ward.pk)
    found = {matrix(mine, question, from_ledger=slow).cell(*place).state for slow in (False, True)}
    rebuild()
    (one,) = found | {matrix(mine, question).cell(*place).state}
    return one


def pay(world: World, item: PlanItem, line: Delivery) -> None:
    source = plans.source(item.plan)
    record_spending(
        item, source, by=world.kha, what="Phát thanh", payee="Tổ phát thanh", amount_vnd=100_000,
        spent_on=dates.today(), quantity=1, deliveries=[line],
    )  # fmt: skip


def done_in_report(item: PlanItem) -> list[int | None]:
    figures = year_figures(item.plan, date(2025, 1, 1), date(2025, 12, 31), DAY)
    return [one.value for one in figures if one.key.endswith(("_done", "_proven"))]


def titles(world: World) -> set[str]:
    return {group.title for group in my_work(world.tam, dates.today())}


@pytest.mark.parametrize("played", [0, 9])
def test_a_cut_airing_counts_nowhere(
    world: World, policy: Policy, item: PlanItem, airing: Airing, played: int
) -> None:
    """Phát một phần chưa phải là đã báo: độ phủ, báo cáo, kinh phí đều không tính."""
    line = cut(world, airing, played)

    assert (line.counts, list(told()), list(went_out())) == (False, [], [line])
    assert state(world, policy) == "gap"
    assert set(done_in_report(item)) == {0}
    assert "Lượt phát chưa trọn bài" in titles(world)
    with pytest.raises(RuleBroken) as refused:
        pay(world, item, line)
    assert [p.code for p in refused.value.problems] == ["above_proven"]


def test_a_part_counts_by_the_rule_of_the_office_and_not_before_it_begins(
    world: World, policy: Policy, item: PlanItem, airing: Airing
) -> None:
    """Đơn vị quy định từ ngày nào thì tính từ ngày ấy; lượt trước đó vẫn chưa tính."""
    set_part_rule(world.city, 80, DAY + timedelta(days=1), by=world.quan, basis="Quy chế của đài")
    dates.move_today(DAY + timedelta(days=1))
    before = cut(world, airing, 9)
    next_day = broadcast.airing(world, airing.station, airing.version, dates.today(), 5, plan_item=item)

    line = cut(world, next_day, 8)

    assert (before.counts, line.counts, list(told())) == (False, True, [line])
    assert state(world, policy) == "told"
    assert set(done_in_report(item)) == {1}
    assert "Lượt phát chưa trọn bài" not in titles(world)
    pay(world, item, line)


def test_a_correction_is_judged_anew(world: World, policy: Policy, airing: Airing) -> None:
    line = record_airing(airing, outcome=Outcome.DONE, by=world.tam)
    assert state(world, policy) == "told"

    with pytest.raises(RuleBroken) as refused:
        correct_airing_record(
            airing, "Loa tắt.", by=world.tam, outcome=Outcome.PARTIAL, outcome_why="Loa tắt."
        )
    fresh = correct_airing_record(
        airing, "Loa tắt.", by=world.tam, outcome=Outcome.PARTIAL, outcome_why="Loa tắt.", minutes_played=2
    )

    assert [p.code for p in refused.value.problems] == ["minutes_missing"]
    assert (line.counts, fresh.counts, fresh.minutes_full) == (True, False, 10)
    assert state(world, policy) == "gap"
    again = correct_airing_record(airing, "Nhầm đài.", by=world.tam, outcome=Outcome.DONE)
    assert (again.counts, again.minutes_played) == (True, None)


def test_the_phone_page_asks_for_the_minutes_and_says_that_it_does_not_count(
    client: Client, world: World, airing: Airing
) -> None:
    client.force_login(world.tam)
    said = {"outcome": "partial", "happened_on": "10/03/2025", "time": "05:00", "outcome_why": "Mất điện."}

    asked = client.post(f"/phat-thanh/luot/{airing.pk}/ghi-ket-qua/", said)
    client.post(f"/phat-thanh/luot/{airing.pk}/ghi-ket-qua/", said | {"minutes_played": "3"})

    assert "Ghi đã phát được mấy phút." in asked.content.decode()
    page = client.get(f"/so-truyen-thong/{Delivery.objects.get().pk}/").content.decode()
    assert "3 trên 10 phút, chưa tính là đã truyền thông" in page


def test_only_who_administers_the_unit_sets_its_rule(client: Client, world: World) -> None:
    tomorrow = DAY + timedelta(days=1)
    for somebody in (world.tam, world.minh, world.kha):
        with pytest.raises(PermissionDenied):
            set_part_rule(world.ward, 80, tomorrow, by=somebody, basis="Quy chế của đài")
    client.force_login(world.quan)
    said = {
        "unit": world.city.pk,
        "least_percent": "80",
        "valid_from": "11/03/2025",
        "basis": "Quy chế",
        "key": "k",
    }

    for _ in range(2):
        client.post("/so-truyen-thong/quy-dinh-mot-phan/", said)

    page = client.get("/so-truyen-thong/quy-dinh-mot-phan/").content.decode()
    assert page.count("Tính khi phát được từ 80% của bài") == 1
