"""Số dưới 5 hộ không được đưa ra ngoài cơ quan; số bị giấu cũng không được suy ngược ra từ tổng.

Căn cứ: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Nghị định 356/2025/NĐ-CP; ngưỡng 5 là cách làm của sản
phẩm; DESIGN 10.
Inside the office every count is shown. In what leaves it a count of 1 to 4 points at households that
neighbours can name. 0 names nobody and is shown. Where a hidden count could be reckoned from the totals of
its rows and columns, further counts are hidden with it, as few and as small as will do.

Why it holds: a table with its totals is a flow. Each row total flows into its row, each cell from its row to
its column, each column to the whole and back. Two tables with the same shown counts differ by closed rounds
of that flow, so a hidden count can be another one exactly when a round leads through it over hidden counts
alone, each of which may grow or (above 1: a hidden count is never 0) shrink by one.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

LEAST = 5  # smallest count that may leave the office
_SMALL = frozenset(range(1, LEAST))


@dataclass(frozen=True)
class Hidden:
    """A count that is not told."""

    def __str__(self) -> str:
        return "ẩn số"


HIDDEN = Hidden()
Shown = int | None | Hidden


def is_small(count: int | None) -> bool:
    """Would this count point at somebody?"""
    return count in _SMALL


def any_small(counts: Iterable[int | None]) -> bool:
    """Would one of these counts?"""
    return not _SMALL.isdisjoint(counts)


def shown(count: int | None) -> Shown:
    """One count as it may leave the office when no total tells of it: itself, unknown (None), or hidden."""
    return HIDDEN if is_small(count) else count


@dataclass(frozen=True)
class ShownTable:
    """A table as it may leave the office, with the totals of its rows, of its columns, and of all."""

    cells: tuple[tuple[Shown, ...], ...]
    rows: tuple[Shown, ...]
    columns: tuple[Shown, ...]
    total: Shown


def shown_table(counts: Sequence[Sequence[int | None]]) -> ShownTable:
    """A table of counts as it may leave the office together with all its totals.

    None is a count that nobody knows; a total with one in it is unknown too.
    """
    flow = _Flow(counts)
    for edge in flow.edges:
        edge.is_hidden = is_small(edge.count)
    for edge in [one for one in flow.edges if one.is_hidden]:
        flow.protect(edge)
    told = [edge.told for edge in flow.edges]
    height, width = len(counts), flow.width
    cells = tuple(tuple(told[n * width : (n + 1) * width]) for n in range(height))
    rest = told[height * width :]
    return ShownTable(cells, tuple(rest[:height]), tuple(rest[height:-1]), rest[-1])


@dataclass(eq=False)
class _Edge:
    """A count, flowing from one node to another. rank: what it costs to hide a count that need not be."""

    start: int
    end: int
    count: int | None
    rank: int
    is_hidden: bool = False

    @property
    def told(self) -> Shown:
        return HIDDEN if self.is_hidden else self.count

    @property
    def is_open(self) -> bool:
        """Does the reader not know it?"""
        return self.is_hidden or self.count is None

    @property
    def may_shrink(self) -> bool:
        return self.count is None or self.count > 1


# A round leads over cells before it leads over totals; the fewest, then the smallest counts are hidden.
CELL, TOTAL = 1_000_000_000, 1_000_000_000_000_000


class _Flow:
    """A table with its totals as a flow in closed rounds: rows, columns, and the two ends of the whole."""

    def __init__(self, counts: Sequence[Sequence[int | None]]):
        height, self.width = len(counts), len(counts[0]) if counts else 0
        if any(len(row) != self.width for row in counts):
            raise ValueError("rows of different length")
        columns = [[row[n] for row in counts] for n in range(self.width)]
        whole_in, whole_out = height + self.width, height + self.width + 1
        self.edges = [
            _Edge(n, height + m, count, CELL) for n, row in enumerate(counts) for m, count in enumerate(row)
        ]
        self.edges += [_Edge(whole_out, n, _sum(row), TOTAL) for n, row in enumerate(counts)]
        self.edges += [_Edge(height + m, whole_in, _sum(column), TOTAL) for m, column in enumerate(columns)]
        self.edges.append(_Edge(whole_in, whole_out, _sum([c for row in counts for c in row]), 2 * TOTAL))
        self.at: list[list[_Edge]] = [[] for _ in range(whole_out + 1)]
        for edge in self.edges:
            self.at[edge.start].append(edge)
            self.at[edge.end].append(edge)

    def protect(self, edge: _Edge) -> None:
        """Hide what it takes so that a hidden count could be another one."""
        if self._is_free(edge):
            return
        rounds = [self._cheapest(edge, edge.end, edge.start)]
        if edge.may_shrink:
            rounds.append(self._cheapest(edge, edge.start, edge.end))
        _, way = min((one for one in rounds if one), key=lambda one: one[0])
        for other in way:
            other.is_hidden = other.is_hidden or other.count is not None

    def _is_free(self, edge: _Edge) -> bool:
        return self._leads(edge, edge.end, edge.start) or (
            edge.may_shrink and self._leads(edge, edge.start, edge.end)
        )

    def _leads(self, edge: _Edge, start: int, goal: int) -> bool:
        """Is there a way over counts that the reader does not know, without this one?"""
        seen, waiting = {start}, deque([start])
        while waiting:
            for other, node in self._steps(waiting.popleft()):
                if other is edge or node in seen or not other.is_open:
                    continue
                if node == goal:
                    return True
                seen.add(node)
                waiting.append(node)
        return False

    def _cheapest(self, edge: _Edge, start: int, goal: int) -> tuple[int, list[_Edge]] | None:
        """The way for which the least has to be hidden. Noughts are told, so no way leads over them."""
        best: dict[int, tuple[int, list[_Edge]]] = {}
        queue: list[tuple[int, int, int, list[_Edge]]] = [(0, 0, start, [])]
        turn = 0
        while queue:
            cost, _, node, way = heappop(queue)
            if node in best:
                continue
            best[node] = cost, way
            if node == goal:
                return cost, way
            for other, following in self._steps(node):
                if other is edge or following in best or (not other.is_open and not other.count):
                    continue
                turn += 1
                price = 0 if other.is_open else other.rank + (other.count or 0)
                heappush(queue, (cost + price, turn, following, [*way, other]))
        return None

    def _steps(self, node: int) -> Iterator[tuple[_Edge, int]]:
        """Where a count may grow on from here, or shrink back to."""
        for edge in self.at[node]:
            if edge.start == node:
                yield edge, edge.end
            elif edge.may_shrink:
                yield edge, edge.start


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None
