"""A document number is read in any spelling, and words that only look like one are left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.language.citations import read_typed
from lantoa.language.folding import fold
from lantoa.library.queries import search_provisions
from tests.factories import library as make

KINDS = {"NĐ-CP": ("nghị định", "nd"), "TT-BTC": ("thông tư", "tt"), "QĐ-TTg": ("quyết định", "qd")}


@pytest.mark.django_db
@pytest.mark.db
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_spelling_finds_the_document_and_a_wrong_number_none(data):
    symbol = data.draw(st.sampled_from(sorted(KINDS)))
    number, year = data.draw(st.integers(1, 999)), data.draw(st.integers(1990, 2035))
    kind, short = KINDS[symbol]
    document = make.document(kind.capitalize(), f"{number:02d}", year, symbol)
    other = make.document(kind.capitalize(), f"{number + 1:02d}", year, symbol)
    for one in (document, other):
        make.provision(one, "Điều 1", "Người đọc được mượn sách.")

    spelling = data.draw(st.sampled_from([
        f"{number:02d}/{year}/{symbol}", f"{number}/{year}", f"{kind} {number}/{year}",
        f"{short} {number:02d} {year}", f"{kind} số {number} / {year} / {symbol}", f"{short}{number}",
        f"{short.upper()}{number:02d}/{year}", f"{short.upper()} {number:03d}/{year}",
    ]))  # fmt: skip
    typed = data.draw(st.sampled_from([spelling, fold(spelling), spelling.upper()]))

    assert [one.provision.document for one in search_provisions(f"mượn sách {typed}").found] == [document]
    wrong = typed.replace(str(number), str(number + 2), 1) if str(number) in typed else typed
    if wrong != typed and read_typed(wrong).citations != read_typed(typed).citations:
        assert document not in [one.provision.document for one in search_provisions(f"sách {wrong}").found]
    document.delete()
    other.delete()
