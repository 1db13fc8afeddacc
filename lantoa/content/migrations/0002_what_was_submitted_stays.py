from django.db import migrations

from lantoa.common.append_only import refuse_changes
from lantoa.content.closed_versions import refuse_once_submitted


class Migration(migrations.Migration):
    dependencies = [("content", "0001_articles_editions_approvals")]

    operations = [
        refuse_changes("content_editionversion", when="OLD.submitted_at IS NOT NULL"),
        refuse_changes("content_approval"),
        refuse_changes("content_clearing"),
        refuse_once_submitted("content_citation", "version_id"),
        refuse_once_submitted("content_editionversion_files", "editionversion_id"),
    ]
