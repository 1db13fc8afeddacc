"""Asked without a name, answered by approved words that cite the law, shown without identity."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.content import actions as steps
from lantoa.content.actions import Block
from lantoa.people.models import Role
from lantoa.questions import actions
from lantoa.questions.models import Question
from lantoa.questions.queries import by_code, public_answers, visible_questions, words_to_check
from tests.factories import content, library
from tests.factories.people import World, duty, person

pytestmark = [pytest.mark.django_db, pytest.mark.db]

ASKED = "Nhà tôi thu nhập thấp thì hỏi về thẻ bảo hiểm y tế ở đâu?"


def ask(world: World, text: str = ASKED) -> actions.TakenIn:
    return actions.take_in(text=text, unit=world.ward, intake=Question.Intake.WEB, by=None)


def answered(world: World) -> tuple[actions.TakenIn, Question]:
    """Tâm drafts, Hùng checks, Lan approves, Tâm gives the answer."""
    taken = ask(world)
    policy = library.policy(audiences=[world.poor])
    actions.classify(taken.question, by=world.tam, topic=None, policy=policy)
    edition = actions.draft_answer(taken.question, by=world.tam)
    provision = policy.bases.get().provision
    steps.save_draft(
        edition, [Block("Hộ nghèo được cấp thẻ, không phải đóng tiền.", provisions=[provision])], by=world.tam
    )

    version = steps.submit(edition, by=world.tam)
    steps.check(version, content.verdicts(version), by=world.hung)
    steps.approve(version, by=world.lan)
    return taken, actions.give_answer(taken.question, by=world.tam)


def test_the_code_opens_the_question_and_is_not_stored(world: World) -> None:
    taken = ask(world)

    shown = by_code(taken.code.lower().replace("-", " "), dates.today())

    assert shown and shown.question == taken.question
    assert taken.code not in str(Question.objects.values())
    assert by_code("K7M4-AAAA-BBBB-CCCC-D", dates.today()) is None


def test_the_log_does_not_repeat_what_was_asked(world: World) -> None:
    ask(world, "Bà Nguyễn Thị Bông ở hẻm 12 hỏi về thẻ bảo hiểm y tế")

    assert "Bông" not in str(list(AuditLine.objects.values()))


def test_nothing_is_answered_before_it_is_approved(world: World) -> None:
    taken = ask(world)
    actions.classify(taken.question, by=world.tam, topic=None, policy=library.policy(audiences=[world.poor]))
    actions.draft_answer(taken.question, by=world.tam)

    with pytest.raises(RuleBroken) as refused:
        actions.give_answer(taken.question, by=world.tam)

    assert [p.code for p in refused.value.problems] == ["answer_not_airable"]
    assert by_code(taken.code, dates.today()).version is None


def test_the_asker_reads_the_approved_answer(world: World) -> None:
    taken, _ = answered(world)

    assert "không phải đóng tiền" in by_code(taken.code, dates.today()).version.text


def test_an_answer_whose_clause_changed_is_no_longer_shown(world: World) -> None:
    taken, question = answered(world)
    actions.write_public_words(question, "Hỏi về thẻ bảo hiểm y tế ở đâu?", by=world.tam)
    actions.publish_answer(question, by=world.yen)
    provision = by_code(taken.code, dates.today()).version.citations.get().provision

    library.effect(provision, dates.today())

    assert by_code(taken.code, dates.today()).version is None
    assert public_answers(dates.today()) == []


def test_what_is_published_names_nobody(world: World) -> None:
    _, question = answered(world)

    with pytest.raises(RuleBroken) as refused:
        actions.write_public_words(question, "Bà Nguyễn Thị Bông hỏi về thẻ bảo hiểm y tế", by=world.tam)
    actions.write_public_words(question, "Hỏi về thẻ bảo hiểm y tế ở đâu?", by=world.tam)
    actions.publish_answer(question, by=world.yen)

    assert [p.code for p in refused.value.problems] == ["household_named"]
    assert [s.question for s in public_answers(dates.today())] == [question]


def test_another_ward_sees_and_touches_nothing(world: World) -> None:
    taken = ask(world)

    assert not visible_questions(world.van).exists()
    for deed in (
        lambda: actions.route_out(taken.question, "Nơi khác", by=world.van),
        lambda: actions.draft_answer(taken.question, by=world.van),
        lambda: actions.assign(taken.question, world.van, by=world.van),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_staff_cannot_pretend_to_be_the_public_page(world: World) -> None:
    with pytest.raises(PermissionDenied):
        actions.take_in(text=ASKED, unit=world.ward, intake=Question.Intake.COUNTER, by=None)


def test_how_to_reach_the_asker_is_stored_sealed(world: World) -> None:
    taken = actions.take_in(
        text=ASKED, unit=world.ward, intake=Question.Intake.COUNTER, by=world.tam, contact="0900 000 001"
    )

    assert taken.question.contact_sealed and "0900" not in taken.question.contact_sealed


def with_contact(world: World) -> Question:
    return actions.take_in(
        text=ASKED, unit=world.ward, intake=Question.Intake.COUNTER, by=world.tam, contact="0900 000 001"
    ).question


def test_only_whoever_holds_the_question_reads_the_contact_and_each_reading_is_logged(world: World) -> None:
    """Chỉ người giữ câu hỏi mở được cách liên hệ; mỗi lần mở có một dòng nhật ký, không kèm cách liên hệ."""
    question = with_contact(world)
    with pytest.raises(RuleBroken) as refused:
        actions.read_contact(question, by=world.tam)
    assert [p.code for p in refused.value.problems] == ["not_the_owner"]
    actions.assign(question, world.tam, by=world.minh)

    read = [actions.read_contact(question, by=world.tam) for _ in range(2)]

    lines = AuditLine.objects.filter(action="read_contact")
    assert (read, lines.count()) == (["0900 000 001"] * 2, 2)
    assert "0900" not in str(list(AuditLine.objects.values()))
    with pytest.raises(RuleBroken):
        actions.read_contact(question, by=world.minh)


def test_a_contact_is_erased_after_its_last_day_and_said_to_be_so(world: World) -> None:
    question = with_contact(world)
    actions.assign(question, world.tam, by=world.tam)
    last = question.contact_until
    assert last == dates.today() + timedelta(days=180)

    assert actions.erase_contacts(last) == 0
    assert actions.erase_contacts(last + timedelta(days=1)) == 1
    assert actions.erase_contacts(last + timedelta(days=1)) == 0

    question.refresh_from_db()
    assert question.contact_sealed == ""
    with pytest.raises(RuleBroken) as refused:
        actions.read_contact(question, by=world.tam)
    assert [p.code for p in refused.value.problems] == ["contact_erased"]


def test_what_was_written_anew_is_checked_anew_and_what_was_taken_back_is_private(world: World) -> None:
    _, question = answered(world)
    actions.write_public_words(question, "Hỏi về thẻ bảo hiểm y tế ở đâu?", by=world.tam)
    assert list(words_to_check(world.yen)) == [question]
    assert list(words_to_check(world.tam)) == list(words_to_check(world.oanh)) == []
    actions.publish_answer(question, by=world.yen)

    actions.write_public_words(question, "Hỏi nơi làm thẻ bảo hiểm y tế?", by=world.tam)
    assert public_answers(dates.today()) == []
    actions.publish_answer(question, by=world.hung)
    assert len(public_answers(dates.today())) == 1
    actions.take_back_public_words(question, by=world.hung, why="Còn nhận ra người hỏi")

    assert public_answers(dates.today()) == []
    with pytest.raises(RuleBroken):
        actions.publish_answer(question, by=world.yen)


def test_questions_are_read_by_those_who_work_on_them(world: World) -> None:
    question = ask(world).question
    onlooker = duty(person("Chu Hoài Nam", "nam"), Role.OBSERVER, world.office).user
    assert [visible_questions(one).count() for one in (world.tam, world.minh, world.hung, world.yen)] == [
        1
    ] * 4
    others = (world.binh, world.thu, world.kha, world.quan, world.van, onlooker)
    assert not any(visible_questions(one).exists() for one in others)

    actions.assign(question, world.binh, by=world.minh)

    assert visible_questions(world.binh).get() == question


def test_the_same_words_sent_again_are_one_question_with_the_same_code(world: World) -> None:
    """Gửi lại vì đường truyền kém: vẫn một câu hỏi, vẫn mã ấy."""

    def sent(text: str, key: str) -> actions.TakenIn:
        return actions.take_in(text=text, unit=world.ward, intake=Question.Intake.WEB, by=None, key=key)

    first, again = sent("Làm thẻ ở đâu vậy?", "k1"), sent("Làm thẻ ở đâu vậy?", "k1")
    others = [
        sent("Làm thẻ ở đâu vậy?", "k2"),
        sent("Xin hỏi tiền điện?", "k1"),
        sent("Xin hỏi tiền điện?", ""),
    ]

    assert (again.question, again.code) == (first.question, first.code)
    assert by_code(first.code, dates.today()).question == first.question
    assert len({first.code, *(other.code for other in others)}) == Question.objects.count() == 4
