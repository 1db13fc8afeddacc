"""Words that look like a person or a household's address are pointed at; offices and places are not."""

import pytest

from lantoa.content.rules.no_household_named import names_in, problems_with_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gia cảnh ông Trần Văn Bé đã khá hơn.", ["ông Trần Văn Bé"]),
        ("Bà Lê Thị Út cho biết đã nhận thẻ.", ["Bà Lê Thị Út"]),
        ("hộ bà Tư được vay vốn", ["bà Tư"]),
        ("Như nhà chị Mận và anh Đực ở tổ 5.", ["chị Mận", "anh Đực"]),
        ("hộ nghèo Phạm Văn Cò vừa thoát nghèo", ["hộ nghèo Phạm Văn Cò"]),
        ("gia đình của Đỗ Thị Sen", ["gia đình của Đỗ Thị Sen"]),
        ("Chúc mừng Võ Thị Lành đã xây xong nhà.", ["Võ Thị Lành"]),
        ("nhà ở số 12/4 đường Hoa Sứ", ["số 12/4 đường Hoa Sứ"]),
        ("tại số nhà 45B", ["số nhà 45B"]),
        ("ông Chủ tịch Nguyễn Văn Kèo đến thăm", ["ông Chủ tịch Nguyễn Văn Kèo"]),
    ],
)
def test_a_named_person_or_household_is_found(text: str, found: list[str]) -> None:
    assert names_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Bà con hộ nghèo đến Ủy ban nhân dân phường làm thủ tục.",
        "Anh chị em trong tổ cùng nghe đài.",
        "Ông Chủ tịch UBND phường trả lời bà con.",
        "Người dân tỉnh Bà Rịa - Vũng Tàu cũ được hướng dẫn như nhau.",
        "Nộp hồ sơ tại Trung tâm phục vụ hành chính công, số 9 đường Nguyễn Văn Trỗi.",
        "Loa phát ở đường Võ Thị Sáu và chợ Bà Chiểu.",
        "Hộ Kinh doanh và hộ nghèo khác nhau.",
        "Ông bà, cha mẹ, anh chị đều được hướng dẫn.",
        "Mức hỗ trợ theo khoản 2 Điều 6 Nghị định 20/2021/NĐ-CP.",
        "UBND phường có 5 khu phố, 12 tổ.",
    ],
)
def test_offices_places_and_everybody_are_not(text: str) -> None:
    assert names_in(text) == []


def test_a_name_stops_the_text_until_a_basis_is_recorded() -> None:
    """Có tên người thì dừng, cho đến khi ghi căn cứ hoặc sự đồng ý."""
    text = "Nhà ông Trần Văn Bé được hỗ trợ."

    problems = problems_with_names(text, "")

    assert [p.says for p in problems] == [
        "Bài có tên người hoặc địa chỉ: “ông Trần Văn Bé”. Bỏ các chữ này, "
        "hoặc ghi căn cứ pháp lý hay sự đồng ý cho phép nêu ra."
    ]
    assert problems_with_names(text, "Có phiếu đồng ý ngày 02/06/2025") == []
