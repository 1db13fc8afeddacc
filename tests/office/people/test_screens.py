"""Units, duties, sizes: an administrator gives, an owner delegates, an outsider sees nothing."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.common import dates
from lantoa.people.models import AudienceSize, Duty, Role, UnitKind
from lantoa.people.queries import carriers_on
from tests.factories import people
from tests.factories.people import World
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_an_administrator_gives_a_duty(world: World) -> None:
    sent = as_(world.quan).post(
        reverse("office:duty_give", args=[world.ward.pk]),
        {"user": world.thu.pk, "role": "clerk", "valid_from": dates.say(dates.today())},
    )

    assert sent.url == reverse("office:unit", args=[world.ward.pk])
    assert Duty.objects.filter(user=world.thu, role=Role.CLERK, unit=world.ward).exists()


def test_nobody_but_an_administrator_gives_duties(world: World) -> None:
    """Người thấy đơn vị mà không quản trị: bị từ chối; người của phường khác: không có trang này."""
    address = reverse("office:duty_give", args=[world.ward.pk])
    data = {"user": world.van.pk, "role": "approver", "valid_from": dates.say(dates.today())}
    before = Duty.objects.count()

    codes = [as_(who).post(address, data).status_code for who in (world.minh, world.tam, world.van)]

    assert codes == [403, 403, 404]
    assert Duty.objects.count() == before


def test_an_administrator_does_not_give_to_herself(world: World) -> None:
    page = as_(world.quan).post(
        reverse("office:duty_give", args=[world.ward.pk]),
        {"user": world.quan.pk, "role": "approver", "valid_from": dates.say(dates.today())},
    )

    assert "Không ai được tự giao nhiệm vụ cho mình" in page.content.decode()


def test_a_duty_is_delegated_and_taken_back(world: World) -> None:
    own = Duty.objects.get(user=world.yen)
    yen, today = as_(world.yen), dates.today()

    yen.post(
        reverse("office:duty_delegate", args=[own.pk]),
        {"to": world.tam.pk, "valid_from": dates.say(today), "valid_to": dates.say(today + timedelta(days=9)),
         "why": "Đi học"},
    )  # fmt: skip
    handed = own.delegations.get()
    listed = yen.get(reverse("office:my_duties")).content.decode()
    sent = yen.post(reverse("office:duty_end", args=[handed.pk]), {"on": dates.say(today), "why": "Đã về"})

    handed.refresh_from_db()
    assert "Tôi đã ủy quyền" in listed
    assert (sent.url, handed.valid_to) == (reverse("office:my_duties"), today)


def test_a_delegated_duty_offers_no_further_delegation(world: World) -> None:
    own = Duty.objects.get(user=world.yen)
    handed = people.duty(world.tam, Role.APPROVER, world.ward, delegated_from=own, given_by=world.yen)

    listed = as_(world.tam).get(reverse("office:my_duties")).content.decode()

    assert "được ủy quyền" in listed
    assert reverse("office:duty_delegate", args=[handed.pk]) not in listed


def test_an_end_before_the_beginning_comes_back_with_its_sentence(world: World) -> None:
    duty = people.duty(world.thu, Role.CLERK, world.ward, valid_from=dates.today())

    page = as_(world.quan).post(
        reverse("office:duty_end", args=[duty.pk]), {"on": "01/01/2020", "why": "Nhầm"}
    )

    assert "Ngày kết thúc phải từ ngày bắt đầu nhiệm vụ trở đi." in page.content.decode()


def test_a_size_is_written_with_its_source(world: World) -> None:
    as_(world.tam).post(
        reverse("office:size_add", args=[world.ward.pk]),
        {"kind": world.poor.pk, "count": 41, "counted_on": "31/12/2025", "source": "Rà soát cuối năm 2025"},
    )

    size = AudienceSize.objects.get()
    assert (size.unit, size.count, size.counted_on) == (world.ward, 41, date(2025, 12, 31))


def test_units_are_shown_as_they_were_on_a_day(world: World) -> None:
    people.unit("Vàm Cũ", "phường", UnitKind.WARD, world.city, valid_to=date(2025, 6, 30))
    minh = as_(world.minh)

    def shown(day: str) -> bool:
        return "Vàm Cũ" in minh.get(reverse("office:unit_list"), {"ngay": day}).content.decode()

    assert [shown("30/06/2025"), shown("01/07/2025")] == [True, False]


def test_a_day_that_is_none_comes_back_with_its_sentence(world: World) -> None:
    page = as_(world.minh).get(reverse("office:unit_list"), {"ngay": "hôm qua"})

    assert page.status_code == 200
    assert "Không đọc được ngày" in page.content.decode()


def test_the_unit_of_another_ward_does_not_exist(world: World) -> None:
    duty = Duty.objects.filter(user=world.tam).first()
    van = as_(world.van)
    unit_pages = [van.get(reverse("office:unit", args=[world.ward.pk]))]
    unit_pages += [
        van.post(reverse(f"office:{name}", args=[world.ward.pk])) for name in ("size_add", "unit_wording")
    ]
    duty_pages = [
        van.post(reverse(f"office:{name}", args=[duty.pk])) for name in ("duty_delegate", "duty_end")
    ]

    assert {page.status_code for page in unit_pages + duty_pages} == {404}
    assert "Bến Gỗ" not in van.get(reverse("office:unit_list")).content.decode()


def test_lists_cost_the_same_for_few_and_for_more(world: World) -> None:
    def cost(name: str, *args: int) -> int:
        quan = as_(world.quan)
        with CaptureQueriesContext(connection) as asked:
            assert quan.get(reverse(f"office:{name}", args=args)).status_code == 200
        return len(asked)

    before = cost("unit_list"), cost("unit", world.ward.pk)
    for number in range(3):
        people.unit(f"Phường thử {number}", "phường", UnitKind.WARD, world.city)
        guest = people.person(f"Người thử {number}", f"thu{number}")
        people.duty(guest, Role.SPEAKER, world.ward)

    assert (cost("unit_list"), cost("unit", world.ward.pk)) == before


def test_an_administrator_says_who_carries_on_the_work_of_an_ended_office(world: World) -> None:
    """Đơn vị đã kết thúc thì quản trị ghi đơn vị kế thừa; đơn vị còn hoạt động thì không có gì để ghi."""
    today = dates.today()
    heir = people.unit("Kinh tế", "phòng", UnitKind.OFFICE, world.city, valid_from=today)
    world.office.versions.update(valid_to=today - timedelta(days=1))
    page, address = (reverse(f"office:{n}", args=[world.office.pk]) for n in ("unit", "unit_succession"))
    sent = {"new": heir.pk, "basis": "Quyết định 12/QĐ-UBND"}

    refused = as_(world.minh).post(address, sent)
    quan = as_(world.quan)
    asked = quan.get(page).content.decode()
    quan.post(address, sent)

    assert refused.status_code == 403
    assert "Chưa ghi đơn vị kế thừa thì kinh phí của nó không chi tiếp được" in asked
    assert [v.unit for v in carriers_on(world.office.pk, today)] == [heir]
    assert "Đơn vị tiếp việc" in quan.get(page).content.decode()
    assert quan.post(reverse("office:unit_succession", args=[world.ward.pk]), sent).status_code == 404
