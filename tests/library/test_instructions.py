"""Một thay đổi của luật không bao giờ bị mất: chỗ chưa tìm ra thì nghi ngờ, nằm trong danh sách việc."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common.files import Upload
from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.models import Document, Effect, Instruction, IntakeFile
from lantoa.library.queries import (
    Pin,
    open_instructions,
    papers_with_open_instructions,
    state_of,
    stated_relations,
    statuses,
)
from lantoa.library.states import Status
from lantoa.library.understanding import Proposal
from tests.factories import library as make
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

State = Instruction.State
DAY = date(2032, 9, 1)
ONE = timedelta(days=1)
LAW = """Điều 1. Phạm vi
Quy định mức quà thử nghiệm.
Điều 2. Mức quà
1. Hộ nghèo được 500.000 đồng.
2. Hộ cận nghèo được 300.000 đồng.
Điều 3. Nguồn
Ngân sách tỉnh.
Chương II
ĐIỀU KHOẢN THI HÀNH
Điều 4. Thi hành
Sở Tài chính thi hành."""
HEAD = """CHÍNH PHỦ
Số: 44/2032/NĐ-CP
Hà Nội, ngày 20 tháng 7 năm 2032
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP
"""
TAIL = """
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01/09/2032."""


@pytest.fixture
def law(world: World) -> Document:
    document = make.document("Nghị định", "20", 2031, effective_on=date(2031, 1, 1))
    actions.set_provisions(document, LAW, by=world.minh)
    return document


def taken(world: World, body: str) -> IntakeFile:
    if waiting := IntakeFile.objects.filter(state=IntakeFile.State.PROPOSED).first():
        return waiting
    intake = actions.open_intake(by=world.minh, key="k", source="Công báo thử")
    [file] = actions.take_in(intake, Upload("sua.txt", (HEAD + body + TAIL).encode()), by=world.minh)
    return file


def confirm(world: World, body: str, **more: object) -> Document:
    file = taken(world, body)
    proposal = Proposal.from_dict(file.proposal)
    more = {"relations": [one.index for one in stated_relations(proposal)], "signed": True, **more}
    return actions.confirm_file(file, by=world.minh, facts=proposal.facts(), **more)


def not_good(law: Document, day: date = DAY) -> set[str]:
    """The places of which a citation is not good on a day."""
    pins = [Pin(p.place, p.pk, p.fingerprint) for p in law.provisions.all()]
    return {str(key) for key, state in state_of(pins, day).items() if not state.may_be_told}


UNCLEAR = [
    # what the paper tells, what becomes suspect, the place that it names
    ("1. Sửa đổi khoản 7 Điều 2 như sau:\n“7. Hộ mới thoát nghèo được 200.000 đồng.”", 2, "khoản 7 Điều 2"),
    ("1. Bãi bỏ điểm b khoản 2 Điều 1.", 1, "điểm b khoản 2 Điều 1"),
    ("1. Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại khoản 3 Điều 3.", 3, "khoản 3 Điều 3"),
    ("1. Bổ sung điểm c vào sau điểm b khoản 9 Điều 2 như sau:\n“c) Hộ mới.”", 2, "điểm c khoản 9 Điều 2"),
    ("1. Khoản 8 Điều 2 bị bãi bỏ.", 2, "khoản 8 Điều 2"),
    ("1. Bãi bỏ Điều 15.", 0, "Điều 15"),
    ("1. Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại Điều 3.", 3, "Điều 3"),
    ("1. Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã”.", 0, ""),
    ("1. Bãi bỏ Chương IX.", 0, "Chương IX"),
    ("1. Thay thế Phụ lục II ban hành kèm theo Nghị định số 20/2031/NĐ-CP.", 0, "Phụ lục II"),
    ("1. Bãi bỏ quy định về quà hiện vật.", 0, ""),
]


@pytest.mark.parametrize(("body", "article", "place"), UNCLEAR, ids=[one[2] or "no place" for one in UNCLEAR])
def test_a_change_whose_place_is_not_held_makes_the_nearest_held_place_suspect(
    world: World, law: Document, body: str, article: int, place: str
) -> None:
    paper = confirm(world, body)

    [told] = paper.instructions.all()
    assert (told.state, told.document, told.place) == (State.READ, law, f"{place} {law}".strip())
    assert told.says and [one.pk for one in open_instructions()] == [told.pk]
    everything = {p.place for p in law.provisions.all()}
    wanted = {one for one in everything if f"Điều {article}" in one} if article else everything
    assert not_good(law) == wanted and not not_good(law, DAY - ONE)
    assert statuses([law], DAY)[law.pk] == Status.PARTLY_ENDED


def test_a_chapter_or_a_range_of_articles_that_is_held_is_changed_itself(world: World, law: Document) -> None:
    paper = confirm(world, "1. Bãi bỏ Chương II.\n2. Bãi bỏ Điều 1 đến Điều 3.")

    told = {str(one.place): one.state for one in paper.instructions.all()}
    assert set(told.values()) == {State.APPLIED} and len(told) == 4
    assert not Effect.objects.filter(kind="unsettled").exists()
    assert "Điều 4" in not_good(law) and "khoản 1 Điều 2" in not_good(law)


def test_a_title_that_amends_without_any_sentence_read_leaves_the_whole_document_suspect(
    world: World, law: Document
) -> None:
    paper = confirm(world, "Có nhiều chỗ thay đổi theo bảng so sánh kèm theo.")

    [told] = paper.instructions.all()
    assert told.state == State.READ and not_good(law) == {p.place for p in law.provisions.all()}


def test_what_is_not_clear_has_to_be_signed_or_put_aside_with_a_reason(world: World, law: Document) -> None:
    body = "1. Bãi bỏ khoản 9 Điều 2."
    with pytest.raises(RuleBroken) as refused:
        confirm(world, body, signed=False)
    assert [p.code for p in refused.value.problems] == ["changes_unsettled"]
    assert "khoản 9 Điều 2" in refused.value.problems[0].says

    with pytest.raises(RuleBroken):  # left out without a word
        confirm(world, body, signed=False, relations=[])
    paper = confirm(world, body, signed=False, relations=[], why_left_out="Đọc sai, không phải sửa đổi.")

    [told] = paper.instructions.all()
    assert (told.state, told.says) == (State.NOT_APPLICABLE, "Đọc sai, không phải sửa đổi.")
    assert not not_good(law) and not open_instructions()


def test_a_clear_change_that_is_left_out_without_a_reason_stays_on_the_list(
    world: World, law: Document
) -> None:
    paper = confirm(world, "1. Bãi bỏ khoản 2 Điều 2.", relations=[])

    assert [one.state for one in paper.instructions.all()] == [State.RESOLVED]
    assert open_instructions().count() == 1


def test_when_the_words_come_the_instruction_is_applied_on_the_spot(world: World) -> None:
    """Văn bản gốc có trong kho nhưng chưa có lời văn."""
    law = make.document("Nghị định", "20", 2031, effective_on=date(2031, 1, 1))
    paper = confirm(
        world, "1. Sửa đổi khoản 1 Điều 2 như sau:\n“1. Được 900.000 đồng.”\n2. Bãi bỏ khoản 9 Điều 2."
    )
    assert {one.state for one in paper.instructions.all()} == {State.READ}

    actions.set_provisions(law, LAW, by=world.minh)

    states = {one.place: one.state for one in paper.instructions.all()}
    assert states == {f"khoản 1 Điều 2 {law}": State.APPLIED, f"khoản 9 Điều 2 {law}": State.READ}
    assert Effect.objects.get(kind="amend").provision == law.provisions.get(eid="art_2__para_1")
    [doubt] = Effect.objects.filter(kind="unsettled", withdrawn_at__isnull=True)
    assert doubt.provision == law.provisions.get(eid="art_2")
    assert "Điều 1" not in not_good(law)


def test_when_the_amended_document_comes_later_nothing_was_lost(world: World) -> None:
    paper = confirm(world, "1. Bãi bỏ khoản 1 Điều 2.\n2. Bãi bỏ Điều 9.", signed=False)
    assert {(one.state, one.document) for one in paper.instructions.all()} == {(State.READ, None)}
    assert papers_with_open_instructions(9) == []

    law = actions.register_document(
        by=world.minh,
        kind="Nghị định",
        number="20",
        year=2031,
        symbol="NĐ-CP",
        title="Quy định thử",
        effective_on=date(2031, 1, 1),
    )
    actions.set_provisions(law, LAW, by=world.minh)

    assert [one.state for one in paper.instructions.all()] == [State.APPLIED, State.READ]
    assert not_good(law) == {p.place for p in law.provisions.all()}
    assert papers_with_open_instructions(9) == [(paper, 1)]


def test_a_document_that_was_repealed_before_it_came_has_ended(world: World) -> None:
    paper = confirm(world, "1. Sửa đổi khoản 1 Điều 2.\nĐiều 3. Bãi bỏ Nghị định số 77/2029/NĐ-CP.")
    old = actions.register_document(
        by=world.minh, kind="Nghị định", number="77", year=2029, symbol="NĐ-CP", title="Cũ",
        effective_on=date(2029, 1, 1),
    )  # fmt: skip

    assert statuses([old], DAY)[old.pk] == Status.ENDED
    assert paper.instructions.get(document=old).state == State.APPLIED


def test_settling_frees_what_was_suspect_and_keeps_who_and_why(world: World, law: Document) -> None:
    first, second = confirm(
        world, "1. Bãi bỏ khoản 9 Điều 2.\n2. Sửa đổi khoản 7 Điều 3 như sau:\n“7. Ngân sách xã.”"
    ).instructions.all()
    with pytest.raises(RuleBroken):
        actions.set_instruction_aside(first, by=world.minh, why=" ")
    with pytest.raises(PermissionDenied):
        actions.set_instruction_aside(first, by=world.tam, why="Không phải việc của tôi.")
    with pytest.raises(RuleBroken) as refused:  # the doubt is settled on the list, not withdrawn beside it
        actions.withdraw_effect(first.effects.get(), by=world.minh, why="Nhầm")
    assert [p.code for p in refused.value.problems] == ["settle_the_instruction"]

    first = actions.set_instruction_aside(first, by=world.minh, why="Khoản 9 đã bị bãi bỏ từ năm 2030.")
    assert (first.state, first.settled_by) == (State.NOT_APPLICABLE, world.minh)
    assert {one for one in not_good(law) if "Điều 2" in one} == set()
    made = actions.record_effect(
        law, by=world.minh, kind="amend", on=DAY, provision=law.provisions.get(eid="art_3"),
        source=second.source, instruction=second,
    )  # fmt: skip
    second.refresh_from_db()
    assert second.state == State.APPLIED and not open_instructions()
    assert not second.effects.filter(kind="unsettled", withdrawn_at__isnull=True).exists()

    actions.withdraw_effect(made, by=world.minh, why="Nhầm điều.")
    second.refresh_from_db()
    assert second.state == State.RESOLVED and second.is_open


def test_rehearsal_and_intake_give_the_same_answers(world: World, law: Document) -> None:
    body = (
        "1. Bãi bỏ khoản 9 Điều 2.\n2. Bãi bỏ khoản 1 Điều 2.\n3. Bãi bỏ Điều 3 Nghị định số 77/2029/NĐ-CP."
    )
    rehearsal = actions.rehearse_draft(Upload("d.txt", (HEAD + body + TAIL).encode()), by=world.minh)
    supposed = {(one.kind, one.provision.place, one.on) for one in rehearsal.supposed.all()}
    left_out = {one["says"] for one in rehearsal.left_out}

    paper = confirm(world, body)

    effects = Effect.objects.filter(document=law)
    assert {(one.kind, one.provision.place, one.on) for one in effects} == supposed
    assert {one.says for one in paper.instructions.filter(state=State.READ)} == left_out


def test_a_draft_made_real_leaves_the_work_list_that_intake_leaves(world: World, law: Document) -> None:
    body = (
        "1. Bãi bỏ khoản 9 Điều 2.\n2. Bãi bỏ khoản 1 Điều 2.\n3. Bãi bỏ Điều 3 Nghị định số 77/2029/NĐ-CP."
    )
    rehearsal = actions.rehearse_draft(Upload("d.txt", (HEAD + body + TAIL).encode()), by=world.minh)
    issued = make.document("Nghị định", "45", 2032, issued_on=date(2032, 7, 20), effective_on=DAY)

    actions.make_rehearsal_real(rehearsal, by=world.minh, source=issued)

    told = {one.place.split(" Nghị")[0]: one.state for one in issued.instructions.all()}
    assert told == {
        "khoản 9 Điều 2": State.READ, "khoản 1 Điều 2": State.APPLIED, "Điều 3": State.READ
    }  # fmt: skip
    assert "khoản 2 Điều 2" in not_good(law)
