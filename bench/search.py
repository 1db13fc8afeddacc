"""Search on each database, in one process: in 20,000 provisions of 2,000 documents, and how well it answers.

With LANTOA_RETRIEVAL=FOLDER the answers are those of a set of known questions (see `_retrieval`).
"""

from bench.databases import run_on_each


def measure() -> int:
    return run_on_each("bench._retrieval") or run_on_each("bench._search")
