"""Hai người cùng xác nhận một trích dẫn, một căn cứ trong cùng lúc: một lời được ghi, người kia được báo."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from lantoa.common import dates
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.content.actions import clear_citation
from lantoa.content.models import Clearing
from lantoa.library.actions import clear_basis
from lantoa.library.models import BasisClearing
from lantoa.people.models import User
from tests.factories import content, library
from tests.factories.people import World

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.db,
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'",
        reason="SQLite of the tests lies in memory; in a file it gives the writer's lock at BEGIN IMMEDIATE",
    ),
]
__all__ = ["connection"]  # named in the condition above


def both(people: list[User], clear: Callable[[User], object]) -> list[str]:
    """What each is told when all press at the same moment, sorted."""
    start = Barrier(len(people))

    def press(one: User) -> str:
        try:
            start.wait()
            clear(one)
            return "kept"
        except RuleBroken as broken:
            return f"told: {broken.problems[0].code}"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        return sorted(pool.map(press, people))


def test_of_two_who_clear_one_citation_one_is_kept(world: World) -> None:
    clause = library.provision(library.document())
    citation = content.version_of(content.edition(world, provisions=[clause])).citations.get()
    cause = library.effect(clause, dates.today())

    told = both(
        [world.hung, world.lan],
        lambda one: clear_citation(citation, cause, by=one, why="Chỉ đổi cách đánh số"),
    )

    assert told == ["kept", "told: not_a_cause"]
    assert Clearing.objects.count() == 1
    assert AuditLine.objects.filter(action="clear_citation").count() == 1


def test_of_two_who_clear_one_basis_one_is_kept(world: World) -> None:
    clause = library.provision(library.document())
    basis = library.policy(bases=[clause]).bases.get()
    cause = library.effect(clause, dates.today())

    told = both(
        [world.hung, world.minh], lambda one: clear_basis(basis, cause, by=one, why="Chỉ đổi cách đánh số")
    )

    assert told == ["kept", "told: no_such_cause"]
    assert BasisClearing.objects.count() == 1
    assert AuditLine.objects.filter(action="clear_basis").count() == 1
