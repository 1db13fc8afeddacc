"""Fixtures that every test may use."""

from collections.abc import Iterator

import pytest

from lantoa.common import dates
from tests.factories.people import World, make_world


@pytest.fixture
def world(db: None) -> World:
    """The city of Sông Phố with its people (tests/factories/people.py)."""
    return make_world()


@pytest.fixture(autouse=True)
def clock_stands_again() -> Iterator[None]:
    """No test leaves a moved day behind."""
    yield
    dates.move_today(None)
