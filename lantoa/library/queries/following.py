"""What a person follows, and the changes of law that concern it. Who rests on them is not asked here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import Q, QuerySet

from lantoa.common.dates import VIETNAM, say
from lantoa.library.models import Document, Effect, Follow, Policy, PolicyBasis
from lantoa.library.queries.effects import Touch
from lantoa.library.rules.standing_of_a_citation import change
from lantoa.people.models import User

LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Change:
    """One change on followed ground. on: its day, None where nobody knows. told_at: when it was recorded or
    withdrawn. Of a document, or of a policy. effect: None for what is no effect of a document."""

    key: str
    on: date | None
    told_at: datetime
    says: str
    document_id: int | None = None
    effect: Effect | None = None
    policy_id: int | None = None

    @property
    def is_withdrawn(self) -> bool:
        return self.effect is not None and self.effect.withdrawn_at is not None


def followed_by(user: User) -> QuerySet[Follow]:
    """What she follows, the newest first."""
    return Follow.objects.filter(user=user).select_related("topic", "document", "policy")


def followed_changes(follows: Iterable[Follow]) -> list[Change]:
    """Every change, withdrawn ones too, of what is followed: of a document any; of a policy, or of the
    published policies of a topic, that it was published, withdrawn or ends, and those that touch a clause it
    rests on. Soonest first. Six queries at most.
    """
    follows = list(follows)
    whole = {one.document_id for one in follows if one.document_id}
    policies = {one.policy_id for one in follows if one.policy_id}
    topics = {one.topic_id for one in follows if one.topic_id}
    resting = PolicyBasis.objects.filter(
        Q(policy__in=policies) | Q(policy__topic__in=topics, policy__state=Policy.State.PUBLISHED)
    )
    clauses = dict(resting.values_list("provision_id", "provision__document_id"))
    documents = Document.objects.filter(pk__in=whole | set(clauses.values()))
    effects = Effect.objects.filter(document__in=documents.values("pk")).select_related(
        "document", "provision__document", "source"
    )
    touch, hit = Touch(effects), set()
    for clause, document in clauses.items():
        hit |= {effect.pk for effect in touch.on(document, clause)}
    found = [_of_effect(e) for e in effects if e.document_id in whole or e.pk in hit]
    for one in documents:
        found += _own_dates(one)
    for policy in Policy.objects.filter(Q(pk__in=policies) | Q(topic__in=topics)):
        found += _of_policy(policy)
    return sorted(found, key=lambda change: (change.on or date.max, change.key))


def _of_effect(effect: Effect) -> Change:
    says = f"Đã rút: {change(effect)}" if effect.withdrawn_at else change(effect)
    told_at = effect.withdrawn_at or effect.recorded_at
    return Change(f"thay-doi/{effect.pk}", effect.on, told_at, says, effect.document_id, effect)


def _of_policy(policy: Policy) -> list[Change]:
    """Each step of a policy with its day; of one published before its moment was kept, only its end."""
    named, found = f"Chính sách “{policy}”", []
    told = [
        ("cong-bo", policy.published_at, f"{named} được công bố"),
        ("rut", policy.withdrawn_at, f"{named} đã rút: {policy.withdrawn_why}"),
    ]
    for key, at, says in told:
        if at:
            day = at.astimezone(VIETNAM).date()
            found.append(Change(f"chinh-sach/{policy.pk}/{key}", day, at, says, policy_id=policy.pk))
    if policy.valid_to and policy.state == Policy.State.PUBLISHED:
        after, told_at = policy.valid_to + timedelta(days=1), policy.published_at or LONG_AGO
        says = f"{named} hết áp dụng từ {say(after)}"
        found.append(Change(f"chinh-sach/{policy.pk}/het", after, told_at, says, policy_id=policy.pk))
    return found


def _own_dates(one: Document) -> list[Change]:
    dated = [("hieu-luc", one.effective_on, "có hiệu lực"), ("het", one.ended_on, "hết hiệu lực")]
    return [
        Change(f"van-ban/{one.pk}/{key}", day, one.recorded_at, f"{one} {what} từ {say(day)}", one.pk)
        for key, day, what in dated
        if day
    ]
