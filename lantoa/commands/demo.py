"""`lantoa demo`: load the demo year once, say who can sign in, serve on loopback.

Refuses a database that holds other people's work. Passwords are made here and printed once, then kept in the
ignored data folder so that a second run can say them again.
"""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

from lantoa.commands.words import Words

LANTOA = [sys.executable, "-m", "lantoa.commands.main"]


def run(argv: list[str]) -> int:
    words = Words("lantoa demo [--no-serve]", "Nạp dữ liệu mẫu rồi phục vụ.")
    words.add_argument("--no-serve", action="store_true", help="chỉ nạp dữ liệu")
    options = words.parse_args(argv)
    os.environ.setdefault("LANTOA_DEMO", "1")
    import django

    if subprocess.run([*LANTOA, "setup"]).returncode:
        return 1
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.demo_settings"
    django.setup()
    passwords = _load()
    if passwords is None:
        return 1
    _say(passwords)
    if options.no_serve:
        return 0
    os.environ.pop("DJANGO_SETTINGS_MODULE")  # what is served stands on the true day
    return os.execv(sys.executable, [*LANTOA, "serve"])  # noqa: S606 - our own program, no shell


def _load() -> dict[str, str] | None:
    """The passwords by user name; None after a refusal."""
    from django.conf import settings
    from django.db import transaction

    from lantoa.demo import people, year
    from lantoa.people.models import User

    kept = Path(settings.DATA_DIR) / "demo-passwords.json"
    if kept.exists() and User.objects.filter(username="quan").exists():
        return json.loads(kept.read_text())
    if User.objects.exists():
        print(
            "Cơ sở dữ liệu này đã có người dùng khác, không nạp dữ liệu mẫu vào. "
            "Đặt LANTOA_DATA sang thư mục khác rồi chạy lại.",
            file=sys.stderr,
        )
        return None
    passwords = {row[0]: secrets.token_urlsafe(9) for row in people.PEOPLE}
    print("Đang kể lại một năm của Biên Hòa, mất khoảng nửa phút…", flush=True)
    with transaction.atomic():
        year.tell(people.gather(passwords))
    kept.touch(mode=0o600)
    kept.write_text(json.dumps(passwords))
    return passwords


def _say(passwords: dict[str, str]) -> None:
    from lantoa.demo.people import PEOPLE

    print("\nĐăng nhập được bằng (tên đăng nhập, mật khẩu, việc làm được):")
    for username, full_name, title, may in PEOPLE:
        print(f"  {username:<6} {passwords[username]:<14} {full_name}, {title}: {may}")
    print("Mật khẩu nằm trong thư mục dữ liệu, tệp demo-passwords.json. Chỉ dùng để thử.\n", flush=True)
