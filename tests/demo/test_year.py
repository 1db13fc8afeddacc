"""Năm dữ liệu mẫu: told by the actions themselves, with the proofs and the gaps of a real office."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from lantoa.broadcast.models import Airing
from lantoa.budget.printing import settlement_paper
from lantoa.budget.queries import book
from lantoa.budget.waiting import waiting_for_checker
from lantoa.common import audit, dates
from lantoa.common.models import AuditLine
from lantoa.content.models import Approval, Edition, VersionWriter
from lantoa.content.states import EditionState
from lantoa.coverage.gaps import ranked_gaps
from lantoa.coverage.queries import Asked, matrix
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.queries import with_grade
from lantoa.deliveries.tellings import current_lines
from lantoa.demo import people, year
from lantoa.library.models import Policy
from lantoa.library.reference import load_topics
from lantoa.people.actions import load_shipped_units
from lantoa.people.queries import scope
from lantoa.people.reference import load_audience_kinds
from lantoa.plans.models import Plan
from lantoa.plans.reference import load_reference
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

PASSWORD = "chi-de-thu-nghiem"


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: object) -> Iterator[people.Cast]:
    """The whole year, told once for all tests of this file and rolled back after them."""
    with django_db_blocker.unblock():
        with transaction.atomic():
            for load in (load_shipped_units, load_audience_kinds, load_topics, load_reference):
                load()
            cast = people.gather({row[0]: PASSWORD for row in people.PEOPLE})
            year.tell(cast)
            yield cast
            transaction.set_rollback(True)
        dates.move_today(None)


def test_articles_stand_in_every_state_that_waits_for_somebody(told: people.Cast) -> None:
    states = set(Edition.objects.values_list("state", flat=True))

    assert {
        EditionState.DRAFT, EditionState.SUBMITTED, EditionState.CHECKED, EditionState.APPROVED
    } <= states  # fmt: skip
    assert Approval.objects.filter(decision=Approval.Decision.RETURNED).exists()


def test_nobody_of_the_story_approves_what_she_wrote(told: people.Cast) -> None:
    wrote = set(VersionWriter.objects.values_list("edition_id", "user_id"))
    passed = set(Approval.objects.values_list("version__edition_id", "by_id"))

    assert passed
    assert not wrote & passed


def test_deliveries_are_proven_in_several_grades(told: people.Cast) -> None:
    grades = {line.grade for line in with_grade(current_lines())}

    assert {1, 3, 5} <= grades


def test_one_line_was_corrected_by_a_new_one(told: people.Cast) -> None:
    assert Delivery.objects.filter(corrects__isnull=False).count() == 1


def test_one_ward_did_nothing_and_the_coverage_says_so(told: people.Cast) -> None:
    ward = told.units["new-long-binh"]
    today = dates.today()

    table = matrix(scope(told.minh), Asked(date(today.year, 1, 1), today, today))
    silent = {gap.unit_id for gap in ranked_gaps(table)}

    assert not Delivery.objects.filter(unit=ward).exists()
    assert not Plan.objects.filter(unit=ward).exists()
    assert ward.pk in silent


def test_what_was_not_verified_is_a_draft_and_not_on_the_public_pages(told: people.Cast) -> None:
    """Chính sách chưa kiểm chứng chỉ là bản nháp, không hiện cho người dân."""
    unverified = Policy.objects.exclude(state=Policy.State.PUBLISHED)
    pages = "".join(
        Client().get(reverse("portal:benefits", args=[kind.key])).content.decode()
        for kind in people.AudienceKind.objects.filter(group="household")
    )

    assert unverified.exists()
    assert [policy.title for policy in unverified if policy.title in pages] == []
    assert any(policy.title in pages for policy in Policy.objects.filter(state=Policy.State.PUBLISHED))


def test_plans_of_both_years_stand_in_their_states(told: people.Cast) -> None:
    states = {(plan.year, plan.state) for plan in Plan.objects.all()}

    assert {(2025, "issued"), (2026, "issued"), (2026, "draft")} <= states


def test_something_airs_tomorrow_and_something_is_asked(told: people.Cast) -> None:
    assert Airing.objects.filter(starts_at__gt=dates.now()).count() >= 2
    assert told.units["new-tran-bien"].questions.exists()


def test_the_money_of_the_first_year_is_settled_through_two_people(told: people.Cast) -> None:
    """Năm 2025 quyết toán qua hai người, tên cơ quan kế thừa; một khoản của năm nay còn chờ người thứ hai."""
    old = book(Plan.objects.get(year=2025, unit=told.units["old-office"]))
    (settled,) = [one for line in old.lines for one in line.payments]
    (waiting,) = waiting_for_checker(told.lan)

    assert (old.settled_vnd, settled.check.by, settled.spending.recorded_by) == (
        17_850_000, told.minh, told.kha
    )  # fmt: skip
    assert (waiting.lacking, waiting.spending.amount_vnd) == ([], 750_000)
    assert settlement_paper(old, dates.today()).issuer.startswith("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG")


def test_the_story_left_its_lines_and_their_seals(told: people.Cast) -> None:
    """Mỗi việc của câu chuyện để lại dòng nhật ký, và chuỗi niêm còn nguyên."""
    actions = set(AuditLine.objects.values_list("action", flat=True))

    assert {"submit_plan", "sign_plan", "issue_plan", "record_held", "record_spending"} <= actions
    assert audit.first_broken() is None
    assert audit.head() != audit.FIRST


HREF = re.compile(r'href="(/[^"#]*)')
LEAVES = {"account_logout", "account_reauthenticate", "mfa_reauthenticate"}  # asks again, or ends the session


def test_everyone_of_the_story_gets_to_her_work_and_every_page_from_there_answers(told: people.Cast) -> None:
    """What a page asks of its database holds on this one too: each kind of page is opened once."""
    answered: dict[str, int] = {}
    for user in told.users.values():
        client, ahead = as_(user), [reverse("office:my_work")]
        start = ahead[0]
        while ahead:
            address = ahead.pop(0)
            try:
                kind = resolve(address.partition("?")[0]).view_name
            except Resolver404:
                continue
            if kind in LEAVES or kind in answered and address != start:
                continue
            answer = client.get(address, follow=True)
            start = ""
            answered[kind] = max(answer.status_code, answered.get(kind, 0))
            if answer.headers["Content-Type"].startswith("text/html"):
                ahead += [unescape(found) for found in HREF.findall(answer.content.decode())]

    assert len(answered) > 90
    assert {kind: code for kind, code in answered.items() if code != 200} == {}
