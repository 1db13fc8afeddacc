"""Verbs of gatherings: plan, change the materials, hold (one line of the ledger), cancel."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates, files
from lantoa.common.files import Upload
from lantoa.common.problems import Problem, must_hold, refuse
from lantoa.content.models import EditionVersion
from lantoa.deliveries.actions import NewEvidence, record_delivery
from lantoa.deliveries.models import Evidence, Outcome
from lantoa.gatherings.models import Gathering, HeadCount
from lantoa.gatherings.permissions import may_change_gathering, may_plan_gathering
from lantoa.gatherings.rules.materials_are_approved import problems_with_materials
from lantoa.library.models import Policy
from lantoa.people.models import AudienceKind, Unit, User
from lantoa.plans.models import Channel, PlanItem

CHANNELS = {
    Gathering.Kind.COURSE: "lop-truyen-thong",
    Gathering.Kind.CONFERENCE: "hoi-nghi",
    Gathering.Kind.TALK: "noi-chuyen-chuyen-de",
    Gathering.Kind.DIALOGUE: "doi-thoai-chinh-sach",
}


@transaction.atomic
def plan_gathering(
    *,
    kind: str,
    title: str,
    unit: Unit,
    territory: Unit,
    starts_at: datetime,
    place: str,
    policies: Iterable[Policy],
    by: User,
    plan_item: PlanItem | None = None,
    materials: Iterable[EditionVersion] = (),
    ends_at: datetime | None = None,
    speakers: str = "",
    chair: str = "",
    invited: int | None = None,
) -> Gathering:
    """Put a class, conference, talk or dialogue on the calendar. Materials: approved versions only."""
    if not may_plan_gathering(by, territory):
        raise PermissionDenied
    materials = list(materials)
    problems = problems_with_materials(materials, starts_at.astimezone(dates.VIETNAM).date())
    if ends_at and ends_at <= starts_at:
        problems.append(Problem("ends_before", "Giờ kết thúc phải sau giờ bắt đầu.", "ends_at"))
    must_hold(problems)
    gathering = Gathering.objects.create(
        kind=kind,
        title=title,
        unit=unit,
        territory=territory,
        plan_item=plan_item,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        speakers=speakers,
        chair=chair,
        invited=invited,
        written_by=by,
    )
    gathering.policies.set(policies)
    gathering.materials.set(materials)
    audit.log(by, "plan_gathering", gathering, unit_id=territory.pk)
    return gathering


@transaction.atomic
def record_held(
    gathering: Gathering,
    counts: dict[AudienceKind, int],
    *,
    by: User,
    sheet: Upload | None = None,
    minutes: Upload | None = None,
    clash_why: str = "",
) -> Gathering:
    """It was held: so many of each kind came. The signed sheet proves it; minutes may be attached.

    Becomes one delivery: persons present are both the least and the most that it reached. clash_why: as in
    `NewEvidence`, of the sheet.
    """
    gathering = Gathering.objects.select_for_update().get(pk=gathering.pk)
    if not may_change_gathering(by, gathering):
        raise PermissionDenied
    must_hold(_problems_with_holding(gathering, counts))
    present = sum(counts.values())
    evidence = [NewEvidence(Evidence.Kind.STATEMENT, note=f"{present} người dự, theo lời người tổ chức")]
    if sheet is not None:
        evidence.append(NewEvidence(Evidence.Kind.ROSTER, sheet, "Danh sách ký tên", clash_why))
    local = gathering.starts_at.astimezone(dates.VIETNAM)
    gathering.delivery = record_delivery(
        unit=gathering.territory,
        channel=Channel.objects.get(key=CHANNELS[Gathering.Kind(gathering.kind)]),
        what=gathering.title,
        happened_on=local.date(),
        happened_at=gathering.starts_at,
        planned_at=gathering.starts_at,
        outcome=Outcome.DONE,
        policies=gathering.policies.all(),
        audiences=[kind for kind, count in counts.items() if count],
        plan_item=gathering.plan_item,
        reach_low=present,
        reach_high=present,
        evidence=evidence,
        key=f"gathering {gathering.pk}",
        by=by,
    )
    for kind, count in counts.items():
        HeadCount.objects.create(gathering=gathering, kind=kind, count=count)
    if minutes is not None:
        gathering.minutes_file = files.keep(minutes, by, files.DOCUMENTS, "minutes")
    if sheet is not None:
        gathering.sheet_file = gathering.delivery.evidence.get(kind=Evidence.Kind.ROSTER).file
    gathering.state = Gathering.State.HELD
    gathering.save()
    audit.log(by, "record_held", gathering, unit_id=gathering.territory_id, present=present)
    return gathering


def _problems_with_holding(gathering: Gathering, counts: dict[AudienceKind, int]) -> list[Problem]:
    problems = []
    if gathering.state != Gathering.State.PLANNED:
        problems.append(Problem("not_planned", "Cuộc này đã ghi kết quả hoặc đã hủy."))
    if gathering.starts_at > dates.now():
        problems.append(Problem("not_yet", "Chưa đến giờ tổ chức nên chưa ghi kết quả được."))
    if not sum(counts.values()):
        problems.append(
            Problem("nobody", "Ghi số người dự của ít nhất một nhóm, hoặc hủy nếu không tổ chức.")
        )
    return problems


@transaction.atomic
def attach_minutes(gathering: Gathering, minutes: Upload, *, by: User) -> Gathering:
    """Attach the signed minutes (biên bản) later."""
    gathering = Gathering.objects.select_for_update().get(pk=gathering.pk)
    if not may_change_gathering(by, gathering):
        raise PermissionDenied
    gathering.minutes_file = files.keep(minutes, by, files.DOCUMENTS, "minutes")
    gathering.save(update_fields=["minutes_file"])
    audit.log(by, "attach_minutes", gathering, unit_id=gathering.territory_id)
    return gathering


@transaction.atomic
def cancel_gathering(gathering: Gathering, why: str, *, by: User) -> Gathering:
    """It will not be held, and why."""
    gathering = Gathering.objects.select_for_update().get(pk=gathering.pk)
    if not may_change_gathering(by, gathering):
        raise PermissionDenied
    if gathering.state != Gathering.State.PLANNED:
        refuse("not_planned", "Cuộc này đã ghi kết quả hoặc đã hủy.")
    if not why.strip():
        refuse("why", "Ghi lý do hủy.", "why")
    gathering.state, gathering.cancelled_why = Gathering.State.CANCELLED, why.strip()[:300]
    gathering.save()
    audit.log(by, "cancel_gathering", gathering, unit_id=gathering.territory_id, why=why)
    return gathering
