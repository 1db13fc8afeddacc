"""An issued plan and its parts are refused every edit by the database."""

from django.db import migrations

from lantoa.common.append_only import refuse_changes
from lantoa.plans.sealing import PLAN_DELETE, PLAN_UPDATE, seal


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_plans_and_their_parts")]
    operations = [
        refuse_changes("plans_plan", PLAN_UPDATE, ("UPDATE",)),
        refuse_changes("plans_plan", PLAN_DELETE, ("DELETE",)),
        seal(),
    ]
