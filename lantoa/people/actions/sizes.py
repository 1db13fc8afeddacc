"""Verbs about audience sizes: write one down, take in a sheet of them."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates, files
from lantoa.common.problems import refuse
from lantoa.paper.sheets import read_sheets
from lantoa.people.models import AudienceKind, AudienceSize, SizeImport, Unit, User
from lantoa.people.permissions import may_count
from lantoa.people.queries import units_to_count
from lantoa.people.sizes import Reading, State, find_table, group_names, judge, returned_rows


@transaction.atomic
def record_audience_size(
    unit: Unit, kind: AudienceKind, count: int, *, counted_on: date, source: str, by: User
) -> AudienceSize:
    """Write down how many households (officials: persons) of a kind a unit had, by which source."""
    if not may_count(by, unit.pk):
        raise PermissionDenied
    if not source.strip():
        refuse("size_source", "Ghi nguồn số liệu, ví dụ: “Kết quả rà soát cuối năm 2025”.", "source")
    before = AudienceSize.objects.filter(unit=unit, kind=kind, counted_on=counted_on, source=source).first()
    size, _ = AudienceSize.objects.update_or_create(
        unit=unit,
        kind=kind,
        counted_on=counted_on,
        source=source,
        defaults={"count": count, "recorded_by": by},
    )
    audit.log(
        by, "record_audience_size", size, unit_id=unit.pk, count=[before.count if before else None, count]
    )
    return size


def import_audience_sizes(
    upload: files.Upload, *, by: User, counted_on: date | None = None, source: str = "", dry_run: bool = False
) -> tuple[Reading, SizeImport | None]:
    """Take a sheet of sizes in: what is right is written at once or not at all, what is not comes back.

    counted_on, source: of rows that do not say. dry_run: the same reading, nothing written. Returns the
    reading, with every row accounted for, and the record of the import (None when dry). Raises Unreadable
    when the file is no sheet, RuleBroken when it has no table of sizes.
    """
    if not units_to_count(by):
        raise PermissionDenied
    table = find_table(read_sheets(upload.content), group_names())
    if dry_run:
        return judge(table, by=by, counted_on=counted_on, source=source), None
    with transaction.atomic():
        list(AudienceKind.objects.select_for_update().order_by("pk"))  # one import at a time
        reading = judge(table, by=by, counted_on=counted_on, source=source)
        return reading, write_down(reading, upload, by)


def write_down(reading: Reading, upload: files.Upload, by: User) -> SizeImport:
    """Write what a reading found new or corrected, with the record of it. Inside a transaction."""
    account = reading.account
    returned = None
    if account.rejected:
        returned = files.keep(files.Upload("so-lieu-can-sua.xlsx", returned_rows(reading)), by, allowed=None)
    made = SizeImport.objects.create(
        by=by,
        at=dates.now(),
        file=files.keep(upload, by, allowed=None),
        returned=returned,
        read=account.read,
        new=account.new,
        corrected=account.corrected,
        unchanged=account.unchanged,
        rejected=account.rejected,
    )
    AudienceSize.objects.bulk_create(
        [
            AudienceSize(
                unit_id=row.unit_id,
                kind_id=row.kind_id,
                count=row.count,
                counted_on=row.day,
                source=row.source,
                recorded_by=by,
                taken_from=made,
            )
            for row in reading.of(State.NEW)
        ],
        batch_size=500,
    )
    corrected = {row.size_id: row for row in reading.of(State.CORRECTED) if row.size_id}
    sizes: list[AudienceSize] = []
    for start in range(0, len(corrected), 500):
        ids = sorted(corrected)[start : start + 500]
        sizes += AudienceSize.objects.filter(pk__in=ids)
    for size in sizes:
        size.count, size.recorded_by, size.taken_from = corrected[size.pk].count, by, made
    AudienceSize.objects.bulk_update(sizes, ["count", "recorded_by", "taken_from"], batch_size=200)
    audit.log(
        by,
        "import_audience_sizes",
        made,
        read=account.read,
        new=account.new,
        unchanged=account.unchanged,
        rejected=account.rejected,
        corrected=[[row.size_id, row.before, row.count] for row in corrected.values()],
    )
    return made
