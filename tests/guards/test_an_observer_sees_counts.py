"""Whoever only observes sees counts: every address is walked so, of the city and of the ward."""

import html

import pytest
from django.http import HttpResponse
from django.urls import reverse

from lantoa.common.files import keep
from lantoa.common.models import StoredFile
from lantoa.people.models import Role, User
from tests.factories import library
from tests.factories.content import again
from tests.factories.people import World, duty, person
from tests.guards.test_an_outsider_finds_nothing import WARDS_OWN
from tests.guards.test_lists_have_a_budget import PAGES
from tests.guards.ward_things import PDF, WardThings, fields_of, make
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]

# Of what a ward has, what an observer opens: counts, what was issued or approved, what is aired and where.
OPEN = {
    *(f"office:{name}" for name in ("plan", "plan_cascade", "plan_print", "budget_plan", "settlement")),
    *(f"office:{name}" for name in ("report", "report_print", "report_figure")),
    *(f"office:{name}" for name in ("article", "version", "version_proof", "version_package")),
    *(f"office:{name}" for name in ("version_sheet", "version_outline", "artwork", "artwork_file")),
    *(f"office:{name}" for name in ("delivery", "run_sheet", "airing")),
    *(f"office:{name}" for name in ("bundle", "bundle_all", "bundle_paper")),
}


@pytest.fixture
def things(world: World) -> WardThings:
    return make(world)


@pytest.fixture(params=["city", "ward"])
def observer(world: World, request: pytest.FixtureRequest) -> User:
    onlooker = person("Chu Hoài Nam", "nam")
    duty(onlooker, Role.OBSERVER, getattr(world, request.param))
    return onlooker


def test_an_observer_opens_counts_and_nothing_else(world: World, things: WardThings, observer: User) -> None:
    """Người theo dõi chỉ xem số liệu: không mở danh sách, chứng từ, ảnh, câu hỏi, bản nháp, mẫu ký tên."""
    client, secrets = as_(observer), _secrets(things)
    opened, told = set(), []
    for name, address in WARDS_OWN.items():
        where = reverse(name, kwargs=fields_of(address(things, world)))
        answers = [client.get(where), client.post(where)]
        opened |= {name for answer in answers if answer.status_code not in (403, 404, 405)}
        told += [(name, word) for answer in answers for word in _told(answer, secrets)]
    for name in PAGES:
        told += [(name, word) for word in _told(client.get(reverse(name)), secrets)]

    assert sorted(opened - OPEN) == []
    assert told == []


def test_of_files_an_observer_opens_the_originals_of_the_law_alone(
    world: World, things: WardThings, observer: User
) -> None:
    law = library.document(file=keep(PDF, world.minh))
    client = as_(observer)

    opened = [
        stored
        for stored in StoredFile.objects.all()
        if client.get(reverse("office:file", args=[stored.pk])).status_code != 404
    ]

    assert opened == [law.file]


def test_a_duty_elsewhere_opens_nothing_of_what_she_only_observes(world: World, things: WardThings) -> None:
    duty(world.van, Role.OBSERVER, world.city)
    mixed = as_(again(world.van))

    for name, thing in (("gathering", things.gathering), ("question", things.question)):
        assert mixed.get(reverse(f"office:{name}", args=[thing.pk])).status_code == 404
    assert mixed.get(reverse("office:file", args=[things.evidence.file_id])).status_code == 404
    assert mixed.get(reverse("office:plan", args=[things.draft.pk])).status_code == 404


def test_a_page_of_records_says_where_the_counts_are(world: World, observer: User) -> None:
    client = as_(observer)

    for name in ("gathering_list", "display_list", "display_map", "print_run_list", "question_list"):
        answer = client.get(reverse(f"office:{name}"))
        assert (answer.status_code, "chỉ xem số liệu" in answer.content.decode()) == (403, True)
    assert client.get(reverse("office:coverage")).status_code == 200


def _secrets(things: WardThings) -> list[str]:
    """Words of records that are not for her. Where something hung is told by the ledger of deliveries too."""
    return [
        things.question.text,
        things.gathering.title,
        things.draft_item.title,
        things.part.text,
        things.evidence.file.name,
        things.paper.file.name,
    ]


def _told(answer: HttpResponse, secrets: list[str]) -> list[str]:
    if not answer["Content-Type"].startswith("text/html"):
        return []
    page = html.unescape(answer.content.decode())
    return [word for word in secrets if word and word in page]
