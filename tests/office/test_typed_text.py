"""What a browser sends passes the door of texts before any view: boxes, addresses, names of files."""

import unicodedata

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from lantoa.office.typed_text import TidyWhatIsTyped
from lantoa.questions.models import Question
from tests.factories.people import World
from tests.office.as_person import as_

DIRTY = unicodedata.normalize("NFD", "Hộ nghèo\u200b được gì theo ") + "Ðiều 5?"
CLEAN = "Hộ nghèo được gì theo Điều 5?"


def seen(request: HttpRequest) -> HttpRequest:
    door = TidyWhatIsTyped(lambda _: HttpResponse())
    door.process_view(request, None, (), {})
    return request


def test_boxes_addresses_and_file_names_are_tidied() -> None:
    upload = SimpleUploadedFile(unicodedata.normalize("NFD", "Ðơn xin hỗ\u200b trợ.pdf"), b"%PDF-1.7")
    request = RequestFactory().post("/?tim=Ðồng", {"text": DIRTY, "file": upload})

    seen(request)

    assert request.POST["text"] == CLEAN
    assert request.GET["tim"] == "Đồng"
    assert request.FILES["file"].name == "Đơn xin hỗ trợ.pdf"


def test_a_password_stays_as_it_was_typed() -> None:
    request = seen(RequestFactory().post("/", {"password": DIRTY, "login": "Ðạt"}))

    assert (request.POST["password"], request.POST["login"]) == (DIRTY, "Đạt")


@pytest.mark.django_db
@pytest.mark.db
def test_what_an_officer_pastes_is_stored_tidy(world: World) -> None:
    data = {"intake": "counter", "unit": world.ward.pk, "text": DIRTY}

    as_(world.tam).post(reverse("office:question_new"), data)

    assert Question.objects.get().text == CLEAN
