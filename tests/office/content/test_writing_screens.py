"""From an empty article to a sent draft, by the pages alone."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.content.models import Article, Edition, EditionVersion
from lantoa.content.rules.canonical_form import hash_now
from lantoa.content.states import EditionState
from tests.factories import content, library
from tests.factories.people import World
from tests.office.content.signed_in import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 6, 10)


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TODAY)


def editor_form(edition: Edition, *texts: str, **more: str) -> dict[str, str]:
    version = content.version_of(edition)
    data = {"count": str(len(texts)), "seen": "", "person_named_why": ""}
    for n, text in enumerate(texts, 1):
        block = version.blocks[n - 1]["id"] if n <= len(version.blocks) else ""
        data |= {f"text_{n}": text, f"block_{n}": str(block), f"cite_{n}": "", f"pick_{n}": ""}
        data[f"no_source_why_{n}"] = ""
    return data | more


def test_an_editor_writes_an_article_and_its_first_edition(world: World) -> None:
    policy = library.policy()
    binh = as_(world.binh)
    assert binh.get("/bai-viet/").status_code == 200
    page = binh.get("/bai-viet/viet/")
    sent = {
        "title": "Thẻ bảo hiểm y tế cho hộ nghèo",
        "unit": str(world.culture.pk),
        "audiences": [str(world.poor.pk)],
        "policies": [str(policy.pk)],
        "due_on": "20/06/2025",
        "key": page.context["form"]["key"].value(),
    }

    answer = binh.post("/bai-viet/viet/", sent)

    article = Article.objects.get()
    assert answer.headers["Location"] == f"/bai-viet/{article.pk}/"
    answer = binh.post(f"/bai-viet/{article.pk}/them-ban/", {"kind": "radio", "key": "x"})
    edition = Edition.objects.get()
    assert answer.headers["Location"] == f"/ban-the-hien/{edition.pk}/soan/"
    assert binh.get(f"/ban-the-hien/{edition.pk}/soan/").status_code == 200


def test_what_is_missing_is_told_at_its_field(world: World) -> None:
    page = as_(world.binh).post("/bai-viet/viet/", {"title": "", "unit": str(world.culture.pk)})

    told = page.content.decode()
    assert Article.objects.count() == 0
    assert "Chưa chọn mục nào" in told


def test_a_typed_citation_is_pinned_to_the_words_of_the_library(world: World) -> None:
    """Gõ “khoản 2 Điều 6 Nghị định ...” là dẫn đúng điều khoản trong kho."""
    law = library.provision(library.document(number="88"), "khoản 2 Điều 6", words="Hộ nghèo được cấp thẻ.")
    edition = content.draft(world)
    form = editor_form(edition, "Nhà mình được cấp thẻ.", cite_1="khoản 2 Điều 6 Nghị định 88/2021/NĐ-CP")

    as_(world.binh).post(f"/ban-the-hien/{edition.pk}/soan/", form | {"save": "1"})

    version = content.version_of(edition)
    assert law in {c.provision for c in version.citations.all()}
    assert (
        "Hộ nghèo được cấp thẻ." in as_(world.binh).get(f"/ban-the-hien/{edition.pk}/soan/").content.decode()
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("khoản 9 Điều 6 Nghị định 88/2021/NĐ-CP", "chưa có điều khoản này"),
        ("khoản 2 Điều 6 Nghị định 777/2021/NĐ-CP", "chưa có trong kho văn bản"),
        ("zzz", "Không đọc được điều khoản này"),
    ],
)
def test_a_citation_that_the_library_does_not_hold_is_told(world: World, typed: str, told: str) -> None:
    library.provision(library.document(number="88"), "khoản 2 Điều 6")
    edition = content.draft(world)

    page = as_(world.binh).post(
        f"/ban-the-hien/{edition.pk}/soan/", editor_form(edition, "Viết mới.", cite_1=typed) | {"save": "1"}
    )

    assert page.status_code == 200
    assert told in page.content.decode()
    assert content.version_of(edition).text == content.TEXT


@pytest.mark.parametrize(
    "nonsense",
    [
        {"count": "999"},
        {"count": "-1"},
        {"count": "một"},
        {"text_1": "\x00"},
        {"text_1": "a" * 70_000},
        {"block_1": "9" * 40},
        {"block_1": "x"},
        {"pick_1": "9" * 40},
        {"cite_1": "khoản 99999999999999999999 Điều 6 Nghị định 88/2021/NĐ-CP"},
        {"cite_1": "Nghị định " * 20},
        {"uncite": "9" * 40},
        {"recite": "0"},
    ],
    ids=lambda posted: str(posted)[:40],
)
def test_nonsense_is_answered_and_loses_no_text(world: World, nonsense: dict[str, str]) -> None:
    """Gửi gì đi nữa cũng được trả lời, không mất chữ đã lưu."""
    edition = content.draft(world)
    form = editor_form(edition, content.TEXT) | {"save": "1"} | nonsense

    answer = as_(world.binh).post(f"/ban-the-hien/{edition.pk}/soan/", form)

    assert answer.status_code in (200, 302)
    assert content.version_of(edition).text == content.TEXT


def test_words_find_clauses_to_choose_from(world: World) -> None:
    law = library.provision(library.document(), "Điều 4", words="Học sinh hộ cận nghèo được giảm học phí.")
    edition = content.draft(world)
    form = editor_form(edition, "Con em được giảm học phí.", cite_1="giam hoc phi")
    binh = as_(world.binh)

    found = binh.post(f"/ban-the-hien/{edition.pk}/soan/", form | {"save": "1"})
    binh.post(f"/ban-the-hien/{edition.pk}/soan/", form | {"save": "1", "pick_1": str(law.pk)})

    assert "Chọn một điều khoản tìm thấy" in found.content.decode()
    assert law in {c.provision for c in content.version_of(edition).citations.all()}


def test_a_passage_is_added_and_a_citation_taken_out_without_losing_text(world: World) -> None:
    edition = content.draft(world)
    binh, address = as_(world.binh), f"/ban-the-hien/{edition.pk}/soan/"
    added = binh.post(address, editor_form(edition, "Sửa đoạn một.") | {"add": "1"})
    page = binh.get(added.headers["Location"])
    citation = content.version_of(edition).citations.get()

    binh.post(address, editor_form(edition, "Sửa lần hai.") | {"uncite": str(citation.pk)})

    version = content.version_of(edition)
    assert page.context["form"]["count"].value() == 2
    assert 'name="text_2"' in page.content.decode()
    assert (version.text, version.citations.count()) == ("Sửa lần hai.", 0)


def test_sending_tells_at_the_box_what_is_missing_and_keeps_the_text(world: World) -> None:
    edition = content.draft(world)
    form = editor_form(edition, content.TEXT, "Mời bà con đến phường.") | {"submit": "1"}

    page = as_(world.binh).post(f"/ban-the-hien/{edition.pk}/soan/", form)

    told = page.content.decode()
    edition.refresh_from_db()
    assert edition.state == EditionState.DRAFT
    assert "Đoạn 2 chưa có căn cứ" in told
    assert 'href="#id_no_source_why_2"' in told
    assert content.version_of(edition).text.endswith("Mời bà con đến phường.")


def test_sending_sends(world: World) -> None:
    edition = content.draft(world)

    as_(world.binh).post(
        f"/ban-the-hien/{edition.pk}/soan/", editor_form(edition, content.TEXT) | {"submit": "1"}
    )

    edition.refresh_from_db()
    assert edition.state == EditionState.SUBMITTED


def test_a_banner_that_is_too_long_is_warned_about(world: World) -> None:
    edition = content.draft(world, kind="banner", texts=["Cùng nhau giảm nghèo bền vững. " * 5])

    page = as_(world.binh).get(f"/ban-the-hien/{edition.pk}/soan/").content.decode()

    assert "tối đa 120. Bớt ít nhất" in page


def test_passages_go_up_and_down_and_out_with_what_they_cite(world: World) -> None:
    edition = content.draft(world, texts=["Đoạn đầu.", "Đoạn giữa.", "Đoạn cuối."])
    cited = {c.block: c.provision for c in content.version_of(edition).citations.all()}
    binh, address = as_(world.binh), f"/ban-the-hien/{edition.pk}/soan/"

    def press(step: str, n: str) -> list[str]:
        texts = [block["text"] for block in content.version_of(edition).blocks]
        binh.post(address, editor_form(edition, *texts) | {step: n})
        return [block["text"] for block in content.version_of(edition).blocks]

    assert press("up", "3") == ["Đoạn đầu.", "Đoạn cuối.", "Đoạn giữa."]
    assert press("down", "1") == ["Đoạn cuối.", "Đoạn đầu.", "Đoạn giữa."]
    assert press("up", "1") == ["Đoạn cuối.", "Đoạn đầu.", "Đoạn giữa."]
    assert {c.block: c.provision for c in content.version_of(edition).citations.all()} == cited
    assert press("drop", "2") == ["Đoạn cuối.", "Đoạn giữa."]
    assert press("drop", "²") == ["Đoạn cuối.", "Đoạn giữa."]
    assert content.version_of(edition).citations.count() == 2


def test_letters_that_turn_or_hide_others_are_not_stored(world: World) -> None:
    """Ký tự đảo chiều, ký tự không nhìn thấy không được nằm trong bài sẽ ký."""
    edition = content.draft(world)

    as_(world.binh).post(
        f"/ban-the-hien/{edition.pk}/soan/",
        editor_form(edition, "Hỗ \u202etrợ\u202c ba\u200b triệu đồng.") | {"save": "1"},
    )

    assert content.version_of(edition).text == "Hỗ trợ ba triệu đồng."


def test_while_one_writes_it_tells_what_is_missing_and_keeps_nothing(world: World) -> None:
    law = library.provision(library.document(number="88"), "khoản 2 Điều 6", words="Hộ nghèo được cấp thẻ.")
    edition = content.draft(world)
    form = editor_form(
        edition,
        "Bà con cầm thẻ BHYT.",
        "Nhà mình được cấp thẻ.",
        "Mời bà con đến phường.",
        cite_2="khoản 2 Điều 6 Nghị định 88/2021/NĐ-CP",
        cite_3="zzz",
    )

    told = as_(world.binh).post(f"/ban-the-hien/{edition.pk}/soan/nhac/", form).content.decode()

    assert "bảo hiểm y tế" in told
    assert law.words in told
    assert 'href="#h3"' in told
    assert 'href="#h2"' not in told
    assert "Không đọc được điều khoản này" in told
    assert content.version_of(edition).text == content.TEXT


def test_clauses_are_offered_while_one_types_words(world: World) -> None:
    law = library.provision(library.document(), "Điều 4", words="Học sinh hộ cận nghèo được giảm học phí.")
    edition = content.draft(world)
    form = editor_form(edition, "Con em được giảm học phí.", cite_1="giam hoc phi")

    told = as_(world.binh).post(f"/ban-the-hien/{edition.pk}/soan/nhac/", form).content.decode()

    assert f'name="pick_1" value="{law.pk}"' in told


def test_what_was_sent_is_not_advised_on(world: World) -> None:
    edition = content.edition(world, checked=False, approved=False)

    assert as_(world.binh).post(f"/ban-the-hien/{edition.pk}/soan/nhac/", {"count": "1"}).status_code == 204


def test_a_draft_is_kept_without_a_press_and_a_new_passage_only_once(world: World) -> None:
    edition = content.draft(world)
    binh, address = as_(world.binh), f"/ban-the-hien/{edition.pk}/soan/"
    form = editor_form(edition, "Lời mới.", "", "Đoạn thêm.") | {"autosave": "1"}

    first = binh.post(address, form).json()
    again = form | {"seen": first["seen"], "block_3": str(first["blocks"]["3"]), "text_3": "Đoạn thêm nữa."}
    second = binh.post(address, again).json()

    assert first["saved"]
    assert second["blocks"] == first["blocks"]
    assert content.version_of(edition).text == "Lời mới.\n\nĐoạn thêm nữa."


def test_the_same_words_sent_again_after_a_lost_answer_are_saved_once(world: World) -> None:
    edition = content.draft(world)
    binh, address = as_(world.binh), f"/ban-the-hien/{edition.pk}/soan/"
    seen = hash_now(content.version_of(edition))
    form = editor_form(edition, "Lời mới.") | {"seen": seen, "autosave": "1"}

    first, second = binh.post(address, form).json(), binh.post(address, form).json()

    assert first == second


def test_a_box_emptied_for_a_moment_costs_no_citation(world: World) -> None:
    edition = content.draft(world)
    seen = hash_now(content.version_of(edition))
    form = editor_form(edition, "") | {"seen": seen, "autosave": "1"}

    answer = as_(world.binh).post(f"/ban-the-hien/{edition.pk}/soan/", form).json()

    assert (answer["saved"], answer["moved"]) == (False, False)
    assert "đoạn đang trống" in answer["says"]
    assert content.version_of(edition).citations.count() == 1


def test_who_saves_second_sees_both_texts_and_chooses(world: World) -> None:
    """Hai người cùng sửa: không chữ nào mất, người lưu sau chọn."""
    edition = content.draft(world)
    binh, address = as_(world.binh), f"/ban-the-hien/{edition.pk}/soan/"
    seen = hash_now(content.version_of(edition))
    binh.post(address, editor_form(edition, "Lời lưu trước.") | {"seen": seen})
    late = editor_form(edition, "Lời lưu sau.") | {"seen": seen}

    by_itself = binh.post(address, late | {"autosave": "1"}).json()
    page = binh.post(address, late | {"save": "1"})
    told = page.content.decode()
    kept = content.version_of(edition).text
    binh.post(address, late | {"over": page.context["moved"]})

    assert by_itself["moved"]
    assert "Lời lưu trước." in told
    assert "Lời lưu sau." in told
    assert kept == "Lời lưu trước."
    assert content.version_of(edition).text == "Lời lưu sau."


def test_a_returned_edition_is_written_on_in_a_new_version(world: World) -> None:
    edition = content.edition(world, checked=False, approved=False)
    first = content.version_of(edition)
    content.actions.check(first, content.verdicts(first, "Ghi rõ mức hỗ trợ"), by=world.hung)
    binh = as_(world.binh)

    answer = binh.post(f"/ban-the-hien/{edition.pk}/soan-lai/")
    page = binh.get(answer.headers["Location"])

    assert EditionVersion.objects.filter(edition=edition).count() == 2
    assert "Ghi rõ mức hỗ trợ" in page.content.decode()


def test_a_new_version_of_what_is_approved_needs_a_reason(world: World) -> None:
    edition = content.edition(world)
    binh = as_(world.binh)
    silent = binh.post(f"/ban-the-hien/{edition.pk}/soan-lai/", {"why": ""})
    binh.post(f"/ban-the-hien/{edition.pk}/soan-lai/", {"why": "Thêm nơi nộp hồ sơ"})

    assert silent.status_code == 200
    assert content.version_of(edition).number == 2


def test_the_list_costs_the_same_for_one_and_for_three(world: World) -> None:
    binh = as_(world.binh)
    content.edition(world)
    binh.get("/bai-viet/")
    with CaptureQueriesContext(connection) as one:
        binh.get("/bai-viet/")
    content.edition(world), content.edition(world, approved=False)
    with CaptureQueriesContext(connection) as three:
        page = binh.get("/bai-viet/")

    assert len(page.context["page"].object_list) == 3
    assert len(three) == len(one)


def test_the_list_is_filtered(world: World) -> None:
    law = library.provision(library.document())
    made = {
        "dang-soan": [content.draft(world)],
        "cho-kiem-tra": [content.edition(world, checked=False, approved=False)],
        "cho-duyet": [content.edition(world, approved=False)],
        "can-kiem-lai": [content.edition(world, provisions=[law])],
    }
    made["da-duyet"] = [content.edition(world), *made["can-kiem-lai"]]
    library.effect(law, TODAY)
    binh = as_(world.binh)

    shown = {
        wanted: {one.pk for one in binh.get("/bai-viet/", {"loc": wanted}).context["page"]} for wanted in made
    }

    assert shown == {wanted: {e.article_id for e in editions} for wanted, editions in made.items()}
    assert len(binh.get("/bai-viet/", {"loc": "la"}).context["page"].object_list) == 5


def test_another_ward_finds_nothing(world: World) -> None:
    """Bài của phường này thì phường khác không thấy, dù đã duyệt."""
    article = content.article(world, unit=world.ward, by=world.tam)
    edition = content.edition(world, of=article, by=world.tam)
    version = content.version_of(edition)
    citation = version.citations.get()
    van = as_(world.van)

    addresses = [
        f"/bai-viet/{article.pk}/",
        f"/bai-viet/{article.pk}/sua/",
        f"/ban-the-hien/{edition.pk}/soan/",
        f"/ban-the-hien/{edition.pk}/soan-lai/",
        f"/ban-the-hien/{edition.pk}/rut/",
        f"/phien-ban/{version.pk}/",
        f"/phien-ban/{version.pk}/so-sanh/",
        f"/phien-ban/{version.pk}/kiem-tra/",
        f"/phien-ban/{version.pk}/duyet/",
        f"/phien-ban/{version.pk}/duyet-tren-giay/",
        f"/phien-ban/{version.pk}/duyet-phat/{world.other_ward.pk}/",
        f"/phien-ban/{version.pk}/phieu-duyet.docx",
        f"/trich-dan/{citation.pk}/van-dung/1/",
    ]
    assert {address: van.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 404)
    posts = [
        f"/ban-the-hien/{edition.pk}/soan/nhac/",
        f"/bai-viet/{article.pk}/them-ban/",
        f"/phien-ban/{version.pk}/tra-lai/",
        *addresses[2:5],
    ]
    assert {address: van.post(address).status_code for address in posts} == dict.fromkeys(posts, 404)
    assert article.title not in van.get("/bai-viet/").content.decode()


def test_a_ward_reads_what_the_city_approved_but_no_draft_of_it(world: World) -> None:
    approved, drafted = content.edition(world), content.draft(world)
    second = content.actions.revise(approved, by=world.binh, why="Viết thêm")
    tam = as_(world.tam)
    first = approved.versions.get(number=1)

    assert tam.get(f"/bai-viet/{approved.article_id}/").status_code == 200
    assert tam.get(f"/phien-ban/{first.pk}/").status_code == 200
    assert tam.get(f"/phien-ban/{second.pk}/").status_code == 404
    assert tam.get(f"/bai-viet/{drafted.article_id}/").status_code == 404
    assert tam.get(f"/ban-the-hien/{approved.pk}/soan/").status_code == 403
