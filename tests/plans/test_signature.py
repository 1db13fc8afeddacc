"""Khối chữ ký: read from its lines and printed the same."""

import pytest

from lantoa.plans.signature import Signature, lines_of, signature_in

BLOCKS = [
    (["TRƯỞNG PHÒNG"], Signature("", "", "", "TRƯỞNG PHÒNG")),
    (["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"], Signature("", "KT.", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")),
    (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], Signature("", "TM.", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    (
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        Signature("ỦY BAN NHÂN DÂN", "KT.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ),
    (["Q. TRƯỞNG PHÒNG"], Signature("", "Q.", "", "TRƯỞNG PHÒNG")),
    (["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], Signature("", "TL.", "CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    ([], Signature()),
]


@pytest.mark.parametrize("lines, signature", BLOCKS)
def test_the_lines_of_a_block_say_who_signs_and_how(lines: list[str], signature: Signature):
    assert signature_in(lines) == signature


@pytest.mark.parametrize("lines, signature", BLOCKS)
def test_a_block_is_printed_as_it_was_read(lines: list[str], signature: Signature):
    assert lines_of(signature) == lines
