"""The screen of what the library lacks: for who writes or checks it, kinds with counts, one kind by pages."""

import pytest

from tests.factories import library as make
from tests.factories.people import World
from tests.office.library.test_document_screens import as_, body, url

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_the_first_of_each_kind_then_one_kind_whole(world: World) -> None:
    documents = [make.document(source="") for _ in range(8)]

    page = body(as_(world.minh).get(url("gap_list")))
    whole = body(as_(world.hung).get(url("gap_list"), {"loai": "chua-co-goc"}))

    assert page.count("Ghi nguồn<") == 5
    assert "Xem cả 8 mục" in page
    assert all(str(document) in whole for document in documents)


def test_an_unknown_kind_does_not_exist_and_wards_have_no_part_in_it(world: World) -> None:
    assert as_(world.minh).get(url("gap_list"), {"loai": "xyz"}).status_code == 404
    assert as_(world.tam).get(url("gap_list")).status_code == 403
