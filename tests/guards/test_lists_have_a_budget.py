"""No page without parameters asks the database more often because there are more rows."""

import pytest
from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.people.models import User
from tests.factories.people import World
from tests.guards.routes import every_route
from tests.guards.ward_things import make
from tests.office.as_person import as_

# Queries are counted, not timed: one database tells for both.
pytestmark = [pytest.mark.django_db]

PAGES = [r.name for r in every_route() if not r.parameters and r.name.startswith(("office:", "portal:"))]


def asked_by(user: User) -> dict[str, int]:
    """How many queries each page costs."""
    client, cost = as_(user), {}
    for name in PAGES:
        reset_queries()  # the log of a connection holds nine thousand
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(reverse(name))
        if answer.status_code == 200:
            cost[name] = len(queries)
    return cost


def test_three_of_everything_cost_as_many_queries_as_one(world: World) -> None:
    people = [world.tam, world.minh, world.lan]
    first = make(world)
    asked_by(world.tam)  # what is looked up once, or summed by whoever comes first, is so now
    with_one = [asked_by(person) for person in people]

    make(world, first.station, 2)
    make(world, first.station, 3)
    asked_by(world.tam)
    with_three = [asked_by(person) for person in people]

    grown = {
        (person.username, name): (before[name], after[name])
        for person, before, after in zip(people, with_one, with_three, strict=True)
        for name in before
        if after[name] > before[name]
    }
    assert len(with_one[0]) > 20
    assert not grown
