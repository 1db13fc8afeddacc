"""Bộ tài liệu sắp đến hạn hoặc quá hạn mà bên nhận chưa viết bài nào thì hiện ở Việc của tôi."""

from datetime import timedelta

import pytest

from lantoa.common import dates
from lantoa.desk.bundles_due import bundles_due
from lantoa.desk.queries import my_work
from lantoa.library import actions
from lantoa.library.models import Bundle, Policy
from lantoa.people.models import User
from tests.factories import content, library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def handed(world: World, policy: Policy, days: int) -> Bundle:
    return actions.hand_over_bundle(
        by=world.minh,
        from_unit=world.office,
        to_unit=world.culture,
        title="Tài liệu tháng này",
        due_on=dates.today() + timedelta(days=days),
        policies=[policy],
    )


def titles(user: User) -> list[tuple[str, bool]]:
    groups = my_work(User.objects.get(pk=user.pk), dates.today())
    return [(group.title, group.hot) for group in groups if "hạn soạn bài" in group.title]


def test_it_reminds_three_days_before_and_burns_when_late(world: World) -> None:
    handed(world, library.policy(), 10)
    today = dates.today()

    assert titles(world.binh) == []
    dates.move_today(today + timedelta(days=7))
    assert titles(world.binh) == [("Bộ tài liệu đến hạn soạn bài", False)]
    dates.move_today(today + timedelta(days=11))
    assert titles(world.binh) == [("Bộ tài liệu quá hạn soạn bài", True)]
    assert titles(world.tam) == []


def test_an_article_on_one_of_its_policies_settles_it_an_older_one_does_not(world: World) -> None:
    policy = library.policy()
    content.article(world, policies=[policy])
    first = handed(world, policy, 2)
    day = dates.today()

    assert bundles_due(world.binh, day) == [first]
    content.article(world, policies=[policy])
    assert bundles_due(world.binh, day) == []


def test_citing_one_of_its_documents_settles_it_too(world: World) -> None:
    clause = library.provision(library.document())
    bundle = handed(world, library.policy(), 2)
    bundle.documents.add(clause.document)

    content.draft(world, provisions=[clause])

    assert bundles_due(world.binh, dates.today()) == []
