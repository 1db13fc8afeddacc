"""Nguồn của các kế hoạch đã thay nhau trước đây được nối lại theo tên."""

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from lantoa.plans import actions
from lantoa.plans.models import FundingSource
from tests.factories import plans
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_sources_of_one_name_become_one_pot_and_issued_plans_stay_sealed(world: World) -> None:
    old = plans.plan(world)
    draft = actions.amend_plan(old, "replaces", by=world.minh)
    actions.add_part(draft, "nguon", by=world.minh, name="Tài trợ")
    new = plans.issue(world, draft)
    steps = import_module("lantoa.plans.migrations.0004_link_sources_that_are_one_pot").Migration.operations

    def execute(statement: str, parameters: Any = None) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)

    editor = SimpleNamespace(connection=connection, execute=execute)
    unseal, link, seal = [step.code for step in steps]
    unseal(apps, editor)
    FundingSource.objects.update(continues=None)
    link(apps, editor)
    seal(apps, editor)

    before = {source.name: source.continues for source in new.funding_sources.all()}
    assert before == {"Ngân sách thành phố": plans.source(old), "Tài trợ": None}
