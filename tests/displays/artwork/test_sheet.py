"""The file for the print shop: its real size, its boxes, its words, its code."""

from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from lantoa.displays.artwork import FORMATS, Said, Sheet, artwork_pdf
from lantoa.displays.artwork.sheet import BLEED_MM, POINTS

POSTER = Sheet(
    width_mm=297,
    height_mm=420,
    headline="Hộ cận nghèo được đóng giúp tiền thẻ bảo hiểm y tế",
    body=(
        Said(("Giấy tờ cần mang",), "heading"),
        Said(("Căn cước công dân", "Giấy chứng nhận hộ nghèo"), "list"),
        Said(("Đến bộ phận một cửa của phường.",), "call"),
    ),
    issuer="Ủy ban nhân dân phường Bến Gỗ",
    sources=("khoản 1 Điều 3 Nghị định 01/2030/NĐ-CP",),
    true_until="Đúng đến hết ngày 31/12/2030",
    address="https://lantoa.example/tam-in/7/",
)


def opened(sheet: Sheet) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(artwork_pdf(sheet))


def millimetres(box: tuple[float, float, float, float]) -> tuple[float, float]:
    return (round((box[2] - box[0]) / POINTS, 1), round((box[3] - box[1]) / POINTS, 1))


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.key)
def test_the_trim_box_is_the_size_asked_for_and_the_bleed_goes_around_it(one: object) -> None:
    sheet = replace(POSTER, width_mm=one.width_mm, height_mm=one.height_mm)

    document = opened(sheet)

    page = document[0]
    width, height = one.width_mm / sheet.scale, one.height_mm / sheet.scale
    assert len(document) == 1
    assert millimetres(page.get_trimbox()) == pytest.approx((width, height), abs=0.1)
    assert millimetres(page.get_bleedbox()) == pytest.approx(
        (width + 2 * BLEED_MM, height + 2 * BLEED_MM), abs=0.1
    )


def test_what_is_longer_than_a_page_of_pdf_is_drawn_at_a_tenth_and_says_so() -> None:
    words = opened(replace(POSTER, width_mm=6000, height_mm=800))[0].get_textpage().get_text_range()

    assert "TỈ LỆ 1:10" in words
    assert "6000 × 800 mm" in words


@pytest.mark.parametrize("size", [(297, 420), (3000, 700), (3000, 2000), (148, 210)])
def test_every_word_that_was_approved_stands_on_it(size: tuple[int, int]) -> None:
    page = opened(replace(POSTER, width_mm=size[0], height_mm=size[1]))[0]

    said = " ".join(page.get_textpage().get_text_range().split())

    body = [line for one in POSTER.body for line in one.lines]
    for words in (POSTER.headline, *body, *POSTER.sources, POSTER.true_until):
        assert words in said
    assert POSTER.issuer.upper() in said


@pytest.mark.parametrize("size", [(297, 420), (3000, 700), (148, 210)])
@pytest.mark.parametrize("times", [1, 6])
def test_nothing_runs_over_the_edge(size: tuple[int, int], times: int) -> None:
    """However long the words are, they are set smaller, never outside the trimmed paper."""
    sheet = replace(
        POSTER, width_mm=size[0], height_mm=size[1], headline=" ".join([POSTER.headline] * times), body=()
    )

    page = opened(sheet)[0]

    left, bottom, right, top = page.get_trimbox()
    text = page.get_textpage()
    outside = [
        text.get_text_range(n, 1)
        for n in range(text.count_chars())
        if (box := text.get_charbox(n)) and not (left <= box[0] and box[2] <= right)
    ]
    marks = "Khổ thành phẩm"  # the line for the print shop stands outside on purpose
    assert not set("".join(outside).strip()) - set(marks + "×0123456789 mùxénbTẢVẼỞLệ:·")


def test_without_a_public_address_there_is_no_code_to_follow() -> None:
    words = opened(replace(POSTER, address=""))[0].get_textpage().get_text_range()

    assert "Quét mã" not in words


def test_words_are_never_markup() -> None:
    hostile = '#import "x"; *đậm* $a$ @b <c> \\ // [d]'

    words = opened(replace(POSTER, headline=hostile))[0].get_textpage().get_text_range()

    assert "#import" in words and "*đậm*" in words


def test_a_leaflet_of_two_sides_begins_on_one_and_ends_on_the_other() -> None:
    """Tờ rơi hai mặt: tiêu đề ở mặt trước, căn cứ và mã vuông ở mặt sau, không đoạn nào bị cắt đôi."""
    leaflet = replace(POSTER, width_mm=148, height_mm=210, sides=2)

    document = opened(leaflet)

    front, back = (" ".join(page.get_textpage().get_text_range().split()) for page in document)
    assert leaflet.headline in front and leaflet.headline not in back
    assert "Xem tiếp mặt sau" in front and leaflet.sources[0] not in front
    assert leaflet.sources[0] in back and leaflet.true_until in back
    assert "Giấy chứng nhận hộ nghèo" in front and "Đến bộ phận một cửa" in back
    assert all(millimetres(page.get_trimbox()) == pytest.approx((148, 210), abs=0.1) for page in document)


@pytest.mark.parametrize("lengths", [[1], [5, 5], [1, 99], [99, 1], [3, 3, 3, 3]])
def test_the_sides_share_whole_passages(lengths: list[int]) -> None:
    body = tuple(Said(("x" * length,)) for length in lengths)

    pages = replace(POSTER, body=body, sides=2).pages

    assert sum(pages, ()) == body
    assert len(pages) == min(2, len(body)) and all(pages)


def test_a_heading_goes_to_the_side_of_what_it_heads() -> None:
    body = (Said(("x" * 40,)), Said(("Mang gì", "theo" * 8), "heading"), Said(("x" * 60,)))

    assert [len(page) for page in replace(POSTER, body=body, sides=2).pages] == [1, 2]
