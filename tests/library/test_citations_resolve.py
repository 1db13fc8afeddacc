"""A citation leads to its document and provision, and never to another one."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.language.citations import read_citations
from lantoa.library import actions
from lantoa.library.models import Document
from lantoa.library.queries import resolve, resolve_all
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]

KINDS = st.sampled_from(["Nghị định", "Nghị quyết", "Quyết định"])
NUMBERS = st.sampled_from(["1", "7", "11", "70", "77", "177"])
YEARS = st.sampled_from([2030, 2031])
SYMBOLS = st.sampled_from(["NĐ-CP", "NQ-CP", "NQ-HĐND", "QĐ-TTg"])
CITED = {"type": "Nghị định", "number": "77", "symbol": "NĐ-CP", "year": 2031}


@pytest.fixture
def decree():
    return make.document("Nghị định", "77", 2031)


def test_found_in_any_spelling(decree):
    for spelling in ({}, {"symbol": "ND-CP"}, {"number": "077"}, {"type": "nghị định"}, {"year": "2031"}):
        assert resolve({**CITED, **spelling}) == decree
    assert resolve(SimpleNamespace(**CITED)) == decree


@pytest.mark.parametrize(
    "wrong",
    [{"number": "7"}, {"number": "78"}, {"year": 2030}, {"symbol": "NQ-CP"}, {"type": "Thông tư"}],
)
def test_a_wrong_number_leads_nowhere(decree, wrong):
    assert resolve({**CITED, **wrong}) is None


def test_place_leads_to_the_provision_or_to_the_document(decree):
    point = make.provision(decree, "điểm đ khoản 2 Điều 3")

    assert resolve({**CITED, "article": "3", "clause": "2", "point": "đ"}) == point
    assert resolve({**CITED, "article": "3"}) == point.parent.parent
    assert resolve({**CITED, "article": "3", "clause": "9"}) == decree


def test_press_form_without_symbol_counts_only_where_one_document_fits(decree):
    assert resolve({**CITED, "symbol": None}) == decree
    assert resolve({**CITED, "symbol": None, "year": None}) is None

    make.document("Nghị định", "77", 2031, "NĐ-KHÁC")
    assert resolve({**CITED, "symbol": ""}) is None


@pytest.mark.parametrize(
    ("said", "eid"),
    [
        ("điểm a khoản 2 Mục III", "sec_III__para_2__point_a"),
        ("điểm a khoản 2 mục III", "sec_III__para_2__point_a"),
        ("mục III.2", "sec_III__para_2"),
        ("điểm 2 mục III", "sec_III__para_2"),
        ("Mục III", "sec_III"),
    ],
)
def test_a_section_of_a_plan_can_be_cited(world, said, eid):
    plan = make.document("Kế hoạch", "12", None, "KH-UBND", issued_on=date(2031, 1, 18))
    text = "KẾ HOẠCH\nThử\nI. MỘT\nLời.\nII. HAI\nLời.\nIII. BA\n1. A\n2. B\na) x;\nb) y."
    actions.set_provisions(plan, text, by=world.minh)

    found = resolve_all(read_citations(f"Theo {said} Kế hoạch số 12/KH-UBND ngày 18/01/2031."))

    assert [one.eid for one in found] == [eid]


@pytest.mark.parametrize("said", ["điểm 1.1 khoản 1 Điều 10", "khoản 1.1 Điều 10"])
def test_a_sub_clause_can_be_cited(world, decree, said):
    actions.set_provisions(decree, "Điều 10. X\n1. Một.\n1.1. Một một.\n1.2. Hai.", by=world.minh)

    (found,) = resolve_all(read_citations(f"Theo {said} Nghị định số 77/2031/NĐ-CP."))

    assert found.eid == "art_10__para_1__point_1.1" and found.place == "điểm 1.1 khoản 1 Điều 10"


def test_numbers_without_year_need_the_day_when_two_fit():
    first = make.document("Quyết định", "90", None, "QĐ-TTg", issued_on=date(2031, 1, 18))
    cited = {"type": "Quyết định", "number": "90", "symbol": "QĐ-TTg"}
    assert resolve(cited) == first

    make.document("Quyết định", "90", None, "QĐ-TTg", issued_on=date(2032, 1, 18))
    assert resolve(cited) is None
    assert resolve({**cited, "date": "2031-01-18"}) == resolve({**cited, "date": date(2031, 1, 18)}) == first


def test_law_by_name():
    law = make.document("Luật", "11", 2030, "QH18", title="Luật Giúp đỡ thử nghiệm")

    assert resolve({"type": "Luật", "name": "Giúp đỡ thử nghiệm"}) == law
    assert resolve({"type": "Luật", "name": "Luật giúp đỡ thử nghiệm", "year": 2030}) == law
    assert resolve({"type": "Luật", "name": "Giúp đỡ"}) is None
    assert resolve({"type": "Luật", "name": "Giúp đỡ thử nghiệm", "year": 2029}) is None


def test_party_paper_in_both_splittings():
    paper = make.document("Nghị quyết", "05", None, "NQ/TU", issuer="", issued_on=date(2031, 1, 18))

    assert str(paper) == "Nghị quyết 05-NQ/TU"
    assert resolve({"type": "Nghị quyết", "number": "05-NQ", "symbol": "TU"}) == paper


def test_what_is_read_in_running_text_leads_to_the_library(decree):
    clause = make.provision(decree, "khoản 1 Điều 9")
    decision = make.document("Quyết định", "90", None, "QĐ-TTg", issued_on=date(2031, 1, 18))
    text = (
        "Theo khoản 1 Điều 9 Nghị định số 77/2031/ND-CP; Quyết định số 90/QĐ-TTg ngày 18/01/2031;"
        " Nghị định 78/2031/NĐ-CP."
    )

    assert resolve_all(read_citations(text)) == [clause, decision, None]


def test_this_document_and_anaphora_are_not_guessed(decree):
    assert resolve({**CITED, "self": True}) is None
    assert resolve({**CITED, "anaphora": True}) is None


def test_any_number_of_citations_costs_three_queries(decree):
    make.provision(decree, "Điều 1")
    with CaptureQueriesContext(connection) as queries:
        found = resolve_all([{**CITED, "article": "1"}] * 20)

    assert (len(found), len(queries)) == (20, 3)


@given(
    shelf=st.lists(st.tuples(KINDS, NUMBERS, YEARS, SYMBOLS), max_size=6, unique=True),
    cited=st.tuples(KINDS, NUMBERS, YEARS, SYMBOLS),
    spelling=st.sampled_from([str, lambda n: n.zfill(3)]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_number_ever_leads_to_another_document(shelf, cited, spelling):
    Document.objects.all().delete()
    for kind, number, year, symbol in shelf:
        make.document(kind, number, year, symbol)
    kind, number, year, symbol = cited

    found = resolve({"type": kind, "number": spelling(number), "year": year, "symbol": symbol})

    told = (found.kind, found.number, found.year, found.symbol) if found else None
    assert told == (cited if cited in shelf else None)
