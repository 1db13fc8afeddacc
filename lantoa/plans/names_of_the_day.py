"""Tên đơn vị trên giấy theo ngày của giấy: a place is named as it is called on the day of the paper.

What was typed or copied from an earlier paper keeps its words; only a name that a unit of the plan bore at
another time ("UBND TỈNH A" where A has become a city) becomes the name of the day.
"""

import re
from datetime import date

from lantoa.people.models import UnitVersion
from lantoa.people.queries import tree
from lantoa.plans.models import Plan


class NamesOfTheDay:
    """The names of a plan's unit, its territory and what they lie under, on one day. One query."""

    def __init__(self, plan: Plan, day: date):
        known = tree()
        ids = {plan.unit_id, plan.territory_id} | known.above(plan.unit_id) | known.above(plan.territory_id)
        versions = list(UnitVersion.objects.filter(unit_id__in=ids))
        now = {one.unit_id: one.full_name for one in versions if one.covers(day)}
        borne = {name.casefold() for name in now.values()}
        self.now = {
            one.full_name.casefold(): now[one.unit_id]
            for one in versions
            if one.unit_id in now and one.full_name.casefold() not in borne
        }
        names = "|".join(re.escape(name) for name in sorted(self.now, key=len, reverse=True))
        self.pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE) if names else None

    def in_text(self, text: str) -> str:
        """The text with names of another time as they are on the day; capitals stay capitals."""
        return self.pattern.sub(self._name, text) if self.pattern else text

    def _name(self, found: re.Match[str]) -> str:
        name = self.now[found[0].casefold()]
        if found[0].isupper():
            return name.upper()
        return name[:1].upper() + name[1:] if found[0][0].isupper() else name
