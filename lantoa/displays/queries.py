"""Reads over displays; whether one may still hang is asked of content, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, IntegerField, OuterRef, Prefetch, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from lantoa.content.queries import Airable, airable
from lantoa.displays.models import Display, DisplayPhoto, HandOut, PrintRun
from lantoa.people.models import User
from lantoa.people.queries import scope


def visible_displays(user: User) -> QuerySet[Display]:
    """Those of her units, newest first, with what a list shows."""
    return (
        Display.objects.filter(unit_id__in=scope(user).inside())
        .select_related("version__edition__article", "unit", "delivery", "plan_item")
        .prefetch_related("unit__versions", Prefetch("photos", DisplayPhoto.objects.select_related("file")))
    )


@dataclass(frozen=True)
class Hanging:
    """A display with what is true of it on a day. days_over: since the day on which it was to come down."""

    display: Display
    airable: Airable
    is_up: bool
    days_over: int = 0

    @property
    def must_come_down(self) -> bool:
        return self.is_up and not self.airable.ok


def hanging_on(displays: Iterable[Display], day: date) -> list[Hanging]:
    """Each display with whether it hangs on `day` and whether its words may stand. One bulk question."""
    displays = list(displays)
    answers = airable([d.version for d in displays], day)
    return [
        Hanging(
            d,
            answers[d.version_id],
            d.put_up_on <= day and (d.taken_down_on is None or d.taken_down_on > day),
            _days_over(d, day),
        )
        for d in displays
    ]


def place_in_photo(display: Display) -> tuple[Decimal, Decimal] | None:
    """Where the camera stood when it hung, by its newest photo that says so."""
    photos = display.photos.filter(when=DisplayPhoto.When.PUT_UP, file__latitude__isnull=False)
    newest = photos.select_related("file").order_by("-id").first()
    if newest is None or newest.file.latitude is None or newest.file.longitude is None:
        return None
    return newest.file.latitude, newest.file.longitude


def _days_over(display: Display, day: date) -> int:
    hangs = display.delivery_id is not None and display.taken_down_on is None
    return max(0, (day - display.take_down_on).days) if hangs and display.take_down_on else 0


def standing_as(displays: QuerySet[Display], standing: str, day: date) -> QuerySet[Display]:
    """up: they hang; over: longer than planned; unproven: no photo says so yet; down: they came down."""
    hangs = displays.filter(delivery__isnull=False, taken_down_on__isnull=True)
    return {
        "up": hangs,
        "over": hangs.filter(take_down_on__lt=day),
        "unproven": displays.filter(delivery__isnull=True, taken_down_on__isnull=True),
        "down": displays.filter(taken_down_on__isnull=False),
    }[standing]


def visible_runs(user: User) -> QuerySet[PrintRun]:
    """Print runs of her units, newest first, each with `given` and `left` (copies)."""
    return (
        with_stock(PrintRun.objects.filter(unit_id__in=scope(user).inside()))
        .select_related("version__edition__article", "unit", "plan_item")
        .prefetch_related("unit__versions")
    )


def with_stock(runs: QuerySet[PrintRun]) -> QuerySet[PrintRun]:
    """given: copies handed out and not taken back; left: copies in stock."""
    given = HandOut.objects.filter(run=OuterRef("pk"), taken_back_why="").order_by().values("run")
    copies = Subquery(given.annotate(all=Sum("copies")).values("all"), output_field=IntegerField())
    return runs.annotate(given=Coalesce(copies, 0)).annotate(left=F("copies") - F("given") - F("pulped"))


def left_of(run: PrintRun) -> int:
    """Copies of one run in stock."""
    stock = with_stock(PrintRun.objects.filter(pk=run.pk))
    return stock.values_list("left", flat=True).get()  # type: ignore[misc]  # annotated by with_stock


@dataclass(frozen=True)
class Stock:
    """A print run with its copies handed out and left, and what is true of its words on a day."""

    run: PrintRun
    given: int
    left: int
    airable: Airable

    @property
    def must_be_kept_back(self) -> bool:
        """Copies are left, and their words no longer hold."""
        return self.left > 0 and not self.airable.ok


def stock_on(runs: Iterable[Any], day: date) -> list[Stock]:
    """Each run (of `with_stock`) with whether its copies may still be given out. One bulk question."""
    runs = list(runs)
    answers = airable([run.version for run in runs], day)
    return [Stock(run, run.given, run.left, answers[run.version_id]) for run in runs]
