"""Work on hostile bytes in a child process that cannot take much memory, time, disk or the environment.

The child is a fresh interpreter with an empty environment, in its own session and its own temporary
folder, which is removed whatever happens. It limits itself before it reads the first byte.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from lantoa.paper.refusal import Unreadable

PACKAGE_ROOT = Path(__file__).resolve().parents[2]
CHILD = Path(__file__).with_name("bounded_child.py")
MEBI = 1024 * 1024

TOO_LONG = "Đọc tệp này quá lâu nên đã dừng lại. Hãy lưu lại tệp gọn hơn rồi thử lại."
TOO_MUCH = (
    "Đọc tệp này cần quá nhiều bộ nhớ hoặc thời gian nên đã dừng lại. "
    "Hãy lưu lại tệp gọn hơn, hoặc chia nhỏ, rồi thử lại."
)
BROKEN = "Tệp bị hỏng hoặc có cấu trúc lạ nên không đọc được. Hãy mở tệp, lưu lại rồi thử lại."


@dataclass(frozen=True)
class Limits:
    """What one piece of work may take. memory and file in bytes, cpu and wall in seconds."""

    memory: int = 1024 * MEBI
    file: int = 64 * MEBI
    cpu: int = 15
    wall: float = 25.0


USUAL = Limits()


class OverLimit(Unreadable):
    """The child took more time, memory or disk than it may."""


def run(work: str, content: bytes, *, limits: Limits = USUAL, **arguments: Any) -> Any:
    """Call `work` ("package.module:function") on the bytes in a bounded child and return its JSON value.

    The function takes (bytes, **arguments), returns what JSON can hold and refuses by raising Unreadable.
    Raises Unreadable with the same sentence, OverLimit when a limit was met or the child died.
    """
    with Room(content) as room:
        return room.work(work, limits=limits, **arguments)


class Room:
    """One temporary folder where bounded children work on the same bytes, one after another.

    What one leaves in the folder the next may read; the folder goes when the room is left.
    """

    def __init__(self, content: bytes):
        self._content = content

    def __enter__(self) -> "Room":
        self._folder = tempfile.TemporaryDirectory(prefix="lantoa-doc-")
        self.place = Path(self._folder.name)
        (self.place / "input").write_bytes(self._content)
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def work(self, work: str, *, on: str = "input", limits: Limits = USUAL, **arguments: Any) -> Any:
        """As `run`, on the bytes of the file `on` of this room."""
        self._child({"work": work, "on": on, "arguments": arguments}, limits)
        return _answer(self.place)

    def program(self, *command: str, limits: Limits = USUAL) -> bool:
        """Run a program of the system under the same limits, what it prints into the file "output".

        Returns whether it ended well. Raises Unreadable when it is not installed, OverLimit when it was
        stopped.
        """
        path = shutil.which(command[0], path="/usr/bin:/usr/local/bin:/bin:/opt/homebrew/bin")
        if path is None:
            raise Unreadable(
                f"Máy chủ chưa cài chương trình {command[0]} để đọc loại tệp này. Hãy báo người quản trị."
            )
        code = self._child({"program": [path, *command[1:]]}, limits)
        if code < 0:
            raise OverLimit(TOO_MUCH)
        return code == 0

    def _child(self, order: dict[str, Any], limits: Limits) -> int:
        (self.place / "answer.json").unlink(missing_ok=True)
        order["limits"] = asdict(limits)
        (self.place / "order.json").write_text(json.dumps(order), encoding="utf-8")
        return _run_child(self.place, limits)


def _run_child(place: Path, limits: Limits) -> int:
    # -I: no environment variable, no user site, no current folder on the path. -X utf8: same everywhere.
    command = [sys.executable, "-I", "-X", "utf8", str(CHILD), str(PACKAGE_ROOT), str(place)]
    child = subprocess.Popen(
        command,
        cwd=place,
        env={},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        close_fds=True,
    )
    try:
        return child.wait(timeout=limits.wall)
    except subprocess.TimeoutExpired:
        raise OverLimit(TOO_LONG) from None
    finally:
        _end(child)


def _end(child: "subprocess.Popen[bytes]") -> None:
    """No grandchild outlives the call."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _answer(place: Path) -> Any:
    try:
        answer = json.loads((place / "answer.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        raise OverLimit(TOO_MUCH) from None
    if "refused" in answer:
        raise Unreadable(answer["refused"])
    if "over" in answer:
        raise OverLimit(TOO_MUCH)
    if "broke" in answer:
        raise Unreadable(BROKEN) from RuntimeError(answer["broke"])
    return answer["value"]
