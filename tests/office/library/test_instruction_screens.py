"""Danh sách sửa đổi: chỗ chưa rõ hiện ở mọi nơi người giữ kho nhìn vào, và quyết định được tại chỗ."""

from datetime import date

import pytest

from lantoa.common.files import Upload
from lantoa.library import actions
from lantoa.library.models import Document, Effect, Instruction, IntakeFile
from tests.factories import library as make
from tests.factories.people import World
from tests.office.as_person import as_
from tests.office.library.test_intake_screens import body, form_of, url

pytestmark = [pytest.mark.django_db, pytest.mark.db]

LAW = "Điều 1. Phạm vi\nQuy định quà.\nĐiều 2. Mức quà\n1. Được 500.000 đồng.\n2. Được 300.000 đồng."
PAPER = """CHÍNH PHỦ
Số: 44/2032/NĐ-CP
Hà Nội, ngày 20 tháng 7 năm 2032
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP
1. Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại khoản 7 Điều 2.
2. Bãi bỏ khoản 2 Điều 2.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01/09/2032."""


@pytest.fixture
def law(world: World) -> Document:
    document = make.document("Nghị định", "20", 2031, effective_on=date(2031, 1, 1), source="Công báo")
    actions.set_provisions(document, LAW, by=world.minh)
    return document


@pytest.fixture
def taken(world: World, law: Document) -> IntakeFile:
    intake = actions.open_intake(by=world.minh, key="k0", source="Công báo thử")
    return actions.take_in(intake, Upload("sua-doi.txt", PAPER.encode()), by=world.minh)[0]


def test_a_place_that_is_not_held_is_counted_explained_and_has_to_be_signed(
    world: World, taken: IntakeFile
) -> None:
    minh, address = as_(world.minh), url("intake_file", taken.pk)
    page = minh.get(address)
    assert "1 thay đổi chưa áp dụng được" in body(page) and "1 chỗ cần xem kỹ" in body(page)
    assert "trong kho không có khoản 7 Điều 2" in body(page) and "từ 01/09/2032" in body(page)

    unsigned = minh.post(address, form_of(page))
    assert unsigned.status_code == 200 and "chưa xác định được chỗ: khoản 7 Điều 2" in body(unsigned)
    assert not Instruction.objects.exists()

    signed = minh.post(address, {**form_of(page), "signed": "on"})
    paper = Document.objects.get(number="44")
    assert signed.url == url("document", paper.pk)
    assert Effect.objects.get(kind="unsettled").provision.place == "Điều 2"


def test_leaving_out_a_change_asks_for_the_reason(world: World, taken: IntakeFile) -> None:
    minh, address = as_(world.minh), url("intake_file", taken.pk)
    page = minh.get(address)
    data = {**form_of(page), "signed": "on"}
    data["relations"] = [
        str(row["one"].index) for row in page.context["relations"] if row["one"].effect != "repeal"
    ]

    silent = minh.post(address, data)
    assert "Ghi lý do bỏ 1 thay đổi" in body(silent)

    minh.post(address, {**data, "why_left_out": "Khoản 2 đã hết hiệu lực từ trước."})
    assert Instruction.objects.get(state="not_applicable").says == "Khoản 2 đã hết hiệu lực từ trước."


def test_the_work_list_leads_to_the_place_and_the_change_settles_it(
    world: World, taken: IntakeFile, law: Document
) -> None:
    minh = as_(world.minh)
    minh.post(
        url("intake_file", taken.pk), {**form_of(minh.get(url("intake_file", taken.pk))), "signed": "on"}
    )
    [told] = Instruction.objects.filter(state="read")
    listed = url("instruction_list", told.source_id)
    assert "Luật đổi, chưa xác định được chỗ" in body(minh.get(url("my_work")))
    assert listed in body(minh.get(url("my_work"))) and listed in body(minh.get(url("gap_list")))
    assert "Thay đổi chờ quyết định" in body(minh.get(url("document", law.pk)))
    assert "Luật đổi, chưa xác định được chỗ" not in body(as_(world.tam).get(url("my_work")))
    assert "Ghi thay đổi" not in body(as_(world.tam).get(listed))

    form = f"{url('effect_new', law.pk)}?chi-dan={told.pk}"
    page = minh.get(form)
    assert "tại khoản 7 Điều 2" in body(page)
    clause = law.provisions.get(eid="art_2__para_1")
    sent = {name: page.context["form"][name].value() or "" for name in ("kind", "source", "note")}
    answer = minh.post(form, {**sent, "on": "01/09/2032", "instruction": told.pk, "provisions": [clause.pk]})

    assert answer.url == listed
    told.refresh_from_db()
    made = Effect.objects.get(provision=clause)
    assert told.state == "applied" and (made.old_phrase, made.new_phrase) == ("cấp huyện", "cấp xã")
    assert "Mọi chỗ đọc được đều đã có kết quả" in body(minh.get(listed))


def test_a_place_is_put_aside_once_and_with_a_reason(world: World, law: Document) -> None:
    told = make.instruction(law)
    minh, step = as_(world.minh), url("instruction_set_aside", told.pk)

    assert "Ghi lý do không áp dụng" in body(minh.post(step, {"why": ""}, follow=True))
    assert "không áp dụng" in body(minh.post(step, {"why": "Đã sửa từ trước."}, follow=True))
    assert "Chỗ này đã được quyết định" in body(minh.post(step, {"why": "Lần nữa"}, follow=True))
    assert as_(world.tam).post(step, {"why": "Thử"}).status_code == 403


def test_a_change_from_before_its_paper_is_taken_with_its_reason_and_shown_as_such(
    world: World, law: Document
) -> None:
    source = make.document(issued_on=date(2032, 3, 1))
    clause = law.provisions.get(eid="art_2__para_1")
    form = url("effect_new", law.pk)
    typed = {"kind": "correct", "source": source.pk, "on": "01/01/2032", "provisions": [clause.pk]}
    minh = as_(world.minh)

    refused = minh.post(form, typed)
    assert "trước ngày ban hành" in body(refused) and not Effect.objects.exists()

    minh.post(form, {**typed, "retroactive_why": "Đính chính đúng từ ngày ban hành."})
    [made] = Effect.objects.all()
    for page in (url("document", law.pk), url("effect", made.pk)):
        shown = body(minh.get(page)).lower()
        assert "hiệu lực trở về trước" in shown and "đính chính đúng từ ngày ban hành" in shown
