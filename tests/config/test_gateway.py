"""No client keeps the server from the next one: slow, idle and silent ones through the real web server."""

import asyncio
import http.client
import json
import socket
import time
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings

from config.gateway import HELD_BODIES_BYTES, Gateway
from tests.config.echo import LIMIT
from tests.config.serving import served

pytestmark = pytest.mark.slow
HELD = 500
HEAD = b"Host: localhost\r\n"


@pytest.fixture(scope="module")
def echo() -> Iterator[int]:
    with served("tests.config.echo:application") as port:
        yield port


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The product with an empty data folder: its sign-in page needs no row."""
    data = tmp_path_factory.mktemp("data")
    with served(LANTOA_DATA=str(data), DJANGO_SETTINGS_MODULE=settings.SETTINGS_MODULE) as port:
        _seconds_for_a_page(port)
        yield port


def _open(port: int, words: bytes) -> socket.socket:
    opened = socket.create_connection(("127.0.0.1", port), timeout=10)
    opened.sendall(words)
    return opened


def _idle(port: int) -> socket.socket:
    opened = _open(port, b"GET /static/khong-co HTTP/1.1\r\n" + HEAD + b"\r\n")
    opened.recv(65536)
    return opened


CLIENTS: dict[str, Callable[[int], socket.socket]] = {
    "nói gì cũng không": lambda port: _open(port, b""),
    "xong một trang rồi ngồi yên": _idle,
    "mới nói nửa dòng đầu": lambda port: _open(port, b"GET / HTTP/1.1\r\nHo"),
    "mới gửi ba byte của một biểu mẫu": lambda port: _open(
        port, b"POST /viec-cua-toi/ HTTP/1.1\r\n" + HEAD + b"Content-Length: 100000\r\n\r\nabc"
    ),
    "hỏi mà không nhận": lambda port: _open(port, b"GET /tai-khoan/dang-nhap/ HTTP/1.1\r\n" + HEAD + b"\r\n"),
}


def _seconds_for_a_page(port: int) -> float:
    started = time.monotonic()
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("GET", "/tai-khoan/dang-nhap/", headers={"Host": "localhost"})
    assert line.getresponse().status == 200
    line.close()
    return time.monotonic() - started


def test_five_hundred_clients_of_each_kind_and_all_together_leave_the_next_page_within_a_second(
    product: int,
) -> None:
    """Mỗi kết nối chậm, nhàn rỗi, im lặng chỉ giữ một kết nối: trang của người sau vẫn đến ngay."""
    held: list[socket.socket] = []
    waited = {}
    for kind, connect in CLIENTS.items():
        held += [connect(product) for _ in range(HELD)]
        waited[kind] = _settled(product)

    assert {kind: seconds for kind, seconds in waited.items() if seconds >= 1} == {}
    for one in held:
        one.close()


def _settled(port: int) -> float:
    """The better of two: the first may stand behind the pages that these clients themselves asked for."""
    return min(_seconds_for_a_page(port) for _ in range(2))


def _ask(port: int, method: str, path: str, body: object = None, **headers: str) -> tuple[int, bytes]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    chunked = not isinstance(body, bytes | None)
    line.request(
        method, path, body, {key.replace("9", "_"): v for key, v in headers.items()}, encode_chunked=chunked
    )
    answer = line.getresponse()
    return answer.status, answer.read()


@pytest.mark.parametrize("size", [0, 1, LIMIT])
def test_a_body_within_the_limit_arrives_byte_for_byte(echo: int, size: int) -> None:
    status, said = _ask(echo, "POST", "/", b"\xe1" * size)

    reached = json.loads(said)
    assert (status, reached["CONTENT_LENGTH"], reached["body"]) == (200, str(size), "\xe1" * size)


@pytest.mark.parametrize("size", [LIMIT + 1, 2 * LIMIT, 5 * LIMIT])
@pytest.mark.parametrize("announced", [True, False])
def test_a_body_beyond_the_limit_is_counted_and_gone(echo: int, size: int, announced: bool) -> None:
    sent = b"x" * size if announced else (b"x" * 1000 for _ in range(size // 1000 + 1))

    try:
        status, said = _ask(echo, "POST", "/", sent)
    except BrokenPipeError:  # what is far too large is cut off while it is sent
        return

    reached = json.loads(said)
    assert (status, reached["body"]) == (200, "")
    assert int(reached["CONTENT_LENGTH"]) > LIMIT


def test_a_body_of_unknown_length_comes_with_its_length(echo: int) -> None:
    _, said = _ask(echo, "POST", "/", iter([b"hai ", b"mieng"]))

    reached = json.loads(said)
    assert (reached["CONTENT_LENGTH"], reached["body"]) == ("9", "hai mieng")


def test_a_body_that_comes_too_slowly_is_told_so_and_half_of_it_reaches_nobody(echo: int) -> None:
    line = _open(echo, b"POST / HTTP/1.1\r\n" + HEAD + b"Content-Length: 10\r\n\r\nabc")

    said = line.recv(65536).decode()

    assert said.startswith("HTTP/1.1 408 ")
    assert "Máy chủ chưa nhận đủ dữ liệu và chưa lưu gì" in said


def test_a_header_with_a_low_line_cannot_pose_as_a_proxys(echo: int) -> None:
    _, said = _ask(echo, "GET", "/", None, **{"X9Forwarded9For": "10.0.0.1"})
    assert "HTTP_X_FORWARDED_FOR" not in json.loads(said)


def test_an_address_and_its_question_arrive_as_wsgi_has_them(echo: int) -> None:
    _, said = _ask(echo, "GET", "/h%E1%BB%99%2Fa/?tim=%C4%90", None, Cookie="a=1")

    reached = json.loads(said)
    assert reached["PATH_INFO"].encode("latin-1").decode() == "/hộ/a/"
    assert (reached["QUERY_STRING"], reached["HTTP_COOKIE"]) == ("tim=%C4%90", "a=1")
    assert reached["REMOTE_ADDR"] == "127.0.0.1"


def test_a_long_answer_comes_whole(echo: int) -> None:
    status, said = _ask(echo, "GET", "/to")
    assert (status, len(said), said[-9:]) == (200, 9_000_000, b"000000999")


def test_who_takes_nothing_of_a_long_answer_holds_no_thread(echo: int) -> None:
    held = [_open(echo, b"GET /to HTTP/1.1\r\n" + HEAD + b"\r\n") for _ in range(20)]

    status, _ = _ask(echo, "GET", "/")

    assert status == 200
    for one in held:
        one.close()


class Sending:
    """One request as granian hands it over: a head, and pieces of a body."""

    def __init__(self, *pieces: bytes) -> None:
        self.proto, self.headers, self.pieces = "http", {"transfer-encoding": "chunked"}, iter(pieces)
        self.status, self.page = 0, b""

    def __aiter__(self) -> "Sending":
        return self

    async def __anext__(self) -> bytes:
        if (piece := next(self.pieces, None)) is None:
            raise StopAsyncIteration
        return piece

    def response_bytes(self, status: int, headers: object, page: bytes) -> None:
        self.status, self.page = status, page


def test_more_than_this_machine_holds_is_told_as_busy_and_not_as_slow() -> None:
    full, sent = Gateway(lambda environ, start: [], LIMIT), Sending(b"abc")
    full.held = HELD_BODIES_BYTES

    asyncio.run(full.__rsgi__(sent, sent))

    assert (sent.status, full.held) == (503, HELD_BODIES_BYTES)
    assert "Máy chủ đang bận" in sent.page.decode()
