"""Evidence says what about it does not fit, and a second person's decision names it; a deed has its place."""

import django.db.models.deletion
from django.db import migrations, models

from lantoa.common.append_only import lift_refusal, refuse_changes


def _degrees(name: str) -> models.DecimalField:
    return models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, verbose_name=name)


class Migration(migrations.Migration):
    dependencies = [("deliveries", "0006_a_part_counts_only_by_rule")]

    operations = [
        lift_refusal("deliveries_delivery"),
        migrations.AddField("delivery", "latitude", _degrees("vĩ độ")),
        migrations.AddField("delivery", "longitude", _degrees("kinh độ")),
        refuse_changes("deliveries_delivery"),
        lift_refusal("deliveries_evidence"),
        migrations.AddField(
            "evidence", "clashes", models.JSONField(blank=True, default=list, verbose_name="chỗ lệch")
        ),
        migrations.AddField(
            "evidence",
            "clash_why",
            models.CharField(blank=True, default="", max_length=300, verbose_name="lý do vẫn dùng"),
            preserve_default=False,
        ),
        migrations.AddField(
            "evidence",
            "decides",
            models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decision",
                to="deliveries.evidence",
                verbose_name="quyết định về bằng chứng",
            ),
        ),
        refuse_changes("deliveries_evidence"),
    ]
