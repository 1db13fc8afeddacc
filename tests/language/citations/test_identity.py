"""When two spellings are one document, and who a symbol speaks for."""

import pytest

from lantoa.language.citations import identity_key, issuer_from_symbol, normalise_symbol


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Nghị định", "7", "ND-CP", 2021), ("Nghị định", "07", "NĐ-CP", 2021)),
        (("nghị  định", "07", "NĐ – CP", 2021), ("Nghị định", "007", "nđ-cp", 2021)),
        (("Công văn", "120", "SLĐTB & XH-GN", None), ("Công văn", "120", "SLĐTB&XH-GN", None)),
        (
            ("Thông tư liên tịch", "33", "TTLT/BNV-BTC", 2011),
            ("Thông tư liên tịch", "33", "TTLT-BNV-BTC", 2011),
        ),
        (("Quyết định", "30A", "QD-TTg", 2020), ("Quyết định", "30a", "QĐ-TTg", 2020)),
    ],
)
def test_spellings_of_one_document_share_a_key(one, other):
    assert identity_key(*one) == identity_key(*other)


@pytest.mark.parametrize(
    "other",
    [
        ("Nghị định", "8", "NĐ-CP", 2021),
        ("Nghị định", "7", "NĐ-CP", 2022),
        ("Nghị quyết", "7", "NĐ-CP", 2021),
        ("Nghị định", "7", "NQ-CP", 2021),
        ("Nghị định", "7", "NĐ-CP", None),
    ],
)
def test_another_number_year_kind_or_symbol_is_another_document(other):
    assert identity_key("Nghị định", "7", "NĐ-CP", 2021) != identity_key(*other)


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("nđ-cp", "NĐ-CP"),
        ("QD-TTG", "QĐ-TTg"),
        ("Tt - BTC", "TT-BTC"),
        ("TTR-STC", "TTr-STC"),
        ("QÐ-UBND", "QĐ-UBND"),
    ],
)
def test_a_symbol_has_one_spelling(written, symbol):
    assert normalise_symbol(written) == symbol


@pytest.mark.parametrize(
    ("symbol", "issuer"),
    [
        ("NĐ-CP", "Chính phủ"),
        ("QĐ-TTg", "Thủ tướng Chính phủ"),
        ("QH15", "Quốc hội"),
        ("NQ-UBTVQH14", "Ủy ban Thường vụ Quốc hội"),
        ("TT-BTC", "Bộ Tài chính"),
        ("TB-VPCP", "Văn phòng Chính phủ"),
        ("LĐTBXH-VPQGGN", "Bộ Lao động - Thương binh và Xã hội"),
        ("TTLT-BTC-BNV", "Bộ Tài chính, Bộ Nội vụ"),
        ("CP", "Chính phủ"),
        ("KH-UBND", None),
        ("NQ/TU", None),
        ("BC-ABC", None),
    ],
)
def test_a_symbol_names_its_issuer_only_where_no_place_is_missing(symbol, issuer):
    assert issuer_from_symbol(symbol) == issuer
