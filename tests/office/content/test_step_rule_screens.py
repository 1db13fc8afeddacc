"""Quy định bước duyệt: the administrator's page, and the step that it adds."""

from datetime import date

import pytest
from django.urls import reverse

from lantoa.common import dates
from lantoa.content.models import StepRule
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
    assert "chờ phụ trách đơn vị soạn đồng ý trước" in held and 'form="f"' not in held
    assert "Xem và đồng ý" in work
    assert agreed.status_code == 302
    assert 'form="f"' in free
    assert StepRule.objects.get().valid_to == date(2025, 6, 10)


def test_only_who_administers_opens_the_page(world: World) -> None:
    version = content.version_of(content.edition(world, approved=False))

    assert [as_(one).get(RULES).status_code for one in (world.lan, world.minh, world.van)] == [403] * 3
    assert as_(world.lan).get(f"/phien-ban/{version.pk}/dong-y/").status_code == 403
