"""One database: how well and how fast search answers questions whose answers are known.

The set lies in the folder that LANTOA_RETRIEVAL names: corpus.jsonl.gz with rows {id, document, title, text},
questions.jsonl.gz with rows {id, text, relevant}. Without one an invented set of the same size is made.
"""

import os
from pathlib import Path

from bench._search_words import Wording, laws
from bench.databases import migrate
from bench.figure import Figure, milliseconds, percentile, print_figures
from lantoa.commands.retrieval_files import read_set
from lantoa.library.search.evaluation import Asked, Shelf, Text, mrr

TEXTS, QUESTIONS = 1_377, 520
AIM_MRR, AIM_P95 = 0.9, 20.0


def main() -> None:
    migrate()
    folder = os.environ.get("LANTOA_RETRIEVAL", "")
    questions, corpus = _given(Path(folder)) if folder else _invented()
    size = f"{len(corpus)} điều, {len(questions)} câu hỏi{'' if folder else ', bịa ra'}"
    shelf = Shelf.of(corpus)
    figures = [
        Figure("search: MRR@10", mrr(questions, shelf), "", size, AIM_MRR, more_is_better=True),
        Figure("search: MRR@10, questions without marks", mrr(questions, shelf, unmarked=True), "", size),
    ]
    if folder:  # every other question was learned from
        held = mrr(questions[1::2], shelf)
        figures.append(Figure("search: MRR@10 of the half not learned from", held, "", size, AIM_MRR, True))
    taken = _timed(questions, corpus)
    figures.append(
        Figure("search: a known question, half of them within", percentile(taken, 0.5), "ms", size)
    )
    figures.append(
        Figure("search: a known question, 95 % within", percentile(taken, 0.95), "ms", size, AIM_P95)
    )
    print_figures(figures)


def _given(folder: Path) -> tuple[list[Asked], list[Text]]:
    return read_set(str(folder / "questions.jsonl.gz"), str(folder / "corpus.jsonl.gz"))


def _invented() -> tuple[list[Asked], list[Text]]:
    """Questions cut out of clauses, each answered by the article it was cut from."""
    corpus: list[Text] = []
    for law in laws(4, TEXTS * 4):
        corpus += [
            Text(f"{law.number}@{one.number}", one.heading, "\n".join(one.clauses), law.title)
            for one in law.articles
        ]
    corpus = [Text(f"{n}-{one.id}", one.title, one.text, one.document) for n, one in enumerate(corpus)][
        :TEXTS
    ]
    draw = Wording(1).draw
    questions = []
    for one in draw.sample(corpus, QUESTIONS):
        words = draw.choice(one.text.splitlines()).rstrip(".").split()
        start = draw.randrange(max(1, len(words) - 16))
        asked = " ".join(words[start : start + draw.randint(8, 16)])
        questions.append(Asked(f"{asked} là bao nhiêu?", frozenset({one.id})))
    return questions, corpus


def _timed(questions: list[Asked], corpus: list[Text]) -> list[float]:
    """How long the product takes for each question, the corpus being its library."""
    from lantoa.library.queries import search_provisions

    _fill(corpus)
    for one in questions[:40]:
        search_provisions(one.text)
    return [milliseconds(lambda asked=one.text: search_provisions(asked))[0] for one in questions]


def _fill(corpus: list[Text]) -> None:
    from lantoa.common import dates
    from lantoa.library.models import Document, Provision
    from lantoa.library.search.keeping import rebuild

    documents: dict[str, Document] = {}
    for place, text in enumerate(corpus):
        if text.document not in documents:
            number = str(len(documents) + 1)
            made = Document(kind="Luật", number=number, year=2020, symbol="QH14", title=text.document)
            made.recorded_at = dates.now()
            made.save()
            documents[text.document] = made
        document = documents[text.document]
        article = Provision(document=document, eid=f"art_{place}", kind="article", number=str(place))
        article.heading, article.order = text.title[:500], place * 1000
        article.save()
        for number, line in enumerate(text.lines[1:], start=1):
            clause = Provision(document=document, eid=f"art_{place}__para_{number}", kind="clause")
            clause.parent, clause.number, clause.words = article, str(number), line
            clause.order = place * 1000 + number
            clause.save()
    rebuild()


if __name__ == "__main__":
    main()
