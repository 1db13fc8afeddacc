"""300 tệp hỏng hoặc gây hại: each is read or refused with a sentence, within limits, and leaves nothing."""

import re
import struct
import tempfile
import time
from pathlib import Path

import pytest

from lantoa.paper.bounded import Limits, run
from lantoa.paper.reading import Reading, read_official
from lantoa.paper.refusal import Unreadable
from tests.paper.hostile import attacks, fuzzed

pytestmark = pytest.mark.slow

ATTACKS = attacks()
FUZZED = fuzzed()
BATCH = 25
LIMITS = Limits(cpu=40, wall=60)


def is_sentence(says: str) -> bool:
    return bool(re.match(r"[A-ZĐÀ-Ỹ]", says)) and says.endswith(".") and "Error" not in says


def children() -> str:
    return "".join(Path(task, "children").read_text() for task in Path("/proc/self/task").iterdir()).strip()


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made, with nothing in it."""
    (tmp_path / "in" / "here").mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "in" / "here"))
    return tmp_path


def leaves_nothing(place: Path) -> bool:
    return [path.name for path in place.rglob("*")] == ["in", "here"] and not children()


def test_there_are_three_hundred() -> None:
    assert len(ATTACKS) + len(FUZZED) >= 300


@pytest.mark.parametrize(("content", "name"), ATTACKS.values(), ids=ATTACKS)
def test_an_attack_ends_in_words_or_in_a_sentence(content: bytes, name: str, place: Path) -> None:
    started, files = time.monotonic(), open_files()

    try:
        outcome = read_official(content, name)
    except Unreadable as refused:
        assert is_sentence(str(refused)), str(refused)
    else:
        assert isinstance(outcome, Reading)
        assert "root:" not in " ".join(line.text for line in outcome.lines)

    assert time.monotonic() - started < 30
    assert leaves_nothing(place)
    assert open_files() <= files


@pytest.mark.parametrize("start", range(0, len(FUZZED), BATCH))
def test_broken_copies_are_read_or_refused(start: int, place: Path) -> None:
    """One bounded child a batch: no file of it may stop the child, and each has its own outcome."""
    batch = FUZZED[start : start + BATCH]
    packed = b"".join(struct.pack(">I", len(content)) + content for content, _ in batch)

    told = run("tests.paper.hostile:outcomes", packed, limits=LIMITS)

    assert len(told) == len(batch)
    for (content, name), outcome in zip(batch, told, strict=True):
        if outcome is None or isinstance(outcome, list):  # alone, through the door that everyone uses
            try:
                read_official(content, name)
            except Unreadable as refused:
                assert is_sentence(str(refused)), (name, outcome, str(refused))
        else:
            assert outcome == "read" or is_sentence(outcome), (name, outcome)
    assert leaves_nothing(place)
