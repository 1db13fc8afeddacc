"""The search page: a question finds the clause, filters narrow, a wrong number brings nothing else."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.library.actions import record_effect
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]
URL = "office:provision_search"


@pytest.fixture
def client(world):
    signed_in = Client()
    signed_in.force_login(world.tam)
    return signed_in


def body(client, **asked):
    response = client.get(reverse(URL), asked)
    assert response.status_code == 200
    return response.content.decode()


def test_a_plain_question_finds_the_clause_with_its_words_marked(client):
    article = make.provision(make.document(), "Điều 4", heading="Mượn sách", words="")
    clause = make.provision(article.document, "khoản 2", "Trẻ em được mượn năm cuốn.", parent=article)

    page = body(client, tim="tre em duoc muon bao nhieu cuon")

    assert reverse("office:provision", args=[clause.pk]) in page
    assert "<mark>Trẻ</mark> <mark>em</mark>" in page


def test_a_number_shows_its_document_and_a_wrong_one_nothing(client):
    document = make.document("Nghị định", "07", 2031, title="Về mượn sách")
    make.provision(document, "Điều 1", "Được mượn sách.")

    assert "Về mượn sách" in body(client, tim="nd 07 2031")
    wrong = body(client, tim="nd 08 2031 mượn sách")
    assert "Về mượn sách" not in wrong
    assert "không có văn bản mang số hiệu này" in wrong


def test_a_typed_reference_is_shown_before_all_and_a_lost_place_is_said(client):
    document = make.document("Nghị định", "30", 2031)
    wanted = make.provision(document, "khoản 2 Điều 24", "Sách được trả trong ba tháng.")
    make.provision(document, "Điều 1", "Điều 24 của nghị định 30/2031 nói về sách.")

    page = body(client, tim="k2 đ24 nd30/2031")
    assert page.index("Điều khoản được gọi tên") < page.index(reverse("office:provision", args=[wanted.pk]))
    assert "Điều khoản trả lời" not in page
    assert "trong kho không có Điều 99" in body(client, tim="điều 99 nghị định 30/2031")


@pytest.mark.parametrize(
    "filters",
    [
        {"tinh_trang": "ended", "ngay": "02/01/2025"},
        {"loai": "Thông tư"},
        {"co_quan": "Bộ thử"},
    ],
)
def test_filters_narrow_what_is_searched(client, filters):
    wanted = make.document("Thông tư", issuer="Bộ thử", ended_on=date(2025, 1, 1))
    make.provision(wanted, "Điều 8", "Được mượn sách.")
    make.provision(make.document(), "Điều 9", "Được mượn sách.")

    page = body(client, tim="mượn sách", **filters)

    assert "Điều 8" in page
    assert "Điều 9" not in page
    assert "Điều 9" in body(client, tim="mượn sách")


def test_topic_and_audience_are_those_of_the_policies_on_a_document(client, world):
    wanted = make.provision(make.document(), "Điều 8", "Được mượn sách.")
    make.provision(make.document(), "Điều 9", "Được mượn sách.")
    policy = make.policy(bases=[wanted])
    kind = policy.audiences.first()

    for filters in ({"chu_de": policy.topic_id}, {"nhom": kind.pk} if kind else {"chu_de": policy.topic_id}):
        page = body(client, tim="mượn sách", **filters)
        assert "Điều 8" in page
        assert "Điều 9" not in page


def test_quoted_words_that_stand_nowhere_together_are_said_so(client):
    make.provision(make.document(), "Điều 8", "Sách được mượn.")

    assert "nguyên cụm từ" in body(client, tim="“mượn sách”")
    assert "nguyên cụm từ" not in body(client, tim="“sách được”")


@pytest.mark.parametrize("typed", ["%", "'; --", "\u0000", "“”", "NEAR(a b)", "*", "a" * 500, "((("])
def test_anything_typed_gets_a_page(client, typed):
    body(client, tim=typed)


def test_query_count_does_not_grow_with_results(client, django_assert_max_num_queries):
    make.provision(make.document(), "Điều 1", "Được mượn sách.")
    client.get(reverse(URL), {"tim": "mượn sách"})
    with django_assert_max_num_queries(40) as one:
        client.get(reverse(URL), {"tim": "mượn sách"})
    asked = len(one)
    for number in range(1, 4):
        make.provision(make.document(), f"khoản 1 Điều {number}", "Được mượn sách.")
    client.get(reverse(URL), {"tim": "mượn sách"})
    with django_assert_max_num_queries(asked):
        client.get(reverse(URL), {"tim": "mượn sách"})


def test_a_clause_added_from_a_later_day_says_so_and_is_law_from_that_day(world, client):
    article = make.provision(make.document(), "Điều 4", heading="Mượn sách", words="")
    record_effect(
        article.document, by=world.minh, kind="supplement", on=date(2031, 9, 1), provision=article,
        new_words="2. Người già được mượn tận nhà.",
    )  # fmt: skip

    before = body(client, tim="người già mượn tận nhà", ngay="31/08/2031")
    since = body(client, tim="người già mượn tận nhà", ngay="01/09/2031")

    assert "chưa có hiệu lực: được bổ sung từ 01/09/2031." in before
    assert "chưa có hiệu lực" not in since and "<mark>già</mark>" in since


def test_words_that_change_say_from_which_day(client):
    clause = make.provision(make.document(), "Điều 4", "Trẻ em được mượn năm cuốn.")
    make.effect(clause, date(2031, 9, 1), "amend")

    ahead = body(client, tim="trẻ em mượn năm cuốn", ngay="31/08/2031")
    after = body(client, tim="trẻ em mượn năm cuốn", ngay="01/09/2031")

    assert "Sắp thay đổi" in ahead and "được sửa đổi, bổ sung từ 01/09/2031." in ahead
    assert "Cần kiểm lại" in after and "được sửa đổi, bổ sung từ 01/09/2031." in after
