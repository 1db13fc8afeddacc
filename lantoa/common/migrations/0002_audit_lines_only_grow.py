"""The audit log and its seals: rows are added, never changed, never removed."""

from django.db import migrations

from lantoa.common.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("common", "0001_first_tables")]
    operations = [refuse_changes("common_auditline"), refuse_changes("common_auditseal")]
