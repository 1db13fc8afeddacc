"""Một lần truyền thông: a delivery with its corrections, counted, proved, paid and told of as one.

What was told is a chain of ledger lines. This module alone knows how a chain hangs together: whoever counts,
pays or reports asks here for tellings. The id of a telling is that of the line that began it; any line of a
chain names the whole.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from lantoa.deliveries.models import Delivery, Outcome
from lantoa.deliveries.queries import with_grade, with_names


@dataclass(frozen=True)
class Telling:
    """Lần truyền thông. line: the newest, which holds, with grade; older: those it corrects, newest first."""

    line: Delivery
    older: tuple[Delivery, ...] = ()

    @property
    def id(self) -> int:
        return self.line.telling_id

    def __str__(self) -> str:
        return str(self.line)

    @property
    def counts(self) -> bool:
        """Was it told, by the line that holds now?"""
        return self.line.counts

    @property
    def grade(self) -> int:
        """How well it is proved now, whatever was handed in for a line that no longer holds."""
        return self.line.grade  # type: ignore[attr-defined]  # annotated by with_grade

    def is_proven(self, least_grade: int) -> bool:
        """Does it count, with at least so much proof?"""
        return self.counts and self.grade >= least_grade


def current_lines(lines: QuerySet[Delivery] | None = None) -> QuerySet[Delivery]:
    """The lines that no later line corrects: what holds now, one a telling."""
    lines = Delivery.objects.all() if lines is None else lines
    return lines.filter(newer_line__isnull=True)


def told(lines: QuerySet[Delivery] | None = None, least_grade: int = 0) -> QuerySet[Delivery]:
    """Current lines that count as told, with grade: done, or so much of it that the office counts it."""
    return with_grade(current_lines(lines), least_grade).filter(counts=True)


def went_out(lines: QuerySet[Delivery] | None = None) -> QuerySet[Delivery]:
    """Current lines of what reached people at all, be it a part that counts for nothing: who heard words that
    no longer hold must hear the right ones, however little she heard."""
    return with_grade(current_lines(lines)).exclude(outcome=Outcome.NOT_DONE)


def lines_as_of(position: int) -> QuerySet[Delivery]:
    """The lines that held when the ledger ended at a position, of what counts as told."""
    later = Delivery.objects.filter(corrects=OuterRef("pk"), position__lte=position)
    return Delivery.objects.filter(~Exists(later), position__lte=position, counts=True)


def places_corrected_by(lines: QuerySet[Delivery]) -> Iterable[tuple[int, date]]:
    """(unit id, day) of the lines that these correct."""
    replaced = Delivery.objects.filter(newer_line__in=lines.order_by())
    return replaced.order_by().values_list("unit_id", "happened_on")


def telling_id(path: str = "") -> Coalesce:
    """The id of the telling as an expression; path: to the line, "delivery__" from a row that names one."""
    return Coalesce(f"{path}original_id", f"{path}pk")


def of_tellings(ids: Iterable[int], path: str = "") -> Q:
    """The condition: any line of these tellings. path: as in `telling_id`."""
    wanted = ids if hasattr(ids, "query") else set(ids)
    return Q(**{f"{path}pk__in": wanted}) | Q(**{f"{path}original_id__in": wanted})


def newest_lines(ids: Iterable[int]) -> dict[int, Delivery]:
    """Telling id -> the line that holds, with grade and names. A constant number of queries."""
    lines = current_lines().filter(of_tellings(ids))
    return {line.telling_id: line for line in with_names(with_grade(lines))}


def tellings(ids: Iterable[int]) -> dict[int, Telling]:
    """Telling id -> the telling with all its lines, with grade and names. A constant number of queries."""
    chains: dict[int, list[Delivery]] = defaultdict(list)
    for line in with_names(with_grade(Delivery.objects.filter(of_tellings(ids)))).order_by("position"):
        chains[line.telling_id].append(line)
    return {pk: Telling(chain[-1], tuple(chain[-2::-1])) for pk, chain in chains.items()}


def telling_of(line: Delivery) -> Telling:
    """The telling that a line belongs to."""
    return tellings([line.telling_id])[line.telling_id]


def lock(ids: Iterable[int]) -> None:
    """Hold these tellings to the end of the transaction: nobody corrects, proves or pays them meanwhile.

    Always in one order, so that two who want the same tellings never wait for each other for ever.
    """
    first_lines = Delivery.objects.select_for_update().filter(pk__in=set(ids)).order_by("pk")
    list(first_lines.values_list("pk"))
