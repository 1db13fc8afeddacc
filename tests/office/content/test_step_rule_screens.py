"""Quy định bước duyệt: the administrator's page, and the step that it adds."""

from datetime import date

import pytest
from django.urls import reverse

from lantoa.common import dates
from lantoa.content.models import StepKind, StepRule
from lantoa.people.models import Role
from tests.factories import content, people
from tests.factories.people import World
from tests.office.content.signed_in import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]
RULES = "/quy-dinh-duyet/"


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(date(2025, 6, 10))


def test_an_administrator_adds_a_step_that_the_units_leader_takes_and_ends_it(world: World) -> None:
    chief = people.person("Đặng Thu Hà", "ha")
    people.duty(chief, Role.APPROVER, world.culture)
    quan, ha = as_(world.quan), as_(chief)
    data = {"unit": world.culture.pk, "step": "unit_leader", "kind": "", "days": "1"}

    looks_back = quan.post(RULES, data | {"valid_from": "01/06/2025"}).content.decode()
    quan.post(RULES, data | {"valid_from": "10/06/2025", "basis": "Quy chế duyệt bài"})
    page = quan.get(RULES).content.decode()
    edition = content.edition(world, approved=False)
    version = content.version_of(edition)
    held = as_(world.lan).get(f"/phien-ban/{version.pk}/duyet/").content.decode()
    work = ha.get(reverse("office:my_work")).content.decode()
    agreed = ha.post(f"/phien-ban/{version.pk}/dong-y/", {"seen": version.sha256, "reason": "Đồng ý"})
    free = as_(world.lan).get(f"/phien-ban/{version.pk}/duyet/").content.decode()
    quan.post(f"{RULES}{StepRule.objects.get().pk}/thoi/")

    assert "Quy định chỉ có hiệu lực từ hôm nay trở đi." in looks_back
    assert "Quy chế duyệt bài" in page
    assert "chờ bước “Phụ trách đơn vị soạn đồng ý” trước" in held and 'form="f"' not in held
    assert "Xem và đồng ý" in work
    assert agreed.status_code == 302
    assert 'form="f"' in free
    assert StepRule.objects.get().valid_to == date(2025, 6, 10)


def test_an_office_thinks_of_a_step_and_its_person_takes_it(world: World) -> None:
    """Quản trị đặt bước mới, quy định cần bước ấy; đúng người thấy việc, ký, rồi lãnh đạo mới duyệt được."""
    lawyer = people.person("Lâm Trí Dũng", "dung")
    people.duty(lawyer, Role.POLICY_CHECKER, world.city)
    quan, dung = as_(world.quan), as_(lawyer)
    kind = {"buoc-unit": world.city.pk, "buoc-role": "policy_checker", "buoc-position": "1"}

    unnamed = quan.post(f"{RULES}buoc/", kind | {"buoc-name": " "}).content.decode()
    quan.post(f"{RULES}buoc/", kind | {"buoc-name": "Tư pháp thẩm định", "buoc-seat": world.city.pk})
    made = StepKind.objects.get()
    asks = {"unit": world.culture.pk, "step": made.key, "kind": "", "days": "2", "valid_from": "10/06/2025"}
    quan.post(RULES, asks)
    page = quan.get(RULES).content.decode()
    edition = content.edition(world, approved=False)
    version = content.version_of(edition)
    work = dung.get(reverse("office:my_work")).content.decode()
    read = dung.get(f"/phien-ban/{version.pk}/dong-y/").content.decode()
    agreed = dung.post(f"/phien-ban/{version.pk}/dong-y/", {"seen": version.sha256, "reason": ""})
    free = as_(world.lan).get(f"/phien-ban/{version.pk}/duyet/").content.decode()

    assert "Vui lòng" not in unnamed and 'id="id_buoc-name_error"' in unnamed
    assert page.count("Tư pháp thẩm định") >= 3 and "tại thành phố Sông Phố" in page
    assert "Bản 1 · Tư pháp thẩm định" in work
    assert "<h1>Tư pháp thẩm định: " in read
    assert agreed.status_code == 302
    assert 'form="f"' in free and "Lâm Trí Dũng" in free


def test_only_who_administers_opens_the_page(world: World) -> None:
    version = content.version_of(content.edition(world, approved=False))

    assert [as_(one).get(RULES).status_code for one in (world.lan, world.minh, world.van)] == [403] * 3
    assert as_(world.minh).post(f"{RULES}buoc/", {}).status_code == 403
    assert as_(world.lan).get(f"/phien-ban/{version.pk}/dong-y/").status_code == 403
