"""Write a policy, confirm it, publish it on its provisions, keep it true, withdraw it."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import Problem, must_hold, refuse
from lantoa.library.actions.checking import day_of_check
from lantoa.library.models import BasisClearing, Effect, Policy, PolicyBasis, Provision, Topic
from lantoa.library.permissions import may_check, may_write
from lantoa.library.queries import state_of_bases
from lantoa.library.rules.policy_needs_a_basis import problems_with_publishing
from lantoa.people.models import AudienceKind, User
from lantoa.people.naming import must_name_nobody
from lantoa.people.two_people import must_be_another, record_writer


def write_policy(
    policy: Policy | None = None,
    *,
    by: User,
    title: str,
    topic: Topic,
    audiences: Sequence[AudienceKind],
    benefit: str,
    area: str = "",
    area_condition: str = "",
    where_to_apply: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
    source: str = "",
    provisions: Sequence[Provision] = (),
    person_named_why: str = "",
) -> Policy:
    """Write a new policy or rewrite a draft; its bases are pinned to the provisions' present words.

    area: "urban", "rural" or "" for both. valid_from, valid_to: the policy's own first and last day, where it
    has them. What was rewritten was checked by nobody. A published policy is not rewritten: it is withdrawn.
    """
    if not may_write(by):
        raise PermissionDenied
    must_hold(_problems_with_words(title, benefit, audiences) + _problems_with_period(valid_from, valid_to))
    with transaction.atomic():
        if policy is None:
            policy = Policy(written_by=by)
        else:
            policy = _draft(policy)
        policy.title, policy.topic, policy.benefit = title.strip(), topic, benefit.strip()
        policy.area, policy.valid_from, policy.valid_to = area, valid_from, valid_to
        policy.area_condition, policy.where_to_apply = area_condition.strip(), where_to_apply.strip()
        policy.source = source.strip()
        policy.checked_on = policy.checked_by = None
        policy.save()
        policy.audiences.set(audiences)
        _pin(policy, provisions)
        _names_nobody(policy, by, person_named_why)
        record_writer(by, policy)
        audit.log(by, "write_policy", policy, provisions=[p.pk for p in provisions])
    return policy


def mark_policy_checked(policy: Policy, *, by: User, on: date | None = None) -> Policy:
    """Confirm that it says what its provisions say. Whoever wrote any part of it does not check it."""
    if not may_check(by):
        raise PermissionDenied
    on = day_of_check(on)
    with transaction.atomic():
        policy = Policy.objects.select_for_update().get(pk=policy.pk)
        must_be_another(by, policy)
        _names_nobody(policy, by)
        policy.checked_on, policy.checked_by = on, by
        policy.save(update_fields=["checked_on", "checked_by"])
        audit.log(by, "check_policy", policy, on=str(on))
    return policy


def publish_policy(policy: Policy, *, by: User, day: date | None = None) -> Policy:
    """Let editors and citizens see it: only checked, on checked law that stands on the day (today)."""
    if not may_write(by):
        raise PermissionDenied
    with transaction.atomic():
        policy = Policy.objects.select_for_update().get(pk=policy.pk)
        _names_nobody(policy, by)
        bases = list(policy.bases.select_related("provision__document"))
        must_hold(problems_with_publishing(policy, bases, state_of_bases(bases, day or dates.today())))
        policy.state, policy.published_at = Policy.State.PUBLISHED, dates.now()
        policy.save(update_fields=["state", "published_at"])
        audit.log(by, "publish_policy", policy, pins=[[b.provision_id, b.fingerprint] for b in bases])
    return policy


def withdraw_policy(policy: Policy, *, by: User, why: str) -> Policy:
    """Take a published policy back, with the reason. It stays readable as withdrawn."""
    if not may_write(by):
        raise PermissionDenied
    if not why.strip():
        refuse("why_missing", "Ghi lý do rút, ví dụ: văn bản đã được thay thế.", "why")
    with transaction.atomic():
        policy = Policy.objects.select_for_update().get(pk=policy.pk)
        if policy.state != Policy.State.PUBLISHED:
            refuse("not_published", "Chỉ rút được chính sách đã công bố.")
        policy.state, policy.withdrawn_why = Policy.State.WITHDRAWN, why.strip()
        policy.withdrawn_at = dates.now()
        policy.save(update_fields=["state", "withdrawn_why", "withdrawn_at"])
        audit.log(by, "withdraw_policy", policy, why=why)
    return policy


def clear_basis(basis: PolicyBasis, cause: Effect, *, by: User, why: str) -> BasisClearing:
    """Sign that one change leaves what the policy takes from this basis true. Clears nothing else.

    It lets the policy's words out again, so whoever wrote any part of the policy does not sign.
    """
    if not may_check(by):
        raise PermissionDenied
    if not why.strip():
        refuse("why_missing", "Ghi vì sao chính sách vẫn đúng sau thay đổi này.", "why")
    with transaction.atomic():  # held: of two who sign the same thing the second is told so
        basis = PolicyBasis.objects.select_for_update().select_related("policy").get(pk=basis.pk)
        must_be_another(by, basis.policy)
        state = state_of_bases([basis], dates.today())[basis.pk]
        if cause not in state.causes:
            refuse("no_such_cause", "Thay đổi này không còn treo trên căn cứ này. Mở lại trang để xem.")
        clearing = BasisClearing.objects.create(
            basis=basis, cause=cause, by=by, at=dates.now(), why=why.strip()
        )
        audit.log(by, "clear_basis", basis.policy, why=why, cause=cause.pk, basis=basis.pk)
    return clearing


def _names_nobody(policy: Policy, by: User, why: str = "") -> None:
    words = (policy.title, policy.benefit, policy.area_condition, policy.where_to_apply, policy.source)
    must_name_nobody(policy, *words, by=by, why=why, what="Chính sách")


def _problems_with_words(title: str, benefit: str, audiences: Sequence[AudienceKind]) -> list[Problem]:
    found = []
    if not title.strip():
        found.append(Problem("title_missing", "Chưa đặt tên chính sách.", "title"))
    if not benefit.strip():
        found.append(Problem("benefit_missing", "Chưa viết người dân được hưởng gì.", "benefit"))
    if not audiences:
        found.append(Problem("audience_missing", "Chọn ít nhất một nhóm đối tượng được hưởng.", "audiences"))
    return found


def _problems_with_period(valid_from: date | None, valid_to: date | None) -> list[Problem]:
    if valid_from and valid_to and valid_to < valid_from:
        return [Problem("period_reversed", "Ngày cuối phải từ ngày đầu trở đi.", "valid_to")]
    return []


def _draft(policy: Policy) -> Policy:
    policy = Policy.objects.select_for_update().get(pk=policy.pk)
    if policy.state != Policy.State.DRAFT:
        refuse(
            "not_a_draft",
            "Chính sách đã công bố thì không sửa. Rút lại kèm lý do, rồi soạn chính sách mới.",
        )
    return policy


def _pin(policy: Policy, provisions: Sequence[Provision]) -> None:
    """Bases become these provisions. One that stays keeps its row and clearings, pinned to today's words."""
    policy.bases.exclude(provision__in=provisions).delete()
    today = dates.today()
    for provision in provisions:
        PolicyBasis.objects.update_or_create(
            policy=policy,
            provision=provision,
            defaults={"fingerprint": provision.fingerprint, "quoted": provision.words, "pinned_on": today},
        )
