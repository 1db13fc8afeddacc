"""Commands that touch the database make Django ready first; the others never load it."""

import os
import sys
from typing import Any


def ready() -> None:
    """Load the settings and the models."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()


def the_user(username: str) -> Any:
    """The active person of that user name, or None after a sentence on standard error."""
    from lantoa.people.models import User

    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        print(f"Không có người dùng “{username}”.", file=sys.stderr)
    return user


def has_tables() -> bool:
    """Has `lantoa setup` been run on this database?"""
    from django.db import connection

    return "people_user" in connection.introspection.table_names()


def tables_are_there() -> bool:
    """The same; a sentence on standard error when not."""
    if has_tables():
        return True
    print("Cơ sở dữ liệu chưa được chuẩn bị. Chạy: lantoa setup", file=sys.stderr)
    return False
