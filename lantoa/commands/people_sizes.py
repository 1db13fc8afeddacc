"""`lantoa people sizes FILE --as USER [--dry-run] [--json]`: audience sizes from a sheet, all accounted for.

With --dry-run nothing is written. --returned OUT keeps the rejected rows with their reasons, to mend.
"""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from lantoa.commands.django_ready import ready, tables_are_there, the_user
from lantoa.commands.words import Words

USAGE = """lantoa people sizes TỆP.xlsx --as TÊN [--dry-run] [--json]
    [--on NGÀY] [--source NGUỒN] [--returned TỆP]"""


def run(argv: list[str]) -> int:
    """Exit code 0 when every row is right or known, 1 when one is rejected or the file is, 2 on wrong use."""
    words = Words(USAGE, "Nhập quy mô nhóm đối tượng từ bảng tính XLSX.")
    words.add_argument("file", type=Path, metavar="TỆP", help="bảng tính XLSX")
    words.add_argument("--as", dest="by", metavar="TÊN", required=True, help="tên đăng nhập của người nhập")
    words.add_argument("--dry-run", action="store_true", help="chỉ đọc và đếm, không ghi gì")
    words.add_argument(
        "--on", dest="day", metavar="NGÀY", default="", help="ngày của số liệu, cho dòng không ghi ngày"
    )
    words.add_argument(
        "--source", metavar="NGUỒN", default="", help="nguồn số liệu, cho dòng không ghi nguồn"
    )
    words.add_argument("--returned", type=Path, metavar="TỆP", help="ghi các dòng trả lại ra tệp XLSX này")
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
    from lantoa.people.actions import import_audience_sizes
    from lantoa.people.sizes import returned_rows

    by = the_user(options.by)
    if by is None:
        return 1
    day: date | None = read_date(options.day) if options.day else None
    if options.day and day is None:
        print(f"“{options.day}” không phải là ngày. Viết dạng 31/12/2025.", file=sys.stderr)
        return 2
    try:
        upload = Upload(options.file.name, options.file.read_bytes())
        reading, made = import_audience_sizes(
            upload, by=by, counted_on=day, source=options.source, dry_run=options.dry_run
        )
        if options.returned and reading.account.rejected:
            options.returned.write_bytes(returned_rows(reading))
    except OSError:
        print(f"Không mở được “{options.file}” hoặc không ghi được tệp trả lại.", file=sys.stderr)
        return 1
    except PermissionDenied:
        print(f"{by} không được giao ghi quy mô nhóm đối tượng.", file=sys.stderr)
        return 1
    except (Unreadable, RuleBroken) as why:
        print(str(why), file=sys.stderr)
        return 1
    _tell(reading, made, options)
    return 1 if reading.account.rejected else 0


def _tell(reading: Any, made: Any, options: Namespace) -> None:
    account, rejected = reading.account, reading.of("rejected")
    if options.json:
        told = {
            **asdict(account),
            "accepted": account.accepted,
            "dry_run": options.dry_run,
            "import": made.pk if made else None,
            "notes": list(reading.table.notes),
            "rejected_rows": [{"line": row.figure.line, "says": row.says} for row in rejected],
        }
        print(json.dumps(told, ensure_ascii=False))
        return
    for row in rejected:
        print(f"Dòng {row.figure.line}: {row.says}", file=sys.stderr)
    for note in reading.table.notes:
        print(note, file=sys.stderr)
    verb = "sẽ ghi" if options.dry_run else "đã ghi"
    print(
        f"Đọc {account.read} số liệu: {verb} {account.accepted} "
        f"(mới {account.new}, sửa {account.corrected}), "
        f"không đổi {account.unchanged}, trả lại {account.rejected}."
    )


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
