"""What went out only in part no longer counts by itself: lines say how much was played and whether they count."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from lantoa.common.append_only import lift_refusal, refuse_changes


def judge(apps, schema_editor):
    """No office had a rule for parts before: none of them counts."""
    apps.get_model("deliveries", "Delivery").objects.exclude(outcome="done").update(counts=False)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_first_tables"),
        ("deliveries", "0005_the_newer_line_has_a_name_of_its_own"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        lift_refusal("deliveries_delivery"),
        migrations.AddField(
            "delivery",
            "minutes_played",
            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số phút đã phát"),
        ),
        migrations.AddField(
            "delivery",
            "minutes_full",
            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số phút của cả bài"),
        ),
        migrations.AddField(
            "delivery",
            "counts",
            models.BooleanField(default=True, verbose_name="tính là đã truyền thông"),
        ),
        migrations.RunPython(judge, migrations.RunPython.noop),
        migrations.AddConstraint(
            "delivery",
            models.CheckConstraint(
                condition=Q(("counts", True), ("outcome", "done"))
                | Q(("counts", False), ("outcome", "not_done"))
                | Q(("outcome", "partial")),
                name="what_was_done_counts",
            ),
        ),
        refuse_changes("deliveries_delivery"),
        migrations.CreateModel(
            name="PartRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "least_percent",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="ít nhất bao nhiêu phần trăm"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="áp dụng từ")),
                ("basis", models.CharField(max_length=300, verbose_name="căn cứ")),
                ("set_at", models.DateTimeField(verbose_name="ghi lúc")),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ghi",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="part_rules",
                        to="people.unit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={"verbose_name": "quy định tính một phần", "ordering": ["valid_from", "id"]},
        ),
        refuse_changes("deliveries_partrule"),
    ]
