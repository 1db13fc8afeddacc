"""Write a line of a poverty standard, confirm it against its source, take a wrong one out of use."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit
from lantoa.common.problems import must_hold, refuse
from lantoa.library.actions.checking import day_of_check
from lantoa.library.models import PovertyStandard
from lantoa.library.permissions import may_check, may_write
from lantoa.library.rules.standard_lines_stand_apart import problems_with_line
from lantoa.people.models import AudienceKind, Unit, User
from lantoa.people.naming import must_name_nobody
from lantoa.people.two_people import must_be_another, record_writer

SAID = (
    "area", "income_above_vnd", "income_upto_vnd", "deprived_from", "deprived_below", "valid_from",
    "valid_to", "reference", "source", "note",
)  # fmt: skip


def write_standard(
    line: PovertyStandard | None = None,
    *,
    by: User,
    territory: Unit | None,
    area: str,
    category: AudienceKind,
    valid_from: date,
    reference: str,
    valid_to: date | None = None,
    income_above_vnd: int | None = None,
    income_upto_vnd: int | None = None,
    deprived_from: int | None = None,
    deprived_below: int | None = None,
    source: str = "",
    note: str = "",
    person_named_why: str = "",
) -> PovertyStandard:
    """Write a line or rewrite one; what was rewritten was checked by nobody.

    territory: None for the whole country. Income in đồng a person a month; a bound of None asks nothing.
    """
    if not may_write(by):
        raise PermissionDenied
    with transaction.atomic():
        # The lines are locked first and read after: of two that collide the later one sees the earlier.
        in_use = PovertyStandard.objects.filter(withdrawn_why="")
        list(in_use.select_for_update().values_list("pk"))
        others = [one for one in in_use.select_related("category") if line is None or one.pk != line.pk]
        line = PovertyStandard() if line is None else _in_use(line)
        before = _said(line) if line.pk else {}
        line.territory, line.area, line.category = territory, area, category
        line.valid_from, line.valid_to = valid_from, valid_to
        line.income_above_vnd, line.income_upto_vnd = income_above_vnd, income_upto_vnd
        line.deprived_from, line.deprived_below = deprived_from, deprived_below
        line.reference, line.source, line.note = reference.strip(), source.strip(), note.strip()
        line.checked_on = line.checked_by = None
        must_hold(problems_with_line(line, others))
        line.save()
        _names_nobody(line, by, person_named_why)
        record_writer(by, line)
        audit.log(by, "write_standard", line, before=before, after=_said(line))
    return line


def mark_standard_checked(line: PovertyStandard, *, by: User, on: date | None = None) -> PovertyStandard:
    """Confirm that a line says what its source says; from then on the public page may show it.

    Whoever wrote the line does not check it.
    """
    if not may_check(by):
        raise PermissionDenied
    on = day_of_check(on)
    with transaction.atomic():
        line = _in_use(line)
        must_be_another(by, line)
        _names_nobody(line, by)
        line.checked_on, line.checked_by = on, by
        line.save(update_fields=["checked_on", "checked_by"])
        audit.log(by, "check_standard", line, on=str(on))
    return line


def _names_nobody(line: PovertyStandard, by: User, why: str = "") -> None:
    must_name_nobody(line, line.reference, line.source, line.note, by=by, why=why, what="Dòng chuẩn")


def withdraw_standard(line: PovertyStandard, *, by: User, why: str) -> PovertyStandard:
    """Take a line out of use with the reason; it stays readable."""
    if not may_write(by):
        raise PermissionDenied
    if not why.strip():
        refuse("why_missing", "Ghi lý do bỏ, ví dụ: nhập nhầm mức của giai đoạn trước.", "why")
    with transaction.atomic():
        line = _in_use(line)
        line.withdrawn_why = why.strip()
        line.save(update_fields=["withdrawn_why"])
        audit.log(by, "withdraw_standard", line, why=why)
    return line


def _in_use(line: PovertyStandard) -> PovertyStandard:
    line = PovertyStandard.objects.select_for_update().get(pk=line.pk)
    if line.withdrawn_why:
        refuse("withdrawn", "Dòng này đã bỏ, không dùng nữa. Cần lại thì ghi dòng mới.")
    return line


def _said(line: PovertyStandard) -> dict[str, str | int | None]:
    """What the line says, for the log."""
    values = {name: getattr(line, name) for name in SAID}
    return {name: str(value) if isinstance(value, date) else value for name, value in values.items()}
