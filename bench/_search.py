"""One database: fill it, search in it, print how long it took and how large the index is."""

from django.db import connection
from django.db.models import Sum
from django.db.models.functions import Length

from bench._search_words import Law, Wording, laws
from bench.databases import migrate
from bench.figure import Figure, milliseconds, percentile, print_figures

DOCUMENTS, PROVISIONS = 2_000, 20_000
SEARCHES = 300


def main() -> None:
    migrate()
    texts = _fill()
    from lantoa.library.models import SearchPassage
    from lantoa.library.search.keeping import rebuild

    size = f"{DOCUMENTS} văn bản, {PROVISIONS} điều khoản"
    (took,) = milliseconds(rebuild)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    passages = SearchPassage.objects.count()
    figures = [Figure("search: index made from nothing", took / 1000, "s", f"{size}, {passages} đoạn")]
    figures.append(Figure("search: index against the text", _index_bytes() / _text_bytes(), "x", size, 3))
    for what, queries in _searches(texts).items():
        taken = _timed(queries)
        figures.append(Figure(f"search: {what}, half of them within", percentile(taken, 0.5), "ms", size))
        figures.append(Figure(f"search: {what}, 95 % within", percentile(taken, 0.95), "ms", size, 100))
    print_figures(figures)


def _timed(queries: list[str]) -> list[float]:
    from lantoa.library.queries import search_provisions

    for query in queries[:20]:
        search_provisions(query)
    return [milliseconds(lambda asked=query: search_provisions(asked))[0] for query in queries]


def _fill() -> list[str]:
    """The documents and provisions of the bench; the texts of some clauses."""
    from lantoa.common import dates
    from lantoa.library.models import Document, Provision

    texts: list[str] = []
    for law in laws(DOCUMENTS, PROVISIONS):
        document = Document(
            kind=law.kind, number=law.number, year=law.year, symbol=law.symbol, title=law.title,
            recorded_at=dates.now(),
        )  # fmt: skip
        document.save()
        articles = [
            _provision(document, f"art_{a.number}", "article", a.number, a.heading) for a in law.articles
        ]
        Provision.objects.bulk_create(articles)
        clauses = [
            _provision(document, f"{above.eid}__para_{n}", "clause", n, "", words, above)
            for above, article in zip(articles, law.articles, strict=True)
            for n, words in enumerate(article.clauses, start=1)
        ]
        Provision.objects.bulk_create(clauses)
        texts += [_said(law)] if law.articles else []
    return texts


def _provision(document, eid, kind, number, heading="", words="", parent=None):  # type: ignore[no-untyped-def]
    from lantoa.library.models import Provision

    order = 1000 * int(eid.split("_")[1]) + (int(number) if parent else 0)
    made = Provision(document=document, eid=eid, parent=parent, kind=kind, number=str(number), order=order)
    made.heading, made.words = heading, words
    made.derive()
    return made


def _said(law: Law) -> str:
    return law.articles[-1].clauses[-1]


def _searches(texts: list[str]) -> dict[str, list[str]]:
    draw = Wording(1).draw
    chosen = draw.sample(texts, SEARCHES)

    def cut(text: str, least: int, most: int) -> str:
        words = text.rstrip(".").split()
        start = draw.randrange(max(1, len(words) - most))
        return " ".join(words[start : start + draw.randint(least, most)])

    return {
        "questions of 10 to 30 syllables": [f"{cut(text, 10, 30)} là bao nhiêu?" for text in chosen],
        "one to four syllables": [cut(text, 1, 4) for text in chosen],
        "a number and some words": [
            f"nghị định {n % 100 + 1}/{2005 + n % 20} {cut(text, 2, 5)}" for n, text in enumerate(chosen)
        ],
        "quoted words": [f"“{cut(text, 2, 3)}”" for text in chosen],
    }  # fmt: skip


def _text_bytes() -> int:
    from lantoa.library.models import Provision

    told = Provision.objects.aggregate(words=Sum(Length("words")), heading=Sum(Length("heading")))
    sample = "".join(Provision.objects.values_list("words", flat=True)[:500])
    return int((told["words"] + told["heading"]) * len(sample.encode()) / len(sample))


def _index_bytes() -> int:
    """Everything that stands on disk for search alone."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_total_relation_size('library_searchpassage')")
        else:
            cursor.execute(
                "SELECT sum(pgsize) FROM dbstat "
                "WHERE name LIKE 'library%search%' OR name LIKE 'library_passage%'"
            )
        return int(cursor.fetchone()[0])


if __name__ == "__main__":
    main()
