"""Verbs of displays: plan where it hangs, prove that it hangs (one line of the ledger), take it down."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates, files
from lantoa.common.files import PHOTOS, Upload
from lantoa.common.once import once, own_key
from lantoa.common.problems import must_hold, refuse
from lantoa.content.models import EditionVersion
from lantoa.deliveries.actions import NewEvidence, record_delivery
from lantoa.deliveries.models import Evidence, Outcome
from lantoa.displays.models import Display, DisplayPhoto
from lantoa.displays.permissions import may_change_display, may_hang
from lantoa.displays.queries import place_in_photo
from lantoa.displays.rules.a_point_lies_in_the_country import problems_with_point
from lantoa.displays.rules.hangs_only_while_true import problems_with_hanging
from lantoa.displays.rules.hung_near_its_day import problems_with_day_of_hanging
from lantoa.people.models import Unit, User
from lantoa.plans.models import Channel, PlanItem

CHANNELS = {
    Display.Kind.POSTER: "pano-ap-phich",
    Display.Kind.PANO: "pano-ap-phich",
    Display.Kind.BANNER: "bang-ron",
    Display.Kind.NOTICE: "bang-tin-cong-cong",
}


@transaction.atomic
def plan_display(
    *,
    kind: str,
    version: EditionVersion,
    unit: Unit,
    place: str,
    put_up_on: date,
    by: User,
    take_down_on: date | None = None,
    size: str = "",
    material: str = "",
    copies: int = 1,
    beyond_end_why: str = "",
    plan_item: PlanItem | None = None,
    latitude: Decimal | None = None,
    longitude: Decimal | None = None,
    key: str = "",
) -> Display:
    """Put an approved edition on the list of what hangs. Refused beyond the day its words stop being true,
    unless a person signs the reason. key: pressing twice makes one place."""
    if not may_hang(by, unit):
        raise PermissionDenied

    def write() -> str:
        if take_down_on and take_down_on < put_up_on:
            refuse("dates", "Ngày hạ phải sau ngày treo.", "take_down_on")
        must_hold(problems_with_point(latitude, longitude))
        must_hold(problems_with_hanging(version, put_up_on, take_down_on, beyond_end_why))
        display = Display.objects.create(
            kind=kind,
            version=version,
            unit=unit,
            plan_item=plan_item,
            place=place,
            size=size,
            material=material,
            copies=copies,
            put_up_on=put_up_on,
            take_down_on=take_down_on,
            beyond_end_why=beyond_end_why,
            latitude=latitude,
            longitude=longitude,
            written_by=by,
        )
        audit.log(by, "plan_display", display, unit_id=unit.pk, why=beyond_end_why)
        return str(display.pk)

    return Display.objects.get(pk=int(once(own_key(f"hang {unit.pk} {place} {put_up_on}", by, key), write)))


@transaction.atomic
def record_put_up(
    display: Display, photo: Upload, *, by: User, on: date | None = None, clash_why: str = "", key: str = ""
) -> Display:
    """It hangs: the photo proves it. Becomes one delivery; how many saw it is unknown.

    clash_why: as in `NewEvidence`. key: of the client that sends the photo, perhaps more than once over a
    poor line; it counts once.
    """
    display = Display.objects.select_for_update().get(pk=display.pk)
    if not may_change_display(by, display):
        raise PermissionDenied
    once(own_key("put up", by, key), lambda: _put_up(display, photo, by, on, clash_why))
    display.refresh_from_db()
    return display


def _put_up(display: Display, photo: Upload, by: User, on: date | None, clash_why: str) -> str:
    if display.delivery_id:
        refuse("put_up", "Nơi treo này đã được ghi nhận.")
    day = on or display.put_up_on
    if day > dates.today():
        refuse("future", "Chưa đến ngày treo nên chưa ghi nhận được.", "on")
    must_hold(problems_with_day_of_hanging(display.put_up_on, day))
    display.delivery = record_delivery(
        unit=display.unit,
        channel=Channel.objects.get(key=CHANNELS[Display.Kind(display.kind)]),
        version=display.version,
        what=f"{display.get_kind_display()}: {display.version.edition.article} tại {display.place}",
        happened_on=day,
        outcome=Outcome.DONE,
        plan_item=display.plan_item,
        point=display.point,
        evidence=[NewEvidence(Evidence.Kind.PHOTO, photo, "Ảnh lúc treo", clash_why)],
        key=f"display {display.pk}",
        by=by,
    )
    display.put_up_on = day
    display.save()
    file = display.delivery.evidence.get(kind=Evidence.Kind.PHOTO).file
    assert file is not None, "a photo was handed in just above"
    DisplayPhoto.objects.create(
        display=display, when=DisplayPhoto.When.PUT_UP, file=file, added_by=by, added_at=dates.now()
    )
    audit.log(by, "record_put_up", display, unit_id=display.unit_id)
    return str(display.pk)


@transaction.atomic
def take_place_of_photo(display: Display, *, by: User) -> Display:
    """A person says that the camera stood where it hangs: the place takes its coordinates. Never unasked."""
    display = Display.objects.select_for_update().get(pk=display.pk)
    if not may_change_display(by, display):
        raise PermissionDenied
    seen = place_in_photo(display)
    if seen is None:
        refuse("no_place_in_photo", "Ảnh lúc treo không ghi tọa độ. Ghi tọa độ bằng tay nếu cần.")
    must_hold(problems_with_point(*seen))
    before = [str(one) if one is not None else None for one in (display.latitude, display.longitude)]
    display.latitude, display.longitude = seen
    display.save(update_fields=["latitude", "longitude"])
    after = [str(one) for one in seen]
    audit.log(by, "take_place_of_photo", display, unit_id=display.unit_id, changed={"place": [before, after]})
    return display


@transaction.atomic
def record_taken_down(
    display: Display, *, by: User, on: date, photo: Upload | None = None, key: str = ""
) -> Display:
    """It no longer hangs. key: as in `record_put_up`."""
    display = Display.objects.select_for_update().get(pk=display.pk)
    if not may_change_display(by, display):
        raise PermissionDenied
    once(own_key("taken down", by, key), lambda: _taken_down(display, by, on, photo))
    display.refresh_from_db()
    return display


def _taken_down(display: Display, by: User, on: date, photo: Upload | None) -> str:
    if display.taken_down_on:
        refuse("taken_down", "Đã ghi ngày hạ trước đó.")
    if on < display.put_up_on or on > dates.today():
        refuse("day", "Ngày hạ phải từ ngày treo đến hôm nay.", "on")
    if photo is not None:
        stored = files.keep(photo, by, PHOTOS, "photo")
        DisplayPhoto.objects.create(
            display=display, when=DisplayPhoto.When.TAKEN_DOWN, file=stored, added_by=by, added_at=dates.now()
        )
    display.taken_down_on = on
    display.save()
    audit.log(by, "record_taken_down", display, unit_id=display.unit_id)
    return str(display.pk)
