"""What took a position in the ledger keeps it."""

from django.db import migrations

from lantoa.common.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("deliveries", "0003_late_evidence_takes_a_position")]

    operations = [refuse_changes("deliveries_lateevidence")]
