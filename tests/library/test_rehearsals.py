"""Diễn tập: dán danh sách điều khoản, không đổi gì thật, chỉ thành thật bằng một việc ghi rõ."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.changed_clauses import read_changes
from lantoa.library.models import Document, Effect, Rehearsal
from lantoa.library.queries import Pin, state_of, statuses, supposed_changes
from lantoa.library.states import Status
from tests.factories import library as make
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

AHEAD = date(2030, 1, 1)


@pytest.fixture
def law(db: None) -> Document:
    """Điều 3 (khoản 1, 2 with điểm a, b, đ) inside a chapter, and Điều 4."""
    document = make.document()
    chapter = make.provision(document, "Chương I")
    article = make.provision(document, "Điều 3", parent=chapter)
    make.provision(document, "khoản 1", parent=article)
    second = make.provision(document, "khoản 2", parent=article)
    for letter in ("a", "b", "đ"):
        make.provision(document, f"điểm {letter}", parent=second)
    make.provision(document, "Điều 4")
    return document


def rehearsed(world: World, law: Document, lines: str, **more: object) -> Rehearsal:
    rehearsal = actions.open_rehearsal(by=world.minh, title="Dự thảo thử")
    actions.suppose_changes(rehearsal, law, lines, by=world.minh, **more)
    return rehearsal


def test_pasted_lines_name_kind_places_day_and_new_words(law: Document) -> None:
    text = (
        "1. Sửa đổi điểm a, b và đ khoản 2 Điều 3 từ ngày 01/01/2030\n\n"
        "- Bãi bỏ khoản 1, Điều 3\n"
        "Điều 4: Hộ nghèo được vay theo Điều 9 của Luật khác\n"
        "Thay thế toàn bộ từ 1.7.2031\n"
    )

    changes, problems = read_changes(text, law)

    assert not problems
    assert [
        (c.line, c.provision.place if c.provision else "", c.kind, c.on, c.new_words) for c in changes
    ] == [
        (1, "điểm a khoản 2 Điều 3 Chương I", Effect.Kind.AMEND, AHEAD, ""),
        (1, "điểm b khoản 2 Điều 3 Chương I", Effect.Kind.AMEND, AHEAD, ""),
        (1, "điểm đ khoản 2 Điều 3 Chương I", Effect.Kind.AMEND, AHEAD, ""),
        (3, "khoản 1 Điều 3 Chương I", Effect.Kind.REPEAL, None, ""),
        (4, "Điều 4", None, None, "Hộ nghèo được vay theo Điều 9 của Luật khác"),
        (5, "", Effect.Kind.REPLACE, date(2031, 7, 1), ""),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("khoản 9 Điều 3", "không có khoản 9 Điều 3"),
        ("khoản 2", "chưa nêu rõ điều"),
        ("Chào anh chị", "chưa nêu rõ điều"),
        ("Điều 4 từ 31/02/2030", "không có trong lịch"),
        ("khoản 1, 2 Điều 3: Lời mới", "một điều khoản"),
        ("\x00" * 50 + "Điều 99", "không có Điều 99"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_by_number_and_keeps_all_out(
    world: World, law: Document, line: str, told: str
) -> None:
    rehearsal = actions.open_rehearsal(by=world.minh, title="Dự thảo thử")

    with pytest.raises(RuleBroken) as refused:
        actions.suppose_changes(rehearsal, law, f"Điều 4\n{line}", by=world.minh)

    assert [p.says.startswith("Dòng 2: ") and told in p.says for p in refused.value.problems] == [True]
    assert not rehearsal.supposed.exists()


def test_the_same_list_twice_supposes_once(world: World, law: Document) -> None:
    rehearsal = rehearsed(world, law, "Điều 4\nĐiều 4", on=AHEAD)

    assert actions.suppose_changes(rehearsal, law, "Điều 4", by=world.minh, on=AHEAD) == []
    assert rehearsal.supposed.count() == 1


def test_what_is_supposed_counts_only_where_it_is_supposed(world: World, law: Document) -> None:
    """Diễn tập không tính vào tình trạng thật của văn bản và của trích dẫn."""
    rehearsal = rehearsed(world, law, "Bãi bỏ toàn bộ", on=AHEAD)
    article = law.provisions.get(eid="art_4")
    pin = Pin("p", article.pk, article.fingerprint)
    supposed = [effect for _, effect in supposed_changes(rehearsal)]

    assert state_of([pin], AHEAD)["p"].is_good
    assert statuses([law], AHEAD)[law.pk] == Status.IN_FORCE
    assert state_of([pin], AHEAD, supposing=supposed)["p"].kind == "suspect"
    assert not Effect.objects.exists()


def test_made_real_each_change_is_recorded_once_and_under_the_document(world: World, law: Document) -> None:
    source = make.document(issued_on=date(2029, 6, 1))
    rehearsal = rehearsed(world, law, "Điều 4\nBãi bỏ khoản 1 Điều 3", on=AHEAD)
    article = law.provisions.get(eid="art_4")
    known = actions.record_effect(
        law, by=world.minh, kind="amend", on=AHEAD, provision=article, source=source
    )

    made = actions.make_rehearsal_real(rehearsal, by=world.minh, source=source)

    assert made[0] == known
    assert Effect.objects.filter(source=source, document=law).count() == 2
    assert set(rehearsal.supposed.values_list("became", flat=True)) == {effect.pk for effect in made}
    with pytest.raises(RuleBroken, match="đã thành thật"):
        actions.make_rehearsal_real(rehearsal, by=world.minh, source=source)


def test_a_draft_becomes_law_only_with_a_document_and_all_or_nothing(world: World, law: Document) -> None:
    rehearsal = rehearsed(world, law, "Điều 4 từ 01/01/2030\nkhoản 1 Điều 3 từ 01/01/2021")
    late = make.document(issued_on=date(2029, 6, 1))

    with pytest.raises(RuleBroken, match="Ghi văn bản mới vào kho"):
        actions.make_rehearsal_real(rehearsal, by=world.minh)
    with pytest.raises(RuleBroken, match="trước ngày ban hành"):
        actions.make_rehearsal_real(rehearsal, by=world.minh, source=late)

    rehearsal.refresh_from_db()
    assert rehearsal.is_open and rehearsal.source is None
    assert not Effect.objects.exists()


def test_a_dropped_rehearsal_stays_to_read_and_changes_no_more(world: World, law: Document) -> None:
    rehearsal = rehearsed(world, law, "Điều 4")

    with pytest.raises(RuleBroken, match="lý do bỏ"):
        actions.drop_rehearsal(rehearsal, by=world.minh, why=" ")
    actions.drop_rehearsal(rehearsal, by=world.minh, why="Dự thảo đã rút")

    with pytest.raises(RuleBroken, match="đã bỏ"):
        actions.suppose_changes(rehearsal, law, "Điều 4", by=world.minh)
    assert rehearsal.supposed.count() == 1


def test_only_who_writes_the_library_rehearses(world: World, law: Document) -> None:
    rehearsal = rehearsed(world, law, "Điều 4")

    for step in (
        lambda: actions.open_rehearsal(by=world.tam, title="Thử"),
        lambda: actions.suppose_changes(rehearsal, law, "Điều 4", by=world.tam),
        lambda: actions.make_rehearsal_real(rehearsal, by=world.tam, source=make.document()),
        lambda: actions.drop_rehearsal(rehearsal, by=world.tam, why="Thử"),
        lambda: actions.drop_supposed(rehearsal.supposed.get(), by=world.tam),
    ):
        with pytest.raises(PermissionDenied):
            step()
