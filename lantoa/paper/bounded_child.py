"""The script of the bounded child. Started by `bounded.run` only: CHILD PACKAGE_ROOT FOLDER."""

import json
import os
import resource
import sys
from importlib import import_module
from pathlib import Path


def main(package_root: str, folder: str) -> None:
    """Limit this process, then do what order.json in the folder says, and leave answer.json there."""
    place = Path(folder)
    order = json.loads((place / "order.json").read_text(encoding="utf-8"))
    limit(order["limits"])
    if "program" in order:
        become(order["program"], place)
    sys.path.insert(0, package_root)
    from lantoa.paper.refusal import Unreadable

    module, function = order["work"].split(":")
    try:
        work = getattr(import_module(module), function)
        answer = {"value": work((place / order["on"]).read_bytes(), **order["arguments"])}
    except Unreadable as refused:
        answer = {"refused": str(refused)}
    except (MemoryError, RecursionError):
        answer = {"over": True}
    except Exception as broke:
        answer = {"broke": f"{type(broke).__name__}: {broke}"[:500]}
    part = place / "answer.part"
    part.write_text(json.dumps(answer, ensure_ascii=True), encoding="utf-8")
    part.rename(place / "answer.json")  # whole or not at all


def become(command: list[str], place: Path) -> None:
    """Turn this process, limits and all, into the program: it needs no process beside this one."""
    out = os.open(place / "output", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(out, 1)
    # A second thread would count as a process; a home and a language make programs answer alike everywhere.
    environment = {"HOME": str(place), "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
    os.execve(command[0], command, environment)  # noqa: S606 - no shell: a list, and the path was looked up


def limit(limits: dict[str, float]) -> None:
    """Take from this process what it does not need, for good."""
    os.umask(0o077)
    for name, most in (
        (resource.RLIMIT_AS, int(limits["memory"])),
        (resource.RLIMIT_FSIZE, int(limits["file"])),
        (resource.RLIMIT_CPU, int(limits["cpu"])),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_NPROC, 0),  # no further process; the kernel does not hold root to it
    ):
        _, hard = resource.getrlimit(name)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(name, (most, most))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
