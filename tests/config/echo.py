"""A program behind the gateway that says what reached it; loaded by the real web server in the tests."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from config import gateway
from config.gateway import Gateway

LIMIT = 50_000
gateway.PIECE_SECONDS = gateway.BODY_SECONDS = 1.0  # the test's patience


class Streamed(list):
    streaming = True


def echo(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    if environ["PATH_INFO"] == "/to":
        start_response("200 OK", [("content-type", "application/octet-stream")])
        return Streamed(b"%09d" % number * 1000 for number in range(1000))
    body = environ["wsgi.input"].read()
    said = {key: value for key, value in environ.items() if isinstance(value, str)}
    page = json.dumps({**said, "body": body.decode("latin-1")}).encode()
    start_response(
        "200 OK", [("content-type", "application/json"), ("set-cookie", "a=1"), ("set-cookie", "b=2")]
    )
    return [page]


application = Gateway(echo, LIMIT, threads=2)
