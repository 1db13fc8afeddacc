"""The plan as clauses "I", "II.1", each with its own texts, and finding words in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lantoa.paper.reading import Reading
from lantoa.paper.structure import Block, Paragraph, Section, Table
from lantoa.paper.wording import bare
from lantoa.plans.reading.plan_reading import Evidence
from lantoa.plans.reading.vocabulary import Word

# Titles are asked about many times; they repeat from plan to plan.
_bare = lru_cache(maxsize=2048)(bare)


@dataclass(frozen=True)
class Text:
    """One paragraph or table row of a clause; line: its place in the source, -1 when unknown."""

    words: str
    marker: str = ""
    line: int = -1
    in_table: bool = False


@dataclass
class Clause:
    """One section: where it stands ("II.1"), its title, its own texts (not those of sections below it)."""

    where: str
    title: str
    level: int
    texts: list[Text] = field(default_factory=list)
    parents: tuple[str, ...] = ()

    @property
    def bare_title(self) -> str:
        return _bare(self.title)

    def is_about(self, *words: str) -> bool:
        """Whether the title holds one of these words (given without marks)."""
        return any(word in self.bare_title for word in words)

    def is_within(self, *words: str) -> bool:
        """Whether its title, or that of a section around it, holds one of these words."""
        return self.is_about(*words) or any(word in _bare(title) for title in self.parents for word in words)


@dataclass(frozen=True)
class Hit:
    """A word of a vocabulary found in a clause."""

    word: Word
    clause: Clause
    text: Text
    start: int
    end: int

    @property
    def quote(self) -> str:
        return self.text.words[self.start : self.end]


def clauses_of(reading: Reading) -> list[Clause]:
    """Every section of the plan and of its annexes, in order."""
    document = reading.document
    clauses = list(_clauses(reading, document.sections, "sections", ""))
    for at, annex in enumerate(document.annexes):
        name = f"Phụ lục {annex.number}".strip()
        path = f"annexes.{at}."
        clauses.append(Clause(name, annex.title, 1, _texts(reading, annex.blocks, f"{path}blocks")))
        clauses.extend(_clauses(reading, annex.sections, f"{path}sections", name))
    return clauses


def opening_of(reading: Reading) -> list[Text]:
    """The texts before the first section."""
    return _texts(reading, reading.document.opening, "opening")


def _clauses(reading: Reading, sections: list[Section], path: str, under: str) -> Iterator[Clause]:
    above: list[tuple[int, str, str]] = []  # level, label, title
    for at, section in enumerate(sections):
        while above and above[-1][0] >= section.level:
            above.pop()
        parent = above[-1][1] if above else under
        label = _label(parent, section.number)
        clause = Clause(
            label,
            section.title,
            section.level,
            _texts(reading, section.blocks, f"{path}.{at}.blocks"),
            tuple(title for _, _, title in above),
        )
        above.append((section.level, label, section.title))
        yield clause


def _label(parent: str, number: str) -> str:
    """ "II" + "1" = "II.1"; "II.2" + "2.1" = "II.2.1"."""
    if not number:
        return parent
    last = parent.rsplit(".", 1)[-1]
    if number.startswith(last + ".") and last:
        number = number[len(last) + 1 :]
    return f"{parent}.{number}" if parent else number


def _texts(reading: Reading, blocks: list[Block], path: str) -> list[Text]:
    texts: list[Text] = []
    for at, block in enumerate(blocks):
        lines = reading.anchors.get(f"{path}.{at}", [])
        if isinstance(block, Paragraph):
            texts.append(Text(block.text, block.marker, lines[0] if lines else -1))
        elif isinstance(block, Table):
            for row, cells in enumerate(block.rows):
                words = " | ".join(cell.text.replace("\n", " ") for cell in cells)
                texts.append(Text(words, "", lines[row] if row < len(lines) else -1, in_table=True))
    return texts


def find(words: list[Word], clauses: Iterable[Clause]) -> list[Hit]:
    """Every word in the texts, in reading order; of two that overlap the longer one."""
    hits: list[Hit] = []
    for clause in clauses:
        for text in clause.texts:
            low = text.words.lower()
            if len(low) != len(text.words):
                continue  # a letter that changes length in lower case is no Vietnamese one
            found = [
                Hit(word, clause, text, match.start(), match.end())
                for word in words
                for match in word.pattern.finditer(low)
            ]
            hits.extend(_without_overlaps(found))
    return hits


def _without_overlaps(hits: list[Hit]) -> list[Hit]:
    """From left to right; where two begin inside each other the longer stays."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.start - hit.end)):
        last = kept[-1] if kept else None
        if last is None or hit.start >= last.end:
            kept.append(hit)
        elif hit.end - hit.start > last.end - last.start:
            kept[-1] = hit
    return kept


def evidence_for(reading: Reading, text: Text, quote: str, section: str) -> Evidence:
    """Where these words stand in the source."""
    line = reading.lines[text.line].text if 0 <= text.line < len(reading.lines) else ""
    start = line.find(quote)
    if start < 0:
        return Evidence(quote, text.line, 0, len(line), section)
    return Evidence(quote, text.line, start, start + len(quote), section)
