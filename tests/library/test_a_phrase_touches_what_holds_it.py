"""Thay một cụm từ chỉ chạm tới lời có cụm từ ấy; chỗ nào không chắc thì vẫn coi là chạm."""

from datetime import date, timedelta

import pytest

from lantoa.library.models import Document, Effect, Provision
from lantoa.library.queries import state_of
from lantoa.library.rules.standing_of_a_citation import Pin
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2026, 1, 1)
OLD = {"old_phrase": "hòa giải viên", "new_phrase": "người hòa giải"}


@pytest.fixture
def law() -> dict[str, Provision]:
    """Điều 5 with two clauses; only the second holds the phrase, spelt another way. Điều 6 holds it not."""
    document = make.document()
    article = make.provision(document, "Điều 5", "Việc hỗ trợ tại cơ sở")
    return {
        "Điều 5": article,
        "khoản 1": make.provision(document, "khoản 1", "Hộ nghèo được cấp thẻ.", article),
        "khoản 2": make.provision(document, "khoản 2", "Hoà giải\u00a0viên được bồi dưỡng.", article),
        "Điều 6": make.provision(document, "Điều 6", "Trách nhiệm của phường."),
    }


def change(on: Provision | Document, day: date = DAY, **more: object) -> Effect:
    return make.effect(on, day, "amend", **{**OLD, **more})


def struck(law: dict[str, Provision], *cleared: Effect) -> set[str]:
    pins = [Pin(name, p.pk, p.fingerprint, frozenset(e.pk for e in cleared)) for name, p in law.items()]
    return {name for name, state in state_of(pins, DAY).items() if not state.is_good}


def test_in_a_whole_article_it_touches_the_clause_that_holds_it_and_the_article(law):
    change(law["Điều 5"])

    assert struck(law) == {"Điều 5", "khoản 2"}


def test_in_a_whole_document_it_touches_no_article_without_it(law):
    effect = change(law["Điều 5"].document)

    assert struck(law) == {"Điều 5", "khoản 2"}
    assert struck(law, effect) == set()


def test_a_phrase_that_stands_nowhere_in_its_place_touches_all_of_it(law):
    change(law["Điều 5"], old_phrase="cộng tác viên")

    assert struck(law) == {"Điều 5", "khoản 1", "khoản 2"}


def test_words_that_the_library_does_not_hold_may_hold_it(law):
    bare = make.provision(law["Điều 5"].document, "khoản 3", "", law["Điều 5"])
    change(law["Điều 5"])

    assert struck({**law, "khoản 3": bare}) == {"Điều 5", "khoản 2", "khoản 3"}


@pytest.mark.parametrize(
    ("told", "touched"), [("", True), ("Hòa giải viên được cấp thẻ.", True), ("Hộ nghèo được vay.", False)]
)
def test_an_earlier_change_may_have_brought_it_in(law, told, touched):
    first = make.effect(law["khoản 1"], DAY - timedelta(days=9), "amend", new_words=told)
    second = change(law["Điều 5"])

    assert ("khoản 1" in struck(law, first)) is touched
    assert "khoản 1" not in struck(law, first, second)
