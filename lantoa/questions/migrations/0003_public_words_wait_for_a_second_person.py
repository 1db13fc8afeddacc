"""What one person alone made public waits for a second one; contacts that are there get their last day."""

from datetime import timedelta

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

KEPT_DAYS = 180
WROTE = ("publish_answer", "route_question_out")


def forward(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    question = apps.get_model("questions", "Question")
    question.objects.filter(visibility="public").update(visibility="proposed")
    lines = apps.get_model("common", "AuditLine").objects.filter(
        object_type="questions.question", action__in=WROTE, by_id__isnull=False
    )
    writer, now = apps.get_model("people", "Writer"), timezone.now()
    rows = [
        writer(thing="questions.question", thing_id=int(pk), user_id=user, first_at=now)
        for pk, user in lines.order_by().values_list("object_id", "by_id").distinct()
    ]
    writer.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    for one in question.objects.exclude(contact_sealed=""):
        one.contact_until = timezone.localdate(one.received_at) + timedelta(days=KEPT_DAYS)
        one.save(update_fields=["contact_until"])


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0002_words_are_checked_and_contacts_end"),
        ("people", "0006_writers_of_what_the_public_reads"),
        ("common", "0001_first_tables"),
    ]

    operations = [migrations.RunPython(forward, migrations.RunPython.noop)]
