import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coverage", "0002_the_ledger_is_summed_anew"),
        ("people", "0004_shapes_of_units"),
    ]

    operations = [
        migrations.DeleteModel(name="Tally"),
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField(verbose_name="tháng")),
                ("subjects", models.TextField(verbose_name="chính sách, đối tượng")),
                ("whole", models.BinaryField(verbose_name="cộng cả tháng")),
                ("graded", models.BinaryField(verbose_name="cộng cả tháng theo mức chứng minh")),
                ("daily", models.BinaryField(verbose_name="cộng từng ngày")),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="địa bàn",
                    ),
                ),
            ],
            options={
                "verbose_name": "cộng sổ",
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "month"), name="one_tally_a_unit_and_month"),
                ],
            },
        ),
    ]
