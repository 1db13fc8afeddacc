"""Bước duyệt do đơn vị đặt ra: rows say who is asked, where, for what channel, in which order."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.content import actions
from lantoa.content.models import Approval, Edition, EditionVersion, StepKind
from lantoa.content.printing import approval_sheet
from lantoa.content.queries import airable_one, states_of
from lantoa.content.terms import due_days, owed_steps
from lantoa.content.verification import verify
from lantoa.desk.approvals_due import waiting_for
from lantoa.paper.structure import Paragraph
from lantoa.people.models import Role, Unit, UnitKind, User
from tests.factories import content, people
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TUESDAY = date(2025, 6, 10)


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TUESDAY)


@pytest.fixture
def justice(world: World) -> Unit:
    """Another office of the city."""
    return people.unit("Tư pháp thành phố Sông Phố", "Phòng", UnitKind.OFFICE, world.city)


@pytest.fixture
def dung(justice: Unit) -> User:
    """Who looks at the law there."""
    user = people.person("Lâm Trí Dũng", "dung")
    people.duty(user, Role.POLICY_CHECKER, justice)
    return user


@pytest.fixture
def legal(world: World, justice: Unit) -> StepKind:
    return actions.add_step_kind(
        world.city, "Phòng Tư pháp thẩm định", Role.POLICY_CHECKER, by=world.quan, seat=justice
    )


def asked(world: World, step: StepKind, channel: str = "") -> EditionVersion:
    """Checked by Hùng, where all of the city asks for this step."""
    actions.set_step_rule(world.city, step.key, 2, TUESDAY, by=world.quan, kind=channel)
    return content.version_of(content.edition(world, approved=False))


def codes(raised: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [problem.code for problem in raised.value.problems]


def test_the_leader_waits_for_the_step_that_an_office_thought_of(
    world: World, legal: StepKind, dung: User
) -> None:
    """Bước đơn vị tự đặt chặn lãnh đạo cho đến khi đúng người của bước ấy ký đúng mã."""
    version = asked(world, legal)
    with pytest.raises(RuleBroken) as early:
        actions.approve(version, by=world.lan)
    for person in (world.lan, world.hung, world.yen, world.van):
        with pytest.raises(PermissionDenied):
            actions.agree(version, by=person)
    with pytest.raises(RuleBroken) as other_text:
        actions.agree(version, by=dung, seen_sha256="0" * 64)
    given = actions.agree(version, by=dung, reason="Đúng thẩm quyền")
    actions.approve(version, by=world.lan)

    assert codes(early) == ["step_owed"] and "Phòng Tư pháp thẩm định" in str(early.value.problems[0].says)
    assert codes(other_text) == ["hash_differs"]
    assert (given.sha256, given.step_says) == (version.sha256, "Phòng Tư pháp thẩm định")
    assert airable_one(version, TUESDAY).ok


def test_several_steps_are_taken_in_their_order_each_by_another(
    world: World, legal: StepKind, dung: User, justice: Unit
) -> None:
    last = actions.add_step_kind(
        world.city, "Thử giọng đọc", Role.POLICY_CHECKER, by=world.quan, seat=justice, position=2
    )
    actions.set_step_rule(world.city, last.key, 1, TUESDAY, by=world.quan)
    version = asked(world, legal)
    names = [str(kind) for kind in owed_steps([version])[version.pk]]
    second = people.person("Cao Bảo Ngân", "ngan")
    people.duty(second, Role.POLICY_CHECKER, justice)
    actions.agree(version, by=dung)
    with pytest.raises(RuleBroken) as both:
        actions.agree(version, by=dung)
    actions.agree(version, by=second)

    assert names == ["Phòng Tư pháp thẩm định", "Thử giọng đọc"]
    assert codes(both) == ["two_steps"]
    assert owed_steps([version]) == {}


def test_a_step_is_asked_for_its_channel_alone(world: World, legal: StepKind) -> None:
    assert owed_steps([asked(world, legal, channel="talk")]) == {}


def test_whoever_is_asked_next_may_send_it_back(world: World, legal: StepKind, dung: User) -> None:
    version = asked(world, legal)
    with pytest.raises(PermissionDenied):
        actions.return_for_changes(version, by=world.van, reason="Không")
    sent = actions.return_for_changes(version, by=dung, reason="Sai thẩm quyền.", block=1)

    assert (sent.step, sent.step_says) == (legal.key, "Phòng Tư pháp thẩm định")
    assert Edition.objects.get(pk=version.edition_id).state == "returned"


def test_it_waits_at_whose_turn_it_is_and_is_due_from_the_step_before(
    world: World, legal: StepKind, dung: User
) -> None:
    version = asked(world, legal)
    hers = [(one.url_name, one.due_on, one.note) for one in waiting_for(dung, TUESDAY)]
    leaders_before = waiting_for(world.lan, TUESDAY)
    dates.move_today(TUESDAY + timedelta(days=1))
    actions.agree(version, by=dung)

    thursday, friday = TUESDAY + timedelta(days=2), TUESDAY + timedelta(days=3)
    assert hers == [("office:version_agree", thursday, "Bản 1 · Phòng Tư pháp thẩm định")]
    assert leaders_before == []
    assert [one.url_name for one in waiting_for(world.lan, TUESDAY)] == ["office:version_approve"]
    assert due_days([version], Approval.Step.LEADER, ()) == {version.pk: thursday}
    assert due_days([version], Approval.Step.LEADER, {thursday}) == {version.pk: friday}


def test_paper_and_proof_name_the_step(world: World, legal: StepKind, dung: User) -> None:
    version = asked(world, legal)

    def printed() -> list[str]:
        paper = approval_sheet(version, states_of(version.citations.all(), TUESDAY), TUESDAY)
        return [b.whole for s in paper.sections for b in s.blocks if isinstance(b, Paragraph)]

    blank = printed()
    actions.agree(version, by=dung)
    actions.approve(version, by=world.lan)

    assert "- Phòng Tư pháp thẩm định:" in blank
    assert any(line.startswith("- Phòng Tư pháp thẩm định: đồng ý. Lâm Trí Dũng") for line in printed())
    found = verify(version)
    assert all(one.ok for one in found)
    assert any(one.says.startswith("Phòng Tư pháp thẩm định: Lâm Trí Dũng") for one in found)


def test_an_urgent_approval_says_which_steps_it_passes_over(world: World, legal: StepKind) -> None:
    actions.set_step_rule(world.city, legal.key, 2, TUESDAY, by=world.quan)
    version = content.version_of(content.edition(world, checked=False, approved=False))
    actions.approve_urgently(version, by=world.lan, reason="Mai phát gạo.")

    line = AuditLine.objects.get(action="approve_urgently")
    assert line.details["skipped"] == ["Phòng Tư pháp thẩm định"]


def test_only_who_administers_thinks_of_a_step_and_never_twice_of_one(
    world: World, legal: StepKind, justice: Unit
) -> None:
    def refused(unit: Unit, name: str, role: str = Role.APPROVER, seat: Unit | None = None) -> list[str]:
        with pytest.raises(RuleBroken) as raised:
            actions.add_step_kind(unit, name, role, by=world.quan, seat=seat)
        return codes(raised)

    for person in (world.lan, world.minh, world.van):
        with pytest.raises(PermissionDenied):
            actions.add_step_kind(world.city, "Bước mới", Role.APPROVER, by=person)
    assert refused(world.city, "  ") == ["name_missing"]
    assert refused(world.city, "phòng tư pháp  thẩm định") == ["name_taken"]
    assert refused(world.city, "Lãnh đạo duyệt") == ["name_taken"]
    assert refused(world.city, "Bước mới", Role.OBSERVER) == ["role_unknown"]
    assert refused(world.city, "Bước mới", seat=world.ward) == ["seat_too_low"]


def test_a_step_of_one_ward_is_not_asked_for_in_another(world: World) -> None:
    own = actions.add_step_kind(world.ward, "Khu phố góp ý", Role.WARD_OFFICER, by=world.quan)
    with pytest.raises(RuleBroken) as strange:
        actions.set_step_rule(world.other_ward, own.key, 1, TUESDAY, by=world.quan)

    assert codes(strange) == ["step_unknown"]
