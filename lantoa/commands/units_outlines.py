"""`lantoa units outlines FILE --on DAY --source SOURCE --as USER [--dry-run]`: outlines from a GeoJSON.

They are matched to units by the codes or names of a day; every shape of the file is accounted for.
"""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from lantoa.commands.django_ready import ready, tables_are_there, the_user
from lantoa.commands.words import Words

USAGE = "lantoa units outlines TỆP.geojson --on NGÀY --source NGUỒN --as TÊN [--dry-run] [--json]"


def run(argv: list[str]) -> int:
    """Exit code 0 when every shape is matched or known, 1 when one or the file is not, 2 on wrong use."""
    words = Words(USAGE, "Nhập ranh giới đơn vị từ GeoJSON.")
    words.add_argument("file", type=Path, metavar="TỆP", help="tệp GeoJSON, tọa độ WGS 84")
    words.add_argument(
        "--on", dest="day", metavar="NGÀY", required=True, help="ngày mà tên và mã trong tệp là của"
    )
    words.add_argument("--source", metavar="NGUỒN", required=True, help="nguồn của ranh giới")
    words.add_argument("--as", dest="by", metavar="TÊN", required=True, help="tên đăng nhập của người nhập")
    words.add_argument("--dry-run", action="store_true", help="chỉ đọc và đếm, không ghi gì")
    words.add_argument("--json", action="store_true", help="in ra JSON cho máy đọc")
    options = words.parse_args(argv)
    ready()
    return _import(options) if tables_are_there() else 1


def _import(options: Namespace) -> int:
    from django.core.exceptions import PermissionDenied

    from lantoa.common.dates import read_date
    from lantoa.common.files import Upload
    from lantoa.common.problems import RuleBroken
    from lantoa.paper.refusal import Unreadable
    from lantoa.people.actions import import_outlines

    day = read_date(options.day)
    if day is None:
        print(f"“{options.day}” không phải là ngày. Viết dạng 01/07/2025.", file=sys.stderr)
        return 2
    by = the_user(options.by)
    if by is None:
        return 1
    try:
        upload = Upload(options.file.name, options.file.read_bytes())
        matching = import_outlines(upload, by=by, day=day, source=options.source, dry_run=options.dry_run)
    except OSError:
        print(f"Không mở được “{options.file}”. Kiểm tra lại đường dẫn.", file=sys.stderr)
        return 1
    except PermissionDenied:
        print(f"{by} không quản trị đơn vị nào nên không nhập ranh giới được.", file=sys.stderr)
        return 1
    except (Unreadable, RuleBroken) as why:
        print(str(why), file=sys.stderr)
        return 1
    account = matching.account
    others = matching.of("unmatched", "ambiguous", "refused")
    if options.json:
        told = {
            **asdict(account),
            "matched": account.matched,
            "dry_run": options.dry_run,
            "others": [{"number": row.number, "named": row.named, "says": row.says} for row in others],
        }
        print(json.dumps(told, ensure_ascii=False))
        return 1 if others else 0
    for row in others:
        print(f"Hình {row.number} ({row.named}): {row.says}", file=sys.stderr)
    verb = "sẽ ghi" if options.dry_run else "đã ghi"
    print(
        f"Đọc {account.read} hình: {verb} {account.matched}, không đổi {account.unchanged}, không khớp "
        f"{account.unmatched}, chưa chắc {account.ambiguous}, hỏng {account.refused}."
    )
    return 1 if others else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
