"""Every approved version can be asked again: inside by its records, outside by its package alone."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.db import connection

from lantoa.commands import content_verify
from lantoa.common import audit
from lantoa.common.files import Upload, keep, path_of
from lantoa.content.models import Article, EditionVersion
from lantoa.content.verification import package, verify
from tests.factories import content
from tests.factories.people import World
from tests.factories.pictures import picture

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]


@pytest.fixture
def version(world: World) -> EditionVersion:
    """Written by Bình, checked by Hùng, approved by Lan, with a file; its lines are sealed."""
    edition = content.edition(world, submitted=False)
    draft = content.version_of(edition)
    draft.files.add(keep(Upload("anh.png", picture(kind="PNG")), world.binh, {"image/png"}))
    content.carry(world, edition)
    audit.seal()
    return content.version_of(edition)


def wrong(version: EditionVersion) -> list[str]:
    return [one.says for one in verify(EditionVersion.objects.get(pk=version.pk)) if not one.ok]


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    """The program of the package, by a Python that knows nothing of Lan Tỏa."""
    command = [sys.executable, "-I", "-S", str(folder / "kiem-tra.py")]
    return subprocess.run(command, capture_output=True, text=True, env={"PYTHONIOENCODING": "utf-8"}, cwd="/")


def unpacked(version: EditionVersion, folder: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(package(version))).extractall(folder)
    return folder


def test_an_approved_version_holds(version: EditionVersion) -> None:
    assert wrong(version) == []
    assert len(verify(version)) >= 8


def test_a_version_that_nobody_approved_does_not(world: World) -> None:
    submitted = content.version_of(content.edition(world, checked=False, approved=False))

    assert wrong(submitted) == ["Chưa có ai kiểm tra chính sách.", "Chưa có lãnh đạo nào duyệt."]


def test_a_title_changed_past_the_rules_is_found(version: EditionVersion) -> None:
    Article.objects.filter(pk=version.edition.article_id).update(title="Tên khác")

    assert wrong(version) == ["Nội dung hiện nay KHÔNG khớp mã đã ký."]


def test_a_changed_or_lost_file_is_found(version: EditionVersion) -> None:
    kept = path_of(version.files.get().sha256)
    before = kept.read_bytes()

    kept.write_bytes(before + b".")
    assert wrong(version) == ["Tệp “anh.png” MẤT hoặc đã bị sửa."]
    kept.unlink()
    assert wrong(version) == ["Tệp “anh.png” MẤT hoặc đã bị sửa."]


def test_an_edited_line_of_the_log_is_found(version: EditionVersion) -> None:
    with connection.cursor() as cursor:  # the triggers refuse it: lifted, as somebody with the disk could
        _lift_triggers(cursor)
        cursor.execute("UPDATE common_auditline SET by_name = 'Ai khác' WHERE action = 'approve_edition'")

    assert [says for says in wrong(version) if says.startswith("Nhật ký bị sửa")]


def test_the_package_is_the_same_bytes_each_time_and_holds_by_itself(
    version: EditionVersion, tmp_path: Path
) -> None:
    assert package(version) == package(version)

    done = run(unpacked(version, tmp_path))

    assert (done.returncode, done.stderr) == (0, "")
    assert "SAI" not in done.stdout
    assert "approve_edition còn nguyên niêm" in done.stdout


def test_one_changed_byte_anywhere_in_the_package_is_found(version: EditionVersion, tmp_path: Path) -> None:
    folder = unpacked(version, tmp_path)
    for part in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".py"):
        before = part.read_bytes()
        for at in (0, len(before) // 2, len(before) - 2):
            part.write_bytes(before[:at] + bytes([before[at] ^ 1]) + before[at + 1 :])
            assert run(folder).returncode in (1, 2), f"{part.name} byte {at}"
        part.write_bytes(before)
    assert run(folder).returncode == 0


def test_a_lost_part_is_found(version: EditionVersion, tmp_path: Path) -> None:
    folder = unpacked(version, tmp_path)
    (folder / "nhat-ky.json").unlink()

    assert run(folder).returncode in (1, 2)


def test_a_leader_put_in_afterwards_does_not_fit_the_sums(version: EditionVersion, tmp_path: Path) -> None:
    folder = unpacked(version, tmp_path)
    record = json.loads((folder / "phe-duyet.json").read_text())
    record["approvals"][-1]["by_name"] = "Người khác"
    (folder / "phe-duyet.json").write_text(json.dumps(record))

    assert run(folder).returncode == 1


def test_the_commands_say_the_same(
    version: EditionVersion, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert content_verify.run([str(version.pk), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True

    assert content_verify.export([str(version.pk), "--to", str(tmp_path / "goi.zip")]) == 0
    assert "Giữ mã này riêng" in capsys.readouterr().out
    assert (tmp_path / "goi.zip").read_bytes() == package(version)


def test_a_place_that_cannot_be_written_is_told(
    version: EditionVersion, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert content_verify.export([str(version.pk), "--to", str(tmp_path / "không-có" / "goi.zip")]) == 1

    told = capsys.readouterr()
    assert "Không ghi được tệp" in told.err
    assert "Đã ghi" not in told.out


def test_what_is_not_approved_is_not_exported(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = content.version_of(content.draft(world))

    assert content_verify.export([str(draft.pk), "--to", str(tmp_path / "goi.zip")]) == 1
    assert content_verify.run(["999999"]) == 1
    assert not (tmp_path / "goi.zip").exists()
    assert "chưa được duyệt" in capsys.readouterr().err


def _lift_triggers(cursor: object) -> None:
    if connection.vendor == "postgresql":
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # no table is altered with checks still to come
        cursor.execute("ALTER TABLE common_auditline DISABLE TRIGGER USER")
        return
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'common_auditline'")
    for (name,) in cursor.fetchall():
        cursor.execute(f'DROP TRIGGER "{name}"')
