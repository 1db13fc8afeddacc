"""Fault injection commits what it writes, so its tables are emptied afterwards, ledgers too."""

from collections.abc import Iterator

import pytest

from tests.append_only_flush import flush_may_empty_ledgers


@pytest.fixture(scope="session", autouse=True)
def lift_triggers_for_flush(django_db_setup: None) -> Iterator[None]:
    with flush_may_empty_ledgers():
        yield
