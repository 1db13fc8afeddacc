"""The table of the cache (rate limits live there), so that one command prepares the whole database."""

from django.core.management import call_command
from django.db import migrations


def make(apps, editor):
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("common", "0002_audit_lines_only_grow")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
