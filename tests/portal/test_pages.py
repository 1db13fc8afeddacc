"""The public pages: only what is approved, checked and true; readable without account and without script."""

import json

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from lantoa.common import dates
from lantoa.questions.actions import publish_answer, write_public_words
from lantoa.questions.models import Question
from tests.factories import content, library
from tests.factories.people import World
from tests.questions.test_actions import answered

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def an() -> Client:
    """An, a citizen without account."""
    cache.clear()
    return Client()


def words(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_household_reads_its_benefits_with_the_deciding_clause(world: World, an: Client) -> None:
    policy = library.policy(audiences=[world.poor])

    page = words(an.get(reverse("portal:benefits", args=["ho-ngheo"])))

    assert policy.benefit in page
    assert policy.bases.get().provision.place in page


def test_a_policy_whose_clause_changed_is_named_but_not_repeated(world: World, an: Client) -> None:
    policy = library.policy(audiences=[world.poor])
    provision = policy.bases.get().provision
    library.effect(provision, dates.today())

    page = words(an.get(reverse("portal:benefits", args=["ho-ngheo"])))

    assert f"{policy.title}: đang kiểm lại" in page
    assert policy.benefit not in page


def test_a_draft_policy_is_not_there(world: World, an: Client) -> None:
    draft = library.policy(audiences=[world.poor], published=False)

    assert draft.title not in words(an.get(reverse("portal:benefits", args=["ho-ngheo"])))


def test_only_approved_articles_can_be_read(world: World, an: Client) -> None:
    approved = content.version_of(content.edition(world))
    submitted = content.version_of(content.edition(world, approved=False))

    assert approved.text.split(".")[0] in words(an.get(reverse("portal:article", args=[approved.pk])))
    assert an.get(reverse("portal:article", args=[submitted.pk])).status_code == 404


def test_an_unchecked_document_does_not_exist_in_public(world: World, an: Client) -> None:
    unchecked = library.document(checked_on=None)

    assert an.get(reverse("portal:document", args=[unchecked.pk])).status_code == 404


def test_a_law_reads_as_it_applies_today(an: Client) -> None:
    document = library.document()
    changed = library.provision(document, "khoản 1 Điều 3", "Vay 50 triệu.")
    gone = library.provision(document, "khoản 2", "Nợ cũ.", parent=changed.parent)
    library.effect(changed, dates.today(), "amend", new_words="1. Vay 70 triệu.")
    library.effect(gone, dates.today(), "repeal")

    page = words(an.get(reverse("portal:document", args=[document.pk])))

    assert "Vay 70 triệu." in page and "Vay 50 triệu." not in page
    assert "Nợ cũ." not in page and "Đã bị bãi bỏ từ" in page


def test_a_law_tells_machines_what_it_is_in_a_block_that_no_title_can_leave(an: Client) -> None:
    document = library.document(title="</script><script>alert(1)</script>")

    page = an.get(reverse("portal:document", args=[document.pk])).content.decode()

    block = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(block)["legislationIdentifier"] == document.full_number
    assert "alert(1)</script>" not in page


def test_a_citizen_asks_and_looks_up_without_a_name(world: World, an: Client) -> None:
    page = words(
        an.post(reverse("portal:ask"), {"unit": world.ward.pk, "text": "Làm thẻ bảo hiểm y tế ở đâu vậy ạ?"})
    )
    code = page.split('class="num">')[1].split("<")[0]

    answer = words(an.post(reverse("portal:look_up"), {"code": code}))

    assert "Đang chờ trả lời" in answer
    assert Question.objects.get().received_by is None


def test_a_wrong_code_says_so_and_guessing_is_slowed(world: World, an: Client) -> None:
    pages = [words(an.post(reverse("portal:look_up"), {"code": f"AAAA-{n}"})) for n in range(22)]

    assert "Không có câu hỏi nào mang mã này" in pages[0]
    assert "Xin đợi một giờ" in pages[-1]


def test_questions_cannot_be_poured_in(world: World, an: Client) -> None:
    for number in range(12):
        an.post(reverse("portal:ask"), {"unit": world.ward.pk, "text": f"Câu hỏi lặp lại lần thứ {number}"})

    assert Question.objects.count() == 10


def test_a_page_is_small_enough_for_a_poor_line(world: World, an: Client) -> None:
    library.policy(audiences=[world.poor])

    for name in ("portal:home", "portal:ask", "portal:answers", "portal:documents", "portal:articles"):
        assert len(an.get(reverse(name)).content) < 60_000


def test_a_long_list_is_cut_into_pages(world: World, an: Client) -> None:
    """Danh sách dài được chia trang, trang nào cũng vừa một điện thoại ở đường truyền chậm."""
    for number in range(26):
        library.document(number=f"{number + 1}/2025/QĐ-UBND")

    first, second = (words(an.get(reverse("portal:documents"), {"trang": n})) for n in (1, 2))

    assert [page.count("<li><div>") for page in (first, second)] == [25, 1]
    assert "trang=2" in first


def test_one_public_answer_has_an_address_of_its_own(world: World, an: Client) -> None:
    _, question = answered(world)
    address = reverse("portal:answer", args=[question.pk])
    before = an.get(address).status_code
    write_public_words(question, "Hỏi về thẻ bảo hiểm y tế ở đâu?", by=world.tam)
    publish_answer(question, by=world.yen)

    assert before == 404
    assert "Hỏi về thẻ bảo hiểm y tế ở đâu?" in words(an.get(address))
    assert address in words(an.get(reverse("portal:search"), {"tim": "thẻ bảo hiểm y tế ở đâu"}))
