"""`lantoa content verify VERSION`, `lantoa content export VERSION --to FILE.zip`: is it what was signed?"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from lantoa.commands.django_ready import ready, tables_are_there
from lantoa.commands.output import was_written
from lantoa.commands.words import Words, number


def run(argv: list[str]) -> int:
    words = Words(
        "lantoa content verify MÃ [--json]",
        "Xem bản đã duyệt còn đúng từng byte, đúng người, đúng tệp không.",
    )
    words.add_argument("version", type=number, metavar="MÃ", help="mã phiên bản (số trong địa chỉ trang)")
    words.add_argument("--json", action="store_true", help="in JSON")
    options = words.parse_args(argv)
    version = _version(options.version)
    if version is None:
        return 1
    from lantoa.content.verification import verify

    found = verify(version)
    ok = all(one.ok for one in found)
    if options.json:
        told = [{"ok": one.ok, "says": one.says} for one in found]
        print(
            json.dumps({"ok": ok, "sha256": version.sha256, "findings": told}, ensure_ascii=False, indent=1)
        )
    else:
        print(f"{version}, mã {version.sha256 or 'chưa có'}")
        for one in found:
            print(f"{'ĐÚNG' if one.ok else 'SAI '}  {one.says}")
    if not ok:
        print(f"Phiên bản {version.pk} không qua được kiểm chứng.", file=sys.stderr)
    return 0 if ok else 1


def export(argv: list[str]) -> int:
    words = Words("lantoa content export MÃ --to TỆP.zip", "Xuất gói kiểm chứng được ở nơi không có Lan Tỏa.")
    words.add_argument("version", type=number, metavar="MÃ", help="mã phiên bản (số trong địa chỉ trang)")
    words.add_argument("--to", metavar="TỆP", required=True, type=Path, help="tệp .zip")
    options = words.parse_args(argv)
    version = _version(options.version)
    if version is None:
        return 1
    if not version.approvals.filter(decision="passed", sha256=version.sha256).exists():
        print(f"Phiên bản {version.pk} chưa được duyệt nên chưa có gì để xuất.", file=sys.stderr)
        return 1
    from lantoa.common import audit
    from lantoa.content.verification import PROGRAM, package

    audit.seal()
    made = package(version)
    if not was_written(options.to, made):
        return 1
    sums = _sums_of(made)
    print(f"Đã ghi {options.to}. Mã của gói: {sums}")
    print(f"Giữ mã này riêng. Kiểm tra: giải nén rồi chạy python3 {PROGRAM}")
    return 0


def _version(pk: int) -> Any:
    ready()
    if not tables_are_there():
        return None
    from lantoa.content.models import EditionVersion

    version = EditionVersion.objects.filter(pk=pk).select_related("edition__article").first()
    if version is None:
        print(f"Không có phiên bản {pk}.", file=sys.stderr)
    return version


def _sums_of(made: bytes) -> str:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return hashlib.sha256(archive.read("SHA256SUMS")).hexdigest()
