"""Dated amounts and thresholds of a policy: add one, end one, confirm one, take a wrong one out."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import Problem, must_hold, refuse
from lantoa.library.models import Policy, PolicyParameter, Provision
from lantoa.library.permissions import may_check, may_write
from lantoa.library.rules.parameter_periods_join import problems_with_periods
from lantoa.people.models import User
from lantoa.people.naming import must_name_nobody
from lantoa.people.two_people import must_be_another, record_writer


def add_parameter(
    policy: Policy,
    *,
    by: User,
    name: str,
    value: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
    reference: str = "",
    provision: Provision | None = None,
    ends_previous: bool = False,
    person_named_why: str = "",
) -> PolicyParameter:
    """An amount or threshold for a period (valid_to: its last day; None: no day known).

    Amounts of one name join day to day. ends_previous: the one that has no last day ends the day before.
    It is unchecked until another person confirms it (`mark_parameter_checked`), and so is one that was ended.
    """
    if not may_write(by):
        raise PermissionDenied
    name, value, reference = name.strip(), value.strip(), reference.strip()
    must_hold(_problems_with(name, value, valid_from, valid_to))
    with transaction.atomic():
        policy = Policy.objects.select_for_update().get(pk=policy.pk)
        alike = list(policy.parameters.filter(name=name))
        if ends_previous and valid_from:
            _end_open(alike, valid_from - timedelta(days=1))
        made = PolicyParameter(
            policy=policy,
            name=name,
            value=value,
            valid_from=valid_from,
            valid_to=valid_to,
            reference=reference,
            provision=provision,
        )
        must_hold(problems_with_periods([*alike, made]))
        made.save()
        _names_nobody(made, by, person_named_why)
        record_writer(by, policy)
        audit.log(by, "add_parameter", policy, name=name, value=value, valid_from=str(valid_from or ""))
    return made


def end_parameter(parameter: PolicyParameter, *, by: User, valid_to: date | None) -> PolicyParameter:
    """Say which day is the last of an amount (None: not known)."""
    if not may_write(by):
        raise PermissionDenied
    with transaction.atomic():
        policy, parameter, others = _locked(parameter)
        must_hold(_problems_with(parameter.name, parameter.value, parameter.valid_from, valid_to))
        parameter.valid_to = valid_to
        must_hold(problems_with_periods([*others, parameter]))
        _unchecked(parameter)
        record_writer(by, policy)
        audit.log(by, "end_parameter", policy, name=parameter.name, valid_to=str(valid_to or ""))
    return parameter


def mark_parameter_checked(parameter: PolicyParameter, *, by: User) -> PolicyParameter:
    """Confirm today that an amount says what its reference says; whoever wrote in the policy does not."""
    if not may_check(by):
        raise PermissionDenied
    with transaction.atomic():
        policy, parameter, _ = _locked(parameter)
        must_be_another(by, policy)
        _names_nobody(parameter, by)
        if not parameter.reference and parameter.provision_id is None:
            refuse(
                "reference_missing", "Mức chưa ghi nguồn thì chưa kiểm chứng được. Bỏ rồi ghi lại kèm nguồn."
            )
        parameter.verified, parameter.checked_on, parameter.checked_by = True, dates.today(), by
        parameter.save(update_fields=["verified", "checked_on", "checked_by"])
        audit.log(by, "check_parameter", policy, name=parameter.name, value=parameter.value)
    return parameter


def remove_parameter(parameter: PolicyParameter, *, by: User, why: str) -> None:
    """Take out an amount that was entered wrongly; the log keeps what it said. It may leave no gap."""
    if not may_write(by):
        raise PermissionDenied
    if not why.strip():
        refuse("why_missing", "Ghi lý do bỏ mức này.", "why")
    with transaction.atomic():
        policy, parameter, others = _locked(parameter)
        must_hold(problems_with_periods(others))
        audit.log(
            by,
            "remove_parameter",
            policy,
            why=why,
            name=parameter.name,
            value=parameter.value,
            period=[str(parameter.valid_from or ""), str(parameter.valid_to or "")],
        )
        record_writer(by, policy)
        parameter.delete()


def _problems_with(name: str, value: str, valid_from: date | None, valid_to: date | None) -> list[Problem]:
    found = []
    if not name:
        found.append(Problem("name_missing", "Chưa đặt tên mức.", "name"))
    if not value:
        found.append(Problem("value_missing", "Chưa ghi giá trị.", "value"))
    if valid_from and valid_to and valid_to < valid_from:
        found.append(Problem("period_reversed", "Ngày cuối phải từ ngày đầu trở đi.", "valid_to"))
    return found


def _end_open(parameters: list[PolicyParameter], last: date) -> None:
    for one in parameters:
        if one.valid_to is None and (one.valid_from is None or one.valid_from <= last):
            one.valid_to = last
            _unchecked(one)


def _unchecked(parameter: PolicyParameter) -> None:
    """Its period changed: nobody has checked what it says now."""
    parameter.verified, parameter.checked_on, parameter.checked_by = False, None, None
    parameter.save(update_fields=["valid_to", "verified", "checked_on", "checked_by"])


def _names_nobody(parameter: PolicyParameter, by: User, why: str = "") -> None:
    words = (parameter.name, parameter.value, parameter.reference)
    must_name_nobody(parameter, *words, by=by, why=why, what="Mức")


def _locked(parameter: PolicyParameter) -> tuple[Policy, PolicyParameter, list[PolicyParameter]]:
    """The policy, the amount, and the other amounts of its name; the policy's row guards them all."""
    policy = Policy.objects.select_for_update().get(pk=parameter.policy_id)
    alike = {one.pk: one for one in policy.parameters.filter(name=parameter.name)}
    return policy, alike.pop(parameter.pk), list(alike.values())
