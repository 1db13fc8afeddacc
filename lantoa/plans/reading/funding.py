"""Kinh phí: the sources of money that a plan names, in its own words."""

import re

from lantoa.plans.reading.clauses import Clause, Text

_SOURCE = re.compile(
    r"(?P<words>(?:các\s+)?nguồn\b.+?)"
    r"(?=\s*(?:,|;|và|và từ|cùng|hoặc)?\s*(?:từ\s+)?(?:các\s+)?nguồn\b|[.;:(]|$)",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"(?P<words>ngân sách\s+(?:nhà nước|trung ương|tỉnh|thành phố|phường|xã|huyện|địa phương|cấp)\b"
    r"[^.;:,(]*)",
    re.IGNORECASE,
)
_NAMELESS = re.compile(r"^(?:các\s+)?nguồn(?:\s+(?:kinh phí|vốn))?$|^(?:các\s+)?nguồn\s+lực\b", re.IGNORECASE)


def sources_of(clauses: list[Clause]) -> list[tuple[str, Clause, Text]]:
    """(words, clause, text) of each source, in reading order, each once."""
    found: list[tuple[str, Clause, Text]] = []
    for clause in clauses:
        about = (clause.title, *clause.parents)
        if not any(_is_about_money(title) for title in about):
            continue
        for text in clause.texts:
            found.extend((words, clause, text) for words in _sources_in(text.words))
    first = {one[0].lower(): one for one in reversed(found)}
    return [one for one in found if first[one[0].lower()] is one]


def _is_about_money(title: str) -> bool:
    return bool(re.search(r"kinh phí|nguồn vốn|nguồn lực tài chính", title, re.IGNORECASE))


def _sources_in(words: str) -> list[str]:
    sources = [_trim(match["words"]) for match in _SOURCE.finditer(words)]
    return [source for source in sources if not _NAMELESS.match(source)] or [
        _trim(match["words"]) for match in _BUDGET.finditer(words)
    ]


def _trim(words: str) -> str:
    return re.sub(r"\s+(?:và|từ|và từ|cùng)$", "", words.strip(" ,")).strip()
