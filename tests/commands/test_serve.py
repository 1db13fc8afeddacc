"""`lantoa serve` before it starts anything."""

import socket

import pytest

from lantoa.commands import serve


def test_a_port_that_somebody_uses_is_refused_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert serve.run(["--port", str(port)]) == 1
    said = capsys.readouterr()
    assert f"Cổng {port} đang có chương trình khác dùng" in said.err
    assert "đang phục vụ" not in said.out
