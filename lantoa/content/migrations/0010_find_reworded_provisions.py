from django.db import migrations

# Whatever was cited with other words than it has now: from here on the provision itself knows.
MARK_THEM = """
    UPDATE library_provision SET reworded = TRUE WHERE EXISTS (
        SELECT 1 FROM content_citation
        WHERE content_citation.provision_id = library_provision.id
          AND content_citation.fingerprint <> library_provision.fingerprint
    )
"""


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0009_kinds_of_step'),
        ('library', '0017_provisions_know_when_they_were_reworded'),
    ]

    operations = [migrations.RunSQL(MARK_THEM, migrations.RunSQL.noop)]
