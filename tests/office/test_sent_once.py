"""A form that is sent twice does its work once: pressed twice, sent again on a poor line, raced."""

import re
from datetime import timedelta

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from lantoa.common import dates
from lantoa.common.models import UsedKey
from lantoa.office.outcome import refuse
from lantoa.office.sent_once import answered_once
from lantoa.people.models import User
from tests.factories.people import World
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def send(
    user: User, view: object, key: str = "khoa", path: str = "/ke-hoach/moi/", **words: str
) -> HttpResponse:
    request = RequestFactory().post(path, {"sent_key": key, "csrfmiddlewaretoken": "x", **words})
    request.user, request._messages = user, Said()
    return answered_once(request, lambda: view(request))


class Said(list):
    def add(self, level: int, message: str, extra_tags: str = "") -> None:
        self.append(message)


class Work:
    """Counts how often it is done; answers by a redirect, or by the page again."""

    def __init__(self, *, ok: bool = True) -> None:
        self.done, self.ok, self.said = 0, ok, None

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.done += 1
        return HttpResponseRedirect(f"/ket-qua/{self.done}/") if self.ok else HttpResponse("còn lỗi")


def test_the_second_sending_meets_the_result_of_the_first(world: World) -> None:
    """Gửi hai lần chỉ ghi một lần."""
    work = Work()

    first, second = send(world.minh, work, title="Lớp"), send(world.minh, work, title="Lớp")

    assert (work.done, first.url, second.url) == (1, "/ket-qua/1/", "/ket-qua/1/")


@pytest.mark.parametrize(
    "other",
    [{"title": "Lớp khác"}, {"key": "khoa-khac"}, {"path": "/lop/khac/"}],
    ids=lambda other: next(iter(other)),
)
def test_other_words_another_form_or_another_address_are_a_sending_of_their_own(
    world: World, other: dict[str, str]
) -> None:
    work = Work()

    send(world.minh, work, **{"title": "Lớp"})
    send(world.minh, work, **{"title": "Lớp", **other})

    assert work.done == 2


def test_nobody_meets_what_another_person_sent(world: World) -> None:
    work = Work()
    send(world.minh, work)
    send(world.tam, work)
    assert work.done == 2


def test_a_form_that_came_back_with_a_fault_may_be_sent_again_unchanged(world: World) -> None:
    work = Work(ok=False)
    send(world.minh, work)
    work.ok = True

    assert send(world.minh, work).status_code == 302
    assert work.done == 2


def test_what_was_refused_with_a_redirect_may_be_sent_again_unchanged(world: World) -> None:
    def refused(request: HttpRequest) -> HttpResponse:
        refuse(request, "Đã quá hạn.")
        return HttpResponseRedirect("/ke-hoach/")

    work = Work()
    send(world.minh, refused)
    send(world.minh, work)

    assert work.done == 1


def test_a_view_that_fails_leaves_no_mark(world: World) -> None:
    def fails(request: HttpRequest) -> HttpResponse:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        send(world.minh, fails)

    assert not UsedKey.objects.exists()


def test_a_first_sending_that_was_cut_off_is_taken_over(world: World) -> None:
    work = Work()
    send(world.minh, work)
    UsedKey.objects.update(result="", at=dates.now() - timedelta(minutes=3))

    send(world.minh, work)

    assert work.done == 2


def test_every_form_of_the_office_carries_a_key_of_its_own(world: World) -> None:
    page = as_(world.minh).get("/ke-hoach/moi/").content.decode()

    keys = re.findall(r'name="sent_key" value="(\w{32})"', page)

    assert len(keys) == len(set(keys)) == page.count('method="post"') > 0
