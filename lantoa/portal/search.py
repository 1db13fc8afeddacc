"""Tìm trên cổng: one question asked of all that the public may read, by the library's own ranking."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from lantoa.library.queries import search_provisions, settled_documents, standing_of, statuses
from lantoa.library.queries.search import Answer
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.library.search.highlight import excerpt
from lantoa.library.search.memory import MemoryIndex
from lantoa.library.search.question import Question, read_question
from lantoa.library.search.ranking import rank
from lantoa.library.states import Status
from lantoa.people.models import AudienceGroup
from lantoa.portal.queries import entitlements, readable_versions
from lantoa.questions.queries import public_answers

MOST_TYPED = 300
MOST_TOLD, MOST_LAW = 6, 10


@dataclass(frozen=True)
class Told:
    """A benefit, an article or an answer that fits. passage: (words, is a hit) in order."""

    kind: str
    title: str
    url: str
    text: str
    passage: Sequence[tuple[str, bool]] = ()


@dataclass(frozen=True)
class Found:
    """told: ours, best first. law: clauses of checked documents, with status and standing."""

    told: list[Told] = field(default_factory=list)
    law: list[tuple[object, Status, PinState]] = field(default_factory=list)
    answer: Answer | None = None


def search(text: str, day: date) -> Found:
    """What the public may read on `day` that answers the text; nothing for an empty one."""
    text = text.strip()[:MOST_TYPED]
    if not text:
        return Found()
    answer = search_provisions(text, settled_documents(), MOST_LAW)
    known = statuses({one.provision.document for one in answer.found}, day)
    standing = standing_of(answer.found, day)
    law = [(one, known[one.provision.document_id], standing[one.provision.pk]) for one in answer.found]
    return Found(_told(read_question(text), day), law, answer)


def _told(question: Question, day: date) -> list[Told]:
    readable = [*_benefits(day), *_articles(day), *_answers(day)]
    index = MemoryIndex([one.title, *one.text.splitlines()] for one in readable)
    found = [readable[one.passage.key] for one in rank(question, index, MOST_TOLD)]
    return [Told(one.kind, one.title, one.url, one.text, excerpt(one.text, question, 180)) for one in found]


def _benefits(day: date) -> list[Told]:
    found = []
    for one in entitlements(None, day):
        kinds = [kind for kind in one.policy.audiences.all() if kind.group == AudienceGroup.HOUSEHOLD]
        if kinds and one.state.may_be_told:
            whose = ", ".join(kind.name.lower() for kind in kinds)
            page = _page("benefits", kinds[0].key)
            found.append(Told(f"Quyền lợi của {whose}", one.policy.title, page, one.policy.benefit))
    return found


def _articles(day: date) -> list[Told]:
    return [
        Told("Tin, bài", one.edition.article.title, _page("article", one.pk), one.text)
        for one in readable_versions(day)
    ]


def _answers(day: date) -> list[Told]:
    return [
        Told("Hỏi đáp", one.question.public_text, _page("answer", one.question.pk), one.version.text)
        for one in public_answers(day)
        if one.version
    ]


def _page(name: str, *args: object) -> str:
    return reverse(f"portal:{name}", args=args)
