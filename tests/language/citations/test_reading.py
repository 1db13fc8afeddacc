"""What a reference is read as, over many shapes of our own making."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.language.citations import Citation, read_citations
from lantoa.language.citations.model import KEYS
from tests.language.citations import office_sentences, office_ways
from tests.language.citations.cases import EVERY as CASES
from tests.language.citations.cases import NONE_COUNTED, Reference

EVERY = CASES + office_ways.EVERY + office_sentences.SENTENCES


def references(citations: list[Citation]) -> set[Reference]:
    """The references that name a document by number or place; leading zeros and case as printed."""
    return {
        (c.type, c.number, c.symbol, c.year, c.article, c.clause, c.point)
        for c in citations
        if c.number or (c.article and not (c.self or c.anaphora))
    }


def whole(expected: list[Reference]) -> set[Reference]:
    return {(*reference, *[None] * (7 - len(reference))) for reference in expected}


@pytest.mark.parametrize(("text", "expected"), EVERY, ids=[text[:60] for text, _ in EVERY])
def test_every_reference_is_read_and_none_is_invented(text, expected):
    assert references(read_citations(text)) == whole(expected)


@pytest.mark.parametrize("text", NONE_COUNTED + office_ways.NONE)
def test_the_citing_text_itself_and_plain_words_are_no_reference(text):
    assert references(read_citations(text)) == set()


@pytest.mark.parametrize("text", [text for text, _ in EVERY])
def test_a_mention_is_a_slice_of_the_composed_text(text):
    for written in (text, unicodedata.normalize("NFD", text)):
        composed = unicodedata.normalize("NFC", written)
        for citation in read_citations(written):
            assert composed[citation.start : citation.end] == citation.text


@pytest.mark.parametrize(("text", "expected"), EVERY)
def test_a_reference_is_read_alike_inside_a_longer_text(text, expected):
    around = f"Sáng nay phường họp bàn việc chung.\n\n{text}\n\nChiều nay nghỉ."

    assert references(read_citations(around)) == whole(expected)


@given(
    st.sampled_from(EVERY), st.sampled_from(["Sáng nay phường họp bàn việc chung.", "Bà con đến đông đủ."])
)
def test_a_sentence_with_no_citation_changes_nothing(case, plain):
    text = case[0].rstrip(";.")

    assert references(read_citations(f"{plain} {text}. {plain}")) == whole(case[1])


@given(
    st.lists(st.sampled_from([text for text, _ in EVERY] + NONE_COUNTED + [" ", "\n", ";", "của", "Điều"]))
)
@settings(max_examples=60)
def test_any_mixture_reads_without_fault_and_in_order(pieces):
    text = " ".join(pieces)
    citations = read_citations(text)

    assert [c.start for c in citations] == sorted(c.start for c in citations)
    assert all(unicodedata.normalize("NFC", text)[c.start : c.end] == c.text for c in citations)


@given(
    st.text(max_size=120)
    | st.text(alphabet="Điềukhoảnsốngy 0123456789/-.,;()QĐTTgNĐCPLuậtcủa\n", max_size=200)
)
@settings(max_examples=200)
def test_no_text_makes_the_reader_fail(text):
    composed = unicodedata.normalize("NFC", text)

    assert all(composed[c.start : c.end] == c.text for c in read_citations(text))


def test_a_citation_prints_exactly_the_agreed_keys_and_absent_values_are_null():
    (citation,) = read_citations("theo Nghị định 76/2019")

    assert tuple(citation.as_dict()) == KEYS
    assert json.loads(json.dumps(citation.as_dict())) == {
        "text": "Nghị định 76/2019",
        "start": 5,
        "end": 22,
        "type": "Nghị định",
        "number": "76",
        "symbol": None,
        "year": 2019,
        "issuer": None,
        "date": None,
        "name": None,
        "article": None,
        "article_to": None,
        "clause": None,
        "point": None,
        "full": "76/2019",
        "relation": "dan_chieu",
        "self": False,
        "anaphora": False,
    }
