"""A payment names tellings, each in one turn; a second person checks it. Both tables only grow."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import PROTECT, Q

from lantoa.common.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = [
        ("budget", "0003_papers_name_the_payee"),
        ("deliveries", "0005_the_newer_line_has_a_name_of_its_own"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="PaidTelling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("turn", models.PositiveSmallIntegerField("lần trả", default=1)),
                ("named_at", models.DateTimeField("nêu lúc")),
                (
                    "named_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL, PROTECT, null=True, related_name="+", verbose_name="người nêu"
                    ),
                ),
                (
                    "spending",
                    models.ForeignKey(
                        "budget.spending", PROTECT, related_name="paid_tellings", verbose_name="khoản chi"
                    ),
                ),
                (
                    "telling",
                    models.ForeignKey(
                        "deliveries.delivery", PROTECT, related_name="payments", verbose_name="lượt truyền thông"
                    ),
                ),
            ],
            options={
                "verbose_name": "lượt được trả tiền",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=["telling", "turn"], name="a_telling_is_paid_once"),
                    models.UniqueConstraint(
                        fields=["spending", "telling"], name="a_payment_names_a_telling_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SpendingCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("accepted", models.BooleanField("đủ")),
                ("note", models.CharField("ý kiến", blank=True, max_length=300)),
                ("papers_seen", models.PositiveSmallIntegerField("số chứng từ đã xem")),
                ("tellings_seen", models.PositiveSmallIntegerField("số lượt đã xem")),
                ("at", models.DateTimeField("soát lúc")),
                (
                    "by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL, PROTECT, related_name="+", verbose_name="người soát"
                    ),
                ),
                (
                    "spending",
                    models.ForeignKey(
                        "budget.spending", PROTECT, related_name="checks", verbose_name="khoản chi"
                    ),
                ),
            ],
            options={
                "verbose_name": "soát khoản chi",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(accepted=True) | ~Q(note=""), name="a_refused_payment_has_a_reason"
                    )
                ],
            },
        ),
        refuse_changes("budget_paidtelling"),
        refuse_changes("budget_spendingcheck"),
    ]
