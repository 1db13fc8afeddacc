"""Rows here are only ever added: the database itself refuses anything else."""

from django.db import migrations

from lantoa.common.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("budget", "0001_spending_and_papers")]
    operations = [
        refuse_changes("budget_spending"),
        refuse_changes("budget_spendingpaper"),
        refuse_changes("budget_spending_deliveries"),
    ]
