"""Every record behind one cell: what counts, with corrections and evidence, and what was tried in vain."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from lantoa.coverage.cells import Cell, Telling
from lantoa.coverage.queries import Asked
from lantoa.deliveries.models import Delivery, Outcome
from lantoa.deliveries.queries import current_lines, with_grade, with_names


@dataclass(frozen=True)
class Record:
    """One deed that counts for the cell; line: its newest line, with names; older: the lines it corrects."""

    telling: Telling
    line: Delivery
    older: tuple[Delivery, ...]


def records_of(cell: Cell) -> list[Record]:
    """The deeds of a cell, the newest first. A constant number of queries."""
    firsts = {telling.line.first_id for telling in cell.tellings}
    lines = Delivery.objects.filter(Q(pk__in=firsts) | Q(original_id__in=firsts)).order_by("position")
    chains: dict[int, list[Delivery]] = defaultdict(list)
    for line in with_names(with_grade(lines)):
        chains[line.first_id].append(line)
    found = []
    for telling in cell.tellings:
        chain = chains[telling.line.first_id]
        found.append(Record(telling, chain[-1], tuple(chain[-2::-1])))
    return found


def tried_in_vain(cell: Cell, asked: Asked) -> list[Delivery]:
    """Lines of the period at this very unit on this policy that say: it was not done."""
    lines = current_lines().filter(
        unit_id=cell.unit_id,
        policies=cell.policy_id,
        outcome=Outcome.NOT_DONE,
        happened_on__gte=asked.from_on,
        happened_on__lte=min(asked.to_on, asked.day),
    )
    return list(with_names(with_grade(lines)).order_by("-happened_on", "-position"))
