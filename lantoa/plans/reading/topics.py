"""Nội dung truyền thông: the topics that a plan lists, in its own words."""

import re

from lantoa.plans.reading.clauses import Clause, Hit, Text, find
from lantoa.plans.reading.vocabulary import TOPICS

_IN_BRACKETS = re.compile(r"\(([^()]{8,400})\)")
_AFTER_AS = re.compile(r":\s*([^.:;]{8,400}(?:;[^.:;]{3,200}){0,20})")
_SPLIT = re.compile(r"\s*[,;]\s*")
_TAIL = re.compile(r"(?:\s*(?:\.\.\.|…|v\.v\.?|\.))+$")


def topics_of(clauses: list[Clause]) -> list[tuple[str, Clause, Text]]:
    """(words, clause, text) of each topic, in reading order, each once."""
    places = [
        clause for clause in clauses if clause.is_within("noi dung truyen thong", "noi dung tuyen truyen")
    ] or [clause for clause in clauses if clause.is_about("noi dung", "chu de")]
    found: list[tuple[str, Clause, Text]] = []
    for clause in places:
        for text in clause.texts:
            if not text.in_table:
                found.extend((words, clause, text) for words in _topics_in(clause, text))
    return _each_once(found)


def _topics_in(clause: Clause, text: Text) -> list[str]:
    """Listed items as they are printed; besides them, words of the vocabulary."""
    listed: list[tuple[int, str]] = []
    covered: list[tuple[int, int]] = []
    for pattern in (_IN_BRACKETS, _AFTER_AS):
        for match in pattern.finditer(text.words):
            items = [_TAIL.sub("", item).strip() for item in _SPLIT.split(match[1])]
            if len(items) > 1 and _is_list_of_topics(match[1], clause):
                listed.extend((match.start(1) + at, item) for at, item in enumerate(items) if item)
                covered.append(match.span(1))
    hits = [
        hit
        for hit in find(TOPICS, [Clause(clause.where, clause.title, clause.level, [text])])
        if not any(low <= hit.start < high for low, high in covered)
    ]
    listed.extend((hit.start, hit.word.name) for hit in hits)
    return [words for _, words in sorted(listed, key=lambda pair: pair[0])]


def _is_list_of_topics(words: str, clause: Clause) -> bool:
    hits: list[Hit] = find(TOPICS, [Clause(clause.where, clause.title, clause.level, [Text(words)])])
    return len(hits) >= 2


def _each_once(found: list[tuple[str, Clause, Text]]) -> list[tuple[str, Clause, Text]]:
    seen: set[str] = set()
    out = []
    for words, clause, text in found:
        if words.lower() not in seen:
            seen.add(words.lower())
            out.append((words, clause, text))
    return out
