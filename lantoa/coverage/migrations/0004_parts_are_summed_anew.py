from django.db import migrations


def forget(apps, schema_editor):
    """Parts no longer count by themselves: whoever reads first makes the sums from the ledger."""
    apps.get_model("coverage", "RollUp").objects.all().delete()
    apps.get_model("coverage", "Tally").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("coverage", "0003_sums_of_a_month_in_one_row"),
        ("deliveries", "0006_a_part_counts_only_by_rule"),
    ]

    operations = [
        migrations.RunPython(forget, migrations.RunPython.noop),
    ]
