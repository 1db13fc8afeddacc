"""Sources of plans that amend or replace another continue its source of the same name."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from lantoa.plans.sealing import seal, unseal


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def link(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """By name, among the plan before and its amendments: until now a copy kept the name and nothing else."""
    Plan, Source = apps.get_model("plans", "Plan"), apps.get_model("plans", "FundingSource")
    for plan in Plan.objects.filter(changes__isnull=False).order_by("pk"):
        before = [plan.changes_id]
        if plan.change_kind == "replaces":
            before += Plan.objects.filter(changes_id=plan.changes_id, change_kind="amends").values_list(
                "pk", flat=True
            )
        named = {_plain(s.name): s.pk for s in Source.objects.filter(plan_id__in=before).order_by("-plan_id")}
        for source in Source.objects.filter(plan=plan, continues__isnull=True):
            if _plain(source.name) in named:
                source.continues_id = named[_plain(source.name)]
                source.save(update_fields=["continues"])
    if editor.connection.vendor == "postgresql":
        editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with open checks takes no trigger


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_sources_continue_a_pot")]
    operations = [unseal(), migrations.RunPython(link, migrations.RunPython.noop), seal()]
