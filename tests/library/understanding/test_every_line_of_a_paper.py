"""Không dòng nào của văn bản bị mất: nó ở phần đầu, trong một điều khoản, ở phần cuối, hoặc được báo."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.language.provisions import read_tree
from lantoa.library.understanding import understand_lines
from lantoa.library.understanding.lines_told import odd_lines

HEAD = [
    "CHÍNH PHỦ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 20/2031/NĐ-CP",
    "Hà Nội, ngày 15 tháng 3 năm 2031",
    "NGHỊ ĐỊNH",
    "Quy định mức trợ giúp thử nghiệm",
    "Căn cứ Luật Trợ giúp mẫu số 11/2030/QH18;",
    "Chính phủ ban hành Nghị định quy định mức trợ giúp thử nghiệm.",
]
FOOT = ["Nơi nhận:", "- Các bộ;", "- Lưu: VT.", "TM. CHÍNH PHỦ", "THỦ TƯỚNG", "Trần Văn Mẫu"]
STRAY = [
    "Mưa rơi trên phố nhỏ suốt buổi chiều.",
    "Câu này không thuộc về đâu cả.",
    "Ghi chú của người đánh máy.",
]
BODY = st.lists(
    st.sampled_from(
        [
            "Điều {n}. Hộ nghèo",
            "Điều {n}.- Hộ nghèo",
            "Điều {n} Hộ nghèo",
            "Điều {n}",
            "ĐIỀU {n} - HỘ NGHÈO",
            "“Điều {n}. Hộ nghèo",
            "Điều O{n}. Hộ nghèo",
            "Điều {n} của Luật này quy định việc khác.",
            "Chương II",
            "1. Hộ có thu nhập thấp.",
            "2) Hộ khó khăn.",
            "Khoản 3. Hộ khác.",
            "1.1. Hộ ở phường.",
            "a/ hộ một;",
            "b) hộ hai;",
            "- gạch đầu dòng",
            "Gọi là “hộ mẫu",
            "hộ khác” trong văn bản này.",
            "Sửa đổi Điều 9 như sau:",
            "Phụ lục I",
            "_____",
            *STRAY,
        ]
    ),
    max_size=16,
).map(lambda lines: [line.format(n=at // 2 + 1) for at, line in enumerate(lines)])


@settings(max_examples=150, deadline=None)
@given(
    opening=st.lists(st.sampled_from(STRAY), max_size=2),
    body=BODY,
    middle=st.lists(st.sampled_from(STRAY), max_size=2),
    after=st.lists(st.sampled_from(STRAY), max_size=3),
)
def test_each_line_is_in_head_in_a_provision_in_foot_or_in_a_doubt(opening, body, middle, after):
    lines = [*HEAD, *opening, "Điều 1. Phạm vi", *body, *FOOT[:3], *middle, *FOOT[3:], *after]
    proposal = understand_lines(lines)
    tree = read_tree(proposal.text)
    told = " ".join(doubt.says for doubt in proposal.doubts)
    held = {node.eid: f"{node.heading}\n{node.words}" for node in tree.nodes}

    for no, line in enumerate(lines):
        place = tree.places[no]
        if place in held:
            tail = line.split()[-1]
            bare = line == "_____" or tail in ("II", "I") or any(c.isdigit() for c in tail)
            assert bare or tail in held[place], line
        else:
            assert no < len(HEAD) or line in FOOT or line == "_____" or line in told, line


@pytest.mark.parametrize("stray", STRAY)
def test_a_line_between_the_bases_and_the_first_article_is_told(stray):
    lines = [*HEAD, stray, "Điều 1. Phạm vi", "Lời.", *FOOT]

    assert [stray in d.says for d in understand_lines(lines).doubts if d.code == "left_out"] == [True]


def test_pasted_words_that_begin_before_their_first_article_are_told():
    assert odd_lines("Điều 1. A\nLời.") == []
    assert STRAY[0] in odd_lines(f"{STRAY[0]}\nĐiều 1. A\nLời.")[0]


def test_a_long_tail_without_a_heading_is_told_in_few_doubts():
    tail = [f"Câu thứ {number} không thuộc về đâu." for number in range(90)]
    doubts = [
        d for d in understand_lines([*HEAD, "Điều 1. A", "Lời.", *FOOT, *tail]).doubts if d.code == "left_out"
    ]

    assert len(doubts) == 5 and all(any(line in d.says for d in doubts) for line in tail)
