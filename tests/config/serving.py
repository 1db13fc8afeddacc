"""The product's own web server on a free port, for tests that need the real one."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from lantoa.commands.serve import web_command


@contextmanager
def served(application: str = "config.rsgi:application", **environment: str) -> Iterator[int]:
    """Its port, once it answers. environment: what is set besides."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*web_command("127.0.0.1", port)[:-1], application]
    server = subprocess.Popen(command, env={**os.environ, **environment}, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):  # a minute, on a busy machine
            try:
                socket.create_connection(("127.0.0.1", port), timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)
