"""Nhập văn bản: files go in by one form, each with its outcome; confirming needs a person."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lantoa.common.files import Upload
from lantoa.library import actions
from lantoa.library.models import Document, IntakeFile
from lantoa.library.understanding import Proposal
from tests.library.law_papers import PAPERS
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DECREE, AMENDING = PAPERS[0], PAPERS[4]


def url(name: str, *args: object) -> str:
    return reverse(f"office:{name}", args=args)


def body(response) -> str:
    return " ".join(response.content.decode().split())


def files_of(*papers) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(f"{at}.txt", p.text.encode()) for at, p in enumerate(papers)]


def send(client: Client, *papers, **more):
    return client.post(url("intake_send"), {"files": files_of(*papers), "key": "k1", "source": ""}, **more)


@pytest.fixture
def taken(world) -> IntakeFile:
    intake = actions.open_intake(by=world.minh, key="k0", source="Công báo thử")
    return actions.take_in(intake, Upload("nghi-dinh.txt", DECREE.text.encode()), by=world.minh)[0]


def form_of(page) -> dict:
    """What the page would send unchanged."""
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields if name != "checked"}


def test_several_files_without_a_script_lead_to_the_account_of_their_intake(world):
    minh = as_(world.minh)

    answer = send(minh, DECREE, AMENDING, DECREE)

    page = body(minh.get(answer.url))
    assert answer.status_code == 302
    assert "<dt>Đã đọc</dt><dd>3 tệp</dd>" in page and "<dt>Đề xuất</dt><dd>2</dd>" in page
    assert "Đúng tệp này đang chờ xác nhận" in page
    assert "Nghị định 20/2031/NĐ-CP" in body(minh.get(url("intake_list")))


def test_the_script_gets_the_row_of_its_file_and_a_sentence_when_none_came(world):
    minh = as_(world.minh)

    row = send(minh, DECREE, headers={"X-Requested-With": "fetch"})
    nothing = minh.post(url("intake_send"), {"key": "k1"}, headers={"X-Requested-With": "fetch"})

    assert row.status_code == 200 and body(row).startswith("<li>") and "Chờ xác nhận" in body(row)
    assert nothing.status_code == 400 and "Chưa chọn tệp" in body(nothing)


def test_the_page_shows_each_value_beside_its_words(world, taken):
    page = body(as_(world.minh).get(url("intake_file", taken.pk)))

    assert "Trong giấy: “Số: 20/2031/NĐ-CP”" in page
    assert 'value="15/03/2031"' in page and 'value="01/05/2031"' in page
    assert "Luật Trợ giúp mẫu số 11/2030/QH18" in page
    assert not Document.objects.exists()


def test_confirming_takes_the_corrected_values(world, taken):
    minh = as_(world.minh)
    data = form_of(minh.get(url("intake_file", taken.pk)))

    answer = minh.post(url("intake_file", taken.pk), {**data, "title": "Tên đã sửa"})

    document = Document.objects.get()
    assert answer.url == url("document", document.pk)
    assert (document.title, document.is_checked, document.source) == ("Tên đã sửa", False, "Công báo thử")
    assert document.provisions.count() == 8
    assert minh.get(url("file", document.file_id)).status_code == 200


def test_a_wrong_value_stays_on_the_page_with_its_sentence(world, taken):
    minh = as_(world.minh)
    data = form_of(minh.get(url("intake_file", taken.pk)))

    answer = minh.post(url("intake_file", taken.pk), {**data, "issued_on": "32/13/2031"})

    assert answer.status_code == 200 and "Không đọc được ngày này" in body(answer)
    assert not Document.objects.exists()


def test_looking_at_mended_words_stores_nothing(world, taken):
    minh = as_(world.minh)
    data = form_of(minh.get(url("intake_file", taken.pk)))

    answer = minh.post(url("intake_file", taken.pk), {**data, "text": "Điều 1. Lời đã sửa.", "look": ""})

    assert "1 điều khoản" in body(answer) and "Lời đã sửa." in body(answer)
    assert not Document.objects.exists()


def test_discarding_asks_for_a_reason(world, taken):
    minh = as_(world.minh)

    without = minh.post(url("intake_file_discard", taken.pk), {"why": ""}, follow=True)
    minh.post(url("intake_file_discard", taken.pk), {"why": "Không thuộc chương trình"})

    assert "Ghi lý do bỏ" in body(without)
    taken.refresh_from_db()
    assert (taken.state, taken.says) == ("discarded", "Không thuộc chương trình")


def test_who_does_not_write_the_library_sees_none_of_it(world, taken):
    tam = as_(world.tam)

    for address in (url("intake_list"), url("intake", taken.intake_id), url("intake_file", taken.pk)):
        assert tam.get(address).status_code == 403
    assert send(tam, DECREE).status_code == 403
    assert tam.get(url("file", taken.file_id)).status_code == 404


def test_what_waits_stands_in_my_work_of_those_who_confirm(world, taken):
    assert "Văn bản nhập vào chờ xác nhận" in body(as_(world.minh).get(url("my_work")))
    assert "Văn bản nhập vào chờ xác nhận" not in body(as_(world.tam).get(url("my_work")))


@pytest.fixture
def other_words(world, taken) -> IntakeFile:
    """The decree is held; its paper came in again with one other word."""
    actions.confirm_file(taken, by=world.minh, facts=Proposal.from_dict(taken.proposal).facts())
    text = DECREE.text.replace("Hộ nghèo, hộ cận nghèo theo", "Hộ nghèo, hộ mới thoát nghèo theo")
    intake = actions.open_intake(by=world.minh, key="k2")
    return actions.take_in(intake, Upload("khac-loi.txt", text.encode()), by=world.minh)[0]


def test_other_words_of_a_held_paper_are_shown_word_by_word(world, other_words):
    page = body(as_(world.minh).get(url("intake_file", other_words.pk)))

    assert "khác văn bản trong kho 1 chỗ" in page and "Khoản 1 Điều 2" in page
    assert "<del>cận</del>" in page and "<ins>mới thoát</ins>" in page


def test_the_words_of_the_file_take_their_place_once_a_reason_is_given(world, other_words):
    minh, address = as_(world.minh), url("other_words_decide", other_words.pk)

    refused = body(minh.post(address, {"answer": "take", "why": ""}, follow=True))
    answer = minh.post(address, {"answer": "take", "why": "Đã đối chiếu."}, follow=True)

    held = Document.objects.get()
    assert "Ghi lý do" in refused and "Lời của Nghị định 20/2031/NĐ-CP đã thay" in body(answer)
    assert "mới thoát nghèo" in held.provisions.get(eid="art_2__para_1").words


def test_the_words_that_are_held_can_be_kept(world, other_words):
    answer = as_(world.minh).post(
        url("other_words_decide", other_words.pk), {"answer": "keep", "why": "Bản gõ lại."}, follow=True
    )

    assert "Giữ lời trong kho, tệp khác 1 chỗ: Bản gõ lại." in body(answer)


def test_a_file_can_enter_as_another_document_of_that_number(world, other_words):
    minh, address = as_(world.minh), f"{url('intake_file', other_words.pk)}?khac=1"
    data = form_of(minh.get(address))

    refused = body(minh.post(address, data))
    minh.post(address, {**data, "apart": "bản đánh trùng số"})

    assert "Kho đã có Nghị định 20/2031/NĐ-CP" in refused
    assert Document.objects.count() == 2
