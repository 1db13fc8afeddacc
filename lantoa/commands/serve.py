"""`lantoa serve`: one web process and one worker, started and watched; what dies is started again.

Ctrl-C ends both. Binds to loopback unless --host says otherwise.
"""

import os
import resource
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

from lantoa.commands.words import WRONG_USE, Words

RESTART_PAUSE_S = 1.0
TICK_EVERY_S = 60
CONNECTIONS = 8192
OTHER_FILES = 512  # the database, temporary files, pipes
SILENT_MS = 15_000  # until the head of a request is whole, and between two requests of a connection


def run(argv: list[str]) -> int:
    words = Words(
        "lantoa serve [--host ĐỊA_CHỈ] [--port CỔNG] [--worker-only]", "Phục vụ trang web và việc định kỳ."
    )
    words.add_argument(
        "--host",
        metavar="ĐỊA_CHỈ",
        default=os.environ.get("LANTOA_BIND", "127.0.0.1"),
        help="nghe ở địa chỉ nào; bỏ trống thì theo LANTOA_BIND, không có nữa thì chỉ máy này vào được",
    )
    words.add_argument(
        "--port", metavar="CỔNG", default=os.environ.get("LANTOA_PORT", "8000"),
        help="số từ 1 đến 65535; bỏ trống thì theo LANTOA_PORT, không có nữa thì 8000",
    )  # fmt: skip
    words.add_argument("--worker-only", action="store_true", help="chỉ chạy việc định kỳ")
    options = words.parse_args(argv)
    if options.worker_only:
        return _work()
    port = int(options.port) if options.port.isascii() and options.port.isdigit() else 0
    if not 0 < port < 2**16:
        print(
            f"“{options.port}” không phải là cổng. "
            "Viết một số từ 1 đến 65535 sau --port hoặc trong LANTOA_PORT.",
            file=sys.stderr,
        )
        return WRONG_USE
    if not _is_free(options.host, port):
        print(
            f"Cổng {port} đang có chương trình khác dùng. Dừng chương trình đó (có thể là một "
            f"Lan Tỏa đang chạy), hoặc chọn cổng khác: LANTOA_PORT={port + 1}.",
            file=sys.stderr,
        )
        return 1
    return _watch(options.host, port)


def _is_free(host: str, port: int) -> bool:
    """Whether nobody listens there: the web server itself would share the port with a second one."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just left is free
        try:
            door.bind((host, port))
        except OSError:
            return False
    return True


def _answers(host: str, port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1" if host == "0.0.0.0" else host, port), timeout=1).close()  # noqa: S104
    except OSError:
        return False
    return True


def _work() -> int:
    """Run the timers once a minute, until told to end."""
    from lantoa.commands.django_ready import ready

    ready()
    while True:
        work_once()
        time.sleep(TICK_EVERY_S)


def work_once() -> None:
    """One round of the timers. One that fails is told and does not stop the next."""
    from django.db import close_old_connections

    from lantoa.commands import tick

    try:
        tick.run([])
    except Exception as error:
        print(f"Việc định kỳ gặp lỗi, sẽ chạy lại: {type(error).__name__}", file=sys.stderr)
    close_old_connections()  # a database that was restarted is found again in the next round


def web_command(host: str, port: int) -> list[str]:
    """The web server's words. A connection costs a file descriptor and nothing else (`config/gateway.py`), so
    many are held; one that says nothing is closed. HTTP/1 alone: to tell it from HTTP/2 the server would wait
    for a first byte without end. HTTP/2 is a proxy's to speak.
    """
    return [
        sys.executable, "-m", "granian", "--interface", "rsgi", "--host", host, "--port", str(port),
        "--workers", "1", "--http", "1", "--http1-header-read-timeout", str(SILENT_MS), "--no-ws",
        "--backlog", str(CONNECTIONS), "--backpressure", str(_connections()),
        "--log-level", "error", "config.rsgi:application",
    ]  # fmt: skip


def _connections() -> int:
    """How many connections may be held: each is an open file, and others are needed."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + OTHER_FILES
    allowed = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    return max(64, allowed - OTHER_FILES)


def _commands(host: str, port: int) -> dict[str, list[str]]:
    worker = [sys.executable, "-m", "lantoa.commands.main", "serve", "--worker-only"]
    return {"web": web_command(host, port), "worker": worker}


def _watch(host: str, port: int) -> int:
    ending = False

    def end(_signal: int, _frame: FrameType | None) -> None:
        nonlocal ending
        ending = True

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    commands = _commands(host, port)
    # A session of its own: Ctrl-C reaches this process alone, which then ends both in order.
    running = {name: subprocess.Popen(line, start_new_session=True) for name, line in commands.items()}
    said = False
    while not ending:
        time.sleep(0.2)
        if not said and _answers(host, port):
            said = True
            print(f"Lan Tỏa đang phục vụ tại http://localhost:{port} (Ctrl-C để dừng).", flush=True)
        for name, process in running.items():
            if process.poll() is not None and not ending:
                print(f"Tiến trình {name} đã dừng (mã {process.returncode}), khởi động lại.", file=sys.stderr)
                time.sleep(RESTART_PAUSE_S)
                running[name] = subprocess.Popen(commands[name], start_new_session=True)
    for process in running.values():
        process.terminate()
    for process in running.values():
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
    return 0
