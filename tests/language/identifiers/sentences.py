"""Sentences of our own with the signs of a person marked in them: {kind|words}."""

import re
from dataclasses import dataclass
from pathlib import Path

from lantoa.language.identifiers import identifiers_in

MARK = re.compile(r"\{(\w+)\|([^}]*)\}")
HERE = Path(__file__).parent
GROUPS = {"name": "names", "address": "addresses", "birth": "births"}  # all else is a number


@dataclass(frozen=True)
class Sentence:
    """One sentence and the spans that have to be found in it; none means that it is clean."""

    text: str
    marks: list[tuple[str, int, int]]


def sentences(name: str) -> list[Sentence]:
    """The sentences of one file."""
    lines = (HERE / f"{name}.txt").read_text("utf-8").splitlines()
    return [_read(line) for line in lines if line and not line.startswith("#")]


def _read(line: str) -> Sentence:
    text, end, marks = "", 0, []
    for match in MARK.finditer(line):
        text += line[end : match.start()]
        marks.append((GROUPS.get(match[1], "numbers"), len(text), len(text) + len(match[2])))
        text += match[2]
        end = match.end()
    return Sentence(text + line[end:], marks)


@dataclass
class Measured:
    """Marks found of all marks in each group; clean sentences in which something was found."""

    found: dict[str, int]
    marked: dict[str, int]
    alarms: int
    clean: int

    def recall(self, group: str) -> float:
        return self.found.get(group, 0) / self.marked[group]


def measured(name: str) -> Measured:
    """How well the finder does on one file."""
    told = Measured({}, {}, 0, 0)
    for sentence in sentences(name):
        spans = [finding.span for finding in identifiers_in(sentence.text)]
        if not sentence.marks:
            told.clean += 1
            told.alarms += bool(spans)
        for group, start, end in sentence.marks:
            told.marked[group] = told.marked.get(group, 0) + 1
            if any(a < end and start < b for a, b in spans):
                told.found[group] = told.found.get(group, 0) + 1
    return told
