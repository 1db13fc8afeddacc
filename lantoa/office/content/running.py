"""Bài chạy ở đâu: every place where an edition airs, hangs, is handed out or was told. Five queries."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from lantoa.broadcast.models import Airing
from lantoa.common.dates import VIETNAM, say
from lantoa.content.models import Edition, EditionVersion
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.tellings import current_lines
from lantoa.displays.models import Display
from lantoa.gatherings.models import Gathering

MOST = 40


@dataclass(frozen=True)
class Run:
    """One place and time. stopped: no longer goes on there."""

    edition_id: int
    version: int
    what: str
    place: str
    when: str
    on: date
    stopped: bool = False


def where_it_runs(editions: Iterable[Edition], unit_ids: Collection[int]) -> list[Run]:
    """Newest first, of the units given, at most MOST lines."""
    versions = EditionVersion.objects.filter(edition__in=list(editions))
    rows = {
        pk: (edition_id, number)
        for pk, edition_id, number in versions.values_list("pk", "edition_id", "number")
    }
    runs = [
        *_airings(rows, unit_ids),
        *_displays(rows, unit_ids),
        *_gatherings(rows, unit_ids),
        *_deliveries(rows, unit_ids),
    ]
    return sorted(runs, key=lambda run: run.on, reverse=True)[:MOST]


def _airings(rows: dict[int, tuple[int, int]], unit_ids: Collection[int]) -> list[Run]:
    planned = Airing.objects.filter(
        version_id__in=rows, delivery__isnull=True, station__unit_id__in=unit_ids
    ).select_related("station")
    return [
        Run(
            *rows[a.version_id],
            "Lịch phát đã dừng" if a.stopped_at else "Lịch phát",
            a.station.name,
            f"{a.starts_at.astimezone(VIETNAM):%H:%M %d/%m/%Y}",
            a.starts_at.astimezone(VIETNAM).date(),
            bool(a.stopped_at),
        )
        for a in planned
    ]


def _displays(rows: dict[int, tuple[int, int]], unit_ids: Collection[int]) -> list[Run]:
    hung = Display.objects.filter(version_id__in=rows, unit_id__in=unit_ids)
    return [
        Run(
            *rows[d.version_id],
            d.get_kind_display(),
            d.place,
            f"từ {say(d.put_up_on)}" + (f", đã hạ {say(d.taken_down_on)}" if d.taken_down_on else ""),
            d.put_up_on,
            bool(d.taken_down_on),
        )
        for d in hung
    ]


def _gatherings(rows: dict[int, tuple[int, int]], unit_ids: Collection[int]) -> list[Run]:
    handed = Gathering.materials.through.objects.filter(
        editionversion_id__in=rows, gathering__territory_id__in=unit_ids
    ).select_related("gathering")
    return [
        Run(
            *rows[one.editionversion_id],
            one.gathering.get_kind_display(),
            one.gathering.place,
            say(one.gathering.starts_at.astimezone(VIETNAM).date()),
            one.gathering.starts_at.astimezone(VIETNAM).date(),
        )
        for one in handed
    ]


def _deliveries(rows: dict[int, tuple[int, int]], unit_ids: Collection[int]) -> list[Run]:
    told = (
        current_lines(Delivery.objects.filter(version_id__in=rows, unit_id__in=unit_ids))
        .select_related("channel", "unit")
        .prefetch_related("unit__versions")
    )
    return [
        Run(
            *rows[d.version_id],
            f"{d.channel}: {d.get_outcome_display().lower()}",
            d.unit.name_on(d.happened_on),
            say(d.happened_on),
            d.happened_on,
        )
        for d in told
        if d.version_id is not None
    ]
