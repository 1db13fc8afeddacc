"""Rows here are only ever added: the database itself refuses anything else."""

from django.db import migrations

from lantoa.common.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_frozen_reports")]
    operations = [
        refuse_changes("reports_report"),
    ]
