"""Show where a passage answers: the stretch that holds most of what was asked, its words marked."""

from collections import defaultdict
from itertools import pairwise

from lantoa.language.folding import nfc
from lantoa.library.search.question import Question
from lantoa.library.search.words import words_in, words_of


def excerpt(text: str, question: Question, width: int = 240) -> list[tuple[str, bool]]:
    """(words with the blank behind them, were they asked for), in order; about `width` characters.

    Begins where most different words of the question stand close together; "…" where something is left
    out. Marked are words that stand beside each other as in the question, and words spelt as they were
    typed, marks and all ("hộ" is not "hỗ"); with quoted words only those.
    """
    text = " ".join(nfc(text).split())
    found = list(words_in(text))
    spelt = [text[begins:ends].lower() for _, begins, ends in found]
    hits = _hits([word for word, _, _ in found], spelt, question)
    start, end = _window(
        [(word, at) for (word, at, _), hit in zip(found, hits, strict=True) if hit], text, width
    )
    shown: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = start
    for (_, begins, ends), hit in zip(found, hits, strict=True):
        if hit and start <= begins and ends <= end:
            shown += [(text[at:begins], False)] if begins > at else []
            shown.append((text[begins:ends], True))
            at = ends
    shown += [(text[at:end], False)] if end > at else []
    return shown + ([(" …", False)] if end < len(text) else [])


def _hits(words: list[str], spelt: list[str], question: Question) -> list[bool]:
    if question.phrases:
        hits = [False] * len(words)
        for phrase in question.phrases:
            for at in range(len(words) - len(phrase) + 1):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    hits[at : at + len(phrase)] = [True] * len(phrase)
        return hits
    asked = question.words
    begun = tuple(term[:-1] for term in asked if term.endswith("*"))
    held = [word in asked or bool(begun and word.startswith(begun)) for word in words]
    beside = [False] * len(words)
    for at, pair in enumerate(pairwise(words)):
        if held[at] and held[at + 1] and "_".join(pair) in question.weights:
            beside[at] = beside[at + 1] = True
    if not question.typed:  # typed without marks: any spelling may be meant, where there is but one
        spellings: dict[str, set[str]] = defaultdict(set)
        for word, marked in zip(words, spelt, strict=True):
            spellings[word].add(marked)
        alone = [hit and len(spellings[word]) == 1 for hit, word in zip(held, words, strict=True)]
        shown = [near or single for near, single in zip(beside, alone, strict=True)]
        return shown if any(shown) else held
    folded = _folded(question)
    return [
        near or (hit and (as_typed in question.typed or word not in folded))
        for near, hit, as_typed, word in zip(beside, held, spelt, words, strict=True)
    ]


def _folded(question: Question) -> set[str]:
    """The words of the question that were typed, as search knows them: not what stands for a shorthand."""
    return {word for typed in question.typed for word in words_of(typed)}


def _window(hits: list[tuple[str, int]], text: str, width: int) -> tuple[int, int]:
    """(start, end) of the stretch to show, at blanks. hits: (word, where it begins)."""
    if len(text) <= width:
        return 0, len(text)
    best, lead = 0, 0
    for number, (_, at) in enumerate(hits):
        within = {word for word, place in hits[number:] if place < at + width}
        if len(within) > best:
            best, lead = len(within), at
    start = max(0, lead - width // 4)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(text), start + width)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    return start, end
