"""Status of a document the day before, on and after each of its days."""

from datetime import date, timedelta

import pytest

from lantoa.library.models import Document, Effect, Provision
from lantoa.library.rules.status_of_a_document import status_on
from lantoa.library.states import Status

DAY = date(2025, 7, 1)
THREE_DAYS = [DAY - timedelta(days=1), DAY, DAY + timedelta(days=1)]
EARLIER = date(2022, 1, 1)


def document(**dates_of_it: date | None) -> Document:
    return Document(pk=1, kind="Nghị định", **{"effective_on": EARLIER, **dates_of_it})


def effect(kind: str, on: date | None = DAY, part: bool = False) -> Effect:
    return Effect(kind=kind, on=on, document_id=1, provision=Provision(pk=7, document_id=1) if part else None)


def told(a_document: Document, *effects: Effect) -> list[Status]:
    return [status_on(a_document, effects, day) for day in THREE_DAYS]


def test_in_force_from_its_day_on():
    assert told(document(effective_on=DAY)) == [Status.NOT_YET, Status.IN_FORCE, Status.IN_FORCE]


def test_ended_from_the_day_it_declares():
    assert told(document(ended_on=DAY)) == [Status.IN_FORCE, Status.ENDED, Status.ENDED]


@pytest.mark.parametrize("kind", ["replace", "repeal"])
def test_replaced_or_repealed_as_a_whole_is_ended_and_in_part_is_partly_ended(kind):
    whole, part = told(document(), effect(kind)), told(document(), effect(kind, part=True))

    assert whole == [Status.IN_FORCE, Status.ENDED, Status.ENDED]
    assert part == [Status.IN_FORCE, Status.PARTLY_ENDED, Status.PARTLY_ENDED]


def test_amended_is_partly_ended_suspended_is_suspended_corrected_is_in_force():
    assert told(document(), effect("amend"))[1:] == [Status.PARTLY_ENDED] * 2
    assert told(document(), effect("suspend"))[1:] == [Status.SUSPENDED] * 2
    assert told(document(), effect("correct")) == [Status.IN_FORCE] * 3


def test_what_is_not_known_is_said():
    """Không rõ ngày có hiệu lực, hoặc không rõ thay đổi có từ ngày nào, thì chưa xác định."""
    assert told(document(effective_on=None)) == [Status.UNKNOWN] * 3
    assert told(document(), effect("amend", on=None)) == [Status.UNKNOWN] * 3


def test_an_end_is_known_even_when_the_start_is_not():
    assert told(document(effective_on=None, ended_on=DAY)) == [Status.UNKNOWN, Status.ENDED, Status.ENDED]
