from django.db import migrations


def withdraw(apps, schema_editor):
    """What an effect alone carried out left its relation standing when the effect was withdrawn."""
    Relation = apps.get_model("library", "Relation")
    standing = Relation.objects.filter(withdrawn_at__isnull=True)
    gone = standing.filter(effects__isnull=False).exclude(effects__withdrawn_at__isnull=True).distinct()
    for relation in gone:
        last = relation.effects.order_by("-withdrawn_at").first()
        relation.withdrawn_at, relation.withdrawn_why = last.withdrawn_at, last.withdrawn_why
        relation.save(update_fields=["withdrawn_at", "withdrawn_why"])


class Migration(migrations.Migration):
    dependencies = [("library", "0021_retroactive_changes_say_why")]

    operations = [migrations.RunPython(withdraw, migrations.RunPython.noop)]
