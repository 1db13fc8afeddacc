"""The plans' screens over HTTP: each step by the person whose work it is."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lantoa.common import dates
from lantoa.people.models import User
from lantoa.plans import actions
from lantoa.plans.models import ItemMoney, Plan
from lantoa.plans.states import PlanState
from tests.factories import library, plans
from tests.factories.people import World
from tests.plans.papers import PLAN

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def at(name: str, *args: object) -> str:
    return reverse(f"office:{name}", args=args)


def text(response) -> str:
    """What a person reads: without tags, blanks single."""
    body = response.content.decode()
    main = body[body.index("<main") : body.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def upload(content: bytes = PLAN.encode(), name: str = "ke-hoach.md") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def lay_aside(client: Client, world: World) -> str:
    """Upload the paper; the address of its reading page."""
    response = client.post(at("plan_import"), {"unit": world.office.pk, "file": upload()})
    assert response.status_code == 302
    return response["Location"]


def form_of(client: Client, address: str) -> dict[str, str]:
    """What the reading page would send when nothing is changed."""
    form = client.get(address).context["form"]
    sent = {}
    for bound in form:
        value = bound.value()
        if isinstance(value, date):
            value = dates.say(value)
        if value not in (None, "", False):
            sent[bound.html_name] = str(value)
    return sent


# -- From paper ----------------------------------------------------------------------------------
def test_a_paper_is_shown_beside_what_was_read_and_nothing_is_kept_before_she_confirms(world: World):
    """Văn bản bên trái, điều đọc được bên phải; chưa xác nhận thì chưa lưu gì."""
    minh = signed_in(world.minh)

    page = minh.get(lay_aside(minh, world))

    shown = text(page)
    assert "Ô “Số” còn để trống." in shown
    assert "Trong giấy: “hộ cận nghèo”, mục I.1" in shown
    assert not Plan.objects.exists()


def test_the_same_number_stands_in_the_paper_and_beside_what_was_read(world: World):
    minh = signed_in(world.minh)

    body = minh.get(lay_aside(minh, world)).content.decode()

    marks = dict(re.findall(r"<mark><b>(\d+)</b> ([^<]+)</mark>", body))
    number = next(key for key, words in marks.items() if words == "hộ cận nghèo")
    row = re.search(rf'<span class="key">{number}</span>.*?</li>', body, re.DOTALL)
    assert row and 'value="hộ cận nghèo"' in row[0]


def test_confirming_keeps_the_draft_with_her_corrections(world: World):
    minh = signed_in(world.minh)
    address = lay_aside(minh, world)
    sent = form_of(minh, address)
    sent["symbol"] = "KH-SỬA"
    sent["noi-nhan-1-name"] = ""
    sent["doi-tuong-3-name"] = "hộ mới thoát nghèo"
    sent["nguon-0-amount_vnd"] = "12.500.000"

    response = minh.post(address, sent)

    plan = Plan.objects.get()
    assert response["Location"] == at("plan", plan.pk)
    assert minh.get(address).status_code == 404  # what waited is gone once it is kept
    assert "Truyền thông cho công chức làm công tác giảm nghèo" in text(minh.get(at("plan", plan.pk)))
    assert (plan.symbol, plan.state, plan.source_file.name) == ("KH-SỬA", PlanState.DRAFT, "ke-hoach.md")
    assert [a.name for a in plan.audiences.all()][-1] == "hộ mới thoát nghèo"
    assert [r.name for r in plan.recipients.all()] == ["Sở Lao động - Xã hội"]
    assert [s.amount_vnd for s in plan.funding_sources.all()] == [12_500_000]


def test_what_is_wrong_on_the_reading_page_is_told_and_nothing_is_kept(world: World):
    minh = signed_in(world.minh)
    address = lay_aside(minh, world)

    page = minh.post(address, {**form_of(minh, address), "issued_on": "31/02/2026", "title": ""})

    assert page.status_code == 200
    assert set(page.context["form"].errors) == {"issued_on", "title"}
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "a.docx", "rỗng"),
        (b"\xff\xd8\xff\xe0 anh", "a.docx", "không đúng loại"),
        (b"PK\x03\x04 not a zip", "a.docx", ""),
        (b"%PDF-1.7 broken", "a.pdf", ""),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence_and_nothing_is_kept(
    world: World, content: bytes, name: str, says: str
):
    minh = signed_in(world.minh)

    page = minh.post(at("plan_import"), {"unit": world.office.pk, "file": upload(content, name)})

    said = page.context["form"].errors["file"]
    assert page.status_code == 200
    assert len(said) == 1 and says in said[0] and said[0].endswith(".")
    assert not Plan.objects.exists()


def test_the_reading_of_one_person_is_not_there_for_another(world: World):
    address = lay_aside(signed_in(world.minh), world)

    assert signed_in(world.van).get(address).status_code == 404
    assert signed_in(world.minh).get(address.replace("/doc/", "/doc/x")).status_code == 404


def test_only_who_writes_plans_reads_papers_in(world: World):
    assert signed_in(world.lan).get(at("plan_import")).status_code == 403
    assert signed_in(world.lan).get(at("plan_new")).status_code == 403


# -- By hand -------------------------------------------------------------------------------------
def test_a_plan_is_written_by_hand_from_its_head_to_its_items(world: World):
    minh = signed_in(world.minh)
    policy = library.policy()
    channel = plans.channel("hoi-nghi")
    minh.post(at("plan_new"), {"unit": world.office.pk, "title": "Kế hoạch thử", "year": "2026"})
    plan = Plan.objects.get()

    minh.post(
        at("plan_head", plan.pk), {"title": "Kế hoạch truyền thông", "year": "2026", "symbol": "KH-PLĐ"}
    )
    minh.post(at("plan_part_add", plan.pk, "nguon"), {"name": "Ngân sách", "amount_vnd": "10.000.000"})
    minh.post(at("plan_part_add", plan.pk, "doi-tuong"), {"name": "hộ nghèo", "kind": world.poor.pk})
    minh.post(
        at("plan_part_add", plan.pk, "muc"),
        {"level": "1", "number": "I", "title": "MỤC ĐÍCH", "words": "Để biết.\n- Một việc"},
    )
    source = plan.funding_sources.get()
    answer = minh.post(
        at("plan_item_add", plan.pk),
        {
            "title": "Hội nghị", "channel": channel.pk, "policies": [policy.pk], "audiences": [world.poor.pk],
            "quantity": "2", "starts_on": "1/3/2026", "ends_on": "31.5.2026", "units": [world.ward.pk],
            "place": "Nhà văn hóa", f"source_{source.pk}": "4.000.000",
        },
    )  # fmt: skip

    assert answer.status_code == 302
    plan.refresh_from_db()
    item = plan.items.get()
    assert (plan.title, plan.symbol) == ("Kế hoạch truyền thông", "KH-PLĐ")
    assert (item.quantity, item.counting_unit.name, item.starts_on, item.ends_on) == (
        2,
        "cuộc",
        date(2026, 3, 1),
        date(2026, 5, 31),
    )
    assert list(item.units.all()) == [world.ward]
    assert ItemMoney.objects.get().amount_vnd == 4_000_000
    assert plan.sections.get().blocks == [
        {"text": "Để biết.", "marker": ""},
        {"text": "Một việc", "marker": "-"},
    ]


def test_refused_money_leaves_the_item_as_it_was(world: World):
    minh = signed_in(world.minh)
    plan = plans.plan(world, issued=False)
    item, source = plan.items.get(), plans.source(plan)
    sent = {"title": "Đổi tên", "channel": item.channel_id, f"source_{source.pk}": "50.000.001"}

    page = minh.post(at("plan_item", plan.pk, item.pk), sent)

    assert list(page.context["form"].errors) == [f"source_{source.pk}"]
    item.refresh_from_db()
    assert item.title == "Phát thanh về thẻ bảo hiểm y tế"


def test_a_row_is_changed_beside_the_words_it_was_read_from_and_taken_out(world: World):
    minh = signed_in(world.minh)
    address = lay_aside(minh, world)
    minh.post(address, form_of(minh, address))
    plan = Plan.objects.get()
    row = plan.audiences.first()
    where = at("plan_part", plan.pk, "doi-tuong", row.pk)

    assert "Lời trong giấy, mục I.1" in text(minh.get(where))
    minh.post(where, {"name": "công chức phường"})
    row.refresh_from_db()
    assert (row.name, row.read_from) == ("công chức phường", "công chức làm công tác giảm nghèo")

    minh.post(at("plan_part_remove", plan.pk, "doi-tuong", row.pk))
    assert not plan.audiences.filter(pk=row.pk).exists()


def test_a_changed_basis_is_read_again(world: World):
    minh = signed_in(world.minh)
    plan = plans.plan(world, issued=False)

    minh.post(
        at("plan_part_add", plan.pk, "can-cu"), {"text": "Căn cứ Nghị định số 07/2021/NĐ-CP của Chính phủ"}
    )

    basis = plan.legal_bases.get()
    assert (basis.citation["number"], basis.citation["symbol"]) == ("07", "NĐ-CP")


def test_an_issued_plan_offers_no_edit_and_refuses_one_by_address(world: World):
    minh = signed_in(world.minh)
    plan = plans.plan(world)
    before = Plan.objects.filter(pk=plan.pk).values().get()

    answers = [
        minh.get(at("plan_head", plan.pk), follow=True),
        minh.post(at("plan_head", plan.pk), {"title": "Khác", "year": "2026"}, follow=True),
        minh.post(at("plan_part_add", plan.pk, "noi-nhan"), {"name": "Sở"}, follow=True),
        minh.post(at("plan_item", plan.pk, plan.items.get().pk), {"title": "Khác"}, follow=True),
        minh.post(at("plan_discard", plan.pk), follow=True),
    ]

    for answer in answers:
        assert "Kế hoạch đã ban hành thì không sửa." in text(answer)
    assert at("plan_head", plan.pk) not in minh.get(at("plan", plan.pk)).content.decode()
    assert Plan.objects.filter(pk=plan.pk).values().get() == before


# -- Steps ---------------------------------------------------------------------------------------
def test_a_plan_goes_through_all_hands_on_the_screen(world: World):
    """Chuyên viên trình, lãnh đạo ký, văn thư ghi số: mỗi người một bước."""
    minh, lan, thu = (signed_in(user) for user in (world.minh, world.lan, world.thu))
    plan = plans.plan(world, issued=False)

    minh.post(at("plan_submit", plan.pk))
    lan.post(at("plan_send_back", plan.pk), {"reason": "Thiếu số lượt phát"})
    assert "Thiếu số lượt phát" in text(minh.get(at("plan", plan.pk)))
    minh.post(at("plan_submit", plan.pk))
    lan.post(at("plan_sign", plan.pk))
    page = thu.get(at("plan_issue", plan.pk))
    assert page.context["form"]["number"].value() == "01"
    thu.post(
        at("plan_issue", plan.pk),
        {"number": "1", "symbol": "KH-PLĐXH", "issued_on": dates.say(dates.today())},
    )

    plan.refresh_from_db()
    assert (plan.state, plan.full_number) == (PlanState.ISSUED, "01/KH-PLĐXH")


def test_the_scan_is_asked_for_when_nobody_signed_in_the_system(world: World):
    thu = signed_in(world.thu)
    plan = plans.plan(world, issued=False)
    actions.submit_plan(plan, by=world.minh)
    sent = {"number": "3", "symbol": "KH-PLĐXH", "issued_on": dates.say(dates.today())}

    refused = thu.post(at("plan_issue", plan.pk), sent)
    assert list(refused.context["form"].errors) == ["scan"]

    scan = SimpleUploadedFile("ban-ky.pdf", b"%PDF-1.7 signed")
    thu.post(at("plan_issue", plan.pk), {**sent, "scan": scan})
    plan.refresh_from_db()
    assert (plan.state, plan.signed_scan.name) == (PlanState.ISSUED, "ban-ky.pdf")


def test_a_taken_number_is_told_on_the_form_with_the_next_free_one(world: World):
    plans.plan(world, number="4")
    plan = plans.plan(world, issued=False)
    actions.submit_plan(plan, by=world.minh)
    actions.sign_plan(plan, by=world.lan)

    page = signed_in(world.thu).post(
        at("plan_issue", plan.pk), {"number": "4", "symbol": "KH", "issued_on": dates.say(dates.today())}
    )

    assert "còn trống là 05." in page.context["form"].errors["number"][0]


def test_who_wrote_it_is_told_why_she_does_not_sign(world: World):
    from lantoa.people.models import Role
    from tests.factories.people import duty

    duty(world.minh, Role.APPROVER, world.office)
    plan = plans.plan(world, issued=False)
    actions.submit_plan(plan, by=world.minh)
    minh = signed_in(world.minh)

    page = minh.get(at("plan", plan.pk))
    assert "không tự ký" in text(page)
    assert at("plan_sign", plan.pk) not in page.content.decode()

    minh.post(at("plan_sign", plan.pk))
    plan.refresh_from_db()
    assert plan.state == PlanState.SUBMITTED


def test_steps_of_others_are_refused(world: World):
    """Thấy kế hoạch nhưng không có bước đó: 403."""
    plan = plans.plan(world, issued=False)
    actions.submit_plan(plan, by=world.minh)

    assert signed_in(world.kha).post(at("plan_sign", plan.pk)).status_code == 403
    assert signed_in(world.minh).get(at("plan_issue", plan.pk)).status_code == 403
    assert signed_in(world.thu).get(at("plan_send_back", plan.pk)).status_code == 403


def test_an_issued_plan_is_amended_replaced_and_closed_on_the_screen(world: World):
    minh = signed_in(world.minh)
    plan = plans.plan(world)

    amended = text(minh.post(at("plan_amend", plan.pk), {"kind": "amends"}, follow=True))
    replaced = text(minh.post(at("plan_amend", plan.pk), {"kind": "replaces"}, follow=True))
    assert "Kế hoạch cũ vẫn áp dụng." in amended
    assert "Kế hoạch cũ vẫn áp dụng cho đến khi bản này ban hành." in replaced
    assert set(Plan.objects.filter(changes=plan).values_list("change_kind", flat=True)) == {
        "amends",
        "replaces",
    }
    assert minh.post(at("plan_amend", plan.pk), {"kind": "deletes"}).status_code == 404

    minh.post(at("plan_close", plan.pk), {"why": "Đã hoàn thành"})
    plan.refresh_from_db()
    assert plan.state == PlanState.CLOSED


def test_a_draft_is_discarded(world: World):
    plan = plans.plan(world, issued=False)

    signed_in(world.minh).post(at("plan_discard", plan.pk))

    assert not Plan.objects.exists()


# -- Wards ---------------------------------------------------------------------------------------
def test_a_ward_follows_the_city_plan_from_its_page(world: World):
    city = plans.plan(world)
    tam = signed_in(world.tam)
    assert "Lập kế hoạch của phường Bến Gỗ" in text(tam.get(at("plan", city.pk)))

    tam.post(at("plan_follow", city.pk), {"unit": world.ward.pk})

    assert Plan.objects.get(parent=city).unit == world.ward
    assert "Lập kế hoạch của" not in text(tam.get(at("plan", city.pk)))


def test_the_city_sees_who_has_issued_who_has_not_and_what_was_forgotten(world: World):
    city = plans.plan(world, items=[{"audiences": [world.poor, world.near_poor]}])
    ward = plans.ward_plan(world, city, issued=False)
    actions.change_item(ward.items.get(), by=world.tam, audiences=[world.poor])
    plans.issue(world, ward)
    minh = signed_in(world.minh)

    page = minh.get(at("plan_cascade", city.pk))

    shown = text(page)
    assert "1 trên 3 phường, xã" in shown
    assert "Đối tượng: Hộ cận nghèo" in shown
    minh.post(at("plan_ward_deadline", city.pk), {"due_on": "01/02/2027"})
    city.refresh_from_db()
    assert city.wards_due_on == date(2027, 2, 1)


# -- Rights --------------------------------------------------------------------------------------
PAGES = ["plan", "plan_head", "plan_item_add", "plan_send_back", "plan_issue", "plan_close", "plan_cascade"]
POSTS = ["plan_submit", "plan_sign", "plan_amend", "plan_follow", "plan_discard", "plan_write_out"]


def test_a_wards_draft_does_not_exist_for_another_ward(world: World):
    """Vân gõ thẳng địa chỉ kế hoạch của phường Tâm: 404 ở mọi trang, mọi nút."""
    draft = plans.ward_plan(world, plans.plan(world), issued=False)
    row, item = draft.legal_bases.get(), draft.items.get()
    van = signed_in(world.van)

    addresses = [at(name, draft.pk) for name in PAGES]
    addresses += [
        at("plan_print", draft.pk, "docx"),
        at("plan_part_add", draft.pk, "noi-nhan"),
        at("plan_part", draft.pk, "can-cu", row.pk),
        at("plan_item", draft.pk, item.pk),
    ]
    assert {van.get(address).status_code for address in addresses} == {404}
    posts = [at(name, draft.pk) for name in POSTS]
    posts += [
        at("plan_part_remove", draft.pk, "can-cu", row.pk),
        at("plan_item_remove", draft.pk, item.pk),
        at("plan_ward_deadline", draft.pk),
    ]
    assert {van.post(address).status_code for address in posts} == {404}
    assert {signed_in(world.tam).get(at("plan", draft.pk)).status_code} == {200}


def test_a_row_is_reached_only_through_its_own_plan(world: World):
    mine, other = plans.plan(world, issued=False), plans.plan(world, issued=False)
    row, item = other.funding_sources.get(), other.items.get()
    minh = signed_in(world.minh)

    assert minh.get(at("plan_part", mine.pk, "nguon", row.pk)).status_code == 404
    assert minh.get(at("plan_part", other.pk, "can-cu", row.pk)).status_code == 404
    assert minh.get(at("plan_item", mine.pk, item.pk)).status_code == 404
    assert minh.get(at("plan_part_add", mine.pk, "la")).status_code == 404


def test_a_ward_sees_the_issued_city_plan_but_not_how_other_wards_stand(world: World):
    city = plans.plan(world)
    van = signed_in(world.van)

    assert van.get(at("plan", city.pk)).status_code == 200
    assert van.get(at("plan_cascade", city.pk)).status_code == 404
    assert van.get(at("plan_head", city.pk)).status_code == 403


def test_the_signed_scan_opens_for_who_sees_the_plan_only(world: World):
    ward = plans.ward_plan(world, plans.plan(world), issued=False)
    plans.issue(world, ward, on_paper=True)
    ward.refresh_from_db()
    address = at("file", ward.signed_scan_id)

    assert [signed_in(user).get(address).status_code for user in (world.tam, world.minh, world.van)] == [
        200,
        200,
        404,
    ]


# -- Lists and print -----------------------------------------------------------------------------
def test_the_list_filters_by_year_and_state(world: World):
    old, new = plans.plan(world, year=2024), plans.plan(world, year=2026, issued=False)
    minh = signed_in(world.minh)

    def shown(query: str) -> list[Plan]:
        return list(minh.get(at("plan_list") + query).context["page"])

    assert shown("") == [new, old]
    assert shown("?nam=2024&trang_thai=") == [old]
    assert shown("?nam=&trang_thai=draft") == [new]
    assert shown("?nam=lạ&trang_thai=x") == [new, old]


def test_the_list_costs_the_same_for_one_and_three_plans(world: World):
    minh = signed_in(world.minh)
    plans.plan(world)
    minh.get(at("plan_list"))

    def cost() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as asked:
            minh.get(at("plan_list"))
        return len(asked)

    one = cost()
    plans.plan(world)
    plans.plan(world)
    assert cost() == one


def test_the_cascade_page_costs_the_same_for_one_and_three_ward_plans(world: World):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.factories.people import UnitKind, unit

    city = plans.plan(world)
    plans.ward_plan(world, city)
    minh = signed_in(world.minh)

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert minh.get(at("plan_cascade", city.pk)).status_code == 200
        return len(asked)

    cost()
    one = cost()
    plans.ward_plan(world, city, world.other_ward)
    unit("Thêm", "phường", UnitKind.WARD, world.city)
    assert cost() == one


@pytest.mark.parametrize(("form", "first"), [("docx", b"PK\x03\x04"), ("pdf", b"%PDF-")])
def test_a_plan_is_downloaded_to_be_signed(world: World, form: str, first: bytes):
    plan = plans.plan(world, issued=False)

    answer = signed_in(world.minh).get(at("plan_print", plan.pk, form))

    assert answer.content.startswith(first)
    assert answer["Content-Disposition"] == f'attachment; filename="ke-hoach-{plan.pk}.{form}"'
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_there_is_no_other_form_of_print(world: World):
    plan = plans.plan(world, issued=False)

    assert signed_in(world.minh).get(at("plan_print", plan.pk, "odt")).status_code == 404


def test_who_is_not_signed_in_goes_to_sign_in(world: World):
    plan = plans.plan(world)

    assert Client().get(at("plan", plan.pk)).status_code == 302


@pytest.mark.parametrize("of_ward", [True, False])
def test_only_a_plan_over_wards_says_that_wards_see_it(world: World, of_ward: bool):
    """Kế hoạch của phường không có phường, xã nào ở dưới để thấy."""
    plan = plans.plan(world, issued=False)
    if of_ward:
        type(plan).objects.filter(pk=plan.pk).update(territory=world.ward)
    actions.submit_plan(plan, by=world.minh)
    actions.sign_plan(plan, by=world.lan)
    sent = {"number": "7", "symbol": "KH", "issued_on": dates.say(dates.today())}

    page = text(signed_in(world.thu).post(at("plan_issue", plan.pk), sent, follow=True))

    assert "Đã ban hành." in page
    assert ("Phường, xã thấy kế hoạch" in page) is not of_ward
