"""`lantoa content approve VERSION --as USER`: a leader approves through the same action as the page."""

import sys
from argparse import Namespace

from lantoa.commands.django_ready import ready, tables_are_there, the_user
from lantoa.commands.words import Words, number


def run(argv: list[str]) -> int:
    words = Words(
        "lantoa content approve MÃ --as TÊN [--hash MÃ_BẢN] [--note Ý_KIẾN]",
        "Duyệt một phiên bản đã qua kiểm tra chính sách.",
    )
    words.add_argument("version", type=number, metavar="MÃ", help="mã phiên bản (số trong địa chỉ trang)")
    words.add_argument(
        "--as", dest="by", metavar="TÊN", required=True, help="tên đăng nhập của lãnh đạo duyệt"
    )
    words.add_argument(
        "--hash", dest="sha256", metavar="MÃ_BẢN", default="", help="mã của bản đã đọc, để không ký nhầm bản"
    )
    words.add_argument("--note", metavar="Ý_KIẾN", default="", help="ý kiến")
    options = words.parse_args(argv)
    ready()
    return _approve(options) if tables_are_there() else 1


def _approve(options: Namespace) -> int:
    from django.core.exceptions import PermissionDenied

    from lantoa.common.problems import RuleBroken
    from lantoa.content import actions
    from lantoa.content.queries import visible_versions

    by = the_user(options.by)
    if by is None:
        return 1
    version = visible_versions(by).filter(pk=options.version).first()
    if version is None:
        print(f"Không có phiên bản {options.version}.", file=sys.stderr)
        return 1
    try:
        approval = actions.approve(version, by=by, reason=options.note, seen_sha256=options.sha256)
    except PermissionDenied:
        print(f"{by} không có nhiệm vụ duyệt bài của đơn vị này.", file=sys.stderr)
        return 1
    except RuleBroken as broken:
        print(broken, file=sys.stderr)
        return 1
    print(f"Đã duyệt {version}, mã {approval.sha256}.")
    return 0
