"""The screens of the poverty standards and of the look-up, which keeps nothing."""

from datetime import date, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.library.models import PovertyStandard
from lantoa.people.models import UnitVersion
from tests.factories import library as make
from tests.office.library.test_document_screens import as_, body, url

pytestmark = [pytest.mark.django_db, pytest.mark.db]

TYPED = {"day": "01/06/2024", "area": "rural", "income_vnd": "1.234.567", "deprived": "4"}


def facts(world, **more: object) -> dict:
    return {
        "territory": "",
        "area": "rural",
        "category": world.poor.pk,
        "income_upto_vnd": "1.500.000",
        "deprived_from": "3",
        "valid_from": "01/01/2026",
        "reference": "Điều 3 Nghị định 07/2021/NĐ-CP",
        **more,
    }


def test_line_is_written_confirmed_and_listed(world):
    client = as_(world.minh)
    client.post(url("standard_new"), facts(world))
    line = PovertyStandard.objects.get()
    assert "Chưa kiểm chứng" in body(client.get(url("standard_list")))

    as_(world.hung).post(url("standard_check", line.pk))

    shown = body(as_(world.tam).get(url("standard_list")))
    assert f"{dates.say(dates.today())}, {world.hung}" in shown and "Chưa kiểm chứng" not in shown


def test_line_is_edited_with_what_it_said_and_has_to_be_checked_again(world):
    line = make.standard(world.poor, territory=world.city)
    client = as_(world.minh)
    shown = body(client.get(url("standard_edit", line.pk)))
    assert 'value="1.500.000"' in shown and "01/01/2022" in shown

    sent = facts(world, territory=world.city.pk, deprived_from="2", valid_from="01/01/2022")
    client.post(url("standard_edit", line.pk), sent)

    line.refresh_from_db()
    assert (line.deprived_from, line.territory, line.verified) == (2, world.city, False)


def test_collision_and_missing_bounds_are_told_on_the_form(world):
    make.standard(world.near_poor)
    client = as_(world.minh)

    assert "Trùng với dòng" in body(client.post(url("standard_new"), facts(world)))
    nothing = facts(world, income_upto_vnd="", deprived_from="")
    assert "ít nhất một điều kiện" in body(client.post(url("standard_new"), nothing))
    assert "chưa nhập" in body(client.post(url("standard_new"), facts(world, reference="")))


def test_line_taken_out_stays_readable_with_its_reason(world):
    line = make.standard(world.poor)
    client = as_(world.minh)
    assert "Lý do: chưa nhập" in body(client.post(url("standard_withdraw", line.pk), {"why": ""}))

    client.post(url("standard_withdraw", line.pk), {"why": "Nhập nhầm giai đoạn"})

    assert "Nhập nhầm giai đoạn" in body(as_(world.tam).get(url("standard_list")))
    assert client.get(url("standard_edit", line.pk)).status_code == 404


def test_old_check_is_marked_as_long_as_the_line_runs(world):
    make.standard(world.poor)
    make.standard(world.poor, valid_from=date(2019, 1, 1), valid_to=date(2019, 12, 31))

    assert body(as_(world.tam).get(url("standard_list"))).count("Quá sáu tháng") == 1


def test_what_nobody_checked_for_six_months_stands_in_one_list(world):
    policy = make.policy(title="Trợ giúp pháp lý")
    make.policy(title="Học phí", checked_on=dates.today())
    make.standard(world.poor)

    shown = body(as_(world.hung).get(url("changes_ahead")))

    listed = shown.split("Quá sáu tháng chưa ai kiểm")[1].split("Thay đổi trong 90 ngày tới")[0]
    assert policy.title in listed and "Hộ nghèo, nông thôn" in listed and "Học phí" not in listed


def test_line_shows_the_words_of_its_clause_and_the_change_ahead(world):
    provision = make.provision(
        make.document(number="07", year=2021), "Điều 3", "Thu nhập bình quân từ mức này."
    )
    line = make.standard(world.poor, reference="Điều 3 Nghị định 07/2021/NĐ-CP")
    make.effect(provision, dates.today() + timedelta(days=30))

    shown = body(as_(world.tam).get(url("standard", line.pk)))

    assert "Thu nhập bình quân từ mức này." in shown and "Căn cứ thay đổi" in shown


def test_look_up_names_the_line_the_clause_and_who_recognises(world):
    make.standard(world.poor)
    make.standard(world.near_poor, deprived_from=None, deprived_below=3)

    shown = body(as_(world.tam).post(url("line_look_up"), TYPED))

    assert "dòng áp dụng là “Hộ nghèo, nông thôn”" in shown
    assert "thiếu hụt dưới 3 chỉ số: <b>không</b>" in shown
    assert "Việc công nhận do Ủy ban nhân dân cấp xã" in shown


def test_look_up_takes_area_and_territory_from_the_home_on_the_day(world):
    UnitVersion.objects.filter(unit=world.ward).update(is_urban=True, valid_from=date(2024, 6, 1))
    UnitVersion.objects.create(
        unit=world.ward,
        name="Mẫu",
        type_word="xã",
        kind="commune",
        is_urban=False,
        valid_to=date(2024, 5, 31),
    )
    make.standard(world.poor, territory=world.city, area="urban")
    make.standard(world.poor, territory=world.city, area="rural")
    typed = {**TYPED, "area": "", "home": world.ward.pk, "territory": "noi-o"}
    client = as_(world.tam)

    urban = body(client.post(url("line_look_up"), typed))
    rural = body(client.post(url("line_look_up"), {**typed, "day": "31/05/2024"}))
    by_hand = body(client.post(url("line_look_up"), {**typed, "area": "rural", "territory": ""}))

    assert "dòng áp dụng là “Hộ nghèo, thành thị”" in urban and "01/06/2024: thành thị" in urban
    assert "dòng áp dụng là “Hộ nghèo, nông thôn”" in rural and "Xã Mẫu ngày 31/05/2024" in rural
    assert "dòng áp dụng là" not in by_hand  # the national standard was asked for, which has no line here


def test_look_up_without_a_home_asks_for_the_area(world):
    shown = body(as_(world.tam).post(url("line_look_up"), {**TYPED, "area": ""}))

    assert "Chọn thành thị hoặc nông thôn." in shown


def test_entitlement_of_a_ward_leaves_out_what_is_for_communes_only(world):
    UnitVersion.objects.filter(unit=world.ward).update(is_urban=True)
    make.policy(audiences=[world.poor], by=world.hung, title="Nước sạch", area="rural")
    make.policy(audiences=[world.poor], by=world.hung, title="Tiền điện")
    asked = {"nhom": world.poor.pk, "ngay": "01/01/2026", "o": f"noi-{world.ward.pk}"}

    shown = body(as_(world.tam).get(url("entitlement"), asked))

    assert "Tiền điện" in shown and "Nước sạch" not in shown and "thành thị" in shown


def test_look_up_shows_the_office_what_is_unchecked_but_does_not_decide_by_it(world):
    make.standard(world.poor, 1_777_000, checked_on=None)

    shown = body(as_(world.tam).post(url("line_look_up"), TYPED))

    assert "1.777.000" in shown and "Chưa kiểm chứng" in shown
    assert "dòng áp dụng là" not in shown


def test_look_up_writes_no_row_and_is_not_cached(world):
    """Số liệu gõ vào không nằm lại ở bảng nào, kể cả nhật ký."""
    make.standard(world.poor)
    client = as_(world.tam)
    client.get(url("line_look_up"))

    with CaptureQueriesContext(connection) as queries:
        answer = client.post(url("line_look_up"), TYPED)

    assert [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []
    assert not any("1234567" in q["sql"] for q in queries)
    assert "no-store" in answer["Cache-Control"]


def test_figures_sent_after_the_session_ended_are_not_kept_for_sending_again(world):
    """Khác với biểu mẫu thường: phiên hết hạn thì số liệu của hộ bị bỏ, không giữ để gửi lại."""
    answer = Client().post(url("line_look_up"), TYPED)

    assert answer.status_code == 302 and "1.234.567" not in answer["Location"]
    assert not any("fields" in str(session.get_decoded()) for session in Session.objects.all())


def test_lists_ask_the_same_for_one_standard_and_for_three(world):
    make.provision(make.document(number="07", year=2021), "Điều 3")

    def add(start: int) -> None:
        make.standard(
            world.poor, territory=world.city, reference="Điều 3 Nghị định 07/2021/NĐ-CP",
            valid_from=date(start, 1, 1), valid_to=date(start, 12, 31),
        )  # fmt: skip

    def asked(name: str) -> int:
        client = as_(world.tam)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url(name)).status_code == 200
        return len(queries)

    add(2001)
    one = [asked(name) for name in ("standard_list", "reform")]
    add(2002)
    add(2003)

    assert [asked(name) for name in ("standard_list", "reform")] == one


# -- Who is entitled to what, and what changes -----------------------------------------------------
def test_entitlement_of_a_day_names_amount_clause_end_and_check(world):
    provision = make.provision(make.document(), "khoản 2 Điều 5", "Hộ nghèo được hỗ trợ tiền điện.")
    policy = make.policy(
        audiences=[world.poor],
        bases=[provision],
        by=world.hung,
        title="Tiền điện",
        valid_to=date(2026, 6, 30),
    )
    make.parameter(policy, "40.000 đồng", valid_to=date(2025, 12, 31))
    make.parameter(policy, "50.000 đồng", valid_from=date(2026, 1, 1))
    asked = {"nhom": world.poor.pk, "ngay": "01/01/2026"}

    shown = body(as_(world.tam).get(url("entitlement"), asked))

    assert "50.000 đồng" in shown and "40.000 đồng" not in shown
    assert "Hộ nghèo được hỗ trợ tiền điện." in shown
    assert "Hết đúng từ 01/07/2026" in shown
    assert f"Kiểm ngày 01/01/2022, {world.hung}" in shown
    assert "Quá sáu tháng chưa kiểm" in shown


def test_what_no_longer_stands_is_named_without_its_benefit(world):
    make.policy(
        audiences=[world.poor], title="Quà Tết", benefit="Mỗi hộ một phần quà.", valid_to=date(2025, 2, 1)
    )

    shown = body(as_(world.tam).get(url("entitlement"), {"nhom": world.poor.pk, "ngay": "02/02/2025"}))

    assert "Không nói được vào ngày này" in shown and "Hết áp dụng từ 02/02/2025" in shown
    assert "Mỗi hộ một phần quà." not in shown


def test_nonsense_in_the_address_falls_back_to_today(world):
    for name in ("entitlement", "reform"):
        asked = {"nhom": "x", "ngay": "32/13", "tu": "mai", "den": "hôm qua", "o": "biển"}
        assert as_(world.tam).get(url(name), asked).status_code == 200


def test_reform_lists_policies_and_lines_that_change(world):
    policy = make.policy(audiences=[world.poor], title="Học phí", valid_from=date(2026, 9, 1))
    make.standard(world.poor, valid_to=date(2026, 12, 31))
    make.standard(world.poor, 2_200_000, valid_from=date(2027, 1, 1))
    asked = {"tu": "31/08/2026", "den": "01/01/2027", "nhom": world.poor.pk}

    shown = body(as_(world.tam).get(url("reform"), asked))

    assert policy.title in shown and "Thêm" in shown
    assert "từ 1.500.000 đồng trở xuống" in shown and "từ 2.200.000 đồng trở xuống" in shown
    assert "Học phí" not in body(as_(world.tam).get(url("reform"), {**asked, "nhom": world.near_poor.pk}))
