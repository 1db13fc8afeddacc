"""Đợt đính chính trên màn hình: mở một lần từ trang thay đổi, mỗi phường thấy việc của mình."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.common import dates
from lantoa.desk.models import CorrectionCampaign
from lantoa.library.models import Effect
from lantoa.people.models import User
from tests.factories import library
from tests.factories.people import World
from tests.guards.ward_things import WardThings, make
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def things(world: World) -> WardThings:
    return make(world)


@pytest.fixture
def effect(things: WardThings) -> Effect:
    """The clause that the aired script cites is repealed from today, by an act."""
    provision = things.version.citations.get().provision
    return library.effect(provision, dates.today(), source=library.document())


def start(world: World, effect: Effect) -> CorrectionCampaign:
    due = f"{dates.today() + timedelta(days=14):%d/%m/%Y}"
    answer = as_(world.minh).post(reverse("office:campaign_new", args=[effect.pk]), {"due_on": due})
    assert answer.status_code == 302, answer.content.decode()
    return CorrectionCampaign.objects.get(effects=effect)


def page(user: User, name: str, *args: object) -> str:
    answer = as_(user).get(reverse(f"office:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_from_the_change_to_the_work_of_each_ward(world: World, things: WardThings, effect: Effect) -> None:
    assert reverse("office:campaign_new", args=[effect.pk]) in page(world.minh, "effect", effect.pk)
    assert "Mở đợt đính chính" in page(world.minh, "campaign_new", effect.pk)
    campaign = start(world, effect)

    whole, own = page(world.minh, "campaign", campaign.pk), page(world.tam, "campaign", campaign.pk)

    assert "Thay bản hoặc bỏ lượt phát" in own and "Nói lại với người đã nghe lời cũ" in own
    assert "Sửa bài" in whole
    assert "Kết thúc đợt" in whole and "Kết thúc đợt" not in own
    assert str(campaign) in page(world.tam, "my_work")
    assert str(campaign) in page(world.tam, "campaign_list")


def test_another_ward_and_a_visitor_see_nothing(world: World, effect: Effect) -> None:
    campaign = start(world, effect)

    assert as_(world.van).get(reverse("office:campaign", args=[campaign.pk])).status_code == 404
    assert str(campaign) not in page(world.van, "my_work")
    assert Client().get(reverse("office:campaign", args=[campaign.pk])).status_code == 302


def test_who_may_not_open_one_is_told_who_does(world: World, effect: Effect) -> None:
    assert "Chuyên viên chương trình mở đợt" in page(world.hung, "campaign_new", effect.pk)
    answer = as_(world.hung).post(reverse("office:campaign_new", args=[effect.pk]))

    assert answer.status_code == 403
    assert not CorrectionCampaign.objects.filter(effects=effect).exists()


def test_it_is_printed_and_ended_with_a_reason(world: World, effect: Effect) -> None:
    campaign = start(world, effect)
    minh = as_(world.minh)
    for form, magic in (("docx", b"PK"), ("pdf", b"%P")):
        assert minh.get(reverse("office:campaign_print", args=[campaign.pk, form])).content[:2] == magic
    end = reverse("office:campaign_close", args=[campaign.pk])

    refused = minh.post(end)
    ended = minh.post(end, {"why": "Phường tự làm tiếp"}, follow=True)

    assert "chưa xong. Ghi vì sao" in refused.content.decode()
    assert "Phường tự làm tiếp" in ended.content.decode()


def test_what_came_since_is_gathered(world: World, effect: Effect) -> None:
    campaign = start(world, effect)

    answer = as_(world.minh).post(reverse("office:campaign_gather", args=[campaign.pk]), follow=True)

    assert "Không có việc nào mới" in answer.content.decode()


def test_a_row_is_set_aside_with_a_reason_and_taken_up_again(world: World, effect: Effect) -> None:
    campaign = start(world, effect)
    row = campaign.rows.filter(kind="rewrite").first()
    where, minh = reverse("office:campaign_row", args=[row.pk]), as_(world.minh)

    refused = minh.post(where, {"why": ""})
    aside = minh.post(where, {"why": "Bài đã bỏ từ năm trước"}, follow=True).content.decode()
    again = minh.post(where, {"lam_lai": "1"}, follow=True).content.decode()

    assert "Ghi vì sao không cần làm" in refused.content.decode()
    assert "Bài đã bỏ từ năm trước" in aside and "Để lại, không làm" in aside
    assert "Bài đã bỏ từ năm trước" not in again
    assert as_(world.van).post(where, {"why": "x"}).status_code == 404
    assert as_(world.tam).post(where, {"why": "x"}).status_code in (403, 404)


def test_each_person_is_told_how_many_are_her_own(world: World, effect: Effect) -> None:
    """Việc của phường nằm trong phạm vi của chuyên viên, nhưng không phải việc của chị."""
    campaign = start(world, effect)
    rows = list(campaign.rows.all())
    in_ward = [row for row in rows if row.unit_id == world.ward.pk]
    in_office = [row for row in rows if row.unit_id == world.office.pk]

    led, own = page(world.minh, "my_work"), page(world.tam, "my_work")

    assert in_ward and f"Còn {len(in_ward)} việc của anh chị · hạn" in own
    said = [f"{len(in_office)} việc của anh chị"] if in_office else []
    others = len(rows) - len(in_office)
    assert f"Còn {', '.join([*said, f'{others} việc của người khác'])} · hạn" in led
    assert f"{others} việc của người khác" in page(world.minh, "campaign", campaign.pk)


def test_who_has_nothing_to_do_in_a_campaign_is_not_told_of_work(world: World, effect: Effect) -> None:
    """Người kiểm tra thấy đợt, nhưng không việc nào trong đó là của anh."""
    campaign = start(world, effect)

    assert "Đợt đính chính còn việc" not in page(world.hung, "my_work")
    assert "việc của anh chị" not in page(world.hung, "campaign", campaign.pk)


def test_a_ward_that_has_finished_does_not_say_that_all_have(world: World, effect: Effect) -> None:
    campaign = start(world, effect)
    campaign.rows.filter(unit=world.ward).update(set_aside_at=dates.now(), set_aside_why="Thử")

    assert "Đơn vị anh chị không còn việc nào" in page(world.tam, "campaign", campaign.pk)
    assert "Đã xong hết" not in page(world.tam, "campaign_list")
