"""Fixtures that every test may use."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor
from hypothesis import HealthCheck
from hypothesis import settings as property_settings

from lantoa.common import dates
from tests.factories.people import World, make_world
from tests.migrated_once import tables_are_copied

# The same examples each time, however busy the machine: a red run is always somebody's change. New examples
# are looked for with LANTOA_EXPLORE=1.
property_settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
property_settings.register_profile("exploring", deadline=None, suppress_health_check=[HealthCheck.too_slow])
property_settings.load_profile("exploring" if os.environ.get("LANTOA_EXPLORE") else "steady")

LONG_ID = 40
SCREENS = [Path(__file__).parent / name for name in ("office", "portal", "guards")]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What goes through a whole page, from its address to its template, is a test of screens."""
    for item in items:
        if any(item.path.is_relative_to(folder) for folder in SCREENS):
            item.add_marker("screen")


def pytest_make_parametrize_id(val: object) -> str | None:
    """A long example goes by its beginning and its length: its words would fill the screen and the wire."""
    if isinstance(val, str | bytes) and len(val) > LONG_ID:
        return f"{val[:LONG_ID]!r} and on to {len(val)}"
    return None


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """Runs around the making of the test databases: their tables are migrated once, then copied."""
    with tables_are_copied():
        yield


@pytest.fixture
def world(db: None) -> World:
    """The city of Sông Phố with its people (tests/factories/people.py)."""
    return make_world()


@pytest.fixture(scope="session", autouse=True)
def no_prefetch_goes_over_a_forward_key() -> Iterator[None]:
    """Django asks for the rows behind a forward key by one OR of every id: from a few hundred rows on, SQLite
    answers "Expression tree is too large". Such a row is joined (select_related); what hangs on it may then
    be prefetched.
    """
    asked = ForwardManyToOneDescriptor.get_prefetch_querysets

    def refused(self: Any, instances: Any, querysets: Any = None) -> Any:
        raise AssertionError(f"prefetch over the forward key {self.field}: join it with select_related")

    ForwardManyToOneDescriptor.get_prefetch_querysets = refused
    yield
    ForwardManyToOneDescriptor.get_prefetch_querysets = asked


@pytest.fixture(autouse=True)
def clock_stands_again() -> Iterator[None]:
    """No test leaves a moved day behind."""
    yield
    dates.move_today(None)
