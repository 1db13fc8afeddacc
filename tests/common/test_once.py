"""Gửi một lần: sent twice, written once."""

import pytest

from lantoa.common.models import UsedKey
from lantoa.common.once import once

pytestmark = [pytest.mark.django_db, pytest.mark.db]


class Writer:
    """Counts how often it wrote and answers with a number of its own."""

    def __init__(self) -> None:
        self.written = 0

    def __call__(self) -> str:
        self.written += 1
        return f"dòng {self.written}"


def test_the_same_key_writes_once_and_answers_the_same() -> None:
    write = Writer()

    assert [once("khoa-1", write), once("khoa-1", write)] == ["dòng 1", "dòng 1"]
    assert write.written == 1


def test_another_key_writes_again() -> None:
    write = Writer()

    assert [once("khoa-1", write), once("khoa-2", write)] == ["dòng 1", "dòng 2"]


def test_who_gives_no_key_does_not_care() -> None:
    write = Writer()

    assert [once("", write), once("", write)] == ["dòng 1", "dòng 2"]
    assert not UsedKey.objects.exists()


def test_a_write_that_failed_may_be_sent_again() -> None:
    def fail() -> str:
        raise ValueError

    with pytest.raises(ValueError):
        once("khoa-1", fail)

    assert once("khoa-1", Writer()) == "dòng 1"
