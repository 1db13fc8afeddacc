"""Search in 2,000 documents with 20,000 provisions, on each database, in one process."""

from bench.databases import run_on_each


def measure() -> int:
    return run_on_each("bench._search")
