"""Passages in memory: ranked by the code of the product, without a database."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from lantoa.library.search.passages import Passage, Top
from lantoa.library.search.words import length_of, lines_of, terms_of


class MemoryIndex:
    """An `Index` over texts, each a list of lines; the key of a passage is its place in the list.

    documents: the number of the document that each text belongs to; without them all are of one. tops: the
    head of each text.
    """

    def __init__(
        self, texts: Iterable[Sequence[str]], documents: Sequence[int] = (), tops: Sequence[Top] = ()
    ) -> None:
        self._tops = tops
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

    def holding(self, terms: Collection[str]) -> dict[str, list[int]]:
        return {term: list(self._keys(term)) for term in terms}

    def passages(self, ids: Collection[int]) -> list[Passage]:
        return [self._passages[one] for one in ids]

    def shortest(self, term: str, most: int) -> list[Passage]:
        found = sorted(self.passages(self._keys(term)), key=lambda p: (p.length, p.key))
        return found[:most]

    def tops(self, keys: Collection[int]) -> dict[int, Top]:
        return {key: self._tops[key] for key in keys} if self._tops else {}

    def _keys(self, term: str) -> Collection[int]:
        if not term.endswith("*"):
            return self._holding.get(term, ())
        return {key for held, keys in self._holding.items() if held.startswith(term[:-1]) for key in keys}
