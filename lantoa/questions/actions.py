"""Verbs about questions: take in, assign, draft an answer, give it, publish it, route elsewhere."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates, sealing
from lantoa.common.once import once
from lantoa.common.problems import Problem, must_hold, refuse
from lantoa.content import actions as content
from lantoa.content.models import Edition, EditionKind
from lantoa.content.queries import airable_one
from lantoa.library.models import Policy, Topic
from lantoa.people.models import AudienceKind, Role, Unit, User
from lantoa.people.naming import must_name_nobody
from lantoa.people.queries import scope
from lantoa.people.two_people import must_be_another, record_writer
from lantoa.questions.lookup import code_for, hash_of, new_code
from lantoa.questions.models import Question
from lantoa.questions.permissions import may_check_words, may_take_in, may_work_on
from lantoa.questions.queries import holidays
from lantoa.questions.roles import ANSWERERS
from lantoa.questions.rules import contact_is_erased
from lantoa.questions.rules.due_date import due_date

LONGEST = 3000
OPEN = (Question.Status.RECEIVED, Question.Status.ASSIGNED)


@dataclass(frozen=True)
class TakenIn:
    """A new question and the code that only its asker gets to see, once."""

    question: Question
    code: str


@transaction.atomic
def take_in(
    *,
    text: str,
    unit: Unit,
    intake: str,
    by: User | None,
    contact: str = "",
    topic: Topic | None = None,
    policy: Policy | None = None,
    key: str = "",
) -> TakenIn:
    """Write a question down. by None: asked on the public page, where only Intake.WEB is possible.

    key: of the form that brought it; the same words under the same key are one question with one code.
    """
    if by is None and intake != Question.Intake.WEB:
        raise PermissionDenied
    if by is not None and not may_take_in(by, unit):
        raise PermissionDenied
    text = text.strip()
    if len(text) < 10:
        refuse("question_short", "Viết câu hỏi rõ hơn, ít nhất 10 chữ cái.", "text")
    if len(text) > LONGEST:
        refuse(
            "question_long",
            f"Câu hỏi dài quá {LONGEST:,} chữ cái. Hãy viết gọn lại.".replace(",", "."),
            "text",
        )
    sending = f"{key} {by.pk if by else 0} {unit.pk} {text}"
    code = code_for(sending) if key else new_code()

    def write() -> str:
        return str(_write_down(text, unit, intake, by, contact.strip(), topic, policy, code).pk)

    return TakenIn(Question.objects.get(pk=once(hash_of(code) if key else "", write)), code)


def _write_down(
    text: str,
    unit: Unit,
    intake: str,
    by: User | None,
    contact: str,
    topic: Topic | None,
    policy: Policy | None,
    code: str,
) -> Question:
    now = dates.now()
    due_on, because = due_date(dates.today(), holidays())
    question = Question.objects.create(
        intake=intake,
        text=text,
        unit=unit,
        topic=topic,
        policy=policy,
        contact_sealed=sealing.seal(contact) if contact else "",
        contact_until=contact_is_erased.kept_until(dates.today()) if contact else None,
        lookup_hash=hash_of(code),
        received_at=now,
        received_by=by,
        due_on=due_on,
        due_because=because,
    )
    # The words of a question may name a person: the log says that it came, not what it says.
    audit.log(by, "take_in_question", question, unit_id=unit.pk, intake=intake)
    return question


@transaction.atomic
def assign(question: Question, owner: User, *, by: User, due_on: date | None = None) -> Question:
    """Give a question to one person, with a date."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    if not may_work_on(by, question):
        raise PermissionDenied
    if question.status not in OPEN:
        refuse("question_done", "Câu hỏi này đã xong, không giao lại được.")
    if not scope(owner).has({Role.PROGRAMME_OFFICER, Role.WARD_OFFICER, Role.EDITOR}, question.unit_id):
        refuse("owner_elsewhere", f"{owner} không phụ trách địa bàn này. Chọn người khác.", "owner")
    question.owner, question.status = owner, Question.Status.ASSIGNED
    if due_on and due_on != question.due_on:
        question.due_on, question.due_because = due_on, f"{by} đặt hạn riêng"
    question.save()
    audit.log(by, "assign_question", question, unit_id=question.unit_id, owner=owner.pk)
    return question


@transaction.atomic
def classify(question: Question, *, by: User, topic: Topic | None, policy: Policy | None) -> Question:
    """Say what the question is about; the answer will rest on this policy."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    if not may_work_on(by, question):
        raise PermissionDenied
    question.policy = policy
    question.topic = topic or (policy.topic if policy else None)
    question.save()
    audit.log(by, "classify_question", question, unit_id=question.unit_id, policy=policy and policy.pk)
    return question


@transaction.atomic
def draft_answer(question: Question, *, by: User) -> Edition:
    """Begin the answer: an edition of kind "answer", approved like everything that goes out."""
    question = (
        Question.objects.select_for_update(of=("self",)).select_related("unit", "policy").get(pk=question.pk)
    )
    if not may_work_on(by, question):
        raise PermissionDenied
    if question.answer is not None:
        return question.answer
    if question.policy is None:
        refuse("answer_policy", "Chọn chính sách mà câu hỏi nói đến trước khi soạn trả lời.", "policy")
    article = content.write_article(
        title=f"Trả lời câu hỏi số {question.pk}",
        unit=_office_of(by, question),
        territory=question.unit,
        audiences=list(AudienceKind.objects.filter(policies=question.policy)),
        policies=[question.policy],
        by=by,
    )
    question.answer = content.add_edition(article, EditionKind.ANSWER, by=by)
    if question.status == Question.Status.RECEIVED:
        question.status, question.owner = Question.Status.ASSIGNED, by
    question.save()
    audit.log(by, "draft_answer", question, unit_id=question.unit_id)
    return question.answer


def _office_of(by: User, question: Question) -> Unit:
    """The unit in whose name she answers: that of the duty by which the question is hers."""
    mine = scope(by)
    for duty in mine.duties:
        if duty.role in ANSWERERS and question.unit_id in mine.inside(Role(duty.role)):
            return duty.unit
    raise PermissionDenied


@transaction.atomic
def give_answer(question: Question, *, by: User) -> Question:
    """The approved answer reaches its asker: by her code, and by whoever calls her."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    if not may_work_on(by, question):
        raise PermissionDenied
    must_hold(_problems_with_giving(question))
    question.status, question.answered_on = Question.Status.ANSWERED, dates.today()
    question.save()
    audit.log(by, "give_answer", question, unit_id=question.unit_id)
    return question


def _problems_with_giving(question: Question) -> list[Problem]:
    version = question.answer.versions.order_by("-number").first() if question.answer else None
    if version is None:
        return [Problem("no_answer", "Chưa có câu trả lời. Hãy soạn và gửi duyệt trước.")]
    answer = airable_one(version, dates.today())
    return (
        []
        if answer.ok
        else [Problem("answer_not_airable", f"Chưa trả lời được: {'; '.join(answer.reasons)}")]
    )


@transaction.atomic
def write_public_words(
    question: Question, public_text: str, *, by: User, person_named_why: str = ""
) -> Question:
    """Put the question in words for everyone that name nobody. Another person's check lets them out."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    if not may_work_on(by, question):
        raise PermissionDenied
    if question.status != Question.Status.ANSWERED:
        refuse("not_answered", "Trả lời người hỏi trước khi công khai.")
    if len(public_text.strip()) < 10:
        refuse("public_text", "Viết lại câu hỏi bằng lời chung, không nêu tên ai.", "public_text")
    must_name_nobody(question, public_text, by=by, why=person_named_why, what="Câu hỏi công khai")
    question.public_text, question.visibility = public_text.strip(), Question.Visibility.PROPOSED
    _unchecked(question, by)
    audit.log(by, "write_public_words", question, unit_id=question.unit_id)
    return question


@transaction.atomic
def publish_answer(question: Question, *, by: User) -> Question:
    """Show question and answer to everyone: the check of the public words by one who did not write them."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    if not may_check_words(by, question):
        raise PermissionDenied
    if question.visibility != Question.Visibility.PROPOSED or question.status != Question.Status.ANSWERED:
        refuse("not_proposed", "Câu hỏi này không có lời nào chờ kiểm để công khai.")
    must_be_another(by, question)
    must_name_nobody(question, question.public_text, by=by, what="Câu hỏi công khai")
    question.visibility = Question.Visibility.PUBLIC
    _checked(question, by)
    audit.log(by, "publish_answer", question, unit_id=question.unit_id)
    return question


@transaction.atomic
def take_back_public_words(question: Question, *, by: User, why: str) -> Question:
    """Not for everyone (any more): the checker sends the words back, or whoever works on it takes them in."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    if not may_check_words(by, question):
        raise PermissionDenied
    if question.visibility == Question.Visibility.PRIVATE:
        refuse("not_public", "Câu hỏi này chưa công khai.")
    if not why.strip():
        refuse("why_missing", "Ghi lý do, ví dụ: câu hỏi còn nhận ra người hỏi.", "why")
    question.visibility = Question.Visibility.PRIVATE
    question.checked_by = question.checked_on = None
    question.save()
    audit.log(by, "take_back_public_words", question, unit_id=question.unit_id, why=why.strip())
    return question


@transaction.atomic
def route_out(question: Question, routed_to: str, *, by: User, person_named_why: str = "") -> Question:
    """Complaints and denunciations are not processed here: they are passed on. The asker is told where once
    another person has checked it."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    if not may_work_on(by, question):
        raise PermissionDenied
    if question.status not in (*OPEN, Question.Status.ROUTED_OUT):
        refuse("question_done", "Câu hỏi này đã trả lời, không chuyển đi nữa.")
    if not routed_to.strip():
        refuse("routed_to", "Ghi nơi đã chuyển câu hỏi đến.", "routed_to")
    must_name_nobody(question, routed_to, by=by, why=person_named_why, what="Nơi chuyển đến")
    question.status, question.routed_to = Question.Status.ROUTED_OUT, routed_to.strip()
    _unchecked(question, by)
    audit.log(by, "route_question_out", question, unit_id=question.unit_id, routed_to=routed_to)
    return question


@transaction.atomic
def check_route(question: Question, *, by: User) -> Question:
    """Another person confirms where the question went; from then on the asker reads it by her code."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    if not may_check_words(by, question):
        raise PermissionDenied
    if question.status != Question.Status.ROUTED_OUT:
        refuse("not_routed", "Câu hỏi này chưa chuyển nơi khác.")
    must_be_another(by, question)
    must_name_nobody(question, question.routed_to, by=by, what="Nơi chuyển đến")
    _checked(question, by)
    audit.log(by, "check_route", question, unit_id=question.unit_id)
    return question


def _unchecked(question: Question, by: User) -> None:
    question.checked_by = question.checked_on = None
    question.save()
    record_writer(by, question)


def _checked(question: Question, by: User) -> None:
    question.checked_by, question.checked_on = by, dates.today()
    question.save()


@transaction.atomic
def read_contact(question: Question, *, by: User) -> str:
    """How to reach the asker, for whoever holds the question. Each reading is logged, the contact not."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    must_hold(
        contact_is_erased.problems_with_reading(
            question.contact_sealed, question.contact_until, question.owner_id == by.pk, dates.today()
        )
    )
    audit.log(by, "read_contact", question, unit_id=question.unit_id)
    return sealing.unseal(question.contact_sealed)


@transaction.atomic
def erase_contacts(day: date) -> int:
    """The timer: contacts whose last day lies before `day` are gone for good; how many. Safe to run twice."""
    over = Question.objects.select_for_update().filter(contact_until__lt=day).exclude(contact_sealed="")
    erased = list(over)
    for question in erased:
        question.contact_sealed = ""
        question.save(update_fields=["contact_sealed"])
        audit.log(None, "erase_contact", question, unit_id=question.unit_id)
    return len(erased)
