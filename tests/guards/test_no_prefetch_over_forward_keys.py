"""The fixture that watches every test for it (`tests/conftest.py`) fails on a planted example."""

import pytest

from lantoa.plans.models import Plan
from tests.factories.people import World
from tests.factories.plans import plan


@pytest.mark.db
def test_a_prefetch_over_a_forward_key_is_noticed(world: World) -> None:
    plan(world)

    with pytest.raises(AssertionError, match=r"forward key plans\.Plan\.unit"):
        list(Plan.objects.prefetch_related("unit__versions"))

    assert list(Plan.objects.select_related("unit").prefetch_related("unit__versions"))
