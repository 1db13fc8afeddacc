"""Policies: published on checked law that stands, true as long as it does."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.models import Policy
from lantoa.library.queries import (
    policies_for,
    policies_to_recheck,
    policies_unchecked_since,
    policy_is_true_on,
    policy_states,
    visible_policies,
)
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2026, 1, 1)


def codes(refusal: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return sorted(problem.code for problem in refusal.value.problems)


def written(world, *provisions, policy=None) -> Policy:
    return actions.write_policy(
        policy,
        by=world.minh,
        title="Thẻ bảo hiểm y tế",
        topic=make.topic(),
        audiences=[world.poor],
        benefit="Nhà mình được cấp thẻ, không phải đóng tiền.",
        provisions=provisions,
    )


def test_policy_without_a_basis_or_unchecked_cannot_be_published(world):
    """Chính sách không có căn cứ, chưa ai kiểm chứng thì không công bố."""
    with pytest.raises(RuleBroken) as refused:
        actions.publish_policy(written(world), by=world.minh)

    assert codes(refused) == ["no_basis", "not_checked"]


def test_policy_on_unchecked_law_cannot_be_published(world):
    policy = written(world, make.provision(make.document(checked_on=None)))
    actions.mark_policy_checked(policy, by=world.hung)

    with pytest.raises(RuleBroken, match="chưa kiểm chứng") as refused:
        actions.publish_policy(policy, by=world.minh)

    assert codes(refused) == ["law_not_checked"]


@pytest.mark.parametrize("law", [{"ended_on": date(2023, 1, 1)}, {"unknown": True}])
def test_policy_on_law_that_does_not_stand_cannot_be_published(world, law):
    policy = written(world, make.provision(make.document(**law)))
    actions.mark_policy_checked(policy, by=world.hung)

    with pytest.raises(RuleBroken) as refused:
        actions.publish_policy(policy, by=world.minh)

    assert codes(refused) == ["basis_not_standing"]


def test_checked_policy_on_checked_law_is_published_and_pinned(world):
    provision = make.provision(make.document())
    policy = written(world, provision)
    actions.mark_policy_checked(policy, by=world.hung)

    published = actions.publish_policy(policy, by=world.minh)

    basis = published.bases.get()
    assert (published.state, basis.fingerprint, basis.quoted) == (
        "published",
        provision.fingerprint,
        provision.words,
    )
    assert list(AuditLine.objects.values_list("action", flat=True)) == [
        "write_policy",
        "check_policy",
        "publish_policy",
    ]


def test_rewritten_draft_is_unchecked_and_pinned_anew(world):
    provision, other = make.provision(make.document()), make.provision(make.document())
    policy = actions.mark_policy_checked(written(world, provision), by=world.hung)

    again = written(world, other, policy=policy)

    assert (again.pk, again.checked_on) == (policy.pk, None)
    assert [b.provision for b in again.bases.all()] == [other]


def test_published_policy_is_not_rewritten_but_withdrawn_with_a_reason(world):
    policy = make.policy()

    with pytest.raises(RuleBroken) as refused:
        written(world, policy=policy)
    assert codes(refused) == ["not_a_draft"]
    with pytest.raises(RuleBroken) as refused:
        actions.withdraw_policy(policy, by=world.minh, why=" ")
    assert codes(refused) == ["why_missing"]

    gone = actions.withdraw_policy(policy, by=world.minh, why="Văn bản đã được thay thế")
    assert (gone.state, policy_is_true_on(gone, DAY)) == ("withdrawn", False)


def test_one_changed_basis_makes_the_policy_untrue_from_its_day():
    stays, changes = make.provision(make.document()), make.provision(make.document())
    policy = make.policy(bases=[stays, changes])
    make.effect(changes, DAY)

    assert policy_is_true_on(policy, DAY - timedelta(days=1))
    assert not policy_is_true_on(policy, DAY)
    assert policy_states([policy], DAY - timedelta(days=1))[policy.pk].on == DAY


def test_clearing_a_cause_on_one_policy_leaves_the_other_suspect(world):
    dates.move_today(DAY)
    provision = make.provision(make.document())
    one, other = make.policy(bases=[provision]), make.policy(bases=[provision])
    cause = make.effect(provision, DAY)

    actions.clear_basis(one.bases.get(), cause, by=world.hung, why="Chỉ đổi tên cơ quan, mức không đổi")

    assert policy_is_true_on(one, DAY) and not policy_is_true_on(other, DAY)
    with pytest.raises(RuleBroken) as refused:
        actions.clear_basis(one.bases.get(), cause, by=world.hung, why="lần nữa")
    assert codes(refused) == ["no_such_cause"]


def test_policies_for_an_audience_come_with_their_deciding_clause(world):
    provision = make.provision(make.document(), "khoản 1 Điều 9")
    for_poor = make.policy(bases=[provision], audiences=[world.poor])
    make.policy(audiences=[world.near_poor])
    make.policy(published=False, audiences=[world.poor])
    make.effect(provision, DAY)

    (before,), (after,) = policies_for(world.poor, DAY - timedelta(days=1)), policies_for(world.poor, DAY)

    assert before.policy == for_poor
    assert [b.provision for b in before.bases] == [provision]
    assert (before.state.kind, after.state.kind) == ("ending_on", "suspect")


def test_policies_to_recheck_are_worst_first():
    for on in (DAY + timedelta(days=5), DAY, None):
        provision = make.provision(make.document())
        make.policy(bases=[provision], title=str(on))
        make.effect(provision, on)
    make.policy()

    kinds = [one.state.kind for one in policies_to_recheck(DAY)]

    assert kinds == ["suspect", "unknown", "ending_on"]


def test_policies_unchecked_since_a_day_are_the_published_ones_checked_before_it():
    """Kiểm đúng ngày ấy là đã kiểm; bản nháp thì chưa ai phải kiểm."""
    before = make.policy(checked_on=DAY - timedelta(days=1))
    make.policy(checked_on=DAY)
    make.policy(published=False)
    older = make.policy(checked_on=DAY - timedelta(days=9))

    assert list(policies_unchecked_since(DAY)) == [older, before]


def test_query_count_does_not_grow_with_policies(world):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            for one in policies_for(world.poor, DAY):
                str([one.policy.topic, one.bases[0].provision, list(one.policy.audiences.all())])
        return len(queries)

    for _ in range(3):
        provision = make.provision(make.document())
        make.policy(bases=[provision], audiences=[world.poor])
        make.effect(provision, DAY)
        if _ == 0:
            one_policy = asked()

    assert asked() == one_policy


def test_drafts_exist_only_for_those_who_write_or_check_them(world):
    draft, published = make.policy(published=False), make.policy()

    for who in (world.minh, world.hung):
        assert set(visible_policies(who)) == {draft, published}
    for who in (world.binh, world.tam, world.lan):
        assert set(visible_policies(who)) == {published}


@pytest.mark.parametrize("who", ["binh", "lan", "tam", "hung"])
def test_only_programme_officers_write_publish_and_withdraw(world, who):
    user, policy = getattr(world, who), make.policy(published=False)
    words = {"title": "a", "topic": policy.topic, "audiences": [world.poor], "benefit": "b"}
    for attempt in (
        lambda: actions.write_policy(by=user, **words),
        lambda: actions.publish_policy(policy, by=user),
        lambda: actions.withdraw_policy(policy, by=user, why="thử"),
        lambda: actions.add_parameter(policy, by=user, name="Mức", value="1"),
    ):
        with pytest.raises(PermissionDenied):
            attempt()


def test_the_period_of_an_amount_runs_forward_and_nobody_checked_what_was_added(world):
    policy = make.policy()
    with pytest.raises(RuleBroken) as refused:
        actions.add_parameter(
            policy, by=world.minh, name="Mức", value="1", valid_from=DAY, valid_to=DAY - timedelta(days=1)
        )
    assert codes(refused) == ["period_reversed"]

    added = actions.add_parameter(policy, by=world.minh, name="Mức vay", value="100 triệu đồng")
    assert (added.verified, policy.parameters.count()) == (False, 1)
