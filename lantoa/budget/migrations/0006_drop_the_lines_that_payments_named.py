"""The tellings of a payment take the place of its lines."""

from django.db import migrations, models

from lantoa.common.append_only import lift_refusal, refuse_changes


class Migration(migrations.Migration):
    dependencies = [("budget", "0005_payments_name_tellings_not_lines")]
    operations = [
        lift_refusal("budget_spending"),  # SQLite makes the table anew, also for a field without a column
        migrations.RemoveField("spending", "deliveries"),
        migrations.AddField(
            "spending",
            "tellings",
            models.ManyToManyField(
                "deliveries.delivery",
                through="budget.PaidTelling",
                related_name="spending",
                verbose_name="lượt truyền thông được trả tiền",
                blank=True,
            ),
        ),
        refuse_changes("budget_spending"),
    ]
