"""The screens of bundles: handed over, received by the other unit, printed, hidden from other wards."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.library import actions
from lantoa.library.models import Bundle
from tests.factories import library as make
from tests.office.library.test_document_screens import as_, body, url

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def handed(world, to=None) -> Bundle:
    return actions.hand_over_bundle(
        by=world.minh,
        from_unit=world.office,
        to_unit=to or world.culture,
        title="Tài liệu bảo hiểm y tế",
        documents=[make.document()],
        policies=[make.policy()],
    )


def test_bundle_is_handed_over_and_received(world):
    document, policy = make.document(), make.policy()
    client = as_(world.minh)

    looked = client.post(url("bundle_new"), {"search": str(document.number), "find": ""})
    assert str(document) in body(looked)
    client.post(
        url("bundle_new"),
        {
            "title": "Tài liệu tháng này",
            "to_unit": world.culture.pk,
            "documents": [document.pk],
            "policies": [policy.pk],
        },
    )
    bundle = Bundle.objects.get()
    assert (bundle.from_unit, bundle.to_unit) == (world.office, world.culture)

    assert "Chờ anh chị ký nhận" in body(as_(world.binh).get(url("bundle", bundle.pk)))
    as_(world.binh).post(url("bundle_acknowledge", bundle.pk))
    bundle.refresh_from_db()
    assert bundle.acknowledged_by == world.binh


def test_empty_bundle_is_told(world):
    response = as_(world.minh).post(url("bundle_new"), {"title": "Trống", "to_unit": world.culture.pk})

    assert "Bộ tài liệu đang trống" in body(response)
    assert not Bundle.objects.exists()


def test_bundle_of_one_ward_does_not_exist_for_another(world):
    bundle = handed(world, to=world.ward)
    paper = url("bundle_paper", bundle.pk, "docx")

    for page in (url("bundle", bundle.pk), paper):
        assert as_(world.tam).get(page).status_code == 200
        assert as_(world.van).get(page).status_code == 404
    assert as_(world.van).post(url("bundle_acknowledge", bundle.pk)).status_code == 404
    assert "Tài liệu bảo hiểm y tế" not in body(as_(world.van).get(url("bundle_list")))


def test_the_giver_sees_the_bundle_but_may_not_receive_it(world):
    bundle = handed(world)

    assert as_(world.minh).get(url("bundle", bundle.pk)).status_code == 200
    assert as_(world.minh).post(url("bundle_acknowledge", bundle.pk)).status_code == 403


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF-")])
def test_cover_list_is_printed(world, form, begins):
    response = as_(world.binh).get(url("bundle_paper", handed(world).pk, form))

    assert response.content.startswith(begins)
    assert response["Content-Disposition"].startswith("attachment")


def test_cover_list_in_an_unknown_form_does_not_exist(world):
    assert as_(world.binh).get(url("bundle_paper", handed(world).pk, "exe")).status_code == 404


def test_list_asks_the_same_number_of_questions_for_one_and_for_three(world):
    def asked() -> int:
        client = as_(world.binh)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url("bundle_list")).status_code == 200
        return len(queries)

    handed(world)
    one = asked()
    handed(world)
    handed(world)

    assert asked() == one
