"""The graph of the law: what one changed clause touches, the page of a long decree, statuses of a list."""

from bench.databases import run_on_each


def measure() -> int:
    return run_on_each("bench._library_graph")
