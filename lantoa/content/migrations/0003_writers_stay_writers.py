from django.db import migrations

from lantoa.common.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("content", "0002_what_was_submitted_stays")]

    operations = [refuse_changes("content_versionwriter")]
