"""Following from a page, the list of what one follows, the notice of a day: each for herself alone."""

import pytest
from django.urls import reverse

from lantoa.common import dates
from lantoa.desk.digest import make_notice
from lantoa.desk.models import Notice
from lantoa.library import actions
from lantoa.library.models import Follow
from tests.factories import library as make
from tests.factories.people import World
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def url(name: str, *args: object) -> str:
    return reverse(f"office:{name}", args=args)


def test_a_document_is_followed_from_its_page_and_left_again(world: World) -> None:
    document = make.document()
    client, page = as_(world.tam), url("document", document.pk)

    sent = client.post(url("follow_add"), {"kind": "document", "pk": document.pk, "next": page})
    assert sent.url == page
    assert "Thôi theo dõi" in client.get(page).content.decode()
    assert str(document) in client.get(url("following")).content.decode()

    client.post(url("follow_drop", Follow.objects.get().pk))
    assert not Follow.objects.exists()


def test_policies_and_topics_too_each_once(world: World) -> None:
    policy = make.policy()
    client = as_(world.tam)
    for kind, pk in (("policy", policy.pk), ("topic", policy.topic_id), ("topic", policy.topic_id)):
        client.post(url("follow_add"), {"kind": kind, "pk": pk})

    assert sorted(str(one) for one in Follow.objects.all()) == sorted([policy.title, policy.topic.name])


@pytest.mark.parametrize(
    "sent", [{}, {"kind": "document"}, {"kind": "user", "pk": "1"}, {"kind": "topic", "pk": "9" * 40}]
)
def test_what_does_not_exist_is_not_followed(world: World, sent: dict[str, str]) -> None:
    assert as_(world.tam).post(url("follow_add"), sent).status_code == 404


def test_a_draft_policy_is_not_followed_by_who_may_not_see_it(world: World) -> None:
    draft = make.policy(published=False)

    sent = as_(world.tam).post(url("follow_add"), {"kind": "policy", "pk": draft.pk})

    assert sent.status_code == 404


def test_another_site_is_no_place_to_go_back_to(world: World) -> None:
    sent = {"kind": "document", "pk": make.document().pk, "next": "https://xa.example/"}

    assert as_(world.tam).post(url("follow_add"), sent).url == url("following")


def test_a_notice_is_read_by_its_own_person_only(world: World) -> None:
    document = make.document()
    actions.start_following(document, by=world.tam)
    make.effect(document, dates.today())
    notice = make_notice(world.tam, dates.today())
    assert notice is not None

    client = as_(world.tam)
    assert "bị thay thế" in client.get(url("notice", notice.pk)).content.decode()
    client.post(url("notice_read", notice.pk))
    assert Notice.objects.get().read_at is not None
    assert "Đã đọc</button>" not in client.get(url("notice", notice.pk)).content.decode()
    assert as_(world.minh).get(url("notice", notice.pk)).status_code == 404
