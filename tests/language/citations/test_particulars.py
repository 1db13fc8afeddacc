"""Issuer, date, relation and the marks of a mention: what stands around the number."""

import pytest

from lantoa.language.citations import read_citations


def only(text: str):
    (citation,) = read_citations(text)
    return citation


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Nghị định số 8/2023/NĐ-CP ngày 1/3/2023 của Chính phủ quy định mức lương", "Chính phủ"),
        ("Thông tư số 18/2023/TT-BTC của Bộ trưởng Bộ Tài chính hướng dẫn", "Bộ trưởng Bộ Tài chính"),
        (
            "Công văn số 9/LĐTBXH-BTXH của Bộ Lao động - Thương binh và Xã hội về việc rà soát",
            "Bộ Lao động - Thương binh và Xã hội",
        ),
        (
            "Quyết định số 7/QĐ-UBND của Ủy ban nhân dân thành phố Sông Phố ban hành Quy chế của Đài",
            "Ủy ban nhân dân thành phố Sông Phố",
        ),
        ("Nghị quyết số 5/NQ-HĐND của HĐND tỉnh khóa X về dự toán", "HĐND tỉnh"),
        ("Nghị quyết số 112/2024/QH15 của Quốc hội khóa 15", "Quốc hội"),
        (
            "Thông tư số 3/2020/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch quy định",
            "Bộ Văn hóa, Thể thao và Du lịch",
        ),
        ("Báo cáo số 4/BC-HĐND của Ban Kinh tế - Ngân sách và ý kiến đại biểu", "Ban Kinh tế - Ngân sách"),
        ("Kế hoạch số 6/KH-UBND do Ủy ban nhân dân xã ban hành", "Ủy ban nhân dân xã"),
        ("Bộ Y tế vừa ban hành Thông tư số 18/2023/TT-BYT", "Bộ Y tế"),
        ("UBND tỉnh đã có Tờ trình số 31/TTr-UBND", "UBND tỉnh"),
        ("Công văn của Sở Nội vụ số 77/SNV-CCVC", "Sở Nội vụ"),
        ("Thông báo số 4/TB-VPUBND về ý kiến của Phó Chủ tịch", None),
        ("Công văn số 8/STC-NSNN về nguồn vốn của Sở Y tế", None),
    ],
)
def test_the_issuer_is_the_body_that_follows_of_or_issues(text, issuer):
    assert only(text).issuer == issuer


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Nghị định số 8/2023/NĐ-CP ngày 05 tháng 3 năm 2023", "2023-03-05"),
        ("Nghị định số 8/2023/NĐ-CP, ngày 5.3.2023 của Chính phủ", "2023-03-05"),
        ("Nghị định số 8/2023/NĐ-CP của Chính phủ ngày 5-3-2023", "2023-03-05"),
        ("Nghị định số 8/2023/NĐ-CP ban hành ngày 05/3/2023", "2023-03-05"),
        ("Nghị định số 8/2023/NĐ-CPngày 05tháng 3năm 2023", "2023-03-05"),
        ("Ngày 5/3/2023, Chính phủ ban hành Nghị định số 8/2023/NĐ-CP", "2023-03-05"),
        ("Nghị định số 8/2023/NĐ-CP áp dụng từ ngày 01/7/2023 đến hết ngày 31/12/2025", None),
        ("Nghị định số 8/2023/NĐ-CP ngày 31/02/2023", None),
        ("Luật Ngân sách nhà nước được Quốc hội thông qua ngày 25 tháng 6 năm 2015", "2015-06-25"),
    ],
)
def test_the_date_is_the_day_of_issue_as_printed(text, date):
    assert only(text).date == date


def test_a_year_in_the_symbol_that_differs_from_the_date_is_warned_of():
    assert only("Nghị định số 34/2015/NĐ-CP ngày 09/8/2019").warn == "year_mismatch"
    assert only("Nghị định số 34/2019/NĐ-CP ngày 09/8/2019").warn is None


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Căn cứ khoản 2 Điều 5 Luật Cư trú ngày 13/11/2020;", "can_cu"),
        ("Căn cứ Luật Trẻ em;", "can_cu"),
        ("Thực hiện Kế hoạch số 8/KH-UBND về truyền thông", "thuc_hien"),
        ("Thực hiện rà soát theo Thông tư số 18/2023/TT-BTC", "dan_chieu"),
        ("được quy định tại khoản 2 Điều 5 Thông tư số 18/2023/TT-BTC", "dan_chieu"),
        ("Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 9/TTr-SYT", "theo_de_nghi"),
        ("Xét Tờ trình số 9/TTr-UBND của Ủy ban nhân dân tỉnh", "xet"),
        ("(Ban hành kèm theo Quyết định số 5/QĐ-UBND)", "kem_theo"),
        ("Sửa đổi, bổ sung một số điều của Thông tư số 18/2023/TT-BTC", "sua_doi_bo_sung"),
        ("Bổ sung khoản 5 vào Điều 8 Nghị định số 8/2023/NĐ-CP", "bo_sung"),
        ("Thay thế cụm từ “huyện” tại Điều 8 Nghị định số 8/2023/NĐ-CP", "sua_doi_bo_sung"),
        ("và thay thế Quyết định số 5/QĐ-UBND ngày 1/1/2020", "thay_the"),
        ("được thay thế bởi Quyết định số 5/QĐ-UBND", "thay_the_passive"),
        ("Bãi bỏ khoản 2 Điều 8 Nghị định số 8/2023/NĐ-CP", "bai_bo"),
        ("Thu hồi và hủy bỏ Quyết định số 5/QĐ-UBND", "huy_bo"),
        ("Nghị định số 8/2023/NĐ-CP hết hiệu lực từ ngày 01/01/2026", "het_hieu_luc"),
        ("ngưng hiệu lực thi hành Thông tư số 18/2023/TT-BTC", "ngung_hieu_luc"),
        ("Kéo dài thời gian thực hiện Nghị quyết số 112/2024/QH15", "keo_dai_hieu_luc"),
        ("Đính chính Quyết định số 5/QĐ-UBND", "dinh_chinh"),
        ("Hướng dẫn thi hành Nghị định số 8/2023/NĐ-CP", "huong_dan"),
        ("Quy định chi tiết khoản 3 Điều 9 Luật số 61/2024/QH15", "quy_dinh_chi_tiet"),
        ("(đã được sửa đổi, bổ sung theo Thông tư số 18/2023/TT-BTC)", "lich_su_sua_doi"),
        ("Thông tư số 18/2023/TT-BTC", None),
    ],
)
def test_the_words_around_say_what_is_done_with_the_document(text, relation):
    assert only(text).relation == relation


def test_a_list_carries_on_its_first_relation():
    text = "Căn cứ Nghị định số 8/2023/NĐ-CP của Chính phủ; Thông tư số 18/2023/TT-BTC và Luật Trẻ em;"

    assert [c.relation for c in read_citations(text)] == ["can_cu"] * 3


def test_what_stands_in_the_title_of_a_legal_basis_is_nested_and_no_basis():
    text = "Căn cứ Nghị định số 9/2024/NĐ-CP của Chính phủ sửa đổi, bổ sung Nghị định số 8/2023/NĐ-CP;"
    outer, inner = read_citations(text)

    assert (outer.relation, outer.nested) == ("can_cu", False)
    assert (inner.relation, inner.nested) == (None, True)


def test_an_amending_document_amends_the_one_in_its_title():
    text = "Chính phủ ban hành Nghị định số 9/2024/NĐ-CP sửa đổi Nghị định số 8/2023/NĐ-CP."

    assert [c.relation for c in read_citations(text)] == [None, "sua_doi_bo_sung"]


@pytest.mark.parametrize(
    "text",
    [
        "theo quy định tại Điều 5 của Nghị định này",
        "Nghị quyết này có hiệu lực từ ngày ký",
        "khoản 1 Điều này",
    ],
)
def test_the_citing_document_is_marked_as_self(text):
    citation = only(text)

    assert citation.self
    assert citation.number is None


@pytest.mark.parametrize("text", ["khoản 1 Điều 2 nêu trên", "theo khoản 2 Điều 8 Thông tư nói trên"])
def test_a_mention_without_number_that_leans_back_is_an_anaphora(text):
    assert only(text).anaphora


def test_a_bare_look_back_needs_something_to_look_back_to():
    assert read_citations("Thực hiện Nghị định trên, phường đã họp.") == []
    text = "Nghị định số 8/2023/NĐ-CP đã có hiệu lực. Thực hiện Nghị định nêu trên, phường đã họp."
    assert [c.anaphora for c in read_citations(text)] == [False, True]


def test_a_short_mention_takes_what_only_the_full_one_prints():
    text = (
        "Theo Quyết định 5/QĐ-UBND, hộ nghèo được vay (Quyết định số 5/QĐ-UBND ngày 7/6/2024 của UBND tỉnh)."
    )
    short, full = read_citations(text)

    assert (
        (short.year, short.date, short.issuer)
        == (full.year, full.date, full.issuer)
        == (
            2024,
            "2024-06-07",
            "UBND tỉnh",
        )
    )


def test_the_second_passage_of_a_clause_does_not_hide_the_clause():
    citation = only("đoạn thứ hai khoản 4 Điều 9 Nghị định số 8/2023/NĐ-CP")

    assert (citation.article, citation.clause) == ("9", "4")


def test_large_places_and_forms_are_kept():
    deep = only("điểm b khoản 4 Điều 87 Mục 2 Chương IX Phần II của Bộ luật Dân sự")
    form = only("Mẫu số 9 tại Phụ lục II kèm theo Nghị định này")
    span = only("Điều 14 đến Điều 19 Nghị định số 8/2023/NĐ-CP")

    assert (deep.section, deep.chapter, deep.part) == ("2", "IX", "II")
    assert (form.form, form.appendix, form.self) == ("9", "II", True)
    assert (span.article, span.article_to) == ("14", "19")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luật Phòng, chống tham nhũng năm 2018", "Phòng, chống tham nhũng"),
        ("Luật Tổ chức chính quyền địa phương ngày 19/6/2015", "Tổ chức chính quyền địa phương"),
        ("Bộ luật dân sự số 91/2015/QH13", "dân sự"),
        ("Luật Đất đai và các văn bản hướng dẫn", "Đất đai"),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Đất đai ngày 22/11/2019",
            "sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Đất đai",
        ),
    ],
)
def test_a_law_is_known_by_its_name(text, name):
    assert only(text).name == name
