"""Every record behind one cell: what counts, with corrections and evidence, and what was tried in vain."""

from dataclasses import dataclass

from lantoa.coverage.cells import Cell, CellTelling
from lantoa.coverage.queries import Asked
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.queries import with_grade, with_names
from lantoa.deliveries.tellings import current_lines, tellings


@dataclass(frozen=True)
class Record:
    """One deed that counts for the cell; line: its newest line, with names; older: the lines it corrects."""

    telling: CellTelling
    line: Delivery
    older: tuple[Delivery, ...]


def records_of(cell: Cell) -> list[Record]:
    """The deeds of a cell, the newest first. A constant number of queries."""
    whole = tellings(telling.line.telling_id for telling in cell.tellings)
    found = []
    for telling in cell.tellings:
        one = whole[telling.line.telling_id]
        found.append(Record(telling, one.line, one.older))
    return found


def tried_in_vain(cell: Cell, asked: Asked) -> list[Delivery]:
    """Lines of the period at this very unit on this policy that do not count: not done, or only in part."""
    lines = current_lines().filter(
        unit_id=cell.unit_id,
        policies=cell.policy_id,
        counts=False,
        happened_on__gte=asked.from_on,
        happened_on__lte=min(asked.to_on, asked.day),
    )
    return list(with_names(with_grade(lines)).order_by("-happened_on", "-position"))
