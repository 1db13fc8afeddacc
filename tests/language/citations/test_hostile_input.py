"""Hostile input costs time in step with its length, no more."""

import time

import pytest

from lantoa.language.citations import read_citations

pytestmark = pytest.mark.slow
SMALL, LARGE = 12_000, 48_000
UNITS = [
    "khoản 1, ",
    "Điều 1, ",
    "điểm a, b ",
    "từ Điều 1 đến Điều 2, ",
    "Luật Luật ",
    "Luật sửa đổi ",
    "1",
    "1/",
    "12345 ",
    "12/A-",
    "QĐ",
    "07/2021/NĐ-CP ",
    "Nghị định số 07/2021/NĐ-CP của ",
    "Chính phủ ban hành Quyết định số 1/QĐ-TTg ",
    "Điều 5 Quy chế ",
    "ngày 1/1/2020 ",
    "của Bộ ",
    "được Quốc hội thông qua ",
    "ban hành Nghị định 12 ",
    "Căn cứ ",
    f"Điều 1 {'x' * 45} ",
    "tại khoản 1 Điều 5 Quy chế abc def ",
    "Quyết định số 1/QĐ-UBND ngày 1/1/2020 của Ủy ban nhân dân tỉnh A, ",
    " ",
    "\n",
]


def _seconds(text: str) -> float:
    """The least processor time of three readings: what other programs do meanwhile does not count."""
    taken = []
    for _ in range(3):
        started = time.process_time()
        read_citations(text)
        taken.append(time.process_time() - started)
    return min(taken)


@pytest.mark.parametrize("unit", UNITS)
def test_four_times_the_text_takes_no_more_than_a_few_times_as_long(unit):
    end = " Nghị định số 8/2023/NĐ-CP"
    small = _seconds((unit * SMALL)[:SMALL] + end)
    large = _seconds((unit * LARGE)[:LARGE] + end)

    assert large < 9 * small + 0.15  # sixteen times would be quadratic


def test_a_list_that_no_person_wrote_is_cut():
    text = ", ".join(f"Điều {number}" for number in range(1, 900)) + " Nghị định số 8/2023/NĐ-CP"

    assert 0 < len(read_citations(f"tại {text}")) <= 200
