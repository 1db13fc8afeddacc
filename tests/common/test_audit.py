"""Nhật ký: written with the change itself, sealed in order; a line that was changed is found."""

import pytest
from django.db import DatabaseError, connection, transaction

from lantoa.common import audit
from lantoa.common.models import AuditLine, AuditSeal
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def write(world: World, count: int = 3) -> list[AuditLine]:
    with transaction.atomic():
        return [
            audit.log(world.minh, "look_at", world.ward, unit_id=world.ward.pk, why=f"lần {n}", times=n)
            for n in range(count)
        ]


def tamper(line: AuditLine, **fields: object) -> None:
    """As somebody would who holds the database itself: past the trigger that refuses every change."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER common_auditline_no_update")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE common_auditline DISABLE TRIGGER USER")
    AuditLine.objects.filter(pk=line.pk).update(**fields)


def test_a_line_says_who_did_what_where_and_why(world: World) -> None:
    line = write(world, 1)[0]

    assert (line.by, line.by_name, line.action) == (world.minh, "Đỗ Quang Minh", "look_at")
    assert (line.object_type, line.object_id) == ("people.unit", str(world.ward.pk))
    assert (line.unit_id, line.why, line.details) == (str(world.ward.pk), "lần 0", {"times": 0})


def test_what_a_timer_did_is_said_of_the_system(world: World) -> None:
    assert audit.log(None, "stop_airing", world.ward).by_name == "Hệ thống"


@pytest.mark.django_db(transaction=True)
def test_a_line_outside_a_transaction_is_refused(world: World) -> None:
    """Dòng nhật ký nằm trong cùng giao dịch với việc nó kể; nếu không thì không ghi."""
    with pytest.raises(RuntimeError):
        audit.log(world.minh, "look_at", world.ward)

    assert not AuditLine.objects.exists()


def test_a_line_is_rolled_back_with_the_change_it_tells(world: World) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        audit.log(world.minh, "look_at", world.ward)
        raise ZeroDivisionError

    assert not AuditLine.objects.exists()


@pytest.mark.parametrize("change", [{"why": "khác"}, {"by_name": "Người khác"}, {"details": {"times": 9}}])
def test_a_changed_line_breaks_the_chain_at_itself(world: World, change: dict) -> None:
    lines = write(world)
    audit.seal()
    assert audit.first_broken() is None

    tamper(lines[1], **change)

    assert audit.first_broken() == lines[1]


def test_the_database_itself_refuses_to_change_or_remove_a_line(world: World) -> None:
    line = write(world, 1)[0]

    with pytest.raises(DatabaseError), transaction.atomic():
        AuditLine.objects.filter(pk=line.pk).update(why="khác")
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditLine.objects.filter(pk=line.pk).delete()


def test_sealing_twice_seals_nothing_twice(world: World) -> None:
    write(world)

    assert (audit.seal(), audit.seal()) == (3, 0)
    assert AuditSeal.objects.count() == 3


def test_new_lines_continue_the_chain(world: World) -> None:
    assert audit.head() == audit.FIRST
    write(world)
    audit.seal()
    before = audit.head()
    write(world, 2)

    assert audit.seal() == 2
    assert audit.head() not in (before, audit.FIRST)
    assert audit.first_broken() is None


def test_the_order_of_lines_is_part_of_the_seal(world: World) -> None:
    first, second, _ = write(world)

    assert audit.digest(second, audit.digest(first, audit.FIRST)) != audit.digest(
        first, audit.digest(second, audit.FIRST)
    )
