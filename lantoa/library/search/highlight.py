"""Show where a passage answers: the stretch that holds most of what was asked, its words marked."""

from lantoa.language.folding import nfc
from lantoa.library.search.question import Question
from lantoa.library.search.words import words_in


def excerpt(text: str, question: Question, width: int = 240) -> list[tuple[str, bool]]:
    """(words with the blank behind them, were they asked for), in order; about `width` characters.

    Begins where most different words of the question stand close together; "…" where something is left
    out. With quoted words only those are marked.
    """
    text = " ".join(nfc(text).split())
    found = list(words_in(text))
    hits = _hits([word for word, _, _ in found], question)
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


def _hits(words: list[str], question: Question) -> list[bool]:
    if question.phrases:
        hits = [False] * len(words)
        for phrase in question.phrases:
            for at in range(len(words) - len(phrase) + 1):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    hits[at : at + len(phrase)] = [True] * len(phrase)
        return hits
    whole = question.words
    begun = tuple(term[:-1] for term in whole if term.endswith("*"))
    return [word in whole or bool(begun and word.startswith(begun)) for word in words]


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
