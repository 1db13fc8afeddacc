from django.db import migrations

from lantoa.common.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("library", "0001_documents_provisions_policies")]

    operations = [refuse_changes("library_effect", verbs=("DELETE",))]
