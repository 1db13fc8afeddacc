"""Passages in memory: ranked by the code of the product, without a database."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from lantoa.library.search.ranking import Passage
from lantoa.library.search.words import length_of, lines_of, terms_of


class MemoryIndex:
    """An `Index` over texts, each a list of lines; the key of a passage is its place in the list.

    documents: the number of the document that each text belongs to; without them all are of one.
    """

    def __init__(self, texts: Iterable[Sequence[str]], documents: Sequence[int] = ()) -> None:
        self._passages: list[Passage] = []
        self._holding: dict[str, list[int]] = defaultdict(list)
        for key, lines in enumerate(texts):
            words = lines_of(list(lines))
            self._passages.append(Passage(key, documents[key] if documents else 0, words, length_of(words)))
            for term in terms_of(words):
                self._holding[term].append(key)

    def size(self) -> tuple[int, float]:
        count = len(self._passages)
        return count, sum(p.length for p in self._passages) / max(1, count) or 1

    def frequencies(self, terms: Collection[str]) -> dict[str, int]:
        return {term: len(self._keys(term)) for term in terms}

    def holding(self, terms: Collection[str], most: int | None) -> list[Passage]:
        keys = {key for term in terms for key in self._keys(term)}
        found = sorted((self._passages[key] for key in keys), key=lambda p: (p.length, p.key))
        return found[:most]

    def _keys(self, term: str) -> Collection[int]:
        if not term.endswith("*"):
            return self._holding.get(term, ())
        return {key for held, keys in self._holding.items() if held.startswith(term[:-1]) for key in keys}
