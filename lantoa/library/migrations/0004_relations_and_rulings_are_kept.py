from django.db import migrations

from lantoa.common.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("library", "0003_relations_declarations_rulings")]

    operations = [
        refuse_changes("library_relation", verbs=("DELETE",)),
        refuse_changes("library_statusdeclaration"),
        refuse_changes("library_statusruling"),
    ]
