"""Verbs about people: add a person, give, delegate and end duties."""

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import refuse
from lantoa.people.models import Duty, Role, Unit, User
from lantoa.people.permissions import may_give_duties
from lantoa.people.queries import scope


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
