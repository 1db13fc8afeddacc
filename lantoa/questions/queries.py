"""Reads over questions; an answer is shown only while its words may go out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from lantoa.common import dates
from lantoa.content.models import EditionVersion
from lantoa.content.queries import Airable, airable, with_citations
from lantoa.people.models import Duty, User
from lantoa.people.queries import scope, tree
from lantoa.people.two_people import checked_by_another, not_written_by
from lantoa.questions.lookup import hash_of
from lantoa.questions.models import Holiday, Question
from lantoa.questions.roles import ANSWERERS, CHECKERS


def visible_questions(user: User) -> QuerySet[Question]:
    """Those that she works on, the most urgent first, with what a list shows: as officer, checker or leader
    over their units, or because she was given one. What people ask is nobody else's to read.
    """
    hers = Q(unit_id__in=scope(user).inside(*CHECKERS)) | Q(owner=user)
    return (
        Question.objects.filter(hers)
        .select_related("unit", "topic", "policy", "owner", "answer__article")
        .prefetch_related("unit__versions")
    )


def words_to_check(user: User) -> QuerySet[Question]:
    """Questions with words for people outside that wait for a second person, and she may be that one."""
    waiting = Q(visibility=Question.Visibility.PROPOSED) | Q(
        status=Question.Status.ROUTED_OUT, checked_on__isnull=True
    )
    mine = Question.objects.filter(waiting, unit_id__in=scope(user).inside(*CHECKERS))
    return not_written_by(user, mine).select_related("unit").prefetch_related("unit__versions")


def people_who_answer(question: Question) -> QuerySet[User]:
    """Officers whose duties reach the unit of the question, in Vietnamese order."""
    day, units = dates.today(), tree()
    reached = units.above(question.unit_id) | {question.unit_id}
    reached |= {child for unit in set(reached) for child in units.children.get(unit, set())}
    fitting = [
        duty.user_id
        for duty in Duty.objects.filter(unit_id__in=reached, role__in=ANSWERERS, valid_from__lte=day)
        if (duty.valid_to is None or duty.valid_to >= day)
        and question.unit_id in units.below(units.territory(duty.unit_id))
    ]
    return User.objects.filter(pk__in=fitting, is_active=True)


def holidays() -> set[date]:
    return set(Holiday.objects.values_list("day", flat=True))


@dataclass(frozen=True)
class Shown:
    """A question as its asker or the public may see it on a day; version None: no answer to show."""

    question: Question
    version: EditionVersion | None
    airable: Airable | None


def _shown(questions: list[Question], day: date) -> list[Shown]:
    newest: dict[int, EditionVersion] = {}
    answers = [q.answer_id for q in questions if q.answer_id and q.status == Question.Status.ANSWERED]
    versions = (
        with_citations(EditionVersion.objects.filter(edition_id__in=answers, submitted_at__isnull=False))
        .select_related("edition__article")
        .order_by("number")
    )
    for version in versions:
        newest[version.edition_id] = version
    may = airable(list(newest.values()), day)
    return [
        Shown(q, version if version and may[version.pk].ok else None, may[version.pk] if version else None)
        for q, version in ((q, newest.get(q.answer_id or 0)) for q in questions)
    ]


def by_code(code: str, day: date) -> Shown | None:
    """The question of a look-up code with its answer when that may be shown; None for an unknown code."""
    question = Question.objects.select_related("unit", "answer").filter(lookup_hash=hash_of(code)).first()
    return _shown([question], day)[0] if question else None


def published_questions() -> QuerySet[Question]:
    """Those with words for everybody, the newest first. Which answers are true: `public_answers`."""
    return (
        checked_by_another(Question.objects.all())
        .filter(visibility=Question.Visibility.PUBLIC, status=Question.Status.ANSWERED, answer__isnull=False)
        .select_related("answer", "topic")
        .order_by("-answered_on", "-id")
    )


def public_answers(day: date, among: Iterable[Question] | None = None) -> list[Shown]:
    """Published questions (all, or these of them) whose answers are true on `day`, in their order."""
    asked = published_questions() if among is None else among
    return [shown for shown in _shown(list(asked), day) if shown.version]
