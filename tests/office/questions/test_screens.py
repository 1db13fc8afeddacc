"""The questions' screens: taken in, given to somebody, answered, published, passed on."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.common import dates
from lantoa.questions.models import Question
from lantoa.questions.queries import public_answers
from tests.factories import library
from tests.factories.people import World
from tests.office.as_person import as_
from tests.questions.test_actions import answered, ask

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def page(world: World, question: Question) -> str:
    return as_(world.tam).get(reverse("office:question", args=[question.pk])).content.decode()


def send(world: World, name: str, question: Question, data: dict | None = None):
    return as_(world.tam).post(reverse(f"office:{name}", args=[question.pk]), data or {})


def test_what_is_asked_at_the_desk_gets_a_code_shown_once(world: World) -> None:
    answer = as_(world.tam).post(
        reverse("office:question_new"),
        {"intake": "counter", "unit": world.ward.pk, "text": "Làm thẻ bảo hiểm y tế ở đâu?"},
    )

    taken = Question.objects.get()
    assert "Mã tra cứu" in answer.content.decode()
    assert "Mã tra cứu" not in page(world, taken)
    assert "Làm thẻ bảo hiểm y tế ở đâu?" in page(world, taken)


def test_it_is_given_to_a_person_with_a_day(world: World) -> None:
    question = ask(world).question

    send(world, "question_assign", question, {"owner": world.minh.pk, "due_on": "31/12/2030"})

    question.refresh_from_db()
    assert (question.owner, dates.say(question.due_on), question.status) == (
        world.minh, "31/12/2030", "assigned",
    )  # fmt: skip


def test_the_answer_is_offered_once_the_policy_is_known(world: World) -> None:
    question = ask(world).question
    draft = reverse("office:question_draft", args=[question.pk])
    before = page(world, question)

    send(world, "question_classify", question, {"policy": library.policy(audiences=[world.poor]).pk})
    sent = send(world, "question_draft", question)

    assert draft not in before
    assert draft in page(world, question)
    question.refresh_from_db()
    assert sent.url == reverse("office:edition_edit", args=[question.answer_id])


def test_an_answer_that_is_not_approved_is_not_given(world: World) -> None:
    question = ask(world).question
    send(world, "question_classify", question, {"policy": library.policy(audiences=[world.poor]).pk})
    send(world, "question_draft", question)

    send(world, "question_give", question)

    question.refresh_from_db()
    assert question.status != "answered"


def test_a_good_answer_is_published_in_words_without_identity(world: World) -> None:
    _, question = answered(world)

    send(world, "question_publish", question, {"public_text": "Ai được cấp thẻ bảo hiểm y tế?"})
    send(world, "question_words_check", question)
    assert public_answers(dates.today()) == []
    as_(world.yen).post(reverse("office:question_words_check", args=[question.pk]))

    (shown,) = public_answers(dates.today())
    assert shown.question.public_text == "Ai được cấp thẻ bảo hiểm y tế?"


def test_an_answer_that_will_not_hold_says_until_when(world: World) -> None:
    question = answered(world)[1]
    assert "Sẽ hết đúng từ" not in page(world, question)
    clause = question.answer.versions.get().citations.get().provision
    end = dates.today() + timedelta(days=40)
    library.effect(clause, end)

    assert f"Sẽ hết đúng từ {dates.say(end)}" in page(world, question)


def test_a_complaint_is_passed_on(world: World) -> None:
    question = ask(world).question

    send(world, "question_route", question, {"routed_to": "Ban Tiếp công dân"})

    assert "Ban Tiếp công dân" in page(world, question)


def test_for_another_ward_it_does_not_exist(world: World) -> None:
    question = ask(world).question
    van = as_(world.van)
    deeds = ["assign", "classify", "draft", "give", "publish", "route"]

    seen = van.get(reverse("office:question", args=[question.pk])).status_code
    done = [van.post(reverse(f"office:question_{deed}", args=[question.pk])).status_code for deed in deeds]

    assert {seen, *done} == {404}
    assert question.text not in van.get(reverse("office:question_list")).content.decode()


def test_who_may_not_work_on_it_has_no_buttons(world: World) -> None:
    question = ask(world).question

    seen = as_(world.hung).get(reverse("office:question", args=[question.pk])).content.decode()

    assert reverse("office:question_assign", args=[question.pk]) not in seen


@pytest.mark.parametrize("tab", ["", "?xong=1"])
def test_the_list_costs_the_same_for_one_and_for_three(world: World, tab: str) -> None:
    def cost() -> int:
        tam = as_(world.tam)
        with CaptureQueriesContext(connection) as asked:
            assert tam.get(reverse("office:question_list") + tab).status_code == 200
        return len(asked)

    ask(world)
    answered(world)
    one = cost()
    for _ in range(2):
        ask(world)
        _, question = answered(world)

    assert cost() == one
