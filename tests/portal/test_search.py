"""Search on the public pages finds what the public may read, and nothing else."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from lantoa.common import dates
from tests.factories import content, library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def an() -> Client:
    """An, a citizen without account."""
    cache.clear()
    return Client()


def found(an: Client, text: str) -> str:
    answer = an.get(reverse("portal:search"), {"tim": text})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_question_without_marks_finds_benefit_article_and_clause(world: World, an: Client) -> None:
    policy = library.policy(audiences=[world.poor])
    version = content.version_of(content.edition(world, texts=["Bà con mang sổ hộ nghèo đến trạm y tế."]))
    clause = library.provision(library.document(), words="Trạm y tế cấp thẻ cho hộ nghèo.", heading="Cấp thẻ")

    page = found(an, "mang so ho ngheo den tram y te")

    assert reverse("portal:article", args=[version.pk]) in page
    assert f"{reverse('portal:document', args=[clause.document_id])}#{clause.eid}" in page
    assert policy.benefit.split(",")[0] in found(an, policy.title)


def test_what_the_public_may_not_read_is_not_found(world: World, an: Client) -> None:
    draft = library.policy(audiences=[world.poor], published=False)
    submitted = content.edition(world, approved=False, texts=["Đem theo giấy xác nhận cư trú."])
    unchecked = library.document(checked_on=None)
    library.provision(unchecked, words="Giấy xác nhận cư trú do công an phường cấp.")

    page = found(an, "giấy xác nhận cư trú")

    assert submitted.article.title not in page
    assert f"/luat/{unchecked.pk}/" not in page
    assert f">{draft.title}</a>" not in found(an, draft.title)


def test_words_that_no_longer_hold_are_not_repeated(world: World, an: Client) -> None:
    law = library.provision(library.document(), words="Khoản cũ.")
    edition = content.edition(world, provisions=[law], texts=["Mỗi hộ nhận hai bao gạo dịp Tết."])
    assert edition.article.title in found(an, "hai bao gạo dịp Tết")
    library.effect(law, dates.today())

    assert edition.article.title not in found(an, "hai bao gạo dịp Tết")


@pytest.mark.parametrize("text", ["", "   ", "\x00", "<script>", "a" * 5000, "“", "07/2021/NĐ-CP", "%"])
def test_any_text_gets_a_page(db: None, an: Client, text: str) -> None:
    assert "<script>alert" not in found(an, text)


def test_a_clause_that_changes_says_from_which_day(an: Client) -> None:
    clause = library.provision(library.document(), words="Trạm y tế cấp thẻ cho hộ nghèo.")
    library.effect(clause, dates.today() + timedelta(days=30), "repeal")

    page = found(an, "trạm y tế cấp thẻ")

    assert f"bị bãi bỏ từ {dates.say(dates.today() + timedelta(days=30))}." in page


def test_a_typed_reference_leads_to_its_place_and_a_bare_number_to_its_document(an: Client) -> None:
    document = library.document("Nghị định", "30", 2031, title="Về mượn sách")
    place = library.provision(document, "Điều 24", "Sách được trả trong ba tháng.")
    page = reverse("portal:document", args=[document.pk])

    named = an.get(reverse("portal:search"), {"tim": "dieu 24 nghi dinh 30/2031"}).content.decode()
    borne = an.get(reverse("portal:search"), {"tim": "nd30/2031"}).content.decode()
    lost = an.get(reverse("portal:search"), {"tim": "nd31/2031"}).content.decode()

    assert f"{page}#{place.eid}" in named
    assert page in borne and "chưa có văn bản mang số hiệu này" not in borne
    assert page not in lost and "chưa có văn bản mang số hiệu này: Nghị định số 31/2031" in lost
