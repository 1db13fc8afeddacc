"""Tệp chứng từ là ảnh thì phải đủ lớn và không trống; có phải chứng từ không thì người soát xem."""

import io

import pytest
from PIL import Image, ImageDraw

from lantoa.budget.rules.papers_show_something import problems_with_picture
from lantoa.common.files import Upload


def picture(size: tuple[int, int], kind: str = "PNG", ink: bool = True, paper: str = "white") -> Upload:
    """A sheet, with some lines of writing when there is ink."""
    sheet = Image.new("RGB", size, paper)
    if ink:
        pen = ImageDraw.Draw(sheet)
        for y in range(20, size[1] - 20, 40):
            pen.line((20, y, size[0] - 20, y), fill="black", width=4)
    out = io.BytesIO()
    sheet.save(out, kind)
    return Upload("anh", out.getvalue())


def codes(upload: Upload) -> list[str]:
    return [problem.code for problem in problems_with_picture(upload)]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_with_writing_on_it_passes(kind: str) -> None:
    assert codes(picture((900, 1200), kind)) == []


@pytest.mark.parametrize("size", [(8, 8), (2000, 40), (299, 4000)])
def test_a_picture_too_small_to_read_is_refused(size: tuple[int, int]) -> None:
    assert codes(picture(size)) == ["paper_too_small"]


@pytest.mark.parametrize("paper", ["white", "black", "#7a7a7a"])
def test_a_picture_on_which_nothing_stands_is_refused(paper: str) -> None:
    assert codes(picture((900, 1200), "JPEG", ink=False, paper=paper)) == ["paper_blank"]


def test_a_picture_that_does_not_open_is_refused_and_other_files_are_not_judged() -> None:
    broken = Upload("anh.png", b"\x89PNG\r\n\x1a\n" + b"0" * 90)

    assert codes(broken) == ["paper_unreadable"]
    assert codes(Upload("giay.pdf", b"%PDF-1.7 giay")) == []


def test_a_picture_that_says_it_is_huge_is_not_opened() -> None:
    huge = picture((9_000, 9_000), ink=False)

    assert codes(huge) == ["paper_too_large"]
