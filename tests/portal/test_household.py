"""“Tôi thuộc hộ nào, được hưởng gì?”: figures are compared with checked lines and forgotten."""

import logging
from datetime import date

import pytest
from django.apps import apps
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from lantoa.common import dates
from lantoa.people.models import UnitVersion
from tests.factories import library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]

PAGE = "/thuoc-ho-nao/"
TYPED = {"area": "rural", "income": "1.234.567", "deprived": "4"}


@pytest.fixture
def an() -> Client:
    """An, a citizen without account."""
    cache.clear()
    return Client()


def words(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def every_row() -> dict[str, list]:
    """All that the database holds, by model."""
    models = apps.get_models(include_auto_created=True)
    return {model._meta.label: sorted(map(repr, model._base_manager.values_list())) for model in models}


def test_a_household_reads_the_line_and_who_recognises_it(world: World, an: Client) -> None:
    """Trang nói dòng nào khớp, không nói hộ nào nghèo."""
    library.standard(world.poor)

    page = words(an.post(PAGE, TYPED))

    assert "dòng áp dụng là “Hộ nghèo, nông thôn”, theo Điều 3 Nghị định thử" in page
    assert "Việc công nhận do Ủy ban nhân dân cấp xã" in page
    assert reverse("portal:benefits", args=["ho-ngheo"]) in page
    assert "là hộ nghèo" not in page


def test_the_ward_tells_area_and_standard_of_the_day(world: World, an: Client) -> None:
    """Bà con chọn phường là đủ; chọn bằng tay vẫn được."""
    UnitVersion.objects.filter(unit=world.ward).update(is_urban=True)
    library.standard(world.poor, territory=world.city, area="urban")
    typed = {**TYPED, "area": "", "home": world.ward.pk, "territory": "noi-o"}

    assert "dòng áp dụng là “Hộ nghèo, thành thị”" in words(an.post(PAGE, typed))
    assert "dòng áp dụng là" not in words(an.post(PAGE, {**typed, "area": "rural"}))
    assert "Chọn ở phường hay ở xã." in words(an.post(PAGE, {**typed, "home": ""}))


@pytest.mark.parametrize(("income", "fits"), [("1.499.999", True), ("1.500.000", True), ("1.500.001", False)])
def test_the_line_reaches_to_its_last_dong(world: World, an: Client, income: str, fits: bool) -> None:
    library.standard(world.poor)

    page = words(an.post(PAGE, {**TYPED, "income": income}))

    assert ("dòng áp dụng là" in page) is fits


@pytest.mark.parametrize(("day", "fits"), [("31/12/2026", True), ("01/01/2027", False)])
def test_the_rule_of_the_day_typed_answers(world: World, an: Client, day: str, fits: bool) -> None:
    library.standard(world.poor, valid_to=date(2026, 12, 31))

    assert ("dòng áp dụng là" in words(an.post(PAGE, {**TYPED, "day": day}))) is fits


def test_nothing_typed_is_stored_logged_or_put_into_an_address(world: World, an: Client, caplog) -> None:
    """Số liệu của bà con không nằm lại trong bảng nào, nhật ký nào, phiên nào, địa chỉ nào."""
    library.standard(world.poor)
    an.get(PAGE)
    before = every_row()

    with caplog.at_level(logging.DEBUG, logger="django.request"):
        answer = an.post(PAGE, TYPED)

    assert every_row() == before
    assert "no-store" in answer["Cache-Control"]
    assert answer.status_code == 200 and "Location" not in answer
    assert not an.cookies.get("sessionid")
    assert not [r for r in caplog.records if "1234567" in r.getMessage() or "1.234.567" in r.getMessage()]


def test_an_unchecked_line_shows_no_amount(world: World, an: Client) -> None:
    """Mức chưa kiểm chứng không đến mắt bà con."""
    library.standard(world.poor, 1_777_000, checked_on=None)

    page = words(an.post(PAGE, TYPED))

    assert "chưa trả lời được" in page and "Chưa kiểm chứng" in page
    assert "1.777.000" not in page


def test_without_the_number_of_indicators_the_page_names_what_may_be(world: World, an: Client) -> None:
    library.standard(world.poor)
    library.standard(world.near_poor, deprived_from=None, deprived_below=3)

    page = words(an.post(PAGE, {**TYPED, "deprived": ""}))

    assert "Chưa đủ số liệu" in page
    assert "“Hộ nghèo, nông thôn” khi thiếu hụt từ 3 chỉ số" in page


def test_a_place_with_its_own_standard_is_asked_first_and_differing_is_said(world: World, an: Client) -> None:
    library.standard(world.near_poor, deprived_from=None)
    library.standard(world.poor, territory=world.city, deprived_from=2)

    page = words(an.post(PAGE, {**TYPED, "territory": world.city.pk}))

    assert page.index("Theo chuẩn của thành phố Sông Phố") < page.index("Theo chuẩn quốc gia")
    assert "Hai chuẩn chỉ hai dòng khác nhau" in page


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"income": "một triệu"}, "Không đọc được số tiền này"),
        ({"income": ""}, "gõ số tiền"),
        ({"income": "9" * 60}, "nhiều nhất 40 ký tự"),
        ({"deprived": "-1"}, "Gõ một số từ 0 đến 30"),
        ({"deprived": "9" * 30}, "Gõ một số từ 0 đến 30"),
        ({"area": "biển"}, "biển"),
        ({"territory": "99999999"}, "99999999"),
        ({"day": "31/02/2026"}, "Không đọc được ngày này"),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field(
    world: World, an: Client, typed: dict, says: str
) -> None:
    library.standard(world.poor)

    page = words(an.post(PAGE, {**TYPED, **typed}))

    assert says in page and "dòng áp dụng là" not in page


def test_the_page_cannot_be_milked(world: World, an: Client) -> None:
    library.standard(world.poor)

    pages = [words(an.post(PAGE, TYPED)) for _ in range(61)]

    assert "dòng áp dụng là" in pages[59]
    assert "Xin đợi một giờ" in pages[60] and "dòng áp dụng là" not in pages[60]


def test_the_page_is_small_and_reachable_from_the_first(world: World, an: Client) -> None:
    library.standard(world.poor)

    assert PAGE in words(an.get("/"))
    assert len(an.post(PAGE, TYPED).content) < 60_000


def test_benefits_show_the_amount_of_the_day_its_end_and_the_check(world: World, an: Client) -> None:
    today = dates.today()
    policy = library.policy(audiences=[world.poor], by=world.hung, checked_on=today, valid_to=today)
    library.parameter(policy, "1.200.000 đồng một hộ", valid_to=today)
    library.parameter(policy, "9 triệu đồng", name="Mức vay", verified=False)

    page = words(an.get(reverse("portal:benefits", args=["ho-ngheo"])))

    assert "1.200.000 đồng một hộ" in page and "9 triệu đồng" not in page
    assert "Hết đúng từ ngày" in page
    assert f"Kiểm chứng ngày {dates.say(today)}" in page
    assert "quá sáu tháng" not in page


def test_benefits_checked_long_ago_say_so(world: World, an: Client) -> None:
    library.policy(audiences=[world.poor])

    assert "Đã quá sáu tháng chưa kiểm lại" in words(an.get(reverse("portal:benefits", args=["ho-ngheo"])))


def test_benefits_say_how_many_policies_wait_and_not_their_words(world: World, an: Client) -> None:
    """Bà con biết danh sách chưa đủ; lời chưa ai kiểm vẫn chưa ra ngoài."""
    address = reverse("portal:benefits", args=["ho-ngheo"])
    library.policy(audiences=[world.poor], by=world.hung)
    assert "chờ kiểm" not in words(an.get(address))
    library.policy(False, audiences=[world.poor], title="Trợ cấp thử mười triệu")
    library.policy(
        audiences=[world.poor], checked_on=None, title="Vay thử", topic=library.topic("von", "Vốn")
    )
    library.policy(False, audiences=[world.near_poor])
    library.policy(False, audiences=[world.poor], valid_to=date(2022, 1, 1))
    library.policy(audiences=[world.poor], state="withdrawn", withdrawn_why="Thử")

    page = words(an.get(address))

    assert "còn 2 chính sách cho nhóm này chờ kiểm hoặc chờ công bố" in page
    assert "Y tế: 1 chính sách" in page and "Vốn: 1 chính sách" in page
    assert "Trợ cấp thử mười triệu" not in page and "Vay thử" not in page


def test_a_standard_that_ended_is_not_called_the_standard_of_the_day(world: World, an: Client) -> None:
    """Trang không nói “có chuẩn riêng” rồi không đưa ra chuẩn nào."""
    UnitVersion.objects.filter(unit=world.ward).update(is_urban=True)
    library.standard(world.poor, territory=world.city, area="urban", valid_to=date(2025, 12, 31))
    library.standard(world.poor, area="urban")
    typed = {**TYPED, "area": "", "home": world.ward.pk, "territory": "noi-o", "income": "1.800.000"}

    ended = words(an.post(PAGE, {**typed, "day": "01/06/2026"}))
    held = words(an.post(PAGE, {**typed, "day": "01/06/2025"}))

    assert "thành thị, chuẩn riêng của Sông Phố năm 2026: chưa xác định" in ended
    assert "Chuẩn riêng của Sông Phố năm 2026: chưa xác định." in ended
    assert "có chuẩn riêng của" not in ended and "có chuẩn riêng của thành phố Sông Phố" in held
    assert "chắc chắn không khớp dòng “Hộ nghèo, thành thị”" in ended
