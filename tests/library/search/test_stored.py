"""Both databases give what memory gives, in the same order, and follow every change at once."""

import random

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from lantoa.library import actions
from lantoa.library.models import Provision, SearchPassage
from lantoa.library.queries import provisions_matching, search_provisions
from lantoa.library.search.functions import _terms_text
from lantoa.library.search.keeping import rebuild
from lantoa.library.search.memory import MemoryIndex
from lantoa.library.search.passages import Top
from lantoa.library.search.question import read_question
from lantoa.library.search.ranking import rank
from lantoa.library.search.stored import StoredIndex
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

WORDS = [
    "hộ",
    "nghèo",
    "vay",
    "vốn",
    "mượn",
    "sách",
    "đọc",
    "thẻ",
    "người",
    "già",
    "trẻ",
    "em",
    "xã",
    "phường",
]


def places(text: str) -> list[str]:
    return [one.provision.place for one in provisions_matching(text)]


def test_the_order_is_that_of_the_same_passages_in_memory():
    draw = random.Random(7)
    document = make.document()
    texts = [[" ".join(draw.choices(WORDS, k=draw.randint(3, 30))) for _ in range(3)] for _ in range(40)]
    for number, lines in enumerate(texts, start=1):
        article = make.provision(document, f"Điều {number}", lines[0])
        for clause, line in enumerate(lines[1:], start=1):
            make.provision(document, f"khoản {clause}", line, parent=article)
    tops = list(Provision.objects.filter(kind="article").order_by("pk").values_list("pk", flat=True))

    for _ in range(30):
        question = read_question(
            " ".join(draw.choices(WORDS, k=draw.randint(1, 8))) + draw.choice(["", " ngh", " "])
        )
        stored = rank(question, StoredIndex())
        memory = rank(question, MemoryIndex(texts, tops=[Top(number=n) for n in range(1, 41)]))
        assert [(one.passage.key, one.line) for one in stored] == [
            (tops[one.passage.key], one.line) for one in memory
        ]
        assert [one.score for one in stored] == pytest.approx([one.score for one in memory])


def test_database_and_python_know_the_same_terms():
    words = "ho ngheo ho ngheo | vay 5 von | | x"

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT tsvector_to_array(lantoa_terms(%s))", [words])
            assert sorted(cursor.fetchone()[0]) == _terms_text(words).split()
    else:
        make.provision(make.document(), "Điều 1", "hộ nghèo")
        with connection.cursor() as cursor:
            cursor.execute("SELECT term FROM library_searchvocabulary ORDER BY term")
            assert [term for (term,) in cursor.fetchall()] == ["ho", "ho_ngheo", "ngheo"]


def test_search_follows_add_correct_replace_and_remove(world):
    document = make.document()
    article = actions.add_provision(document, by=world.minh, kind="article", number="1", words="Mượn sách.")
    assert places("mượn sách") == ["Điều 1"]

    actions.correct_provision(article, by=world.minh, words="Trả sách muộn.", why="gõ nhầm")
    assert places("muon sach") == ["Điều 1"]
    assert places("“mượn sách”") == ["Điều 1"]  # not together any more, so loosely
    assert not search_provisions("“mượn sách”").to_the_word

    actions.set_provisions(document, "Điều 2. Giờ mở cửa\n1. Mở từ bảy giờ.", by=world.minh)
    assert places("sách") == []
    assert places("mở từ bảy giờ") == ["khoản 1 Điều 2"]

    document.delete()
    assert places("mở cửa") == []


def test_what_is_rolled_back_is_not_found():
    document = make.document()
    with transaction.atomic():
        make.provision(document, "Điều 1", "Mượn sách.")
        assert places("mượn sách") == ["Điều 1"]
        transaction.set_rollback(True)

    assert places("mượn sách") == []


def test_index_is_rebuilt_from_nothing_to_the_same():
    for number in range(1, 4):
        make.provision(make.document(), f"khoản 1 Điều {number}", f"Mượn {number} cuốn sách.")
    make.provision(make.document("Quyết định", symbol="QĐ"), "khoản 4", "Không thuộc điều nào: mượn sách.")
    before = places("mượn sách")
    SearchPassage.objects.all().delete()
    assert places("mượn sách") == []

    assert rebuild() == 4

    assert places("mượn sách") == before
    assert len(before) == 4


def test_one_result_an_article_and_it_is_the_clause_that_answers():
    article = make.provision(make.document(), "Điều 5", "", heading="Mượn và trả sách")
    make.provision(article.document, "khoản 1", "Người đọc được mượn ba cuốn.", parent=article)
    late = make.provision(article.document, "khoản 2", "Trả sách muộn thì nộp tiền.", parent=article)

    (found,) = provisions_matching("trả sách muộn nộp bao nhiêu tiền?")

    assert found.provision == late


def test_query_count_does_not_grow_with_what_is_found():
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            [str(one.provision) for one in provisions_matching("mượn sách")]
        return len(queries)

    make.provision(make.document(), "khoản 1 Điều 1", "Mượn sách.")
    one = asked()
    for number in range(1, 4):
        make.provision(make.document(), f"khoản 1 Điều {number}", "Mượn sách.")

    marked = connection.vendor == "postgresql"  # and counts anew after each change
    assert asked() == one == 8 + marked


def test_words_of_no_passage_and_signs_alone_find_nothing():
    make.provision(make.document())

    assert places("tàu vũ trụ") == []
    assert places("“”?!/-' OR *") == []
    assert places("") == []


def test_a_remembered_count_is_forgotten_when_the_passages_change() -> None:
    """Also when the change that was counted is rolled back and another one follows."""
    document, index = make.document(), StoredIndex()
    make.provision(document, "Điều 1", "Hộ nghèo được vay vốn ưu đãi")
    assert index.frequencies(["vay"])["vay"] == 1

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        make.provision(document, "Điều 2", "Hộ cận nghèo được vay vốn")
        assert index.frequencies(["vay"])["vay"] == 2
        raise ZeroDivisionError
    assert index.frequencies(["vay"])["vay"] == 1

    make.provision(document, "Điều 3", "Học sinh được vay vốn")
    make.provision(document, "Điều 4", "Sinh viên được vay vốn")
    assert index.frequencies(["vay"])["vay"] == 3
