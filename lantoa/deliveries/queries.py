"""Reads of the ledger: the grade of each line, what a person may see, what might go out on a day."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db.models import IntegerField, OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from lantoa.common import dates
from lantoa.common.dates import VIETNAM, say
from lantoa.content.models import Approval, EditionVersion
from lantoa.content.queries import Airable, airable_one, is_passed, states_of, steps_taken, writers_of
from lantoa.content.rules.author_does_not_approve import is_two_people
from lantoa.content.rules.canonical_form import hash_now
from lantoa.content.rules.cited_words_are_current import stopped_by
from lantoa.deliveries.models import Delivery, Evidence, Grade
from lantoa.people.models import User
from lantoa.people.queries import scope


def with_grade(lines: QuerySet[Delivery], least: int = 0) -> QuerySet[Delivery]:
    """Each line with `grade`: the best of its evidence, E1 (somebody says so) when it has none.

    least: only lines of this grade or better.
    """
    best = Evidence.objects.filter(delivery=OuterRef("pk")).order_by("-grade").values("grade")[:1]
    grade = Coalesce(Subquery(best), Value(int(Grade.E1)), output_field=IntegerField())
    graded = lines.annotate(grade=grade)
    return graded.filter(grade__gte=least) if least > Grade.E1 else graded


def with_names(lines: QuerySet[Delivery]) -> QuerySet[Delivery]:
    """Everything that a list of lines shows, in a constant number of queries."""
    evidence = Evidence.objects.select_related("file", "added_by")
    return lines.select_related(
        "channel",
        "version__edition__article",
        "plan_item",
        "recorded_by",
        "corrects",
        "newer_line",
        "original",
        "unit",
    ).prefetch_related("unit__versions", "policies", "audiences", Prefetch("evidence", evidence))


def visible_deliveries(user: User, day: date | None = None) -> QuerySet[Delivery]:
    """The lines of the units that she works for on a day (today), corrected ones too."""
    return Delivery.objects.filter(unit_id__in=scope(user, day).watched)


def grade_of(line: Delivery) -> int:
    """The grade of one line."""
    graded: Delivery = with_grade(Delivery.objects.filter(pk=line.pk)).get()
    return graded.grade  # type: ignore[attr-defined]


def airable_then(version: EditionVersion, day: date, ward_ids: Iterable[int] = ()) -> Airable:
    """May (or might) this version go out on the day, as its approvals stood on that day?

    A day ahead is a question for `airable`. Today and before are judged by what was signed by the end of the
    day and not taken back before it began: a later withdrawal or a newer version does not unsay what rightly
    went out, and a later approval does not excuse what went out before it.
    """
    wards = list(ward_ids)
    if day > dates.today():
        return airable_one(version, day, wards)
    version = EditionVersion.objects.select_related("edition__article").get(pk=version.pk)  # as it is now
    until = datetime.combine(day, time.max, tzinfo=VIETNAM)
    passed = list(
        Approval.objects.filter(
            version__edition_id=version.edition_id, decision=Approval.Decision.PASSED, at__lte=until
        ).select_related("version")
    )
    signed = hash_now(version)
    own = [a for a in passed if a.version_id == version.pk and a.sha256 == signed]
    reasons = _reasons_then(version, passed, is_passed(own), day)
    if not is_two_people(writers_of([version.edition_id])[version.edition_id], steps_taken(version.edition)):
        reasons.append("Người viết và người duyệt bản này không phải là những người khác nhau.")
    signers = frozenset(a.unit_id for a in own if a.step == Approval.Step.WARD_LEADER)
    if not set(wards) <= signers:
        reasons.append(f"Đến hết ngày {say(day)} lãnh đạo phường, xã chưa duyệt phát bản này.")
    states = states_of(version.citations.select_related("provision__document"), day)
    stops = list(dict.fromkeys(says for state in states.values() if (says := stopped_by(state))))
    return Airable(
        version.pk, version.edition_id, not reasons and not stops, (*reasons, *stops), suspect=bool(stops)
    )


def _reasons_then(version: EditionVersion, passed: list[Approval], was_passed: bool, day: date) -> list[str]:
    if not was_passed:
        return [f"Đến hết ngày {say(day)} bản này chưa được lãnh đạo duyệt."]
    newer = [
        a.version.number
        for a in passed
        if a.step == Approval.Step.LEADER and a.version.number > version.number and _day_of(a.at) < day
    ]
    if newer:
        return [f"Trước ngày {say(day)} đã có bản {max(newer)} được duyệt thay cho bản này."]
    withdrawn_at = version.edition.withdrawn_at
    if withdrawn_at is not None and _day_of(withdrawn_at) < day:
        return [f"Bài đã rút trước ngày {say(day)}: {version.edition.withdrawn_says}"]
    return []


def _day_of(instant: datetime) -> date:
    return instant.astimezone(VIETNAM).date()
