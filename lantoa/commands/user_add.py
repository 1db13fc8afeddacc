"""`lantoa user add`: the first administrator of a new installation, and others by an administrator's hand."""

import argparse
import getpass
import sys

from lantoa.commands.django_ready import ready, tables_are_there


def run(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="lantoa user add", description="Thêm người dùng và giao nhiệm vụ.")
    parser.add_argument("username", help="tên đăng nhập")
    parser.add_argument("full_name", help="họ và tên")
    parser.add_argument("--role", required=True, help="vai trò, ví dụ administrator, programme_officer")
    parser.add_argument("--unit", required=True, help="mã định danh hoặc tên đơn vị")
    parser.add_argument(
        "--as", dest="by", help="người quản trị giao nhiệm vụ (bỏ trống khi tạo quản trị đầu tiên)"
    )
    options = parser.parse_args(argv)
    ready()
    if not tables_are_there():
        return 1
    return _add(options)


def _add(options: argparse.Namespace) -> int:
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
