"""Verbs about shapes: take outlines of units in from a GeoJSON."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates, files
from lantoa.common.problems import refuse
from lantoa.people.models import UnitShape, User
from lantoa.people.outlines.matching import Matching, State, match, read_outlines
from lantoa.people.permissions import may_import_outlines

UNITS_A_DEGREE = 100_000


def import_outlines(
    upload: files.Upload, *, by: User, day: date, source: str, dry_run: bool = False
) -> Matching:
    """Give the units of a file, by codes or names of `day`, their outlines; a point gives the centre alone.

    All that match are written together or none; the others are told with their reason. dry_run: the same
    answer, nothing written. Raises Unreadable when the file is no GeoJSON of this country.
    """
    if not may_import_outlines(by):
        raise PermissionDenied
    if not source.strip():
        refuse(
            "outline_source", "Ghi nguồn của ranh giới, ví dụ: Cổng dữ liệu thành phố, ngày tải.", "source"
        )
    features = read_outlines(upload.content)
    if dry_run:
        return match(features, day=day, by=by)
    with transaction.atomic():
        matching = match(features, day=day, by=by)
        for row in matching.of(State.NEW, State.REPLACED):
            if row.unit is None:
                continue
            values = {
                "longitude": Decimal(row.centre[0]) / UNITS_A_DEGREE,
                "latitude": Decimal(row.centre[1]) / UNITS_A_DEGREE,
                "source": source.strip()[:300],
                "verified": True,
                "recorded_by": by,
                "recorded_at": dates.now(),
            }
            if row.outline:
                values["outline"] = list(row.outline)
            shape, _ = UnitShape.objects.update_or_create(unit_id=row.unit.unit_id, defaults=values)
            corners = sum(len(ring) for polygon in row.outline for ring in polygon)
            audit.log(
                by, "import_outline", shape, unit_id=row.unit.unit_id, corners=corners, file=upload.name
            )
    return matching
