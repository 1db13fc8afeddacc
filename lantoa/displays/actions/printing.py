"""Verbs of printed matter: order copies, give them out (one line of the ledger each), pulp what is left."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.files import Upload
from lantoa.common.once import once, own_key
from lantoa.common.problems import must_hold, refuse
from lantoa.content.models import EditionVersion
from lantoa.deliveries.actions import NewEvidence, correct_delivery, record_delivery
from lantoa.deliveries.models import Evidence, Outcome
from lantoa.deliveries.tellings import newest_lines
from lantoa.displays.models import HandOut, PrintRun
from lantoa.displays.permissions import may_hang
from lantoa.displays.queries import left_of
from lantoa.displays.rules.prints_only_while_true import problems_with_handing_out, problems_with_printing
from lantoa.people.models import Unit, User
from lantoa.plans.models import Channel, PlanItem

LEAFLET_CHANNEL = "to-roi"


@transaction.atomic
def print_copies(
    *,
    version: EditionVersion,
    unit: Unit,
    copies: int,
    printed_on: date,
    by: User,
    hand_out_until: date | None = None,
    printer: str = "",
    beyond_end_why: str = "",
    plan_item: PlanItem | None = None,
    key: str = "",
) -> PrintRun:
    """Order copies of an approved edition. Refused beyond the day its words stop being true, unless a person
    signs the reason."""
    if not may_hang(by, unit):
        raise PermissionDenied

    def write() -> str:
        if copies < 1:
            refuse("copies", "Ghi số tờ in, từ 1 trở lên.", "copies")
        if hand_out_until and hand_out_until < printed_on:
            refuse("dates", "Ngày phát xong phải từ ngày in trở đi.", "hand_out_until")
        must_hold(problems_with_printing(version, printed_on, hand_out_until, beyond_end_why))
        run = PrintRun.objects.create(
            version=version,
            unit=unit,
            plan_item=plan_item,
            copies=copies,
            printed_on=printed_on,
            hand_out_until=hand_out_until,
            printer=printer,
            beyond_end_why=beyond_end_why,
            written_by=by,
        )
        audit.log(by, "print_copies", run, unit_id=unit.pk, copies=copies, why=beyond_end_why)
        return str(run.pk)

    return PrintRun.objects.get(
        pk=int(once(own_key(f"print {version.pk} {unit.pk} {copies} {printed_on}", by, key), write))
    )


@transaction.atomic
def hand_out(
    run: PrintRun,
    *,
    unit: Unit,
    copies: int,
    on: date,
    by: User,
    place: str = "",
    photo: Upload | None = None,
    note: str = "",
    clash_why: str = "",
    key: str = "",
) -> HandOut:
    """Copies given out in a ward. Becomes one delivery; how many read them is unknown.

    clash_why: as in `NewEvidence`. key: of the client; the same copies sent again with it count once, other
    copies are another hand-out.
    """
    run = PrintRun.objects.select_for_update().get(pk=run.pk)
    if not may_hang(by, run.unit) or not may_hang(by, unit):
        raise PermissionDenied

    def write() -> str:
        if on < run.printed_on or on > dates.today():
            refuse("day", "Ngày phát phải từ ngày in đến hôm nay.", "on")
        if copies < 1 or copies > left_of(run):
            refuse("not_enough_left", f"Đợt in này còn {left_of(run)} tờ. Ghi lại số tờ phát.", "copies")
        must_hold(problems_with_handing_out(run.version, on))
        evidence = [NewEvidence(Evidence.Kind.STATEMENT, None, note or "Người phát tự ghi số tờ")]
        if photo is not None:
            evidence = [NewEvidence(Evidence.Kind.PHOTO, photo, note or "Ảnh lúc phát", clash_why)]
        line = record_delivery(
            unit=unit,
            channel=Channel.objects.get(key=LEAFLET_CHANNEL),
            version=run.version,
            what=f"Phát {copies} tờ: {run.version.edition.article}" + (f" tại {place}" if place else ""),
            happened_on=on,
            outcome=Outcome.DONE,
            plan_item=run.plan_item,
            evidence=evidence,
            by=by,
        )
        given = HandOut.objects.create(
            run=run, unit=unit, copies=copies, on=on, place=place, delivery=line, given_by=by
        )
        audit.log(by, "hand_out", given, unit_id=unit.pk, copies=copies)
        return str(given.pk)

    return HandOut.objects.get(
        pk=int(once(own_key(f"hand out {run.pk} {unit.pk} {copies} {on}", by, key), write))
    )


@transaction.atomic
def take_back_hand_out(given: HandOut, why: str, *, by: User) -> HandOut:
    """It was written down by mistake: the copies are in stock again, and a new line of the ledger says so."""
    PrintRun.objects.select_for_update().get(pk=given.run_id)
    given = HandOut.objects.select_related("delivery", "run").get(pk=given.pk)
    if not may_hang(by, given.unit):
        raise PermissionDenied
    if given.taken_back_why:
        refuse("taken_back", "Lượt phát này đã được ghi lại trước đó.")
    if not why.strip():
        refuse("why_missing", "Ghi vì sao lượt phát này ghi nhầm.", "why")
    correct_delivery(
        newest_lines([given.delivery_id])[given.delivery_id],
        why,
        by=by,
        outcome=Outcome.NOT_DONE,
        outcome_why=why,
        keep_evidence=False,
    )
    given.taken_back_why = why.strip()
    given.save(update_fields=["taken_back_why"])
    audit.log(by, "take_back_hand_out", given, unit_id=given.unit_id, why=why)
    return given


@transaction.atomic
def pulp(run: PrintRun, copies: int, why: str, *, by: User, key: str = "") -> PrintRun:
    """Copies that nobody gets any more, because their words no longer hold or they were spoilt."""
    run = PrintRun.objects.select_for_update().get(pk=run.pk)
    if not may_hang(by, run.unit):
        raise PermissionDenied

    def write() -> str:
        if not why.strip():
            refuse("why_missing", "Ghi vì sao hủy, ví dụ: mức tiền trong tờ rơi đã thay đổi.", "why")
        if copies < 1 or copies > left_of(run):
            refuse("not_enough_left", f"Đợt in này còn {left_of(run)} tờ. Ghi lại số tờ hủy.", "copies")
        run.pulped, run.pulped_why = run.pulped + copies, why.strip()
        run.save(update_fields=["pulped", "pulped_why"])
        audit.log(by, "pulp", run, unit_id=run.unit_id, copies=copies, why=why)
        return str(run.pk)

    return PrintRun.objects.get(pk=int(once(own_key(f"pulp {run.pk} {copies}", by, key), write)))
