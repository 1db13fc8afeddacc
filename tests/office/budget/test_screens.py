"""The money screens: for those who keep it, and for nobody of another ward."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from lantoa.budget.models import Spending, SpendingPaper
from lantoa.common import dates
from lantoa.deliveries.actions import correct_delivery
from lantoa.plans import actions as plan_actions
from tests.factories import budget, plans
from tests.factories.deliveries import delivery
from tests.factories.people import World
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_a_payment_goes_from_form_to_paper(world: World) -> None:
    item = plans.plan(world, items=[{"amount_vnd": 4_000_000}]).items.get()
    kha = as_(world.kha)

    sent = kha.post(
        reverse("office:spending_new", args=[item.pk]),
        {"source": plans.source(item.plan).pk, "what": "In băng rôn", "payee": "Nhà in",
         "amount_vnd": "1.250.000", "spent_on": dates.say(dates.today())},
    )  # fmt: skip
    line = Spending.objects.get()
    kha.post(
        reverse("office:spending_paper_add", args=[line.pk]),
        {"kind": "invoice", "number": "12", "file": SimpleUploadedFile("hoa-don.pdf", b"%PDF-1.7 x")},
    )

    assert sent.url == reverse("office:spending", args=[line.pk])
    assert (line.amount_vnd, SpendingPaper.objects.get().number) == (1_250_000, "12")


def test_a_payment_above_the_estimate_comes_back_with_its_sentence(world: World) -> None:
    item = plans.plan(world, items=[{"amount_vnd": 1_000_000}]).items.get()

    page = as_(world.kha).post(
        reverse("office:spending_new", args=[item.pk]),
        {"source": plans.source(item.plan).pk, "what": "In", "payee": "Nhà in", "amount_vnd": "2.000.000",
         "spent_on": dates.say(dates.today())},
    )  # fmt: skip

    assert "Số tiền vượt dự toán của nội dung: còn lại 1.000.000 đồng" in page.content.decode()
    assert not Spending.objects.exists()


def test_the_money_of_one_ward_does_not_exist_for_another(world: World) -> None:
    city = plans.plan(world)
    theirs = plans.ward_plan(world, city, world.ward)
    van, tam = as_(world.van), as_(world.tam)
    address = reverse("office:budget_plan", args=[theirs.pk])

    assert (tam.get(address).status_code, van.get(address).status_code) == (200, 404)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_settlement_is_printed(world: World, form: str) -> None:
    made = plans.plan(world, items=[{"amount_vnd": 1_000_000}])

    answer = as_(world.kha).get(reverse("office:settlement", args=[made.pk, form]))

    assert answer.status_code == 200
    assert answer.content[:2] == {"docx": b"PK", "pdf": b"%P"}[form]


def test_the_money_of_a_replaced_plan_is_told_by_the_one_in_force(world: World) -> None:
    old = plans.plan(world, items=[{"amount_vnd": 1_000_000}])
    new = plans.issue(world, plan_actions.amend_plan(old, "replaces", by=world.minh))
    kha = as_(world.kha)

    page = kha.get(reverse("office:budget_plan", args=[old.pk]), follow=True)
    listed = [plan.pk for plan in kha.get(reverse("office:budget")).context["plans"]]

    assert page.redirect_chain == [(reverse("office:budget_plan", args=[new.pk]), 302)]
    assert f"được theo dõi trong {new}" in page.content.decode()
    assert listed == [new.pk]


def test_the_form_of_a_replacement_keeps_what_an_item_goes_on_with(world: World) -> None:
    """Sửa một nội dung trên màn hình không làm đứt nối tiếp với nội dung của kế hoạch trước."""
    city = plans.plan(world)
    old = plans.ward_plan(world, city)
    item = plan_actions.amend_plan(old, "replaces", by=world.tam).items.get()
    address = reverse("office:plan_item", args=[item.plan_id, item.pk])
    tam = as_(world.tam)
    form = tam.get(address).context["form"]

    sent = tam.post(address, {"title": "Phát thanh", "channel": item.channel_id, "quantity": "4",
                              "follows": form["follows"].value()})  # fmt: skip
    item.refresh_from_db()

    assert sent.status_code == 302
    assert (item.quantity, item.follows) == (4, old.items.get())
    assert set(form.fields["follows"].queryset) == {old.items.get(), city.items.get()}


def test_a_payment_is_settled_on_the_screens_by_two_people(world: World) -> None:
    """Kha ghi, nộp chứng từ, nêu lượt; Lan thấy việc của mình, xem và xác nhận."""
    item = plans.plan(world, items=[{"amount_vnd": 4_000_000, "quantity": 4}]).items.get()
    line, paid = budget.proven(world, item), budget.pay(world, item)
    budget.hand_in(world, paid)
    kha, lan, minh = as_(world.kha), as_(world.lan), as_(world.minh)
    page = reverse("office:spending", args=[paid.pk])

    lacking = kha.get(page).content.decode()
    kha.post(reverse("office:spending_tellings", args=[paid.pk]), {"deliveries": [line.pk]})
    own = kha.post(reverse("office:spending_check", args=[paid.pk]), {"accepted": "yes"}).content.decode()
    work = lan.get(reverse("office:my_work")).content.decode()
    lan.post(reverse("office:spending_check", args=[paid.pk]), {"accepted": "yes"})
    book = minh.get(reverse("office:budget_plan", args=[item.plan_id])).content.decode()

    assert "Lượt truyền thông đã chứng minh" in lacking and "Soát khoản chi" not in lacking
    assert "Anh chị đã ghi khoản chi này hoặc nộp chứng từ của nó" in own
    assert page in work
    assert f"{world.lan} đã xem chứng từ và bằng chứng" in " ".join(kha.get(page).content.decode().split())
    assert "<dt>Đủ hồ sơ</dt><dd>1.000.000 đồng</dd>" in book


def test_only_proven_and_unpaid_tellings_of_the_item_are_offered(world: World) -> None:
    """Lượt đã trả, dù được sửa sau đó, không được mời trả lần nữa."""
    item, other = plans.plan(world, items=[{"amount_vnd": 4_000_000, "quantity": 4}] * 2).items.all()
    paid, open_one, stated = (
        budget.proven(world, item),
        budget.proven(world, item),
        delivery(world, plan_item=item),
    )
    budget.pay(world, item, deliveries=[paid])
    correct_delivery(paid, "Ghi nhầm giờ.", by=world.tam, note="17:05")
    budget.proven(world, other)

    form = as_(world.kha).get(reverse("office:spending_new", args=[item.pk])).context["form"]

    assert list(form.fields["deliveries"].queryset) == [open_one]
    assert stated not in form.fields["deliveries"].queryset


def test_a_white_picture_of_eight_points_is_no_paper(world: World) -> None:
    """Ảnh quá nhỏ hoặc trống bị từ chối ngay; ảnh có gì thì người thứ hai xem."""
    paid = budget.pay(world, plans.plan(world, items=[{"amount_vnd": 4_000_000}]).items.get())
    address = reverse("office:spending_paper_add", args=[paid.pk])

    told = [
        as_(world.kha)
        .post(
            address, {"kind": "receipt_list", "number": "1", "file": SimpleUploadedFile("anh.png", picture)}
        )
        .content.decode()
        for picture in (white(8), white(600))
    ]

    assert "chỉ có 8 x 8 điểm ảnh" in told[0]
    assert "trống, không có chữ hay hình nào" in told[1]
    assert not SpendingPaper.objects.exists()


def white(side: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (side, side), "white").save(out, "PNG")
    return out.getvalue()
