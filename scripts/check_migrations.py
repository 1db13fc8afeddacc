"""make check: no model change without its migration."""

import os
import sys
import tempfile

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ.setdefault("LANTOA_DATA", tempfile.mkdtemp(prefix="lantoa-check-"))
    from django.core.management import execute_from_command_line

    execute_from_command_line(["manage.py", "makemigrations", "--check", "--dry-run"])
    sys.exit(0)
