"""Ba người cùng xác nhận cùng những trích dẫn một lúc: mỗi trích dẫn được ghi đúng một lần."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.content import actions
from lantoa.content.models import Citation, Clearing
from lantoa.people.models import Role, User
from tests.factories import content, library
from tests.factories.people import World, duty, person

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.db,
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'",
        reason="SQLite of the tests lies in memory; in a file it gives the writer's lock at BEGIN IMMEDIATE",
    ),
]
__all__ = ["connection"]  # named in the condition above


def test_each_citation_is_cleared_once_whoever_comes_first(world: World) -> None:
    law = library.document()
    clauses = [library.provision(law, f"khoản {n} Điều 1", words=f"Mức {n}.") for n in range(1, 7)]
    edition = content.edition(
        world, provisions=clauses, texts=[f"Hộ nghèo hưởng mức {n}." for n in range(1, 7)]
    )
    effects = {clause.pk: library.effect(clause, dates.today()) for clause in clauses}
    colleague = person("Dương Mỹ Hạnh", "hanh")
    duty(colleague, Role.POLICY_CHECKER, world.office)
    citations = list(Citation.objects.filter(version__edition=edition))
    start = Barrier(3)

    def clear_all(who: User) -> list[str]:
        told = []
        try:
            start.wait()
            for citation in citations:
                try:
                    actions.clear_citation(citation, effects[citation.provision_id], by=who, why="Vẫn đúng.")
                    told.append("cleared")
                except RuleBroken as broken:
                    told.append(broken.problems[0].code)
        finally:
            connection.close()
        return told

    with ThreadPoolExecutor(3) as pool:
        told = [code for codes in pool.map(clear_all, [world.hung, world.lan, colleague]) for code in codes]

    assert Clearing.objects.count() == len(citations) == 6
    assert sorted(told) == ["cleared"] * 6 + ["not_a_cause"] * 12
