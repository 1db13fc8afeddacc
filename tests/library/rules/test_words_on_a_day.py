"""How a provision reads on a day: as issued, as changed, gone, or not known because words are missing."""

from datetime import date, timedelta

import pytest

from lantoa.library.models import Document, Effect, Provision
from lantoa.library.rules.words_on_a_day import words_on

DAY = date(2025, 7, 1)
ONE = timedelta(days=1)
CLAUSE = Provision(pk=2, document_id=1, parent_id=1, eid="art_1__para_1", words="Vay 50 triệu.")


def effect(
    pk: int, kind: str = "amend", on: date | None = DAY, words: str = "", at: int | None = 2
) -> Effect:
    where = Provision(pk=at, document_id=1) if at else None
    by = Document(pk=90 + pk, kind="Nghị định", number=str(pk), year=2025, symbol="NĐ-CP")
    return Effect(pk=pk, kind=kind, on=on, new_words=words, document_id=1, provision=where, source=by)


def read(*effects: Effect, days: int = 0, doubtful: tuple[int, ...] = ()) -> tuple[str, str | None]:
    found = words_on(CLAUSE, effects, DAY + days * ONE, doubtful)
    return found.state, found.words


def test_the_day_before_the_old_words_stand_and_from_the_day_on_the_new_ones():
    change = effect(1, words="Vay 70 triệu.")

    assert read(change, days=-1) == ("as_issued", "Vay 50 triệu.")
    assert read(change) == read(change, days=1) == ("changed", "Vay 70 triệu.")


def test_amendments_follow_each_other_by_their_days_whatever_the_order_they_were_recorded_in():
    later, sooner = effect(1, on=DAY, words="Vay 90 triệu."), effect(2, on=DAY - ONE, words="Vay 70 triệu.")

    assert read(later, sooner, days=-1) == ("changed", "Vay 70 triệu.")
    assert read(later, sooner) == ("changed", "Vay 90 triệu.")


def test_missing_new_words_are_named_until_words_in_full_come():
    missing, full = effect(1, on=DAY), effect(2, on=DAY + ONE, words="Vay 90 triệu.")

    found = words_on(CLAUSE, [missing, full], DAY)
    assert (found.state, found.words, found.missing) == ("unknown", None, (missing,))
    assert "Nghị định 1/2025/NĐ-CP" in found.says
    assert read(missing, full, days=1) == ("changed", "Vay 90 triệu.")


def test_two_amenders_of_one_day_are_not_chosen_between_unless_they_say_the_same():
    one = effect(1, words="Vay 70 triệu.")

    assert read(one, effect(2, words="Vay 80 triệu."))[0] == "unknown"
    assert read(one, effect(2, words="Vay  70 triệu")) == ("changed", "Vay 70 triệu.")


@pytest.mark.parametrize("at", [2, 1, None])
@pytest.mark.parametrize("kind", ["repeal", "replace"])
def test_what_is_repealed_or_replaced_at_any_height_is_gone(kind, at):
    assert read(effect(1, kind, at=at), days=-1)[0] == "as_issued"
    assert read(effect(1, kind, at=at)) == ("gone", None)


def test_a_change_of_the_article_leaves_the_words_of_its_clause_unknown():
    assert read(effect(1, at=1, words="Điều 1 mới"))[0] == "unknown"
    assert read(effect(1, at=None))[0] == "unknown"


def test_an_undated_or_doubtful_change_leaves_the_words_unknown():
    assert read(effect(1, on=None, words="Vay 70 triệu."))[0] == "unknown"
    assert read(effect(1, words="Vay 70 triệu."), doubtful=(1,))[0] == "unknown"
    assert read(effect(1, words="Vay 70 triệu."), doubtful=(1,), days=-1)[0] == "as_issued"


def test_a_suspended_provision_keeps_its_words():
    assert read(effect(1, "suspend")) == ("as_issued", "Vay 50 triệu.")
