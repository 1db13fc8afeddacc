"""Whatever anybody does in whatever order: nothing unapproved airs, nobody takes two steps.

Not examples but random sequences of actions by random people, each of whom holds every duty there is.
"""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.content import actions
from lantoa.content.models import Approval, Edition, EditionVersion
from lantoa.content.queries import airable
from lantoa.content.rules.canonical_form import hash_now
from lantoa.people.models import Role
from tests.factories import content, library, people
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]
TODAY = date(2025, 6, 10)
WHO = st.integers(0, 4)
VERBS = [
    "write",
    "submit",
    "check",
    "approve",
    "approve_the_first",
    "approve_for_ward",
    "send_back",
    "revise",
]
REFUSED = (RuleBroken, PermissionDenied)


class Office(RuleBasedStateMachine):
    """Five people who may do everything, one edition, and the hands of all on it."""

    world: World
    people: list
    law: object
    aired = 0

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    @initialize(who=WHO, is_checked=st.booleans())
    def begin(self, who: int, is_checked: bool) -> None:
        article = content.article(self.world, by=self.people[who], unit=self.world.office)
        self.edition = actions.add_edition(article, "radio", by=self.people[who])
        self.write(who)
        if is_checked:
            self.submit(who)
            self.check((who + 1) % len(self.people))

    @property
    def version(self) -> EditionVersion:
        return content.version_of(self.edition)

    def attempt(self, deed: Callable, *args: object, **kwargs: object) -> None:
        self.edition = Edition.objects.get(pk=self.edition.pk)
        try:
            deed(*args, **kwargs)
        except REFUSED:
            return

    def write(self, who: int) -> None:
        block = actions.Block("Được cấp thẻ.", provisions=[self.law])
        self.attempt(actions.save_draft, self.edition, [block], by=self.people[who])

    def submit(self, who: int) -> None:
        self.attempt(actions.submit, self.edition, by=self.people[who])

    def check(self, who: int) -> None:
        version = self.version
        self.attempt(actions.check, version, content.verdicts(version), by=self.people[who])

    def approve(self, who: int) -> None:
        self.attempt(actions.approve, self.version, by=self.people[who])

    def approve_the_first(self, who: int) -> None:
        first = self.edition.versions.order_by("number").first()
        self.attempt(actions.approve, first, by=self.people[who])

    def approve_for_ward(self, who: int) -> None:
        self.attempt(actions.approve_for_ward, self.version, self.world.ward, by=self.people[who])

    def send_back(self, who: int) -> None:
        self.attempt(actions.return_for_changes, self.version, by=self.people[who], reason="Viết lại")

    def revise(self, who: int) -> None:
        self.attempt(actions.revise, self.edition, by=self.people[who], why="Cần sửa")

    @rule(who=WHO, verb=st.sampled_from(VERBS))
    def anything(self, who: int, verb: str) -> None:
        getattr(self, verb)(who)

    @rule(who=WHO)
    def go_on(self, who: int) -> None:
        """What a hurried office would do next, so that many sequences get as far as the air."""
        state = Edition.objects.get(pk=self.edition.pk).state
        following = {"draft": self.submit, "submitted": self.check, "checked": self.approve}
        following.get(state, self.revise)(who)

    @invariant()
    def only_what_two_others_passed_airs(self) -> None:
        for pk, answer in airable(self.edition.versions.all(), TODAY).items():
            if answer.ok:
                Office.aired += 1
                version = EditionVersion.objects.get(pk=pk)
                passed = Approval.objects.filter(version=version, decision="passed")
                assert {"policy_check", "leader"} <= {a.step for a in passed}
                assert {a.sha256 for a in passed} == {hash_now(version)}

    @invariant()
    def nobody_takes_two_steps(self) -> None:
        writers = set(self.edition.writers.values_list("user_id", flat=True))
        steps: dict[int, set[str]] = {}
        for approval in Approval.objects.filter(version__edition=self.edition):
            steps.setdefault(approval.by_id, set()).add(approval.step)
        assert not writers & steps.keys()
        assert all(len(own) == 1 for own in steps.values())


def test_no_sequence_of_actions_goes_round_the_rules(world: World) -> None:
    """Không thứ tự thao tác nào làm bài chưa duyệt được phát hay để một người làm hai bước."""
    dates.move_today(TODAY)
    everyone = [world.lan, world.minh, world.hung, world.binh, world.thu]
    for person in everyone:
        for role in (Role.PROGRAMME_OFFICER, Role.POLICY_CHECKER, Role.APPROVER):
            people.duty(person, role, world.office)
        people.duty(person, Role.APPROVER, world.ward)
    Office.world, Office.people = world, [content.again(one) for one in everyone]
    Office.law = library.provision(library.document())
    run_state_machine_as_test(
        Office,
        settings=settings(
            max_examples=8,
            stateful_step_count=14,
            deadline=None,
            derandomize=True,  # the same sequences for everyone, so that none fails by luck
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert Office.aired > 0  # else the sequences proved nothing
