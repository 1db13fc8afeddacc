"""An annex without its paper is offered as annex of the paper that it names; misprints stay on their line."""

import pytest

from lantoa.library.understanding import Proposal, understand_lines

NAMED = "Kèm theo Quyết định số 05/2031/QĐ-UBND ngày 10 tháng 3 năm 2031 của Ủy ban nhân dân tỉnh Sông Lam"


@pytest.mark.parametrize(
    "head",
    [
        ["PHỤ LỤC I", "DANH MỤC HỖ TRỢ HỘ NGHÈO", f"({NAMED})"],
        ["Phụ lục 01", "Danh mục hỗ trợ hộ nghèo", f"({NAMED})"],
        ["PHỤ LỤC: DANH MỤC HỖ TRỢ HỘ NGHÈO", f"({NAMED})"],
        ["PHỤ LỤC SỐ 1", "DANH MỤC HỖ TRỢ", "HỘ NGHÈO", "(Ban hành k" + NAMED[1:] + ")"],
    ],
)
def test_an_annex_alone_is_offered_to_the_paper_that_it_names(head):
    proposal = understand_lines([*head, "1. Thẻ bảo hiểm y tế: 100%.", "2. Tiền điện: 60.000 đồng."])

    assert (proposal.get("kind"), proposal.get("title")) == ("Phụ lục", "Danh mục hỗ trợ hộ nghèo")
    assert proposal.annex_of is not None
    assert (proposal.annex_of["full"], proposal.annex_of["issuer"]) == (
        "05/2031/QĐ-UBND",
        "Ủy ban nhân dân tỉnh Sông Lam",
    )
    assert [proposal.get(name) for name in ("number", "symbol", "issuer", "issued_on")] == [""] * 4
    assert "05/2031" in next(d.says for d in proposal.doubts if d.code == "annex_alone")
    assert Proposal.from_dict(proposal.as_dict()).annex_of == proposal.annex_of


def test_an_annex_that_names_no_paper_says_so():
    proposal = understand_lines(["PHỤ LỤC", "DANH MỤC", "1. Thẻ."])

    assert proposal.annex_of is None and "annex_alone" in {d.code for d in proposal.doubts}


def test_a_paper_with_an_annex_at_its_end_is_no_annex():
    lines = [
        "CHÍNH PHỦ",
        "Số: 20/2031/NĐ-CP",
        "NGHỊ ĐỊNH",
        "Quy định thử",
        "Điều 1. A",
        "Lời.",
        "PHỤ LỤC",
        "DANH MỤC",
    ]

    assert understand_lines(lines).annex_of is None


def test_misprints_are_told_with_their_line_and_the_number_is_still_read():
    lines = ["CHÍNH PHỦ", "Sô: 20/2031/NĐ-CP", "NGHỊ ĐỊNH", "Quy định thử"]
    lines += [
        "Căn cứ Nghị định sô 11/2030/NĐ-CP;",
        "Điều 1. A",
        "Lời.",
        "Điều Ø2. B",
        "Lời.",
        "Điều 3. C",
        "Lời.",
    ]
    proposal = understand_lines(lines)

    told = [d.says for d in proposal.doubts if d.code in ("misprint", "misread")]
    assert len(told) == 3 and all(
        any(word in says for says in told) for word in ("Dòng 2", "Dòng 5", "Điều Ø2")
    )
    assert (proposal.get("number"), proposal.get("symbol")) == ("20", "NĐ-CP")
