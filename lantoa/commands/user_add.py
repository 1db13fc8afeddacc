"""`lantoa user add`: the first administrator of a new installation, and others by an administrator's hand."""

import getpass
import sys
from argparse import Namespace

from lantoa.commands.django_ready import ready, tables_are_there
from lantoa.commands.words import Words


def run(argv: list[str]) -> int:
    words = Words(
        "lantoa user add TÊN_ĐĂNG_NHẬP HỌ_TÊN --role VAI_TRÒ --unit ĐƠN_VỊ [--as TÊN]",
        "Thêm người dùng và giao nhiệm vụ.",
    )
    words.add_argument("username", metavar="TÊN_ĐĂNG_NHẬP", help="tên đăng nhập")
    words.add_argument("full_name", metavar="HỌ_TÊN", help="họ và tên")
    words.add_argument(
        "--role", metavar="VAI_TRÒ", required=True, help="vai trò, ví dụ administrator, programme_officer"
    )
    words.add_argument("--unit", metavar="ĐƠN_VỊ", required=True, help="mã định danh hoặc tên đơn vị")
    words.add_argument(
        "--as",
        dest="by",
        metavar="TÊN",
        help="người quản trị giao nhiệm vụ (bỏ trống khi tạo quản trị đầu tiên)",
    )
    options = words.parse_args(argv)
    ready()
    if not tables_are_there():
        return 1
    return _add(options)


def _add(options: Namespace) -> int:
    from django.core.exceptions import PermissionDenied

    from lantoa.commands.django_ready import the_user
    from lantoa.common import dates
    from lantoa.common.problems import RuleBroken
    from lantoa.people import actions
    from lantoa.people.models import Role, User
    from lantoa.people.queries import find_units

    if options.role not in Role.values:
        print(
            f"Không có vai trò “{options.role}”. Chọn một trong: {', '.join(Role.values)}.", file=sys.stderr
        )
        return 1
    units = find_units(options.unit, dates.today())
    if len(units) != 1:
        said = ", ".join(f"{u.key} ({u})" for u in units) or "không có đơn vị nào"
        print(f"Tên đơn vị “{options.unit}” chưa rõ: {said}.", file=sys.stderr)
        return 1
    if User.objects.filter(username=options.username).exists():
        print(f"Tên đăng nhập “{options.username}” đã có người dùng.", file=sys.stderr)
        return 1
    by = the_user(options.by) if options.by else None
    if options.by and by is None:
        return 1
    password = (
        getpass.getpass("Mật khẩu (ít nhất 10 ký tự): ")
        if sys.stdin.isatty()
        else sys.stdin.readline().strip()
    )
    try:
        actions.add_user(options.username, options.full_name, password, Role(options.role), units[0], by=by)
    except RuleBroken as broken:
        print(broken, file=sys.stderr)
        return 1
    except PermissionDenied:
        print(f"{by} không có quyền giao nhiệm vụ tại {units[0]}.", file=sys.stderr)
        return 1
    print(f"Đã thêm {options.full_name} ({options.username}).")
    return 0
