"""`lantoa serve`: before it starts anything, and the timers that never end."""

import socket

import pytest
from django.db import OperationalError, connection

from lantoa.commands import serve


def test_a_port_that_somebody_uses_is_refused_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert serve.run(["--port", str(port)]) == 1
    said = capsys.readouterr()
    assert f"Cổng {port} đang có chương trình khác dùng" in said.err
    assert "đang phục vụ" not in said.out


@pytest.mark.parametrize("port", ["tám nghìn", "0", "70000", "-1", "80.5", "²"])
@pytest.mark.parametrize("by_settings", [True, False])
def test_what_is_no_port_is_told_with_where_to_mend_it(
    port: str, by_settings: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if by_settings:
        monkeypatch.setenv("LANTOA_PORT", port)

    assert serve.run([] if by_settings else [f"--port={port}"]) == 2

    told = capsys.readouterr().err
    assert f"“{port}” không phải là cổng" in told
    assert "LANTOA_PORT" in told


@pytest.mark.django_db(transaction=True)
@pytest.mark.db
@pytest.mark.slow
def test_the_timers_go_on_after_the_database_was_restarted(capsys: pytest.CaptureFixture[str]) -> None:
    """Một lượt hỏng được nói ra, lượt sau vẫn chạy."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite là một tệp: không có kết nối nào để đứt")
    with pytest.raises(OperationalError), connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    serve.work_once()
    first = capsys.readouterr().err
    serve.work_once()

    assert "Việc định kỳ gặp lỗi" in first
    assert capsys.readouterr().err == ""
