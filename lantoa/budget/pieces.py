"""Mấy tấm, mấy tờ, mấy người: how much of what a plan item counts a telling is."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from lantoa.broadcast.models import Airing
from lantoa.deliveries.tellings import Telling
from lantoa.displays.models import Display, HandOut
from lantoa.plans.models import PlanItem

COPIES = {"tờ", "tấm", "cuốn"}  # one telling is many of these
MESSAGES = {"tin", "bài", "clip"}  # told many times, it is still one
PEOPLE = {"lượt người"}
HOURS = {"giờ"}
KNOWN_COPIES = (Display, HandOut)


class Pieces:
    """Counts tellings in the units of plan items. Three queries for any number of tellings."""

    def __init__(self, tellings: Iterable[Telling]):
        ids = {telling.id for telling in tellings}
        self.copies: dict[int, int] = defaultdict(int)
        for model in KNOWN_COPIES:
            rows = model._default_manager.filter(delivery_id__in=ids)
            for telling, copies in rows.values_list("delivery_id", "copies"):
                self.copies[telling] += copies
        airings = Airing.objects.filter(delivery_id__in=ids)
        self.minutes: dict[int | None, int] = dict(airings.values_list("delivery_id", "minutes"))

    def of(self, item: PlanItem, tellings: Iterable[Telling]) -> Fraction:
        """How many of what the item counts these tellings are together; what is not known counts nothing."""
        tellings = list(tellings)
        unit = item.counting_unit.name if item.counting_unit else ""
        if unit in MESSAGES:
            return Fraction(len({telling.line.version_id or -telling.id for telling in tellings}))
        return sum((self._one(unit, telling) for telling in tellings), Fraction())

    def _one(self, unit: str, telling: Telling) -> Fraction:
        if unit in COPIES:
            return Fraction(self.copies.get(telling.id, 1))
        if unit in PEOPLE:
            return Fraction(telling.line.reach_low or 0)
        if unit in HOURS:
            return Fraction(telling.line.minutes_played or self.minutes.get(telling.id, 0), 60)
        return Fraction(1)
