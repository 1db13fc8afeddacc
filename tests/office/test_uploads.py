"""Too large bodies: refused with a sentence, never handed on. Their bytes stop at the gateway."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from lantoa.office.uploads import FORM_OVERHEAD_BYTES, RefuseOversizedBody

LIMIT = 2_000_000
WHOLE = LIMIT + FORM_OVERHEAD_BYTES
pytestmark = pytest.mark.usefixtures("small_limit")


@pytest.fixture
def small_limit() -> object:
    with override_settings(UPLOAD_LIMIT_BYTES=LIMIT):
        yield


def send(announced: str) -> tuple[HttpResponse, list[str]]:
    request = RequestFactory().post("/", content_type="application/octet-stream")
    request.META["CONTENT_LENGTH"] = announced
    reached: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        reached.append(request.META["CONTENT_LENGTH"])
        return HttpResponse("ok")

    return RefuseOversizedBody(view)(request), reached


def test_a_body_within_the_limit_reaches_the_view() -> None:
    answer, reached = send(str(WHOLE))
    assert (answer.status_code, reached) == (200, [str(WHOLE)])


def test_a_body_beyond_the_limit_reads_a_sentence_and_no_view() -> None:
    answer, reached = send(str(WHOLE + 1))
    assert answer.status_code == 413
    assert "Tệp quá lớn, chưa nhận được" in answer.content.decode()
    assert not reached


@pytest.mark.parametrize("announced", ["", "mười", "-5", "12abc", "²"])
def test_a_length_that_is_no_length_breaks_nothing(announced: str) -> None:
    answer, reached = send(announced)
    assert (answer.status_code, reached) == (200, [announced])
