"""The ledger, what its lines name, and their evidence: rows are added, never changed, never removed."""

from django.db import migrations

from lantoa.common.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("deliveries", "0001_the_ledger_and_its_evidence")]

    operations = [
        refuse_changes("deliveries_delivery"),
        refuse_changes("deliveries_delivery_policies"),
        refuse_changes("deliveries_delivery_audiences"),
        refuse_changes("deliveries_evidence"),
    ]
