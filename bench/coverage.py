"""Matrix, suspect list, pages of work and of coverage with a full office's ledger, on each kind of database.

Ten times as much with LANTOA_BENCH_TIMES=10.
"""

from bench.databases import run_on_each


def measure() -> int:
    return run_on_each("bench._coverage")
