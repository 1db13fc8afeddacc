"""Reads Vietnamese legal citations in running text: "khoản 4 Điều 12 Thông tư 40/2017/TT-BTC".

Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I (how documents are cited), Phụ lục II, mục V (how places are).
"""

from .identity import identity_key, issuer_from_symbol
from .model import Citation
from .reader import read_citations
from .symbols import normalise_symbol
from .typed import Typed, read_typed

__all__ = [
    "Citation",
    "Typed",
    "identity_key",
    "issuer_from_symbol",
    "normalise_symbol",
    "read_citations",
    "read_typed",
]
