"""Cửa vào: stands between the web server (granian) and Django, so that no thread ever waits for a client.

A body is taken in whole, under a deadline, before Django sees the request; an answer is made whole, then sent
while its thread serves the next one. A slow, idle or silent client holds a connection and nothing else.
"""

import asyncio
import contextlib
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import IO, Any

Headers = list[tuple[str, str]]
WSGI = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

THREADS = 8
IN_MEMORY_BYTES = 2_621_440  # a body or an answer beyond this lies in a temporary file
FILE_CHUNK_BYTES = 256 * 1024
WAITING_AT_MOST = 1_000  # requests that wait for a thread: beyond, a sentence is kinder than a minute
PIECE_SECONDS = 20.0  # between two pieces of a body, and until a piece of an answer is taken
BODY_SECONDS = 30.0  # for a whole body, and longer as long as it flows:
SLOWEST_BYTES_S = 1_000  # a photo of 2 MB over a line that gives a tenth of GPRS's best
HELD_BODIES_BYTES = 1024**3  # of all bodies that are still coming in

TOO_SLOW = (408, "Đường truyền quá chậm", "Máy chủ chưa nhận đủ dữ liệu và chưa lưu gì. Hãy gửi lại.")
TOO_BUSY = (
    503,
    "Máy chủ đang bận",
    "Yêu cầu này chưa được nhận, chưa lưu gì. Hãy thử lại sau một phút.",
)


class TooSlow(Exception):
    """The client did not send in time."""


class TooBusy(Exception):
    """More is coming in than this machine holds."""


@dataclass
class Answer:
    """What Django said: a status, headers, and the body as bytes or as a file read from its beginning."""

    status: int = 500
    headers: Headers = field(default_factory=list)
    body: bytes = b""
    file: IO[bytes] | None = None


class Gateway:
    """The application that granian loads. body_limit: bytes of a body that are kept; beyond, its size is told
    and its bytes are gone."""

    def __init__(self, wsgi: WSGI, body_limit: int, threads: int = THREADS):
        self.wsgi, self.body_limit = wsgi, body_limit
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="web")
        self.threads = threads
        self.inside = 0  # requests with a thread or waiting for one
        self.held = 0  # bytes of bodies still coming in

    async def __rsgi__(self, scope: Any, proto: Any) -> None:
        if scope.proto != "http":
            return None
        try:
            body = await self._body(scope, proto)
            with body.file:
                answer = await self._answer(environ_of(scope, body))
        except TooSlow:
            return _refuse(proto, *TOO_SLOW)
        except TooBusy:
            return _refuse(proto, *TOO_BUSY)
        if answer.file is None:
            proto.response_bytes(answer.status, answer.headers, answer.body)
            return None
        with answer.file:
            await _send_file(proto, answer)
        return None

    async def _body(self, scope: Any, proto: Any) -> "Body":
        """The body, whole. Beyond the limit its bytes are counted and thrown away, never more than twice it:
        a browser shows our answer only when its sending was not cut off at once.
        """
        body, announced = Body(), int_of(scope.headers.get("content-length", ""))
        if not announced and "transfer-encoding" not in scope.headers:
            return body
        pieces = proto.__aiter__()
        clock = asyncio.get_running_loop().time
        started = clock()
        try:
            while body.size <= 2 * self.body_limit:
                left = started + BODY_SECONDS + body.size / SLOWEST_BYTES_S - clock()
                try:
                    piece = await asyncio.wait_for(anext(pieces), max(0.0, min(left, PIECE_SECONDS)))
                except StopAsyncIteration:
                    break
                self._keep(piece, body)
        except (TimeoutError, RuntimeError) as gone:  # granian tells a client that left by a RuntimeError
            body.file.close()
            raise TooSlow from gone
        except BaseException:
            body.file.close()
            raise
        finally:
            self.held -= body.kept
        if body.size > self.body_limit:
            body.size = max(body.size, announced)
        elif body.size < announced:
            body.file.close()
            raise TooSlow  # it was cut off: half a body is never taken for a whole one
        body.file.seek(0)
        return body

    def _keep(self, piece: bytes, body: "Body") -> None:
        body.size += len(piece)
        if body.size > self.body_limit:
            body.file.seek(0)
            body.file.truncate()
            return
        if self.held + len(piece) > HELD_BODIES_BYTES:
            raise TooBusy
        body.kept += len(piece)
        self.held += len(piece)
        body.file.write(piece)

    async def _answer(self, environ: dict[str, Any]) -> Answer:
        if self.inside >= self.threads + WAITING_AT_MOST:
            raise TooBusy
        self.inside += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self.pool, ask, self.wsgi, environ)
        finally:
            self.inside -= 1


def _kept_apart() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(max_size=IN_MEMORY_BYTES)


class Body:
    """What came in, from its beginning. size: bytes, also those thrown away; kept: those in the file."""

    def __init__(self) -> None:
        self.file: IO[bytes] = _kept_apart()
        self.size = self.kept = 0


def ask(wsgi: WSGI, environ: dict[str, Any]) -> Answer:
    """Django's whole answer, in the thread that asked: its connections and signals stay in that thread."""
    answer = Answer()

    def start_response(status: str, headers: Headers, _error: object = None) -> Callable[[bytes], None]:
        answer.status, answer.headers = int(status.split(" ", 1)[0]), headers
        return lambda piece: None

    pieces = wsgi(environ, start_response)
    try:
        if not getattr(pieces, "streaming", False):
            answer.body = b"".join(pieces)
            return answer
        answer.file = _kept_apart()
        for piece in pieces:
            answer.file.write(piece)
        answer.file.seek(0)
        return answer
    finally:
        with contextlib.suppress(AttributeError):
            pieces.close()  # type: ignore[attr-defined]


async def _send_file(proto: Any, answer: Answer) -> None:
    """Piece by piece, as the client takes them. One that takes nothing for PIECE_SECONDS is left."""
    stream = proto.response_stream(answer.status, answer.headers)
    with contextlib.suppress(TimeoutError, ConnectionError, RuntimeError):  # who has gone needs no answer
        while piece := answer.file.read(FILE_CHUNK_BYTES):  # type: ignore[union-attr]
            await asyncio.wait_for(stream.send_bytes(piece), PIECE_SECONDS)


def _refuse(proto: Any, status: int, title: str, says: str) -> None:
    page = (
        '<!doctype html><html lang="vi"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>'
        f"<h1>{title}</h1><p>{says}</p>"
    ).encode()
    headers = [("content-type", "text/html; charset=utf-8"), ("cache-control", "no-store")]
    if status == TOO_BUSY[0]:
        headers.append(("retry-after", "60"))
    proto.response_bytes(status, headers, page)


def int_of(text: str) -> int:
    """A length in ASCII digits, else 0."""
    return int(text) if text.isascii() and text.isdigit() else 0


def environ_of(scope: Any, body: Body) -> dict[str, Any]:
    """The request as WSGI wants it (PEP 3333). A header whose name holds "_" is dropped: it could pose as the
    one with "-" that a proxy sets.
    """
    name, _, port = scope.server.rpartition(":")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": name.strip("[]"),
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "CONTENT_LENGTH": str(body.size),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body.file,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for key, value in scope.headers.items():
        if "_" in key or key in ("content-length", "transfer-encoding"):
            continue
        named = "CONTENT_TYPE" if key == "content-type" else "HTTP_" + key.upper().replace("-", "_")
        joint = "; " if named == "HTTP_COOKIE" else ","
        environ[named] = f"{environ[named]}{joint}{value}" if named in environ else value
    return environ
