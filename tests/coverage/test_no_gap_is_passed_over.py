"""Cộng sổ theo thứ tự ghi xong: dòng đang ghi dở không bao giờ bị bỏ qua."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Event

import pytest
from django.db import connection, transaction

from lantoa.common import dates
from lantoa.coverage.models import Tally
from lantoa.coverage.roll_up import brought_up_to_date
from lantoa.coverage.sums import Sum, unpacked
from lantoa.deliveries.models import Delivery
from tests.factories import deliveries as make
from tests.factories.people import World

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.db,
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time, by the whole file"
    ),
]
__all__ = ["connection"]  # named in the condition above


class _ChangedHerMind(Exception):
    """Takes back what was being written."""


def summed() -> tuple[int, int]:
    """Up to which position, and how many deliveries the sums hold."""
    through = brought_up_to_date().through
    return through, sum(Sum(*one).deeds for row in Tally.objects.all() for one in unpacked(row.whole))


@pytest.mark.parametrize("first_is_kept", [True, False])
def test_a_line_that_is_still_being_written_is_summed_once_it_stands(
    world: World, first_is_kept: bool
) -> None:
    """Người thứ hai ghi xong không trước người thứ nhất: số thứ tự không hở, cộng không sót, không thừa."""
    dates.move_today(date(2025, 3, 10))
    script = make.version(world)
    make.delivery(world, version=script)
    assert summed() == (1, 1)
    has_written, may_end = Event(), Event()

    def first() -> None:
        try:
            with transaction.atomic():
                make.delivery(world, version=script)
                has_written.set()
                may_end.wait(10)
                if not first_is_kept:
                    raise _ChangedHerMind
        except _ChangedHerMind:
            pass
        finally:
            connection.close()

    def second() -> None:
        try:
            make.delivery(world, version=script)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(first)
        assert has_written.wait(10)
        other = pool.submit(second)
        while_writing = [summed() for _ in range(5)]
        may_end.set()
        one.result(10)
        other.result(10)

    written = 3 if first_is_kept else 2
    assert set(while_writing) == {(1, 1)}
    assert list(Delivery.objects.values_list("position", flat=True)) == list(range(1, written + 1))
    assert summed() == (written, written)
