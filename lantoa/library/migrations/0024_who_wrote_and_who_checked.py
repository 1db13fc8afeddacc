"""Who wrote what stands already, from its own rows and the log; a check by one of them counts no longer."""

from collections.abc import Iterator

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

CHECKS = {"check_document", "check_policy", "check_parameter", "check_standard", "clear_basis"}
NO_WRITING = CHECKS | {"publish_policy", "withdraw_policy", "withdraw_standard"}
BELONGS = {"provision": "document_id", "effect": "document_id", "relation": "source_id"}


def forward(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    writers: set[tuple[str, int, int]] = set()
    for name in ("document", "effect", "relation", "policy"):
        field = "written_by_id" if name == "policy" else "recorded_by_id"
        thing = "library.policy" if name == "policy" else "library.document"
        of = BELONGS.get(name, "pk")
        rows = apps.get_model("library", name).objects.exclude(**{f"{field}__isnull": True})
        writers |= {(thing, pk, user) for pk, user in rows.values_list(of, field)}
    writers |= set(_logged(apps))
    writer = apps.get_model("people", "Writer")
    now = timezone.now()
    rows = [writer(thing=thing, thing_id=pk, user_id=user, first_at=now) for thing, pk, user in writers]
    writer.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    by_thing: dict[str, set[tuple[int, int]]] = {}
    for thing, pk, user in writers:
        by_thing.setdefault(thing, set()).add((pk, user))
    _take_back(apps, by_thing)


def _logged(apps: Apps) -> Iterator[tuple[str, int, int]]:
    """Who is named in the log as having written a document, a part of it, a policy or a line."""
    lines = apps.get_model("common", "AuditLine").objects.filter(by_id__isnull=False)
    for thing in ("library.document", "library.policy", "library.povertystandard"):
        rows = lines.filter(object_type=thing).exclude(action__in=NO_WRITING)
        for pk, user in rows.values_list("object_id", "by_id").distinct():
            yield thing, int(pk), user
    provisions = dict(apps.get_model("library", "Provision").objects.values_list("pk", "document_id"))
    rows = lines.filter(object_type="library.provision").exclude(action__in=NO_WRITING)
    for pk, user in rows.values_list("object_id", "by_id").distinct():
        if int(pk) in provisions:
            yield "library.document", provisions[int(pk)], user


def _take_back(apps: Apps, by_thing: dict[str, set[tuple[int, int]]]) -> None:
    for name in ("document", "policy", "povertystandard"):
        model = apps.get_model("library", name)
        wrote = by_thing.get(f"library.{name}", set())
        checked = model.objects.filter(checked_by__isnull=False).values_list("pk", "checked_by_id")
        own = [pk for pk, user in checked if (pk, user) in wrote]
        model.objects.filter(pk__in=own).update(checked_on=None, checked_by=None)
    parameters = apps.get_model("library", "PolicyParameter").objects
    wrote = by_thing.get("library.policy", set())
    rows = parameters.filter(verified=True).values_list("pk", "policy_id", "checked_by_id")
    own = [pk for pk, policy, user in rows if user is None or (policy, user) in wrote]
    parameters.filter(pk__in=own).update(verified=False, checked_on=None, checked_by=None)


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0023_documents_know_what_was_checked"),
        ("people", "0006_writers_of_what_the_public_reads"),
        ("common", "0001_first_tables"),
    ]

    operations = [migrations.RunPython(forward, migrations.RunPython.noop)]
