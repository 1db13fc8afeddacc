"""The tree of a document's provisions and the fingerprint of their words."""

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lantoa.language.provisions import fingerprint, provision_tree

PHRASE = "hộ nghèo không được vay tối đa 100 triệu đồng trong 05 năm theo quy định của phường hòa thuỷ đ"
WORDS = st.lists(
    st.sampled_from(PHRASE.split())
    | st.text(alphabet="abcđêghiklmnôơưáàạ0123456789", min_size=1, max_size=6),
    min_size=2,
    max_size=14,
)

DECREE = """
CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ;

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
Nghị định này quy định việc hỗ trợ nước sạch.

Điều 2. Đối tượng
1. Hộ nghèo, gồm:
a) Hộ nghèo khu vực thành thị;
b) Hộ nghèo khu vực nông thôn
và hải đảo;
c) Hộ khác;
d) Hộ mới thoát nghèo;
d) Hộ có mức sống trung bình;
e) Hộ đơn thân.
2. Hộ cận nghèo.
2a. Hộ tái nghèo.

Chương II. TỔ CHỨC THỰC HIỆN
Mục 1
TRÁCH NHIỆM
Điều 3. Sửa đổi Điều 9 như sau:
“Điều 9. Mức hỗ trợ
1. Hai triệu đồng.
2. Ba triệu đồng.”
Điều 4. Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2026.
Nơi nhận:
- Lưu: VT.
TM. CHÍNH PHỦ

QUY CHẾ
(Kèm theo Nghị định)
Điều 1. Nguyên tắc
1. Công khai.
"""


def _tree(text: str):
    return {node.eid: node for node in provision_tree(text)}


def test_every_provision_has_its_stable_id_in_reading_order():
    assert [node.eid for node in provision_tree(DECREE)] == [
        "chp_I",
        "art_1",
        "art_2",
        "art_2__para_1",
        "art_2__para_1__point_a",
        "art_2__para_1__point_b",
        "art_2__para_1__point_c",
        "art_2__para_1__point_d",
        "art_2__para_1__point_dd",
        "art_2__para_1__point_e",
        "art_2__para_2",
        "art_2__para_2a",
        "chp_II",
        "chp_II__sec_1",
        "art_3",
        "art_4",
        "att_1__art_1",
        "att_1__art_1__para_1",
    ]


def test_an_article_belongs_to_its_chapter_or_section_but_is_counted_through_the_document():
    tree = _tree(DECREE)

    assert tree["art_1"].parent_eid == "chp_I"
    assert tree["art_4"].parent_eid == "chp_II__sec_1"
    assert tree["art_2__para_1__point_b"].parent_eid == "art_2__para_1"
    assert tree["chp_I"].parent_eid == ""


def test_a_point_d_printed_twice_is_read_as_d_then_d_with_stroke():
    tree = _tree(DECREE)

    assert tree["art_2__para_1__point_dd"].number == "đ"
    assert tree["art_2__para_1__point_dd"].words == "Hộ có mức sống trung bình;"


def test_headings_are_told_from_words():
    tree = _tree(DECREE)

    assert tree["chp_I"].heading == "QUY ĐỊNH CHUNG"
    assert tree["chp_II"].heading == "TỔ CHỨC THỰC HIỆN"
    assert tree["chp_II__sec_1"].heading == "TRÁCH NHIỆM"
    assert (tree["art_2"].heading, tree["art_2"].words) == ("Đối tượng", "")
    assert tree["art_1"].words == "Nghị định này quy định việc hỗ trợ nước sạch."
    assert (tree["art_4"].heading, tree["art_4"].words) == (
        "",
        "Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2026.",
    )


def test_new_words_in_quotation_marks_are_words_of_the_amending_article():
    tree = _tree(DECREE)

    assert "art_9" not in tree
    assert tree["art_3"].words.endswith("2. Ba triệu đồng.”")


AMENDING = """
Điều 1. Sửa đổi Nghị định thử
1. Sửa đổi Điều 1 như sau:
{open}Điều 1. Phạm vi
1. Hộ nghèo.
2. Hộ cận nghèo.{close}
2. Bãi bỏ Điều 4.
Điều 2. Hiệu lực
Nghị định này có hiệu lực từ ngày ký.
"""


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("", "")])
def test_new_wording_of_another_decree_makes_no_articles_whatever_its_quotation_marks(opening, closing):
    tree = _tree(AMENDING.format(open=opening, close=closing))

    assert list(tree) == ["art_1", "art_1__para_1", "art_1__para_2", "art_2"]
    assert "2. Hộ cận nghèo." in tree["art_1__para_1"].words


def test_appendices_and_smaller_sections_have_their_places():
    text = """Mục 1
TRÁCH NHIỆM
Tiểu mục 1
PHƯỜNG, XÃ
Điều 1. Việc làm
Phường lập danh sách theo Phụ lục I.
TM. ỦY BAN
Phụ lục I
DANH MỤC HỖ TRỢ
(Kèm theo Quyết định thử)
1. Thẻ bảo hiểm
Mục 2. Tiền điện
PHỤ LỤC II.
Mẫu đơn
QUY CHẾ
Điều 1. Nguyên tắc
"""
    tree = _tree(text)

    assert list(tree) == ["sec_1", "sec_1__subsec_1", "art_1", "annex_I", "annex_II", "att_1__art_1"]
    assert tree["sec_1__subsec_1"].kind == "subsection" and tree["art_1"].parent_eid == "sec_1__subsec_1"
    assert tree["annex_I"].heading == "DANH MỤC HỖ TRỢ"
    assert tree["annex_I"].words.endswith("1. Thẻ bảo hiểm\nMục 2. Tiền điện")
    assert tree["att_1__art_1"].parent_eid == ""


def test_recipients_and_signatures_belong_to_no_provision():
    assert not any("Lưu: VT" in node.words for node in provision_tree(DECREE))


def test_provisions_in_one_running_line_are_found():
    text = "Điều 5. Mức vay. 1. Hộ nghèo vay 100 triệu đồng. 2. Hộ cận nghèo: a) Vay 80 triệu đồng; đ) Khác."

    assert [node.eid for node in provision_tree(text)] == [
        "art_5",
        "art_5__para_1",
        "art_5__para_2",
        "art_5__para_2__point_a",
        "art_5__para_2__point_dd",
    ]


def test_a_text_without_provisions_has_no_tree():
    assert provision_tree("Phường họp lúc 7 giờ.\n1. Điểm danh.\n2. Phát quà.") == []


@given(st.text(max_size=200) | st.lists(st.sampled_from(DECREE.split("\n")), max_size=40).map("\n".join))
def test_ids_are_never_given_twice_whatever_the_text(text):
    eids = [node.eid for node in provision_tree(text)]

    assert len(eids) == len(set(eids))


# --- fingerprints


LAYOUTS = {
    "blanks": lambda text: f"  {text.replace(' ', '   ')}\n",
    "line ends": lambda text: text.replace(" ", "\r\n"),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "non-breaking blanks": lambda text: text.replace(" ", "\u00a0"),
    "trailing punctuation": lambda text: f"{text};",
    "closing mark of a decree": lambda text: f"{text}./.",
    "point letter": lambda text: f"đ) {text}",
    "other point letter": lambda text: f"d){text}",
    "capitals": str.upper,
    "bullets": lambda text: f"• {text}",
    "dashes": lambda text: f"– {text}",
    "newer place of the tone": lambda text: text.replace("hòa", "hoà").replace("thuỷ", "thủy"),
}


@pytest.mark.parametrize("name", LAYOUTS)
@given(words=WORDS)
@settings(max_examples=40)
def test_layout_never_changes_a_fingerprint(name, words):
    text = " ".join(words)

    assert fingerprint(LAYOUTS[name](text)) == fingerprint(text)


@given(
    words=WORDS, at=st.integers(0, 13), other=st.sampled_from(["có", "cấm", "07", "8", "hộ", "đá", "thủy"])
)
def test_one_changed_word_always_changes_the_fingerprint(words, at, other):
    at %= len(words)
    assume(words[at] not in (other, "thuỷ") and words[at].casefold() != other)
    changed = [*words[:at], other, *words[at + 1 :]]

    assert fingerprint(" ".join(changed)) != fingerprint(" ".join(words))


@given(words=WORDS, at=st.integers(0, 13))
def test_a_dropped_or_added_word_changes_the_fingerprint(words, at):
    at %= len(words)
    dropped = words[:at] + words[at + 1 :]

    assert fingerprint(" ".join(dropped)) != fingerprint(" ".join(words))
    assert fingerprint(" ".join([*words[:at], "không", *words[at:]])) != fingerprint(" ".join(words))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("giai đoạn 2021 - 2025", "giai đoạn 2021–2025"),
        ("gọi là “hộ nghèo”", 'gọi là "hộ nghèo"'),
        ("hộ nghèo , hộ cận nghèo", "hộ nghèo, hộ cận nghèo"),
        ("( xã, phường )", "(xã, phường)"),
        ("gồm: 1. thẻ; 2. tiền", "gồm: 1) thẻ; 2) tiền"),
        ("gồm: (a) thẻ; (b) tiền", "gồm: a) thẻ; b) tiền"),
        ("gồm:\n+ thẻ\n+ tiền", "gồm:\n- thẻ\n- tiền"),
        ("theo điểm đ) khoản 1", "theo điểm d) khoản 1"),
    ],
)
def test_dashes_quotes_and_blanks_around_signs_are_layout(a, b):
    assert fingerprint(a) == fingerprint(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("vay 100 triệu", "vay 10 triệu"),
        ("được hỗ trợ", "không được hỗ trợ"),
        ("hộ nghèo, cận nghèo", "hộ nghèo cận nghèo"),
        ("1.500.000 đồng", "1.500.00 đồng"),
        ("tỷ lệ 6,5%", "tỷ lệ 65%"),
        ("má", "mà"),
        ("theo điểm a) khoản 1", "theo điểm b) khoản 1"),
        ("gồm: 1. thẻ; 2. tiền", "gồm: 1. thẻ; 3. tiền"),
    ],
)
def test_digits_negation_commas_and_tones_count(a, b):
    assert fingerprint(a) != fingerprint(b)


def test_a_fingerprint_is_sha256_in_hex():
    assert len(fingerprint("Điều 1")) == 64
    assert int(fingerprint(""), 16)
