"""Heads of provisions as old, hurried and scanned papers print them; what is odd about them is told."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.language.provisions import read_tree

HEADS = [
    "Điều 3. Mức hỗ trợ",
    "Điều 3: Mức hỗ trợ",
    "Điều 3.- Mức hỗ trợ",
    "Điều 3. – Mức hỗ trợ",
    "Điều 3 - Mức hỗ trợ",
    "Điều 3– Mức hỗ trợ",
    "Điều 3 — Mức hỗ trợ",
    "Điều 3) Mức hỗ trợ",
    "Điều 3/ Mức hỗ trợ",
    "Điều 3 Mức hỗ trợ",
    "Điều 3\nMức hỗ trợ",
    "Điều 3.\nMức hỗ trợ",
    "Điều 3. Mức\nhỗ trợ",
    "Điều\n3. Mức hỗ trợ",
    "Đ\niều 3. Mức hỗ trợ",
    "Đ iều 3. Mức hỗ trợ",
    "Điều 3\n. Mức hỗ trợ",
    "Điều 03. Mức hỗ trợ",
    "Điều   3 .   Mức hỗ trợ",
    "Điều 3．Mức hỗ trợ",
    "Điều ３： Mức hỗ trợ",
    "Điều\u00a03.\u00a0Mức hỗ trợ",
    "Ðiều 3. Mức hỗ trợ",
    "ÐIỀU 3. Mức hỗ trợ",
    "ĐIỀU 3. Mức hỗ trợ",
    "ĐIỀU 3 Mức hỗ trợ",
    "Điều III. Mức hỗ trợ",
    "Điều thứ 3. Mức hỗ trợ",
    "Ðiều thứ ba.- Mức hỗ trợ",
    "**Điều 3.** Mức hỗ trợ",
    "**Điều 3. Mức hỗ trợ**",
    "__Điều 3__. Mức hỗ trợ",
    "### Điều 3. Mức hỗ trợ",
    "“Điều 3. Mức hỗ trợ",
    '"Điều 3. Mức hỗ trợ',
    "- Điều 3. Mức hỗ trợ",
]
MISREAD = ["Điều Ø3. Mức hỗ trợ", "Điều O3. Mức hỗ trợ", "Điêu 3. Mức hỗ trợ", "Điểu 3. Mức hỗ trợ"]


def around(head: str) -> str:
    return f"Điều 1. Một\nLời một.\nĐiều 2. Hai\nLời hai.\n{head}\nLời ba.\nĐiều 4. Bốn\nLời bốn.\n"


@pytest.mark.parametrize("head", [*HEADS, *MISREAD])
def test_an_article_is_cut_however_its_head_is_printed(head):
    tree = read_tree(around(head))

    assert [node.eid for node in tree.nodes] == ["art_1", "art_2", "art_3", "art_4"]
    assert (tree.nodes[2].heading, tree.nodes[2].words) == ("Mức hỗ trợ", "Lời ba.")


@pytest.mark.parametrize("head", MISREAD)
def test_letters_that_a_scanner_misread_are_told_on_their_line(head):
    (doubt,) = read_tree(around(head)).doubts

    assert (doubt.code, doubt.line) == ("misread", 4)
    assert head in doubt.says


@pytest.mark.parametrize(
    "line",
    [
        "Điều 3 của Nghị định này quy định mức khác.",
        "Điều 3 Luật Trợ giúp mẫu quy định mức khác.",
        "Điều 3 Bộ luật Dân sự được áp dụng.",
        "Điều 3, Điều 4 và Điều 5 được áp dụng.",
        "Điều 3 và khoản 2 Điều 4 được áp dụng.",
        "Điều 3 Chương II Nghị định số 20/2031/NĐ-CP.",
        "Điều 3.2 của quy chế này được áp dụng.",
        "điều 3 nói về mức hỗ trợ.",
        "Khoản 2 Điều 3 được áp dụng.",
        "Khoản 1 của Điều này được áp dụng.",
        "Phụ lục I ban hành kèm theo Nghị định này nêu mẫu đơn.",
        "Phụ lục Nghị định số 20/2031/NĐ-CP nêu mẫu đơn.",
        "Chương II Luật Trợ giúp mẫu quy định việc khác.",
        "Mục 2 của Chương này không áp dụng.",
        "1.5 triệu đồng một tháng là mức chung.",
        "2,5 triệu đồng một tháng là mức chung.",
        "12/2031 là tháng cuối.",
    ],
)
def test_a_reference_at_the_start_of_a_line_opens_nothing(line):
    tree = read_tree(f"Điều 1. Một\nLời một.\nĐiều 2. Hai\nLời hai.\n{line}\nĐiều 3. Ba\nLời ba.")

    assert [node.eid for node in tree.nodes] == ["art_1", "art_2", "art_3"]
    assert tree.nodes[1].words.endswith(line)
    assert tree.doubts == []


def test_a_reference_torn_from_its_sentence_opens_nothing():
    text = "Điều 1. Một\nTheo quy định tại khoản 2\nĐiều 7. Hộ nghèo được hưởng.\nĐiều 2. Hai\nLời."
    tree = read_tree(text)

    assert [node.eid for node in tree.nodes] == ["art_1", "art_2"]
    assert [doubt.line for doubt in tree.doubts] == [2]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. Một", "2. Hai"),
        ("1) Một", "2) Hai"),
        ("(1) Một", "(2) Hai"),
        ("1/ Một", "2/ Hai"),
        ("1- Một", "2- Hai"),
        ("1.- Một", "2.- Hai"),
        ("1 – Một", "2 – Hai"),
        ("１．Một", "２．Hai"),
        ("Khoản 1. Một", "Khoản 2. Hai"),
        ("Khoản 1: Một", "Khoản 2: Hai"),
        ("Khoản 1\nMột", "Khoản 2\nHai"),
        ("l. Một", "2. Hai"),
    ],
)
def test_clauses_are_cut_whatever_sign_stands_behind_their_number(first, second):
    nodes = read_tree(f"Điều 1. Đối tượng\n{first}\n{second}\nĐiều 2. X\nLời.").nodes

    assert [(n.eid, n.words) for n in nodes[1:3]] == [("art_1__para_1", "Một"), ("art_1__para_2", "Hai")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("a) một;", "b) hai."),
        ("a/ một;", "b/ hai."),
        ("a. một;", "b. hai."),
        ("(a) một;", "(b) hai."),
        ("a- một;", "b- hai."),
        ("Điểm a) một;", "Điểm b) hai."),
    ],
)
def test_points_are_cut_whatever_sign_stands_behind_their_letter(a, b):
    nodes = read_tree(f"Điều 1. Đối tượng\n1. Gồm:\n{a}\n{b}\n2. Khác.").nodes

    assert [n.eid for n in nodes[1:]] == [
        "art_1__para_1",
        "art_1__para_1__point_a",
        "art_1__para_1__point_b",
        "art_1__para_2",
    ]
    assert [n.words for n in nodes[2:4]] == ["một;", "hai."]


def test_a_list_with_another_sign_stays_in_the_words_of_its_clause():
    nodes = read_tree("Điều 1. X\n1. Hồ sơ gồm:\n1) Đơn;\n2) Ảnh;\n3) Sổ.\n2. Nộp tại phường.").nodes

    assert [n.eid for n in nodes] == ["art_1", "art_1__para_1", "art_1__para_2"]
    assert nodes[1].words == "Hồ sơ gồm:\n1) Đơn;\n2) Ảnh;\n3) Sổ."


def test_sub_clauses_lie_under_their_clause_and_hold_their_points():
    text = "Điều 1. X\n1. Một.\n1.1. Một một:\na) một;\nb) hai.\n1.2. Hai.\n1.2.1. Sâu.\n2. Hai.\n2.1 Một."

    assert [n.eid for n in read_tree(text).nodes] == [
        "art_1",
        "art_1__para_1",
        "art_1__para_1__point_1.1",
        "art_1__para_1__point_1.1__point_a",
        "art_1__para_1__point_1.1__point_b",
        "art_1__para_1__point_1.2",
        "art_1__para_1__point_1.2__point_1.2.1",
        "art_1__para_2",
        "art_1__para_2__point_2.1",
    ]


def test_articles_put_between_others_keep_their_letters():
    text = "Điều 12. X\nLời.\nĐiều 12 bis. Thêm\nLời.\nĐiều 12a. Nữa\nLời.\nĐiều 13. Y\nLời."

    assert [n.eid for n in read_tree(text).nodes] == ["art_12", "art_12bis", "art_12a", "art_13"]


PLAN = """KẾ HOẠCH
Truyền thông về giảm nghèo
Thực hiện kế hoạch của thành phố, phường ban hành kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao nhận thức.
2. Yêu cầu
a) Đúng;
b) Đủ.
II. NỘI DUNG
1. Tuyên truyền
1.1. Trên loa
- sáng
1.2. Trên báo
III. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế
Trên đây là Kế hoạch truyền thông./.
Nơi nhận:
- Lưu: VT.
"""


def test_a_plan_has_a_tree_of_sections_that_can_be_cited():
    tree = read_tree(PLAN)

    assert [(n.eid, n.kind) for n in tree.nodes] == [
        ("sec_I", "section"),
        ("sec_I__para_1", "clause"),
        ("sec_I__para_2", "clause"),
        ("sec_I__para_2__point_a", "point"),
        ("sec_I__para_2__point_b", "point"),
        ("sec_II", "section"),
        ("sec_II__para_1", "clause"),
        ("sec_II__para_1__point_1.1", "point"),
        ("sec_II__para_1__point_1.2", "point"),
        ("sec_III", "section"),
        ("sec_III__para_1", "clause"),
    ]
    assert tree.nodes[0].heading == "MỤC ĐÍCH, YÊU CẦU"
    assert not any("Trên đây" in n.words for n in tree.nodes)
    assert tree.doubts == []


def test_a_directive_is_cut_by_its_numbers():
    text = "CHỈ THỊ\nVề việc thử\nChủ tịch yêu cầu:\n1. Phường:\na) rà soát;\nb) báo cáo.\n2. Xã: làm."

    assert [n.eid for n in read_tree(text).nodes] == [
        "para_1",
        "para_1__point_a",
        "para_1__point_b",
        "para_2",
    ]


def test_what_is_issued_with_a_decision_is_a_tree_of_its_own():
    text = (
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thử.\nĐiều 2. Thi hành.\nTM. ỦY BAN NHÂN DÂN\n"
        "CHỦ TỊCH\nNguyễn Văn Mẫu\nKẾ HOẠCH\nTruyền thông thử\n(Kèm theo Quyết định số 12/QĐ-UBND)\n"
        "I. MỤC ĐÍCH\n1. Một.\nII. YÊU CẦU\n1. Hai.\n"
    )
    tree = read_tree(text)

    assert [n.eid for n in tree.nodes] == [
        "art_1",
        "art_2",
        "att_1__sec_I",
        "att_1__sec_I__para_1",
        "att_1__sec_II",
        "att_1__sec_II__para_1",
    ]
    assert tree.doubts == [] and "left" not in tree.places.values()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Điều 1. A\nLời.\nĐiều 3. B\nLời.", "jumps"),
        ("Điều 1. A\nLời.\nĐiều 2. B\nLời.\nĐiều 2. C\nLời.", "numbered_twice"),
        ("Điều 2. A\nLời.\nĐiều 3. B\nLời.", "starts_late"),
        ("Điều 1. A\nĐiều 2. B\nĐiều 4. C\nĐiều 5. D\nĐiều 3. Đ\nLời.", "goes_back"),
        ("Điều 1. A\n1. Lời.\n3. Lời.", "jumps"),
        ("Điều 1. A\n2. Lời.\n3. Lời.", "starts_late"),
        ("Điều 1. A\n1. Lời.\n2. Lời.\n2. Lời.", "goes_back"),
        ("Điều 1. A\n1. Lời:\na) x;\nc) y.", "jumps"),
        ("Điều 1. A\n1. Lời:\nb) x;\nc) y.", "starts_late"),
        ("Điều 1. A\n1. Lời:\na) x;\nb) y.\nb) z.", "numbered_twice"),
        ("Chương I\nA\nĐiều 1. A\nLời.\nChương III\nB\nĐiều 2. B\nLời.", "jumps"),
        ("KẾ HOẠCH\nI. MỘT\n1. A\nIII. BA\n1. B", "jumps"),
        ("Điều 1. A\n1. Lời.\n1.1. Lời.\n1.3. Lời.", "jumps"),
        ("Điều 1. A\nLời.\nĐiều 1. A\nLời.\nĐiều 2. B\nLời.", "starts_again"),
    ],
)
def test_numbers_that_do_not_follow_each_other_are_told(text, code):
    assert code in {doubt.code for doubt in read_tree(text).doubts}


def test_one_stray_number_among_right_ones_is_told_once():
    text = "\n".join(f"Điều {number}. X\nLời." for number in (1, 2, 30, 4, 5))

    assert [doubt.line for doubt in read_tree(text).doubts] == [4]


@pytest.mark.parametrize(
    "text",
    [
        "Điều 1. X\n1. A:\n" + "\n".join(f"{letter}) x;" for letter in "abcdđeghiklmnopqrstuvxy"),
        "Điều 1. X\nLời.\nĐiều 1a. Y\nLời.\nĐiều 2. Z\nLời.",
        "Điều 1. X\n1. Một.\n1a. Thêm.\n2. Hai.",
    ],
)
def test_numbering_in_order_is_not_doubted(text):
    assert read_tree(text).doubts == []


def test_a_stray_quotation_mark_does_not_swallow_the_articles_below():
    text = "Điều 1. Một\nGọi là “hộ mẫu.\nĐiều 2. Hai\nLời.\nĐiều 3. Ba\nGọi là hộ khác”.\nĐiều 4. Bốn\nLời."
    tree = read_tree(text)

    assert [n.eid for n in tree.nodes] == ["art_1", "art_2", "art_3", "art_4"]
    assert [doubt.code for doubt in tree.doubts] == ["quote_open"]


def test_words_behind_the_signature_stand_in_no_provision():
    text = "Điều 1. A\nLời.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn Mẫu\nMột câu lạc ở cuối giấy này.\n"
    tree = read_tree(text)

    assert tree.places[6] == "left" and set(tree.places.values()) == {"art_1", "foot", "left"}


@given(
    st.lists(
        st.sampled_from(
            [*HEADS, *MISREAD, "1) a", "a/ x", "1.1. b", "I. A", "Khoản 2. X", "“mở", "đóng”", "CHỦ TỊCH"]
        )
        | st.text(alphabet="Điều 123.:-ab)/“”\n", max_size=30),
        max_size=25,
    ).map("\n".join)
)
def test_every_line_that_is_not_blank_has_a_place_and_no_id_comes_twice(text):
    tree = read_tree(text)
    eids = [node.eid for node in tree.nodes]

    assert len(eids) == len(set(eids))
    assert set(tree.places.values()) <= {"head", "foot", "left", *eids}


@pytest.mark.parametrize(
    "unit",
    [
        "Điều 1. A\n1. B\na) c;",
        "Điều 1. X\nTM. ỦY BAN\nCHỦ TỊCH",
        "Nơi nhận:\nI. Câu lạc.",
        "dòng thường",
        "Chương I\nA",
    ],
)
def test_work_grows_with_the_lines_of_a_paper_and_not_with_their_square(unit):
    calls = []
    for times in (100, 400):
        counted = 0

        def count(frame, event, arg):
            nonlocal counted
            counted += event == "call"

        text = "Điều 1. X\nLời.\n" + "\n".join([unit] * times)
        sys.setprofile(count)
        try:
            read_tree(text)
        finally:
            sys.setprofile(None)
        calls.append(counted)

    assert calls[1] < 6 * calls[0]
