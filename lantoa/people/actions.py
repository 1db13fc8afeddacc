"""Verbs about people: load shipped units, give, end and delegate duties, record audience sizes."""

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import refuse
from lantoa.people import shipped
from lantoa.people.models import (
    AudienceKind,
    AudienceSize,
    Duty,
    Role,
    Succession,
    Unit,
    UnitVersion,
    User,
)
from lantoa.people.permissions import may_give_duties, may_set_wording
from lantoa.people.queries import scope


@transaction.atomic
def load_shipped_units() -> int:
    """Put the shipped units and successions into the database; how many units are new. Safe to run twice."""
    timeline = shipped.load()
    units: dict[str, Unit] = {}
    new = 0
    for version in timeline.versions:
        if version.unit_id not in units:
            units[version.unit_id], made = Unit.objects.get_or_create(key=version.unit_id)
            new += made
    known = set(UnitVersion.objects.values_list("unit__key", "valid_from"))
    for version in timeline.versions:
        if (version.unit_id, version.valid_from) in known:
            continue
        UnitVersion.objects.create(
            unit=units[version.unit_id],
            name=version.name,
            type_word=version.type_word,
            kind=version.kind,
            code=version.code or "",
            parent=units.get(version.parent_id) if version.parent_id else None,
            is_urban=version.urban,
            valid_from=version.valid_from,
            valid_to=version.valid_to,
            legal_basis=version.legal_basis or "",
            verified=version.verified,
            note=version.note or "",
        )
    for step in timeline.successions:
        Succession.objects.get_or_create(
            predecessor=units[step.from_id],
            successor=units[step.to_id],
            on=step.on,
            defaults={
                "people": step.people,
                "households": step.households,
                "share_known": step.known,
                "resolution": step.resolution or "",
                "verified": step.verified,
                "note": step.note or "",
            },
        )
    return new


@transaction.atomic
def add_office(
    name: str,
    type_word: str,
    parent: Unit,
    kind: str,
    key: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
    legal_basis: str = "",
) -> Unit:
    """An office or station at a place. Returns the one that exists under the key, or a new one."""
    unit, made = Unit.objects.get_or_create(key=key)
    if made:
        UnitVersion.objects.create(
            unit=unit,
            name=name,
            type_word=type_word,
            kind=kind,
            parent=parent,
            valid_from=valid_from,
            valid_to=valid_to,
            legal_basis=legal_basis,
        )
    return unit


@transaction.atomic
def add_user(
    username: str, full_name: str, password: str, role: Role, unit: Unit, *, by: User | None, title: str = ""
) -> User:
    """A new person with a first duty. Without `by` only the first administrator of an installation."""
    if by is None:
        if role != Role.ADMINISTRATOR or Duty.objects.filter(role=Role.ADMINISTRATOR).exists():
            refuse("first_administrator", "Đã có người quản trị: hãy nhờ người đó giao nhiệm vụ (--as).")
    elif not may_give_duties(by, unit):
        raise PermissionDenied
    try:
        validate_password(password)
    except ValidationError as weak:
        refuse("password", " ".join(weak.messages), "password")
    user = User.objects.create_user(username, full_name, password, title=title)
    duty = Duty.objects.create(user=user, role=role, unit=unit, valid_from=dates.today(), given_by=by)
    audit.log(by, "add_user", user, unit_id=unit.pk)
    audit.log(by, "give_duty", duty, unit_id=unit.pk, role=role)
    return user


@transaction.atomic
def give_duty(
    user: User,
    role: Role,
    unit: Unit,
    *,
    by: User,
    valid_from: date,
    valid_to: date | None = None,
    basis: str = "",
) -> Duty:
    """Give a person a role at a unit. Only an administrator over it, and never to herself."""
    if not may_give_duties(by, unit):
        raise PermissionDenied
    if by == user:
        refuse("own_duty", "Không ai được tự giao nhiệm vụ cho mình. Nhờ người quản trị khác giao.")
    if valid_to and valid_to < valid_from:
        refuse("duty_dates", "Ngày kết thúc phải sau ngày bắt đầu.", "valid_to")
    duty = Duty.objects.create(
        user=user, role=role, unit=unit, valid_from=valid_from, valid_to=valid_to, given_by=by, basis=basis
    )
    audit.log(by, "give_duty", duty, unit_id=unit.pk, role=role)
    return duty


@transaction.atomic
def delegate_duty(duty: Duty, to: User, *, by: User, valid_from: date, valid_to: date, why: str) -> Duty:
    """Hand one's own duty to another person for a period. What was delegated is not delegated on."""
    if duty.user_id != by.pk or duty not in scope(by, dates.today()).duties:
        raise PermissionDenied
    if to == by:
        refuse("own_duty", "Không thể ủy quyền cho chính mình. Chọn người khác.", "to")
    if duty.delegated_from_id:
        refuse("delegated_twice", "Nhiệm vụ được ủy quyền thì không ủy quyền lại cho người khác được.")
    if valid_to < valid_from:
        refuse("duty_dates", "Ngày kết thúc phải sau ngày bắt đầu.", "valid_to")
    handed = Duty.objects.create(
        user=to,
        role=duty.role,
        unit=duty.unit,
        valid_from=valid_from,
        valid_to=valid_to,
        delegated_from=duty,
        given_by=by,
        basis=why,
    )
    audit.log(by, "delegate_duty", handed, unit_id=duty.unit_id, why=why, role=duty.role)
    return handed


@transaction.atomic
def end_duty(duty: Duty, *, by: User, on: date, why: str) -> Duty:
    """End a duty on a day, never later than it ends. An administrator over the unit, or who delegated it."""
    if not (may_give_duties(by, duty.unit) or duty.given_by_id == by.pk):
        raise PermissionDenied
    if on < duty.valid_from:
        refuse("duty_dates", "Ngày kết thúc phải từ ngày bắt đầu nhiệm vụ trở đi.", "on")
    if duty.valid_to and on > duty.valid_to:
        refuse(
            "duty_ended", f"Nhiệm vụ này đã hết ngày {dates.say(duty.valid_to)}, không kéo dài được.", "on"
        )
    before = duty.valid_to
    duty.valid_to = on
    duty.save(update_fields=["valid_to"])
    audit.log(by, "end_duty", duty, unit_id=duty.unit_id, why=why, valid_to=[str(before or ""), str(on)])
    return duty


@transaction.atomic
def set_zero_tens(unit: Unit, zero_tens: str, *, by: User) -> Unit:
    """How the papers of a unit write an empty ten in amounts. An administrator over it, or its accountant."""
    if not may_set_wording(by, unit):
        raise PermissionDenied
    if zero_tens not in Unit.ZeroTens.values:
        refuse("zero_tens", "Chọn “lẻ” hoặc “linh”.", "zero_tens")
    before, unit.zero_tens = unit.zero_tens, zero_tens
    unit.save(update_fields=["zero_tens"])
    audit.log(by, "set_zero_tens", unit, unit_id=unit.pk, zero_tens=[before, zero_tens])
    return unit


@transaction.atomic
def record_audience_size(
    unit: Unit, kind: AudienceKind, count: int, *, counted_on: date, source: str, by: User
) -> AudienceSize:
    """Write down how many households (officials: persons) of a kind a unit had, by which source."""
    if not scope(by).has({Role.PROGRAMME_OFFICER, Role.WARD_OFFICER, Role.ADMINISTRATOR}, unit.pk):
        raise PermissionDenied
    if not source.strip():
        refuse("size_source", "Ghi nguồn số liệu, ví dụ: “Kết quả rà soát cuối năm 2025”.", "source")
    size, _ = AudienceSize.objects.update_or_create(
        unit=unit,
        kind=kind,
        counted_on=counted_on,
        source=source,
        defaults={"count": count, "recorded_by": by},
    )
    audit.log(by, "record_audience_size", size, unit_id=unit.pk, count=count)
    return size
