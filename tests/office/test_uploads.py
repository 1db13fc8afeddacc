"""Too large bodies: refused with a sentence, never handed on, drained no further than twice the limit."""

from io import BytesIO

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


class Body(BytesIO):
    """A body that counts what is read of it."""

    def __init__(self, size: int):
        super().__init__(b"x" * size)
        self.read_bytes = 0

    def read(self, size: int = -1) -> bytes:
        got = super().read(size)
        self.read_bytes += len(got)
        return got


def send(
    size: int, *, announced: str | None = None, chunked: bool = False
) -> tuple[HttpResponse, Body, list]:
    body = Body(size)
    request = RequestFactory().post("/", content_type="application/octet-stream")
    request.META["wsgi.input"] = request._stream = body
    request.META["CONTENT_LENGTH"] = "" if chunked else (announced or str(size))
    if chunked:
        request.META["HTTP_TRANSFER_ENCODING"] = "chunked"
    reached: list[int] = []

    def view(request: HttpRequest) -> HttpResponse:
        reached.append(int(request.META["CONTENT_LENGTH"] or 0))
        return HttpResponse("ok")

    return RefuseOversizedBody(view)(request), body, reached


def test_a_body_within_the_limit_reaches_the_view_unread() -> None:
    answer, body, reached = send(WHOLE)
    assert (answer.status_code, reached, body.read_bytes) == (200, [WHOLE], 0)


def test_a_body_beyond_the_limit_reads_a_sentence_and_no_view() -> None:
    answer, body, reached = send(WHOLE + 1)
    assert answer.status_code == 413
    assert "Tệp quá lớn, chưa nhận được" in answer.content.decode()
    assert not reached
    assert body.read_bytes == WHOLE + 1


def test_draining_ends_at_twice_the_limit() -> None:
    _, body, reached = send(3 * WHOLE)
    assert body.read_bytes == 2 * WHOLE
    assert not reached


def test_a_body_of_unknown_length_is_counted_while_reading() -> None:
    answer, body, reached = send(3 * WHOLE, chunked=True)
    assert answer.status_code == 413
    assert body.read_bytes <= 2 * WHOLE
    assert not reached


def test_a_small_body_of_unknown_length_comes_through_with_its_length() -> None:
    answer, _, reached = send(1000, chunked=True)
    assert (answer.status_code, reached) == (200, [1000])


@pytest.mark.parametrize("announced", ["mười", "-5", "12abc"])
def test_a_length_that_is_no_length_breaks_nothing(announced: str) -> None:
    body = RequestFactory().post("/", content_type="text/plain")
    body.META["CONTENT_LENGTH"] = announced
    assert RefuseOversizedBody(lambda request: HttpResponse("ok"))(body).status_code == 200
