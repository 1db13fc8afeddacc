"""The screen of what the library lacks: for who writes or checks it, kinds with counts, one kind by pages."""

import html
import re
from datetime import date

import pytest
from django.test import Client

from lantoa.library.actions import record_relation
from lantoa.library.models import Effect
from tests.factories import library as make
from tests.factories.people import World
from tests.office.library.test_document_screens import as_, body, url

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_the_first_of_each_kind_then_one_kind_whole(world: World) -> None:
    documents = [make.document(source="") for _ in range(8)]

    page = body(as_(world.minh).get(url("gap_list")))
    whole = body(as_(world.hung).get(url("gap_list"), {"loai": "chua-co-goc"}))

    assert page.count("Ghi nguồn<") == 5
    assert "Xem cả 8 mục" in page
    assert all(str(document) in whole for document in documents)


def test_an_unknown_kind_does_not_exist_and_wards_have_no_part_in_it(world: World) -> None:
    assert as_(world.minh).get(url("gap_list"), {"loai": "xyz"}).status_code == 404
    assert as_(world.tam).get(url("gap_list")).status_code == 403


def link(page: str, label: str) -> str:
    """The address behind the button of the first row with this label."""
    return html.unescape(re.findall(rf'href="([^"]+)">{label}<', page)[0])


def gap(client: Client, key: str) -> str:
    """The page of one kind; "" when there is nothing of it."""
    answer = client.get(url("gap_list"), {"loai": key})
    return body(answer) if answer.status_code == 200 else ""


def form_of(client: Client, address: str) -> dict[str, object]:
    """What the form behind the link is filled with already."""
    form = client.get(address).context["form"]
    return {name: form[name].value() for name in form.fields if form[name].value() is not None}


def test_a_replaced_document_gets_its_end_from_the_form_behind_the_link(world: World) -> None:
    old, new = (make.document(source="Công báo") for _ in range(2))
    for one in (old, new):
        make.provision(one)
    record_relation(new, old, by=world.minh, kind="replace")
    minh = as_(world.minh)

    page = gap(minh, "thieu-ngay-het")
    address = link(page, "Ghi ngày hết hiệu lực")
    filled = form_of(minh, address)
    minh.post(address, {**filled, "on": "01/01/2031"})

    assert f"{new} thay thế; chưa ghi từ ngày nào" in page
    (effect,) = Effect.objects.all()
    assert (effect.document, effect.source, effect.kind, effect.provision) == (old, new, "replace", None)
    assert gap(minh, "thieu-ngay-het") == ""


def test_a_change_without_a_day_is_dated_where_the_link_leads(world: World) -> None:
    effect = make.effect(make.provision(make.document()), None)
    minh = as_(world.minh)
    address = link(gap(minh, "thay-doi-thieu-ngay"), "Ghi ngày")

    assert "Từ ngày nào?" in body(minh.get(address)) and "Từ ngày nào?" not in body(
        as_(world.tam).get(address)
    )
    assert "Chưa có ngày" in body(minh.post(url("effect_date", effect.pk), {"reason": "Điều 5"}))
    minh.post(url("effect_date", effect.pk), {"on": "01/01/2031", "reason": "Điều 5 văn bản mới"})

    assert gap(minh, "thay-doi-thieu-ngay") == ""
    dated = Effect.objects.get(withdrawn_at__isnull=True)
    assert (dated.on, dated.note) == (date(2031, 1, 1), "Điều 5 văn bản mới")
    assert minh.post(url("effect_date", dated.pk), {"on": "01/02/2031", "reason": "Nhầm"}).status_code == 200
    assert Effect.objects.get(withdrawn_at__isnull=True).on == date(2031, 1, 1)


@pytest.mark.parametrize(
    ("key", "label", "lacking", "sent"),
    [
        ("thieu-ngay-hieu-luc", "Ghi ngày", {"unknown": True}, {"effective_on": "01/01/2030"}),
        ("chua-co-goc", "Ghi nguồn", {"source": ""}, {"source": "Công báo số 5"}),
        ("chua-co-loi", "Đưa lời văn vào", {}, {"text": "Điều 1. Phạm vi\nQuy định.", "keep": ""}),
    ],
)
def test_what_a_document_lacks_is_mended_behind_the_link(
    world: World, key: str, label: str, lacking: dict[str, object], sent: dict[str, object]
) -> None:
    make.document(**lacking)
    minh = as_(world.minh)

    address = link(gap(minh, key), label)
    answer = minh.post(address, {**form_of(minh, address), **sent})

    assert answer.status_code in (200, 302)
    assert gap(minh, key) == ""


def test_what_waits_for_a_check_is_checked_by_who_may_and_writing_is_not_offered_to_her(world: World) -> None:
    document = make.document(checked_on=None, source="Công báo")
    unsourced = make.document(checked_on=None)
    policy = make.policy(bases=[make.provision(document)], checked_on=date(2020, 1, 1))
    hung = as_(world.hung)

    page = body(hung.get(url("gap_list")))
    assert url("document", document.pk) in page and url("policy", policy.pk) in page
    assert "Ghi nguồn<" not in page and "do chuyên viên chương trình làm" in page
    assert url("policy_check", policy.pk) in body(hung.get(link(page, "Kiểm lại")))
    assert url("document_check", document.pk) in body(hung.get(link(page, "Đối chiếu")))
    hung.post(url("policy_check", policy.pk))
    hung.post(url("document_check", document.pk))

    assert gap(hung, "chinh-sach-lau-chua-kiem") == ""
    left = gap(hung, "chua-kiem")
    assert str(document) not in left
    assert str(unsourced) in left and "Chưa ghi nguồn nên chưa đối chiếu được" in left
