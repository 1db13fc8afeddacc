"""`lantoa library load FILE.jsonl [--as USER] [--json]`: law that is data already, one document a line.

A line: {kind, number, year, symbol, issuer, title, issued_on, effective_on, ended_on, source, provisions:
[{eid, kind, number, heading, words}], relations: [{kind, target: {kind, number, year, symbol}, provision,
effect_on, words}]}. All of it enters unchecked; loading again changes nothing.
"""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from lantoa.commands.django_ready import ready, tables_are_there, the_user
from lantoa.commands.words import Words

USAGE = "lantoa library load TỆP.jsonl[.gz] --as TÊN [--json]"
SAID = {"documents": "văn bản", "provisions": "điều khoản", "relations": "quan hệ"}


def run(argv: list[str]) -> int:
    """Exit code 0 when something stands in the library now, 1 when refused, 2 on wrong use."""
    words = Words(USAGE, "Nạp dữ liệu luật, ghi là chưa kiểm chứng.")
    words.add_argument("file", type=Path, metavar="TỆP", help="mỗi dòng một văn bản, dạng JSON")
    words.add_argument("--as", dest="by", metavar="TÊN", required=True, help="tên đăng nhập của người nạp")
    words.add_argument("--json", action="store_true", help="in bảng đếm ra JSON cho máy đọc")
    options = words.parse_args(argv)
    ready()
    return _load(options) if tables_are_there() else 1


def _load(options: Namespace) -> int:
    from django.core.exceptions import PermissionDenied

    from lantoa.library.actions import load_library

    by = the_user(options.by)
    if by is None:
        return 1
    try:
        account = load_library(
            options.file, by=by, tell=lambda no, says: print(f"Dòng {no}: {says}", file=sys.stderr)
        )
    except PermissionDenied:
        print(f"{by} không có nhiệm vụ ghi kho văn bản.", file=sys.stderr)
        return 1
    except (OSError, UnicodeDecodeError, EOFError):
        print(f"Không đọc được tệp “{options.file}”. Cần tệp JSON theo dòng, bảng mã UTF-8.", file=sys.stderr)
        return 1
    counted = asdict(account)
    if options.json:
        print(json.dumps(counted))
    else:
        for name, said in SAID.items():
            c = counted[name]
            print(f"{c['read']} {said}: {c['new']} mới, {c['known']} đã có, {c['refused']} không nhận.")
        print(f"{account.effects} thay đổi được ghi. Tất cả chưa kiểm chứng.")
    return 0 if account.documents.new + account.documents.known else 1


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
