"""What a picture's camera had said, how the file came, and how the picture looks: to find the same one again."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F


def came_as_kept(apps, schema_editor):
    """What was kept before was mostly kept as it came."""
    apps.get_model("common", "StoredFile").objects.update(received_sha256=F("sha256"))


class Migration(migrations.Migration):
    dependencies = [("common", "0003_cache_table")]

    operations = [
        migrations.AddField(
            "storedfile",
            "received_sha256",
            models.CharField(
                blank=True, db_index=True, default="", max_length=64, verbose_name="mã băm lúc nhận"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "storedfile",
            "latitude",
            models.DecimalField(
                blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="vĩ độ nơi chụp"
            ),
        ),
        migrations.AddField(
            "storedfile",
            "longitude",
            models.DecimalField(
                blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="kinh độ nơi chụp"
            ),
        ),
        migrations.AddField(
            "storedfile",
            "look",
            models.CharField(blank=True, default="", max_length=16, verbose_name="dáng ảnh"),
            preserve_default=False,
        ),
        migrations.RunPython(came_as_kept, migrations.RunPython.noop),
        migrations.CreateModel(
            name="LookBand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("band", models.PositiveSmallIntegerField(verbose_name="dải")),
                ("value", models.PositiveSmallIntegerField(verbose_name="giá trị")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bands",
                        to="common.storedfile",
                        verbose_name="tệp",
                    ),
                ),
            ],
            options={
                "verbose_name": "dải dáng ảnh",
                "indexes": [models.Index(fields=["band", "value"], name="common_look_band_a3a13e_idx")],
            },
        ),
    ]
