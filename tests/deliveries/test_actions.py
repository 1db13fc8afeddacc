"""Sổ truyền thông: ghi, sửa bằng dòng mới, nộp bằng chứng."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.content.models import Edition
from lantoa.content.states import EditionState
from lantoa.deliveries.actions import NewEvidence, add_evidence, correct_delivery
from lantoa.deliveries.models import Delivery, Evidence, Outcome
from lantoa.deliveries.queries import grade_of, visible_deliveries
from lantoa.deliveries.tellings import current_lines, newest_lines, telling_of, told
from lantoa.people.models import Role
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World, duty, person
from tests.factories.pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2025, 3, 10)
PHOTO = photo("loa.jpg", seed="loa")


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(DAY)


def codes(broken: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [problem.code for problem in broken.value.problems]


# -- Recording ----------------------------------------------------------------------------------


def test_line_copies_policies_and_audiences_of_its_article(world: World) -> None:
    script = make.version(world, audiences=[world.poor, world.near_poor])

    line = make.delivery(world, version=script)

    assert set(line.policies.all()) == set(script.edition.article.policies.all())
    assert set(line.audiences.all()) == {world.poor, world.near_poor}


def test_lines_are_numbered_without_a_gap_in_the_order_of_writing(world: World) -> None:
    script = make.version(world)

    lines = [make.delivery(world, version=script) for _ in range(3)]

    assert [line.position for line in lines] == [1, 2, 3]


def test_line_written_a_day_later_says_so_itself(world: World) -> None:
    """Ghi muộn không bị cấm, nhưng dòng sổ tự nói là ghi muộn mấy ngày."""
    script = make.version(world)
    on_time = make.delivery(world, version=script)
    dates.move_today(date(2025, 3, 11))

    late = make.delivery(world, version=script)

    assert (on_time.is_late, late.is_late, late.days_late) == (False, True, 1)


def test_correction_made_later_does_not_make_the_deed_late(world: World) -> None:
    line = make.delivery(world)
    dates.move_today(date(2025, 3, 20))

    assert correct_delivery(line, "Nhầm.", by=world.tam, note="x").is_late is False


def test_sending_twice_writes_once(world: World) -> None:
    script = make.version(world)

    first = make.delivery(world, version=script, key="k" * 200)
    again = make.delivery(world, version=script, key="k" * 200)

    assert first == again
    assert Delivery.objects.count() == 1


def test_a_key_is_one_persons_own(world: World) -> None:
    script = make.version(world)

    make.delivery(world, version=script, key="same")
    make.delivery(world, version=script, key="same", unit=world.other_ward, by=world.van)

    assert Delivery.objects.count() == 2


def test_refused_record_does_not_use_up_its_key(world: World) -> None:
    script = make.version(world)
    with pytest.raises(RuleBroken):
        make.delivery(world, version=script, key="one", happened_on=date(2025, 3, 11))

    line = make.delivery(world, version=script, key="one")

    assert line.position == 1


def test_every_record_leaves_an_audit_line(world: World) -> None:
    line = make.delivery(world)

    said = AuditLine.objects.get(action="record_delivery")

    assert (said.by, said.object_id, said.unit_id) == (world.tam, str(line.pk), str(world.ward.pk))


@pytest.mark.parametrize("who", ["van", "lan", "kha", "binh"])
def test_only_those_who_carry_messages_out_there_may_record(world: World, who: str) -> None:
    script = make.version(world)

    with pytest.raises(PermissionDenied):
        make.delivery(world, version=script, by=getattr(world, who))


def test_programme_officer_may_record_for_any_ward(world: World) -> None:
    assert make.delivery(world, by=world.minh).recorded_by == world.minh


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"happened_on": date(2025, 3, 11)}, "happened_ahead"),
        ({"happened_on": date(1, 1, 1)}, "happened_long_ago"),
        ({"outcome": "maybe"}, "outcome"),
        ({"outcome": Outcome.PARTIAL, "outcome_why": " "}, "outcome_why"),
        ({"reach_low": 9, "reach_high": 3}, "reach_order"),
        ({"reach_low": -1}, "reach_size"),
        ({"reach_high": 10**12}, "reach_size"),
        ({"outcome": Outcome.NOT_DONE, "outcome_why": "Mất điện.", "reach_low": 5}, "reach_of_nothing"),
        ({"happened_at": make.noon(date(2025, 3, 9))}, "happened_at"),
    ],
)
def test_line_that_contradicts_itself_is_refused(world: World, values: dict[str, object], code: str) -> None:
    script = make.version(world)

    with pytest.raises(RuleBroken) as broken:
        make.delivery(world, version=script, **values)

    assert codes(broken) == [code]
    assert not Delivery.objects.exists()


# -- Only what may go out -----------------------------------------------------------------------


def test_unapproved_version_is_never_recorded_as_delivered(world: World) -> None:
    """Nội dung chưa duyệt không bao giờ được ghi là đã truyền thông."""
    draft = make.version(world, approved=False)

    with pytest.raises(RuleBroken) as broken:
        make.delivery(world, version=draft)

    assert codes(broken) == ["message_not_airable"]


def test_unapproved_version_may_be_recorded_as_not_done(world: World) -> None:
    draft = make.version(world, approved=False)

    line = make.delivery(world, version=draft, outcome=Outcome.NOT_DONE)

    assert line.outcome == Outcome.NOT_DONE


def test_later_approval_does_not_excuse_an_earlier_delivery(world: World) -> None:
    dates.move_today(date(2025, 3, 20))
    script = make.version(world, approved_on=date(2025, 3, 15))

    with pytest.raises(RuleBroken) as broken:
        make.delivery(world, version=script, happened_on=DAY)

    assert codes(broken) == ["message_not_airable"]
    assert make.delivery(world, version=script, happened_on=date(2025, 3, 15)).days_late == 5


def test_later_withdrawal_does_not_unsay_what_rightly_went_out(world: World) -> None:
    script = make.version(world)
    dates.move_today(date(2025, 3, 12))
    Edition.objects.update(
        state=EditionState.WITHDRAWN,
        withdrawn_at=make.noon(date(2025, 3, 11)),
        withdrawn_kind="other",
        withdrawn_why="Có bài mới.",
    )

    assert make.delivery(world, version=script, happened_on=DAY).days_late == 2
    with pytest.raises(RuleBroken):
        make.delivery(world, version=script, happened_on=date(2025, 3, 12))


def test_message_whose_clause_ended_before_the_day_is_refused(world: World) -> None:
    clause = library.provision(library.document())
    script = make.version(world, cites=[clause])
    library.effect(clause, date(2025, 3, 11))
    dates.move_today(date(2025, 3, 12))

    assert make.delivery(world, version=script, happened_on=DAY).is_late
    with pytest.raises(RuleBroken) as broken:
        make.delivery(world, version=script, happened_on=date(2025, 3, 11))
    assert "thay thế từ 11/03/2025" in str(broken.value)


def test_ward_that_must_approve_must_have_approved(world: World) -> None:
    script = make.version(world, wards=(world.other_ward,))

    with pytest.raises(RuleBroken):
        make.delivery(world, version=script, needs_ward=world.ward)

    make.sign_for_ward(script, world, world.ward)
    assert make.delivery(world, version=script, needs_ward=world.ward).position == 1


# -- Corrections --------------------------------------------------------------------------------


def test_correction_is_a_new_line_that_names_the_old(world: World) -> None:
    """Không sửa đè: dòng mới nêu dòng cũ, dòng cũ giữ nguyên từng chữ."""
    old = make.delivery(world, reach_low=40, reach_high=60)
    before = Delivery.objects.values().get(pk=old.pk)

    new = correct_delivery(old, "Đếm nhầm cụm loa.", by=world.tam, reach_low=30)

    assert (new.corrects, new.original, new.correction_why) == (old, old, "Đếm nhầm cụm loa.")
    assert (new.reach_low, new.reach_high, new.position) == (30, 60, 2)
    assert Delivery.objects.values().get(pk=old.pk) == before
    assert set(new.policies.all()) == set(old.policies.all())
    assert list(current_lines()) == [new]


def test_only_the_newest_line_can_be_corrected(world: World) -> None:
    old = make.delivery(world)
    newest = correct_delivery(old, "Ghi nhầm.", by=world.tam, note="a")

    with pytest.raises(RuleBroken) as broken:
        correct_delivery(old, "Ghi nhầm lần nữa.", by=world.tam, note="b")

    assert codes(broken) == ["line_already_corrected"]
    third = correct_delivery(newest, "Ghi nhầm lần nữa.", by=world.tam, note="b")
    telling = telling_of(newest)
    assert [line.position for line in (telling.line, *telling.older)] == [3, 2, 1]
    assert newest_lines([old.pk]) == {old.pk: third}


def test_correction_without_a_reason_is_refused(world: World) -> None:
    with pytest.raises(RuleBroken) as broken:
        correct_delivery(make.delivery(world), "  ", by=world.tam, note="x")

    assert codes(broken) == ["correction_why"]


def test_correction_cannot_touch_who_recorded_or_when(world: World) -> None:
    with pytest.raises(TypeError):
        correct_delivery(make.delivery(world), "Đổi người ghi.", by=world.tam, recorded_by=world.van)


def test_outsider_cannot_correct(world: World) -> None:
    with pytest.raises(PermissionDenied):
        correct_delivery(make.delivery(world), "Xem trộm.", by=world.van, note="x")


def test_line_cannot_be_moved_to_a_ward_that_is_not_hers(world: World) -> None:
    with pytest.raises(PermissionDenied):
        correct_delivery(make.delivery(world), "Nhầm phường.", by=world.tam, unit=world.other_ward)


def test_slip_of_a_count_can_be_mended_after_the_message_was_withdrawn(world: World) -> None:
    old = make.delivery(world, reach_low=50)
    dates.move_today(date(2025, 3, 20))
    Edition.objects.update(
        state=EditionState.WITHDRAWN,
        withdrawn_at=make.noon(DAY, 5),
        withdrawn_kind="other",
        withdrawn_why="Sai số.",
    )

    assert correct_delivery(old, "Đếm nhầm.", by=world.tam, reach_low=5).reach_low == 5


def test_what_was_not_done_cannot_be_corrected_into_an_unapproved_delivery(world: World) -> None:
    draft = make.version(world, approved=False)
    old = make.delivery(world, version=draft, outcome=Outcome.NOT_DONE)

    with pytest.raises(RuleBroken) as broken:
        correct_delivery(old, "Thật ra đã phát.", by=world.tam, outcome=Outcome.DONE)

    assert codes(broken) == ["message_not_airable"]


def test_double_entry_is_taken_back_by_a_line_that_says_not_done(world: World) -> None:
    old = make.delivery(world, reach_low=10)

    correct_delivery(
        old,
        "Ghi trùng với dòng khác.",
        by=world.tam,
        outcome=Outcome.NOT_DONE,
        outcome_why="Ghi trùng.",
        reach_low=None,
    )

    assert list(told()) == []


# -- Evidence -----------------------------------------------------------------------------------


def test_line_without_evidence_is_only_stated(world: World) -> None:
    assert grade_of(make.delivery(world)) == 1


def test_grade_is_the_best_of_its_evidence(world: World) -> None:
    line = make.delivery(world)
    add_evidence(line, Evidence.Kind.REGISTER, by=world.tam, upload=Upload("so.pdf", make.PDF))
    assert grade_of(line) == 3

    add_evidence(line, Evidence.Kind.PHOTO, by=world.tam, upload=PHOTO)
    add_evidence(line, Evidence.Kind.STATEMENT, by=world.tam, note="Tổ trưởng báo đã nghe.")

    assert grade_of(line) == 5


@pytest.mark.parametrize("kind", [k for k in Evidence.Kind if k != Evidence.Kind.STATEMENT])
def test_evidence_without_its_file_is_refused(world: World, kind: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        add_evidence(make.delivery(world), kind, by=world.tam, note="Có mà chưa chụp.")

    assert codes(broken) == ["evidence_file"]


@pytest.mark.parametrize(
    ("upload", "code"),
    [
        (Upload("anh.jpg", b""), "file_empty"),
        (Upload("anh.jpg", b"khong phai anh"), "file_kind"),
        (Upload("anh.png", make.PDF), "file_kind"),
    ],
)
def test_file_of_another_kind_is_refused_and_nothing_stored(world: World, upload: Upload, code: str) -> None:
    script = make.version(world)

    with pytest.raises(RuleBroken) as broken:
        make.delivery(world, version=script, evidence=[NewEvidence(Evidence.Kind.PHOTO, upload)])

    assert codes(broken) == [code]
    assert not Delivery.objects.exists()


def test_evidence_goes_to_the_newest_line_only(world: World) -> None:
    old = make.delivery(world)
    correct_delivery(old, "Ghi nhầm.", by=world.tam, note="a")

    with pytest.raises(RuleBroken) as broken:
        add_evidence(old, Evidence.Kind.PHOTO, by=world.tam, upload=PHOTO)

    assert codes(broken) == ["line_already_corrected"]


def test_correction_keeps_the_evidence_unless_told_otherwise(world: World) -> None:
    script = make.version(world)
    kept, dropped = (
        make.delivery(world, version=script, evidence=[NewEvidence(Evidence.Kind.PHOTO, photo())])
        for _ in range(2)
    )

    with_it = correct_delivery(kept, "Nhầm giờ.", by=world.tam, note="a")
    without = correct_delivery(dropped, "Ảnh của ngày khác.", by=world.tam, keep_evidence=False)

    assert (grade_of(with_it), grade_of(without)) == (5, 1)
    assert with_it.evidence.get().note == "(nộp cho dòng số 1)"


# -- Seeing -------------------------------------------------------------------------------------


def test_outsider_of_another_ward_sees_no_line(world: World) -> None:
    line = make.delivery(world)

    assert list(visible_deliveries(world.tam)) == [line]
    assert list(visible_deliveries(world.minh)) == [line]
    assert list(visible_deliveries(world.van)) == []


def test_observer_sees_lines_but_not_their_papers(world: World) -> None:
    from lantoa.deliveries.permissions import may_see_papers

    watcher = person("Lưu Hà Giang", "giang")
    duty(watcher, Role.OBSERVER, world.ward)
    line = make.delivery(world)

    assert list(visible_deliveries(watcher)) == [line]
    assert not may_see_papers(watcher, line.unit_id)
    assert may_see_papers(world.tam, line.unit_id)
