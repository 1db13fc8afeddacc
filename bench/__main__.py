"""Print every figure with its size. Usage: python -m bench [part ...], a part is a module of this folder.

A part has `measure() -> int`: it prints its figures and answers 0, or another number when it could not
measure. A missed target is printed as missed; it is not a failure of the run.
"""

import importlib
import pkgutil
import sys

import bench


def parts() -> list[str]:
    """The modules of this folder that measure something, in order of name."""
    names = [found.name for found in pkgutil.iter_modules(bench.__path__) if not found.name.startswith("_")]
    return [name for name in names if hasattr(importlib.import_module(f"bench.{name}"), "measure")]


def main(wanted: list[str]) -> int:
    known = parts()
    unknown = [name for name in wanted if name not in known]
    if unknown:
        print(f"Không có phép đo {', '.join(unknown)}. Có: {', '.join(known)}.", file=sys.stderr)
        return 2
    failed = 0
    for name in wanted or known:
        print(f"{name}", flush=True)
        failed = importlib.import_module(f"bench.{name}").measure() or failed
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
