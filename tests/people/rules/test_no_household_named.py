"""Words that lead to a person stop; what an office lists as its own does not."""

import pytest

from lantoa.language.identifiers import key_of_words
from lantoa.people.rules.no_household_named import named_in, problems_with_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gia cảnh ông Trần Văn Bé đã khá hơn.", ["ông Trần Văn Bé"]),
        ("hộ bà Tư được vay vốn", ["bà Tư"]),
        ("Như nhà chị Mận và anh Đực ở tổ 5.", ["chị Mận", "anh Đực", "tổ 5"]),
        ("hộ nghèo Phạm Văn Cò vừa thoát nghèo", ["hộ nghèo Phạm Văn Cò"]),
        ("gia đình của Đỗ Thị Sen", ["gia đình của Đỗ Thị Sen"]),
        ("nhà ở số 12/4 đường Hoa Sứ", ["số 12/4 đường Hoa Sứ"]),
        ("ông Chủ tịch Nguyễn Văn Kèo đến thăm", ["ông Chủ tịch Nguyễn Văn Kèo"]),
        ("Ông Chủ tịch UBND phường trả lời bà con.", []),
        ("Loa phát ở đường Võ Thị Sáu và chợ Bà Chiểu.", []),
    ],
)
def test_a_person_is_pointed_at_and_an_office_is_not(text: str, found: list[str]) -> None:
    assert [one.words for one in named_in(text)] == found


def test_a_name_stops_the_text_until_a_basis_is_recorded() -> None:
    """Có tên người thì dừng, cho đến khi ghi căn cứ hoặc sự đồng ý; một chữ không phải là căn cứ."""
    text = "Nhà ông Trần Văn Bé, số 0912 345 678, được hỗ trợ."

    problems = problems_with_names(text, "có")

    assert [p.says for p in problems] == [
        "Bài có dấu hiệu nhận ra một người (tên người, số điện thoại): “ông Trần Văn Bé”, “0912 345 678”. "
        "Bỏ các chữ này, hoặc ghi căn cứ pháp lý hay sự đồng ý cho phép nêu ra (ít nhất hai từ)."
    ]
    assert problems_with_names(text, "Có phiếu đồng ý ngày 02/06/2025") == []


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Nguyễn Văn Kèo", "Ông Chủ tịch Nguyễn Văn Kèo trả lời bà con."),
        ("Hoà Văn Kèo", "ông Hòa Văn Kèo đến thăm"),
        ("(0251) 3822 501", "Điện thoại 0251.38.22.501 của phường."),
        ("0912345678", "Gọi +84 912 345 678 để được hướng dẫn."),
        ("số 9 đường Hoa Sứ, phường Trấn Biên", "Nhận quà ở số 9 đường Hoa Sứ."),
    ],
)
def test_what_an_office_lists_is_let_through_in_every_spelling(listed: str, text: str) -> None:
    assert named_in(text) != []
    assert named_in(text, {key_of_words(listed)}) == []


def test_a_listed_name_lets_no_other_person_through() -> None:
    openly = {key_of_words("Nguyễn Văn Kèo")}

    assert [one.words for one in named_in("Nguyễn Văn Kẽo và bà Trần Văn Kèo Em", openly)] == [
        "Nguyễn Văn Kẽo",
        "bà Trần Văn Kèo Em",
    ]
