"""Bài đọc không bịa: in ordinary prose nothing is a citation."""

import pytest

from lantoa.language.citations import read_citations
from tests.language.citations.ordinary_prose import PARAGRAPHS, ordinary_prose


def test_nothing_is_cited_in_six_thousand_words_of_daily_life():
    """Trong văn thường ngày không có viện dẫn nào."""
    prose = ordinary_prose(6000)

    assert len(prose.split()) >= 6000
    assert [(c.text, c.start) for c in read_citations(prose)] == []


@pytest.mark.parametrize("change", [str.upper, str.lower, lambda text: " ".join(text.split())])
def test_capitals_and_folded_blanks_make_no_citation(change):
    assert [c.text for c in read_citations(change(PARAGRAPHS))] == []


def test_a_citation_in_the_middle_of_prose_is_still_found():
    prose = ordinary_prose(3000)
    text = f"{prose} Theo khoản 2 Điều 5 Nghị định số 76/2019/NĐ-CP thì được trợ cấp. {prose}"

    assert [c.text for c in read_citations(text)] == ["khoản 2 Điều 5 Nghị định số 76/2019/NĐ-CP"]
