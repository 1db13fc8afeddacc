"""The screens of policies: search and choose, confirm, publish, withdraw; drafts exist for few."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.library.models import BasisClearing, Policy
from tests.factories import library as make
from tests.office.library.test_document_screens import as_, body, url

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def words(world, **more: object) -> dict:
    return {
        "title": "Thẻ bảo hiểm y tế",
        "topic": make.topic().pk,
        "audiences": [world.poor.pk],
        "benefit": "Nhà mình được cấp thẻ.",
        **more,
    }


def test_provisions_are_searched_chosen_and_kept_without_script(world):
    wanted = make.provision(make.document(), "Điều 6", "Hộ nghèo được cấp thẻ bảo hiểm y tế.")
    other = make.provision(make.document(), "Điều 7", "Hộ cận nghèo được hỗ trợ vay vốn.")
    client = as_(world.minh)

    found = client.post(url("policy_new"), words(world, search="bao hiem y te", find=""))
    assert str(wanted) in body(found) and str(other) not in body(found)
    assert "chỗ cần sửa" not in body(found)
    assert not Policy.objects.exists()

    again = client.post(url("policy_new"), words(world, search="vay von", find="", provisions=[wanted.pk]))
    assert str(wanted) in body(again) and str(other) in body(again)

    client.post(url("policy_new"), words(world, provisions=[wanted.pk, other.pk]))
    assert {b.provision for b in Policy.objects.get().bases.all()} == {wanted, other}


def test_a_typed_place_opens_its_article_and_two_clauses_of_it_are_chosen(world):
    """Gõ “khoản 1 Điều 1 Quyết định 45/2031/QĐ-UBND”: cả Điều 1 mở ra để chọn từng khoản."""
    decision = make.document("Quyết định", "45", 2031, "QĐ-UBND")
    article = make.provision(decision, "Điều 1", "", heading="Mức hỗ trợ")
    clauses = [
        make.provision(decision, f"khoản {number}", f"Hỗ trợ {number} triệu đồng.", parent=article)
        for number in (1, 2)
    ]
    make.provision(decision, "khoản 1 Điều 3", "Quyết định 45 có hiệu lực; khoản 1 Điều 1 không áp dụng.")
    client = as_(world.minh)

    page = body(
        client.post(url("policy_new"), words(world, search="khoản 1 điều 1 QĐ45/2031/QĐ-UBND", find=""))
    )
    client.post(url("policy_new"), words(world, provisions=[one.pk for one in clauses]))

    assert "Điều 3" not in page
    assert all(f'value="{one.pk}"' in page for one in (article, *clauses))
    assert page.count("tìm thấy</span>") == 1
    assert {basis.provision for basis in Policy.objects.get().bases.all()} == set(clauses)
    kept = body(client.get(url("policy_edit", Policy.objects.get().pk)))
    assert all(f'value="{one.pk}"' in kept for one in (article, *clauses))


def test_half_written_policy_can_search_first(world):
    assert as_(world.minh).post(url("policy_new"), {"search": "the", "find": ""}).status_code == 200


def test_draft_is_written_confirmed_and_published(world):
    provision = make.provision(make.document())
    client = as_(world.minh)
    client.post(url("policy_new"), words(world, provisions=[provision.pk]))
    policy = Policy.objects.get()

    early = client.post(url("policy_publish", policy.pk), follow=True)
    assert "Chưa ai kiểm chứng chính sách này" in body(early)

    as_(world.hung).post(url("policy_check", policy.pk))
    client.post(url("policy_publish", policy.pk))
    policy.refresh_from_db()
    assert (policy.state, policy.checked_by) == ("published", world.hung)


@pytest.mark.parametrize(("days", "now"), [(0, True), (30, False)])
def test_who_publishes_ahead_is_not_told_that_it_is_read_now(world, days, now):
    begins = dates.today() + timedelta(days=days)
    draft = make.policy(
        False, by=world.minh, valid_from=begins, checked_on=dates.today(), checked_by=world.hung
    )

    page = body(as_(world.minh).post(url("policy_publish", draft.pk), follow=True))

    assert "Đã công bố." in page
    assert ("xem được từ bây giờ" in page) is now
    assert (f"Trước ngày {dates.say(begins)} cổng công khai chưa nói" in page) is not now


def test_drafts_do_not_exist_for_readers(world):
    draft = make.policy(published=False, title="Bản nháp chưa công bố")

    assert as_(world.tam).get(url("policy", draft.pk)).status_code == 404
    assert "Bản nháp chưa công bố" not in body(as_(world.tam).get(url("policy_list")))
    assert as_(world.hung).get(url("policy", draft.pk)).status_code == 200
    assert as_(world.hung).get(url("policy_edit", draft.pk)).status_code == 403


def test_readers_take_no_step(world):
    policy = make.policy()

    for step in ("policy_check", "policy_publish", "policy_withdraw", "parameter_add"):
        answer = as_(world.tam).post(url(step, policy.pk), {"why": "thử", "name": "Mức", "value": "1"})
        assert answer.status_code == 403, step


def test_published_policy_is_withdrawn_with_a_reason(world):
    policy = make.policy()
    client = as_(world.minh)

    assert "Lý do: chưa nhập" in body(client.post(url("policy_withdraw", policy.pk), {"why": ""}))
    client.post(url("policy_withdraw", policy.pk), {"why": "Nghị định mới thay thế"})

    shown = body(client.get(url("policy", policy.pk)))
    assert "Chính sách đã rút" in shown and "Nghị định mới thay thế" in shown


def test_change_of_a_basis_shows_and_is_cleared_by_a_signed_reason(world):
    provision = make.provision(make.document())
    policy = make.policy(bases=[provision])
    cause = make.effect(provision, dates.today())
    client = as_(world.hung)
    assert "Căn cứ đã thay đổi" in body(client.get(url("policy", policy.pk)))

    sent = {"basis": policy.bases.get().pk, "cause": cause.pk}
    client.post(url("basis_clear", policy.pk), {**sent, "why": ""})
    assert not BasisClearing.objects.exists()
    client.post(url("basis_clear", policy.pk), {**sent, "why": "Chỉ đổi tên cơ quan"})

    shown = body(client.get(url("policy", policy.pk)))
    assert "Căn cứ đã thay đổi" not in shown and "Chỉ đổi tên cơ quan" in shown


def test_clearing_somebody_elses_basis_or_nonsense_does_not_exist(world):
    policy, other = make.policy(), make.policy()
    cause = make.effect(other.bases.get().provision, dates.today())
    client = as_(world.hung)

    for sent in ({"basis": other.bases.get().pk, "cause": cause.pk}, {"basis": "x"}, {"basis": "9" * 30}):
        assert client.post(url("basis_clear", policy.pk), {**sent, "why": "thử"}).status_code == 404


def test_parameter_is_added_with_its_period(world):
    policy = make.policy()

    as_(world.minh).post(
        url("parameter_add", policy.pk),
        {"name": "Mức vay", "value": "100 triệu đồng", "valid_from": "01/03/2019"},
    )

    shown = body(as_(world.tam).get(url("policy", policy.pk)))
    assert "100 triệu đồng" in shown and "01/03/2019" in shown


def test_list_is_filtered_by_words_audience_and_topic(world):
    make.policy(title="Thẻ bảo hiểm y tế", audiences=[world.poor])
    make.policy(title="Vay vốn", audiences=[world.near_poor], topic=make.topic("tin-dung", "Tín dụng"))
    client = as_(world.tam)

    for asked in ({"tim": "vay von"}, {"nhom": world.near_poor.pk}, {"chu_de": make.topic("tin-dung").pk}):
        shown = body(client.get(url("policy_list"), asked))
        assert "Vay vốn" in shown and "Thẻ bảo hiểm y tế" not in shown
    assert client.get(url("policy_list"), {"nhom": "x"}).status_code == 200


def test_list_asks_the_same_number_of_questions_for_one_and_for_three(world):
    def add() -> None:
        provision = make.provision(make.document(), "khoản 1 Điều 2")
        make.policy(bases=[provision], audiences=[world.poor, world.near_poor])
        make.effect(provision, dates.today() + timedelta(days=1), source=make.document())

    def asked() -> int:
        client = as_(world.tam)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url("policy_list")).status_code == 200
        return len(queries)

    add()
    one = asked()
    add()
    add()

    assert asked() == one


def test_amount_is_ended_confirmed_and_taken_out(world):
    policy = make.policy()
    amount = make.parameter(policy, "100 triệu đồng", verified=False)
    client = as_(world.minh)

    assert "Không đọc được ngày cuối" in body(
        client.post(url("parameter_end", amount.pk), {"valid_to": "mai"}, follow=True)
    )
    client.post(url("parameter_end", amount.pk), {"valid_to": "31/12/2025"})
    as_(world.hung).post(url("parameter_check", amount.pk))
    shown = body(client.get(url("policy", policy.pk)))
    assert "đến hết 31/12/2025" in shown and f"Kiểm ngày {dates.say(dates.today())}, {world.hung}" in shown

    assert "Ghi lý do" in body(client.post(url("parameter_remove", amount.pk), {"why": ""}, follow=True))
    client.post(url("parameter_remove", amount.pk), {"why": "Ghi nhầm"})
    assert not policy.parameters.exists()


def test_gap_between_amounts_is_told_on_the_form(world):
    policy = make.policy()
    make.parameter(policy, name="Mức vay", valid_to=dates.read_date("31/12/2025"))
    sent = {"name": "Mức vay", "value": "200 triệu đồng", "valid_from": "05/01/2026"}

    shown = body(as_(world.minh).post(url("parameter_add", policy.pk), sent))

    assert "Còn hở từ 01/01/2026 đến 04/01/2026" in shown and policy.parameters.count() == 1


def test_published_policy_unchecked_for_six_months_is_marked_until_checked_again(world):
    policy = make.policy(by=world.minh)
    client = as_(world.hung)
    for page in (url("policy_list"), url("policy", policy.pk)):
        assert "Quá sáu tháng chưa kiểm" in body(client.get(page))

    client.post(url("policy_check", policy.pk))

    for page in (url("policy_list"), url("policy", policy.pk)):
        assert "Quá sáu tháng chưa kiểm" not in body(client.get(page))
        assert dates.say(dates.today()) in body(client.get(page))


def test_area_and_period_of_a_policy_are_written_and_shown(world):
    provision = make.provision(make.document())
    sent = words(
        world, provisions=[provision.pk], area="rural", valid_from="01/01/2026", valid_to="31/12/2026"
    )
    client = as_(world.minh)
    client.post(url("policy_new"), sent)
    policy = Policy.objects.get()

    shown = body(client.get(url("policy", policy.pk)))
    assert "Nông thôn" in shown and "từ 01/01/2026 đến hết 31/12/2026" in shown
    assert 'value="31/12/2026"' in body(client.get(url("policy_edit", policy.pk)))
    backward = {**sent, "valid_to": "31/12/2025"}
    assert "Ngày cuối phải từ ngày đầu" in body(client.post(url("policy_new"), backward))
