"""What the public may see of the library, and what waits for a person who did not write it."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from lantoa.library.models import Document, Effect, Policy, PolicyParameter, PovertyStandard
from lantoa.library.roles import CHECK
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.people.models import User
from lantoa.people.queries import scope
from lantoa.people.two_people import checked_by_another, not_written_by

LOOKED_AT = "Có thay đổi mới ghi về căn cứ, đang chờ người thứ hai đối chiếu"


def documents_for_the_public() -> QuerySet[Document]:
    """Documents that somebody who wrote none of them has checked; `being_rechecked` may hold for some."""
    return checked_by_another(Document.objects.all())


def being_rechecked(document_ids: Iterable[int]) -> set[int]:
    """Those of these documents about which something is recorded that no second person has seen: nothing
    that follows from it (status, words of the day, what rests on it) is told to the public. One query.
    """
    wanted = Document.objects.filter(pk__in=set(document_ids))
    settled = documents_for_the_public().exclude(_unseen())
    return set(wanted.exclude(pk__in=settled.values("pk")).values_list("pk", flat=True))


def as_told(state: PinState, document_ids: Iterable[int], unseen: Collection[int]) -> PinState:
    """How something stands, in words for the public. unseen: `being_rechecked` among what it rests on."""
    if state.says and any(pk in unseen for pk in document_ids):
        return replace(state, on=None, causes=(), says=LOOKED_AT)
    return state


def settled_documents() -> QuerySet[Document]:
    """Documents for the public about which nothing waits for a second person."""
    return documents_for_the_public().exclude(_unseen())


def effects_for_the_public() -> QuerySet[Effect]:
    """Changes that another person saw when checking the document; also those withdrawn afterwards."""
    documents = documents_for_the_public()
    seen = Q(document__changed_since__isnull=True) | Q(recorded_at__lt=F("document__changed_since"))
    known = Q(source__isnull=True) | Q(source__in=documents)
    return Effect.objects.filter(seen, known, was_told=True, document__in=documents)


def _unseen() -> Q:
    unchecked = Effect.objects.filter(
        document=OuterRef("pk"), withdrawn_at__isnull=True, source__isnull=False
    ).exclude(source__in=documents_for_the_public())
    return Q(changed_since__isnull=False) | Q(Exists(unchecked))


def documents_to_check(user: User) -> QuerySet[Document]:
    """Documents with a source that wait for her: unchecked, or changed since; none that she wrote in."""
    waiting = Document.objects.filter(Q(checked_on__isnull=True) | Q(changed_since__isnull=False))
    return _for(user, not_written_by(user, waiting.exclude(source=""))).order_by("-recorded_at", "-pk")


def policies_to_check(user: User) -> QuerySet[Policy]:
    """Policies with a basis that nobody has checked and that she did not write."""
    waiting = Policy.objects.filter(checked_on__isnull=True, bases__isnull=False)
    waiting = waiting.exclude(state=Policy.State.WITHDRAWN).distinct()
    return _for(user, not_written_by(user, waiting)).order_by("-pk")


def parameters_to_check(user: User) -> QuerySet[PolicyParameter]:
    """Amounts with a reference, of policies in which she did not write, that nobody has checked."""
    waiting = PolicyParameter.objects.filter(verified=False).exclude(reference="", provision=None)
    policies = not_written_by(user, Policy.objects.exclude(state=Policy.State.WITHDRAWN))
    waiting = waiting.filter(policy__in=policies).select_related("policy")
    return _for(user, waiting).order_by("-pk")


def standards_to_check(user: User) -> QuerySet[PovertyStandard]:
    """Lines of a poverty standard that nobody has checked and that she did not write."""
    waiting = PovertyStandard.objects.filter(checked_on__isnull=True, withdrawn_why="")
    return _for(user, not_written_by(user, waiting)).select_related("category").order_by("-pk")


def _for(user: User, waiting: QuerySet) -> QuerySet:
    return waiting if scope(user).roles & CHECK else waiting.none()
