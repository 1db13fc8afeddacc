"""The series of numbers of a unit in a year (Nghị định 30/2020/NĐ-CP, Điều 15)."""

from lantoa.plans.models import Plan
from lantoa.plans.rules.number_is_free import next_free
from lantoa.plans.states import OUT


def numbers_taken(unit_id: int, year: int) -> set[str]:
    """The numbers that plans of the unit got in that year. What the system never saw is not in it."""
    numbered = Plan.objects.filter(unit_id=unit_id, number_year=year, state__in=OUT)
    return set(numbered.exclude(number="").values_list("number", flat=True))


def proposed_number(unit_id: int, year: int) -> str:
    """The next free number; the clerk's book decides."""
    return next_free(numbers_taken(unit_id, year))
