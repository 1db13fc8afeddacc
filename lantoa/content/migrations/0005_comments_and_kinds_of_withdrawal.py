import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from lantoa.common.append_only import refuse_changes

WORDS_STAY = (
    "OLD.closed_at IS NOT NULL OR NEW.text <> OLD.text OR NEW.block <> OLD.block "
    "OR NEW.version_id <> OLD.version_id OR NEW.by_id <> OLD.by_id OR NEW.at <> OLD.at"
)


def name_the_kind(apps, editor):
    """What was withdrawn before had words only: it was replaced where a replacement is named."""
    withdrawn = apps.get_model("content", "Edition").objects.filter(state="withdrawn")
    withdrawn.filter(replaced_by__isnull=False).update(withdrawn_kind="replaced")
    withdrawn.filter(replaced_by__isnull=True).update(withdrawn_kind="other")


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0004_first_drafts_are_suggested"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("block", models.PositiveSmallIntegerField(verbose_name="đoạn")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                ("text", models.TextField(verbose_name="lời góp ý")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="đóng lúc")),
                ("closed_how", models.CharField(blank=True, max_length=300, verbose_name="xử lý thế nào")),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="ai")),
                ("closed_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người đóng")),
                ("version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="content.editionversion", verbose_name="phiên bản")),
            ],
            options={
                "verbose_name": "góp ý",
                "ordering": ["at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                        | Q(closed_at__isnull=False, closed_by__isnull=False),
                        name="a_closed_comment_names_who_closed_it",
                    )
                ],
            },
        ),
        refuse_changes("content_comment", verbs=("DELETE",)),
        refuse_changes("content_comment", when=WORDS_STAY, verbs=("UPDATE",)),
        migrations.AddField(
            model_name="edition",
            name="withdrawn_kind",
            field=models.CharField(
                blank=True,
                choices=[("wrong", "Sai nội dung"), ("over", "Hết đúng"), ("replaced", "Được thay bằng bản khác"), ("other", "Lý do khác")],
                max_length=20,
                verbose_name="loại lý do rút",
            ),
        ),
        migrations.RunPython(name_the_kind, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_kind=""), name="a_withdrawal_has_a_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=~Q(withdrawn_kind="replaced") | Q(replaced_by__isnull=False),
                name="what_is_replaced_names_by_what",
            ),
        ),
    ]
