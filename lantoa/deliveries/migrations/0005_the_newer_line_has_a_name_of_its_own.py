"""Only the name by which a line finds the line that corrects it: no change in the database."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deliveries", "0004_late_evidence_is_never_edited")]

    operations = [
        migrations.AlterField(
            model_name="delivery",
            name="corrects",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="newer_line",
                to="deliveries.delivery",
                verbose_name="sửa dòng",
            ),
        ),
    ]
