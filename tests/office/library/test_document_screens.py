"""The screens of documents, provisions and changes, tried by those who may and those who may not."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.common import dates
from lantoa.library.models import Document, Effect, Provision
from lantoa.people.models import Role
from tests.factories import library as make
from tests.factories.people import duty, person

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2026, 1, 1)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
FORM = {
    "kind": "Nghị định",
    "full_number": "15/2023/NĐ-CP",
    "title": "Quy định thử về hỗ trợ",
    "issued_on": "04/05/2023",
    "effective_on": "1.7.2023",
}


def as_(user) -> Client:
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def url(name: str, *args: object) -> str:
    return reverse(f"office:{name}", args=args)


def body(response) -> str:
    return " ".join(response.content.decode().split())


def test_every_page_of_the_library_opens_for_everyone_with_a_duty(world):
    document = make.document()
    provision = make.provision(document, "điểm a khoản 2 Điều 3")
    make.policy(bases=[provision])
    make.effect(provision, dates.today() + timedelta(days=9), source=make.document(), new_words="Lời mới")
    onlooker = person("Trịnh Văn Khách", "khach")
    duty(onlooker, Role.OBSERVER, world.ward)
    pages = [
        url("document_list"),
        url("document", document.pk),
        url("provision", provision.pk),
        url("changes_ahead"),
        url("policy_list"),
        url("bundle_list"),
    ]

    for user in (world.minh, world.binh, world.tam, onlooker):
        assert [as_(user).get(page).status_code for page in pages] == [200] * len(pages)


def test_without_a_duty_or_a_name_nothing_opens(world):
    document = make.document()
    nobody = person("Lưu An", "an")

    assert Client().get(url("document", document.pk)).status_code == 302
    assert as_(nobody).get(url("document", document.pk)).status_code == 403


def test_writing_pages_are_closed_to_readers_and_missing_things_do_not_exist(world):
    document = make.document()
    provision = make.provision(document)
    writing = [
        url("document_new"),
        url("document_edit", document.pk),
        url("provisions_paste", document.pk),
        url("provision_new", document.pk),
        url("provision_edit", provision.pk),
        url("effect_new", document.pk),
        url("policy_new"),
        url("bundle_new"),
    ]

    assert [as_(world.tam).get(page).status_code for page in writing] == [403] * len(writing)
    assert [as_(world.minh).get(page).status_code for page in writing] == [200] * len(writing)
    assert as_(world.minh).get(url("document", 9999)).status_code == 404
    assert as_(world.minh).get(url("provision", 9999)).status_code == 404
    assert as_(world.tam).post(url("document_check", document.pk)).status_code == 403


def test_document_is_registered_from_one_line_of_number(world):
    response = as_(world.minh).post(url("document_new"), FORM)

    document = Document.objects.get()
    assert response.url == url("document", document.pk)
    assert (document.number, document.year, document.symbol) == ("15", 2023, "NĐ-CP")
    assert document.effective_on == date(2023, 7, 1)


def test_the_same_document_twice_leads_to_the_one_that_exists(world):
    existing = make.document("Nghị định", "15", 2023)

    response = as_(world.minh).post(url("document_new"), FORM)

    assert response.status_code == 200
    assert f'<a href="{url("document", existing.pk)}">Mở Nghị định 15/2023/NĐ-CP</a>' in body(response)
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"effective_on": "31/02/2023"}, "Không đọc được ngày này"),
        ({"title": ""}, "Trích yếu"),
        ({"effective_on": "01/01/2024", "ended_on": "01/01/2024"}, "Ngày hết hiệu lực phải sau"),
    ],
)
def test_wrong_input_is_told_and_nothing_is_stored(world, wrong, said):
    response = as_(world.minh).post(url("document_new"), {**FORM, **wrong})

    assert said in body(response)
    assert not Document.objects.exists()


@pytest.mark.parametrize("content", ["Điều 1. Phạm vi", "<html><script>alert(1)</script><p>Điều 1.</html>"])
def test_file_of_a_document_is_served_to_readers_as_a_download(world, content):
    client = as_(world.minh)
    paper = SimpleUploadedFile("nghi-dinh.html", content.encode())
    client.post(url("document_new"), {**FORM, "file": paper})
    stored = Document.objects.get().file

    response = as_(world.tam).get(url("file", stored.pk))

    assert (response.status_code, response["X-Content-Type-Options"]) == (200, "nosniff")
    assert response["Content-Disposition"].startswith("attachment")


def test_document_page_shows_doubts_changes_and_what_is_unchecked(world):
    document = make.document("Nghị định", "15", 2015, checked_on=None, ended_on=date(2025, 1, 1))
    provision = make.provision(document, "khoản 1 Điều 24", "Mức vay tối đa là 100 triệu đồng.")
    make.effect(provision, DAY, "amend", new_words="Mức vay tối đa là 200 triệu đồng.")
    make.effect(document, date(2027, 2, 2))

    shown = body(as_(world.tam).get(url("document", document.pk)))

    assert "Chưa kiểm chứng" in shown
    assert "Số hiệu ghi năm 2015 nhưng ngày ban hành là 01/12/2021" in shown
    assert "Ngày hết hiệu lực ghi là 01/01/2025" in shown
    assert "<del>100</del> <ins>200</ins>" in shown


def test_status_of_another_day_can_be_asked(world):
    document = make.document(ended_on=date(2025, 1, 1))

    before = body(as_(world.tam).get(url("document", document.pk), {"ngay": "31/12/2024"}))
    after = body(as_(world.tam).get(url("document", document.pk), {"ngay": "01/01/2025"}))

    assert "Còn hiệu lực</span>" in before
    assert "Hết hiệu lực</span>" in after


def test_list_finds_marks_and_filters(world):
    document = make.document("Nghị định", "15", 2023, title="Vay vốn thử")
    make.provision(document, "Điều 9", "Người vay không phải thế chấp tài sản.")
    make.document("Quyết định", "16", 2023, title="Việc khác", ended_on=date(2024, 1, 1))
    client = as_(world.binh)

    by_number = body(client.get(url("document_list"), {"tim": "nd 15"}))
    by_words = body(client.get(url("document_list"), {"tim": "the chap"}))
    ended = body(client.get(url("document_list"), {"tinh_trang": "ended"}))

    assert "Vay vốn thử" in by_number and "Việc khác" not in by_number
    assert "<mark>thế</mark> <mark>chấp</mark>" in by_words
    assert "Việc khác" in ended and "Vay vốn thử" not in ended


@pytest.mark.parametrize("typed", ["%", "'; --", "\u0000", "a" * 500, "Điều", "((("])
def test_any_search_words_get_a_page(world, typed):
    assert as_(world.tam).get(url("document_list"), {"tim": typed}).status_code == 200


def test_change_is_recorded_for_chosen_provisions(world):
    document = make.document()
    first, second = make.provision(document, "Điều 1"), make.provision(document, "Điều 2")
    source = make.document()

    response = as_(world.minh).post(
        url("effect_new", document.pk),
        {"kind": "replace", "source": source.pk, "on": "01/01/2026", "provisions": [first.pk, second.pk]},
    )

    assert response.url == url("document", document.pk)
    assert {(e.provision, e.on, e.source) for e in Effect.objects.all()} == {
        (first, DAY, source),
        (second, DAY, source),
    }


@pytest.mark.parametrize("both", [True, False])
def test_change_of_nothing_or_of_whole_and_part_is_refused(world, both):
    provision = make.provision(make.document())
    target = {"whole": "on", "provisions": [provision.pk]} if both else {}

    response = as_(world.minh).post(
        url("effect_new", provision.document_id), {"kind": "repeal", "on": "01/01/2026", **target}
    )

    assert response.status_code == 200
    assert not Effect.objects.exists()


def test_replacing_provision_is_chosen_from_the_new_document(world):
    old, new = make.provision(make.document()), make.provision(make.document(), "Điều 11")
    form = {"kind": "replace", "source": new.document_id, "on": "01/01/2026", "provisions": [old.pk]}
    client = as_(world.minh)

    offered = client.post(url("effect_new", old.document_id), {**form, "find": ""})
    assert offered.status_code == 200 and "Điều 11" in body(offered)
    assert not Effect.objects.exists()

    client.post(url("effect_new", old.document_id), {**form, "replaced_by": new.pk})
    assert Effect.objects.get().replaced_by == new


def test_provision_of_another_document_cannot_be_sent(world):
    document, stranger = make.document(), make.provision(make.document())

    response = as_(world.minh).post(
        url("effect_new", document.pk), {"kind": "repeal", "on": "01/01/2026", "provisions": [stranger.pk]}
    )

    assert response.status_code == 200
    assert not Effect.objects.exists()


def test_withdrawing_without_a_reason_is_told_and_not_done(world):
    effect = make.effect(make.document(), DAY)
    client = as_(world.minh)

    shown = body(client.post(url("effect_withdraw", effect.pk), {"why": ""}, follow=True))
    assert "Ghi lý do rút" in shown

    client.post(url("effect_withdraw", effect.pk), {"why": "Nhầm điều khoản"})
    effect.refresh_from_db()
    assert effect.withdrawn_why == "Nhầm điều khoản"


def test_provision_page_says_what_will_happen_and_when(world):
    provision = make.provision(make.document(), "khoản 1 Điều 24")
    day = dates.today() + timedelta(days=1)
    make.effect(provision, day)

    shown = body(as_(world.tam).get(url("provision", provision.pk)))

    assert f"Sẽ hết đúng từ {dates.say(day)}" in shown


def test_provision_is_added_and_corrected_by_hand(world):
    document = make.document()
    client = as_(world.minh)
    client.post(
        url("provision_new", document.pk),
        {"kind": "article", "number": "5", "words": "Hộ nghèo được cấp thẻ."},
    )
    provision = Provision.objects.get()

    client.post(
        url("provision_edit", provision.pk), {"words": "Hộ cận nghèo được cấp thẻ.", "why": "Gõ thiếu chữ"}
    )

    provision.refresh_from_db()
    assert (provision.eid, provision.words) == ("art_5", "Hộ cận nghèo được cấp thẻ.")


@pytest.mark.parametrize("page", ["document_list", "changes_ahead"])
def test_lists_ask_the_same_number_of_questions_for_one_and_for_three(world, page):
    def asked() -> int:
        client = as_(world.tam)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url(page), {"tim": "dieu"}).status_code == 200
        return len(queries)

    def add() -> None:
        provision = make.provision(make.document(title="Điều lệ thử"), words="Điều thử")
        make.policy(bases=[provision])
        make.effect(provision, dates.today() + timedelta(days=3), source=make.document())

    add()
    one = asked()
    add()
    add()

    assert asked() == one


def test_document_page_asks_the_same_for_few_and_many_provisions(world):
    document = make.document()

    def add(number: int) -> None:
        provision = make.provision(document, f"khoản 1 Điều {number}")
        make.policy(bases=[provision])
        make.effect(provision, DAY, source=make.document())

    def asked() -> int:
        client = as_(world.tam)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url("document", document.pk)).status_code == 200
        return len(queries)

    add(1)
    one = asked()
    add(2)
    add(3)

    assert asked() == one


PASTED = "Điều 1. Phạm vi\nQuy định này nói về hỗ trợ thử.\nĐiều 2. Mức hỗ trợ\n1. Hộ nghèo được hỗ trợ 100%."


def test_pasted_words_are_shown_before_they_are_kept(world):
    document = make.document()
    client = as_(world.minh)

    looked = body(client.post(url("provisions_paste", document.pk), {"text": PASTED, "look": ""}))
    assert "Đọc được 3 điều khoản. Chưa lưu gì." in looked
    assert not document.provisions.exists()

    client.post(url("provisions_paste", document.pk), {"text": PASTED, "keep": ""})
    assert [p.place for p in document.provisions.all()] == ["Điều 1", "Điều 2", "khoản 1 Điều 2"]


def test_text_that_is_no_law_is_told(world):
    shown = body(as_(world.minh).post(url("provisions_paste", make.document().pk), {"text": "xin chào"}))

    assert "Không thấy Điều, khoản hay Chương nào" in shown


@pytest.mark.parametrize(
    ("content", "said"),
    [(PASTED.encode(), "Hộ nghèo được hỗ trợ 100%."), (b"%PDF-1.7 broken", "Tệp PDF bị hỏng")],
)
def test_words_are_taken_from_the_stored_file_or_it_is_told_why_not(world, content, said):
    client = as_(world.minh)
    paper = SimpleUploadedFile("van-ban.txt", content)
    client.post(url("document_new"), {**FORM, "file": paper})

    shown = body(client.get(url("provisions_paste", Document.objects.get().pk), {"tep": "1"}))

    assert said in shown
