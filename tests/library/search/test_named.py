"""A law that the question names answers before others; no law is named by chance."""

import pytest

from lantoa.library.queries import search_provisions
from lantoa.library.search.named import name_of, named_in
from tests.factories import library

NAMES = {
    1: name_of("Luật", "Lao động"),
    2: name_of("Bộ luật", "Bộ luật Lao động năm 2019"),
    3: name_of("Luật", "Trợ giúp pháp lý năm 2017"),
    4: name_of("Luật", "Giá"),
}


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("Theo Bộ luật Lao động, thử việc mấy tháng?", {2}),
        ("luat lao dong quy dinh the nao ve nghi phep", {1}),
        ("Luật Lao động và Luật Trợ giúp pháp lý năm 2017", {1, 3}),
        ("ai được trợ giúp pháp lý", set()),
        ("pháp luật giá đất", set()),
        ("", set()),
    ],
)
def test_a_law_is_named_by_its_whole_name_and_never_by_a_shorter_one(asked: str, named: set[int]) -> None:
    assert named_in(asked, NAMES) == named


@pytest.mark.django_db
@pytest.mark.db
def test_the_named_law_comes_first(db: None) -> None:
    words = "Người khuyết tật thuộc hộ nghèo được miễn học phí."
    general = library.provision(library.document(), heading="Miễn học phí cho người khuyết tật", words=words)
    law = library.document(kind="Luật", number="11", symbol="QH14", year=2019, title="Giáo dục phổ thông")
    named = library.provision(law, words=words)

    def first(question: str) -> int:
        return search_provisions(question).found[0].provision.pk

    assert first("người khuyết tật được miễn học phí") == general.pk
    assert first("theo Luật Giáo dục phổ thông, người khuyết tật được miễn học phí") == named.pk
