"""Words reach the public through the doors of one list."""

import importlib

import pytest
from django.apps import apps

from tests.guards.public_doors import DOORS, Door
from tests.guards.routes import every_route


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.model)
def test_a_door_names_fields_routes_and_actions_that_exist(door: Door) -> None:
    model = apps.get_model(door.model)
    routes = {route.name for route in every_route()}
    actions = [name.rsplit(".", 1) for name in (*door.writes, door.checks)]

    missing = [f"{area}.{name}" for area, name in actions if not hasattr(_actions_of(area), name)]

    assert {model._meta.get_field(name).name for name in door.fields} == set(door.fields)
    assert set(door.shown_at) <= routes
    assert not missing


def _actions_of(area: str) -> object:
    return importlib.import_module(f"lantoa.{area}.actions")
