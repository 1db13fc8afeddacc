"""Màn hình độ phủ: bảng, ô, khoảng trống, đưa vào kế hoạch; phường chỉ thấy phường mình."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.deliveries.actions import NewEvidence, correct_delivery
from lantoa.deliveries.models import Delivery, Evidence, Outcome
from lantoa.library.models import Policy, Provision
from lantoa.office.lists import CELLS, FEWEST_ROWS
from lantoa.people.models import AudienceSize, UnitKind, User
from lantoa.plans.models import Channel, Plan, PlanItem
from lantoa.plans.states import PlanState
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World, unit
from tests.factories.pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.db]

TODAY = date(2025, 3, 10)
TOMORROW = date(2025, 3, 11)


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)


@pytest.fixture
def clause(db: None) -> Provision:
    return library.provision(library.document(), "khoản 2 Điều 9")


@pytest.fixture
def policy(world: World, clause: Provision) -> Policy:
    return library.policy(audiences=[world.poor], bases=[clause], title="Thẻ bảo hiểm y tế")


@pytest.fixture
def told(world: World, policy: Policy, clause: Provision) -> Delivery:
    AudienceSize.objects.create(
        unit=world.ward, kind=world.poor, count=214, counted_on=date(2025, 1, 1), source="Rà soát thử"
    )
    proof = [NewEvidence(Evidence.Kind.PHOTO, photo("anh-loa.png"))]
    script = make.version(world, policies=[policy], cites=[clause])
    return make.delivery(world, version=script, reach_low=60, reach_high=180, evidence=proof)


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def url(name: str, *args: object) -> str:
    return reverse(f"office:{name}", args=args)


def body(response: object) -> str:
    return response.content.decode()


def cell_of(world: World, policy: Policy, **more: object) -> dict[str, object]:
    return {"chinh_sach": policy.pk, "don_vi": world.ward.pk, "doi_tuong": "ho-ngheo", **more}


def test_matrix_says_last_told_grade_bounds_and_the_ward_left_out(world: World, told: Delivery) -> None:
    page = body(as_(world.minh).get(url("coverage"), {"doi_tuong": "ho-ngheo"}))

    assert "214 hộ" in page
    assert "60 đến 180" in page
    assert "10/03" in page
    assert page.count("○ Chưa báo</b>") == 2
    assert 'title="có người chứng kiến, có ảnh">E5' in page


def test_a_wide_table_comes_in_pages_that_keep_what_was_asked(world: World) -> None:
    """Bảng rộng được chia trang: mỗi trang vừa một lần tải, đủ mọi phường, giữ nguyên câu hỏi."""
    for n in range(CELLS // FEWEST_ROWS):
        library.policy(audiences=[world.poor], title=f"Chính sách {n}")
    wards = [unit(f"Bến {n}", "phường", UnitKind.WARD, world.city, is_urban=True) for n in range(3)]
    client = as_(world.minh)

    first = body(client.get(url("coverage"), {"doi_tuong": "ho-ngheo"}))
    second = body(client.get(url("coverage"), {"doi_tuong": "ho-ngheo", "trang": 2}))

    shown = [page.count('<th scope="row">') for page in (first, second)]
    assert shown == [FEWEST_ROWS, 3 + len(wards) - FEWEST_ROWS]
    assert "?trang=2&amp;doi_tuong=ho-ngheo" in first


def test_asked_for_tomorrow_the_cell_says_tell_again(world: World, told: Delivery, clause: Provision) -> None:
    """Luật đổi từ mai: hôm nay còn đúng kèm lời báo, hỏi cho ngày mai thì cần truyền thông lại."""
    library.effect(clause, TOMORROW)
    client = as_(world.minh)

    today = body(client.get(url("coverage")))
    tomorrow = body(client.get(url("coverage"), {"ngay": "11/03/2025"}))

    assert "sẽ hết đúng từ 11/03/2025" in today
    assert "Cần truyền thông lại từ" not in today
    assert "Cần truyền thông lại từ 11/03/2025" in tomorrow


def test_when_the_day_comes_the_page_says_so_by_itself(
    world: World, told: Delivery, clause: Provision
) -> None:
    library.effect(clause, TOMORROW)

    dates.move_today(TOMORROW)

    assert "Cần truyền thông lại từ 11/03/2025" in body(as_(world.minh).get(url("coverage")))


def test_ward_sees_its_own_row_alone(world: World, told: Delivery) -> None:
    page = body(as_(world.van).get(url("coverage"), {"doi_tuong": "ho-ngheo"}))

    assert "phường Cù Lao" in page
    assert "phường Bến Gỗ" not in page
    assert "60 đến 180" not in page


def test_cell_of_another_ward_is_not_found(world: World, told: Delivery, policy: Policy) -> None:
    assert as_(world.van).get(url("coverage_cell"), cell_of(world, policy)).status_code == 404


@pytest.mark.parametrize(
    "wrong", [{"don_vi": "x"}, {"don_vi": "9" * 40}, {"chinh_sach": "0"}, {"don_vi": ""}]
)
def test_cell_that_is_not_there_is_not_found(
    world: World, told: Delivery, policy: Policy, wrong: dict[str, str]
) -> None:
    assert as_(world.minh).get(url("coverage_cell"), cell_of(world, policy, **wrong)).status_code == 404


def test_cell_lists_every_record_with_corrections_and_evidence(
    world: World, told: Delivery, policy: Policy
) -> None:
    fresh = correct_delivery(told, "Đếm nhầm cụm loa.", by=world.tam, reach_low=50, reach_high=160)
    make.delivery(world, version=told.version, outcome=Outcome.NOT_DONE, what="Phát lại buổi chiều")

    page = body(as_(world.minh).get(url("coverage_cell"), cell_of(world, policy)))

    assert url("delivery", fresh.pk) in page
    assert "Dòng số 2 sửa dòng số 1: Đếm nhầm cụm loa." in page
    assert "anh-loa.png" in page
    assert "50 đến 160" in page
    assert "Phát lại buổi chiều" in page


def test_cell_says_why_it_must_be_told_again(
    world: World, told: Delivery, policy: Policy, clause: Provision
) -> None:
    library.effect(clause, TOMORROW)

    page = body(as_(world.minh).get(url("coverage_cell"), cell_of(world, policy, ngay="11/03/2025")))

    assert f"{clause} bị thay thế từ 11/03/2025" in page


def test_ward_sees_that_the_city_told_it_but_not_the_citys_papers(world: World, policy: Policy) -> None:
    proof = [NewEvidence(Evidence.Kind.ROSTER, Upload("danh-sach-thanh-pho.pdf", make.PDF))]
    script = make.version(world, policies=[policy])
    line = make.delivery(world, version=script, unit=world.city, by=world.minh, evidence=proof)

    page = body(as_(world.tam).get(url("coverage_cell"), cell_of(world, policy)))

    assert line.what in page
    assert "danh-sach-thanh-pho.pdf" not in page
    assert url("delivery", line.pk) not in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"ngay": "31/12/9999"},
        {"ngay": "01/01/0001"},
        {"ngay": "hôm kia", "tu": "<script>", "den": "32/01/2025"},
        {"doi_tuong": "khong-co", "muc": "99", "chinh_sach": "abc"},
        {"trang": "-1"},
    ],
)
def test_question_that_makes_no_sense_is_answered_for_today(
    world: World, told: Delivery, wrong: dict[str, str]
) -> None:
    client = as_(world.minh)

    for name in ("coverage", "coverage_gaps"):
        page = client.get(url(name), wrong)
        assert page.status_code == 200
        assert "10/03/2025" in body(page)


def test_without_a_published_policy_the_page_says_what_to_do(world: World) -> None:
    assert "Chưa có chính sách nào đã công bố" in body(as_(world.minh).get(url("coverage")))

    gaps = body(as_(world.minh).get(url("coverage_gaps")))
    assert "Chưa có gì để tính" in gaps and "Không còn khoảng trống" not in gaps


def gap(world: World, policy: Policy, unit: object = None) -> dict[str, object]:
    return {"policy": policy.pk, "unit": (unit or world.other_ward).pk, "audience": "ho-ngheo"}


def issue(world: World) -> Plan:
    make.channel("noi-chuyen-chuyen-de", Channel.Medium.GATHERING)
    return Plan.objects.create(
        title="Kế hoạch thử",
        unit=world.office,
        territory=world.city,
        year=2025,
        number="01",
        symbol="KH-THU",
        issued_on=date(2025, 1, 20),
        state=PlanState.ISSUED,
        written_at=dates.now(),
    )


def test_one_click_turns_a_gap_into_an_item_of_a_draft_amendment(
    world: World, told: Delivery, policy: Policy
) -> None:
    plan = issue(world)

    sent = as_(world.minh).post(url("gap_to_plan"), gap(world, policy))

    item = PlanItem.objects.get()
    assert (item.plan.changes, item.plan.state) == (plan, PlanState.DRAFT)
    assert sent["Location"] == url("plan", item.plan_id)


def test_gap_without_a_plan_comes_back_with_the_reason(world: World, told: Delivery, policy: Policy) -> None:
    page = as_(world.minh).post(url("gap_to_plan"), {**gap(world, policy), "ngay": "10/03/2025"}, follow=True)

    assert "chưa có kế hoạch đã ban hành nào để sửa đổi" in body(page)


def test_gap_of_another_ward_or_of_nothing_is_not_found(world: World, told: Delivery, policy: Policy) -> None:
    issue(world)
    client = as_(world.tam)

    assert client.post(url("gap_to_plan"), gap(world, policy)).status_code == 404
    assert as_(world.minh).post(url("gap_to_plan"), {"policy": "x", "unit": "-1"}).status_code == 404
    assert not PlanItem.objects.exists()


def test_gaps_are_offered_to_be_planned_only_to_those_who_plan(world: World, told: Delivery) -> None:
    assert "Đưa vào bản sửa đổi kế hoạch" in body(as_(world.minh).get(url("coverage")))
    assert "Đưa vào bản sửa đổi kế hoạch" not in body(as_(world.lan).get(url("coverage")))


@pytest.mark.parametrize("name", ["coverage", "coverage_gaps", "coverage_policies"])
def test_pages_cost_the_same_with_one_and_with_three(world: World, told: Delivery, name: str) -> None:
    def count(ask: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as seen:
            ask()
        return len(seen)

    client = as_(world.minh)
    client.get(url(name))
    with_one = count(lambda: client.get(url(name)))
    for _ in range(2):
        policy = library.policy(audiences=[world.poor])
        make.delivery(world, version=make.version(world, policies=[policy]))
    client.get(url(name))  # whoever reads first sums what was written since

    assert count(lambda: client.get(url(name))) == with_one


def test_policies_say_how_soon_they_were_told_of_and_who_checked_them(world: World) -> None:
    """Mỗi chính sách: ai kiểm, hết đúng từ ngày nào, từ ngày ban hành đến lần báo đầu bao nhiêu ngày."""
    paper = library.document(issued_on=date(2025, 2, 26), ended_on=date(2026, 1, 1))
    policy = library.policy(audiences=[world.poor], bases=[library.provision(paper)], title="Vay vốn")
    proof = [NewEvidence(Evidence.Kind.PHOTO, photo())]
    make.delivery(world, version=make.version(world, policies=[policy]), evidence=proof)

    page = body(as_(world.minh).get(url("coverage_policies")))

    assert "12 ngày" in page
    assert "1 trên 3 phường, xã; nơi còn lại đã 12 ngày chưa báo" in page
    assert "Hết đúng từ 01/01/2026" in page
    assert f"Kiểm ngày {policy.checked_on:%d/%m/%Y}" in page
