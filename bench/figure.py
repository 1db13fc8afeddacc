"""One measured figure, and how it is printed."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured: a value with its unit, the size it was measured at, the target where there is one.

    `target` is a limit in the same unit; a figure above it is printed with "missed" (or below it, where
    more is better).
    """

    what: str
    value: float
    unit: str
    size: str
    target: float | None = None
    more_is_better: bool = False

    @property
    def missed(self) -> bool:
        if self.target is None:
            return False
        return self.value < self.target if self.more_is_better else self.value > self.target

    def line(self) -> str:
        aim = "" if self.target is None else f"{'>=' if self.more_is_better else '<='} {self.target:g}"
        verdict = "" if self.target is None else ("missed" if self.missed else "met")
        return f"  {self.what:<62} {_round(self.value):>9} {self.unit:<12} {aim:<10} {verdict:<7} {self.size}"


def _round(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 10 else f"{value:,.0f}"


def print_figures(figures: Iterable[Figure]) -> None:
    for figure in figures:
        print(figure.line(), flush=True)


def milliseconds(action: Callable[[], object], times: int = 1) -> list[float]:
    """How long each of `times` runs took, in milliseconds, in order."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def yardstick() -> Figure:
    """How fast the machine is just now: the same small job for every run, so that figures of two runs, or of
    a quiet and of a busy hour, can be told apart."""
    taken = milliseconds(lambda: sum(hash((at, at % 7)) for at in range(300_000)), 3)
    return Figure("this machine, just now: a fixed job of plain Python", min(taken), "ms", "300,000 hashes")


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0..1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(len(ordered) * share * 1000) // 1000) - 1)]
