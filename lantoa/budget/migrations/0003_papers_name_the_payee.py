"""Each paper may say who got the money."""

from django.db import migrations, models

from lantoa.common.append_only import lift_refusal, refuse_changes


class Migration(migrations.Migration):
    dependencies = [("budget", "0002_spending_and_papers_only_grow")]
    operations = [
        lift_refusal("budget_spendingpaper"),
        migrations.AddField(
            "spendingpaper",
            "payee",
            models.CharField("người nhận tiền theo chứng từ", max_length=200, blank=True),
        ),
        refuse_changes("budget_spendingpaper"),
    ]
