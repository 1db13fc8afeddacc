"""`lantoa library export ID --akn FILE|- / --jsonld FILE|-`: one document for other systems to read."""

import json
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from lantoa.commands.django_ready import ready, tables_are_there
from lantoa.commands.output import was_written
from lantoa.commands.words import Words, number

USAGE = (
    "lantoa library export MÃ --akn TỆP | --jsonld [TỆP] [--on NGÀY]; MÃ là số trong địa chỉ trang văn bản"
)


def run(argv: list[str]) -> int:
    """Exit code 0 when written, 1 when refused (a Vietnamese sentence on standard error), 2 on wrong use."""
    words = Words(USAGE, "Xuất một văn bản của kho ra dạng mà hệ thống khác đọc được.")
    words.add_argument("document", type=number, metavar="MÃ", help="mã văn bản (số trong địa chỉ trang)")
    words.add_argument("--akn", metavar="TỆP", help="Akoma Ntoso 3 (XML); “-” là in ra màn hình")
    words.add_argument(
        "--jsonld", metavar="TỆP", nargs="?", const="-", help="schema.org Legislation; “-” là in ra màn hình"
    )
    words.add_argument(
        "--on", metavar="NGÀY", help="tình trạng trong ngày nào (2026-01-31); mặc định hôm nay"
    )
    options = words.parse_args(argv)
    if not options.akn and not options.jsonld:
        words.error("chọn --akn TỆP hoặc --jsonld TỆP")
    ready()
    return _export(options) if tables_are_there() else 1


def _export(options: Namespace) -> int:
    from lantoa.common import dates
    from lantoa.library.models import Document
    from lantoa.library.queries import as_akoma_ntoso, as_json_ld

    document = Document.objects.filter(pk=options.document).first()
    if document is None:
        print(f"Không có văn bản {options.document}.", file=sys.stderr)
        return 1
    try:
        day = date.fromisoformat(options.on) if options.on else dates.today()
    except ValueError:
        print(f"“{options.on}” không phải là ngày. Viết dạng 2026-01-31.", file=sys.stderr)
        return 2
    if options.akn and not _write(options.akn, as_akoma_ntoso(document, day)):
        return 1
    if options.jsonld:
        return 0 if _write(options.jsonld, json_bytes(as_json_ld(document, day))) else 1
    return 0


def json_bytes(told: dict[str, Any]) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _write(where: str, content: bytes) -> bool:
    if where == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return True
    return was_written(Path(where), content)
