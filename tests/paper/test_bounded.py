"""What a hostile file may not do: take memory, time, disk, the environment, or leave anything behind."""

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

from lantoa.paper.bounded import MEBI, Limits, OverLimit, run
from lantoa.paper.refusal import Unreadable

pytestmark = pytest.mark.slow

HERE = "tests.paper.test_bounded"


def spend_memory(content: bytes) -> int:
    return len([bytes(MEBI) for _ in range(2000)])


def spend_time(content: bytes) -> None:
    while True:
        pass


def sleep(content: bytes) -> None:
    import time

    time.sleep(60)


def write_much(content: bytes) -> None:
    with Path("out").open("wb") as out:
        for _ in range(64):
            out.write(bytes(MEBI))


def break_down(content: bytes) -> None:
    raise ZeroDivisionError("on purpose")


def refuse(content: bytes) -> None:
    raise Unreadable("Không đọc được.")


def surroundings(content: bytes) -> dict[str, Any]:
    return {
        "environment": sorted(os.environ),
        "folder": str(Path.cwd()),
        "files": [path.name for path in Path().iterdir()],
    }


def echo(content: bytes, word: str) -> str:
    return content.decode() + word


def test_the_value_comes_back_as_json() -> None:
    assert run(f"{HERE}:echo", "Kế hoạch".encode(), word=" năm") == "Kế hoạch năm"


def test_memory_is_limited() -> None:
    with pytest.raises(OverLimit, match="bộ nhớ"):
        run(f"{HERE}:spend_memory", b"", limits=Limits(memory=300 * MEBI))


def test_processor_time_is_limited() -> None:
    with pytest.raises(OverLimit):
        run(f"{HERE}:spend_time", b"", limits=Limits(cpu=1))


def test_waiting_time_is_limited() -> None:
    with pytest.raises(OverLimit, match="quá lâu"):
        run(f"{HERE}:sleep", b"", limits=Limits(wall=0.5))


def test_disk_is_limited() -> None:
    with pytest.raises(Unreadable):
        run(f"{HERE}:write_much", b"", limits=Limits(file=8 * MEBI))


def test_a_parser_that_breaks_gives_a_sentence_not_a_traceback() -> None:
    with pytest.raises(Unreadable, match="Tệp bị hỏng") as refused:
        run(f"{HERE}:break_down", b"")

    assert "ZeroDivisionError" in repr(refused.value.__cause__)


def test_a_refusal_keeps_its_own_sentence() -> None:
    with pytest.raises(Unreadable, match="^Không đọc được.$"):
        run(f"{HERE}:refuse", b"")


def test_the_child_sees_no_environment_and_its_folder_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "kept from the child")

    seen = run(f"{HERE}:surroundings", b"x")

    # LC_CTYPE is set by the interpreter itself.
    assert set(seen["environment"]) <= {"LC_CTYPE"}
    assert sorted(seen["files"]) == ["input", "order.json"]
    assert not Path(seen["folder"]).exists()


def test_nothing_is_left_behind_after_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    with pytest.raises(OverLimit):
        run(f"{HERE}:sleep", b"", limits=Limits(wall=0.3))

    assert list(tmp_path.iterdir()) == []
