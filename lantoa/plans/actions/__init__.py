"""Verbs of plans: the only door for screens, imports, timers and commands."""

from lantoa.plans.actions.amending import amend_plan, draft_amendment_with_item
from lantoa.plans.actions.drafting import HEAD, change_head, discard_draft, set_ward_deadline, start_plan
from lantoa.plans.actions.following import follow_plan
from lantoa.plans.actions.importing import PLAN_FILES, import_reading
from lantoa.plans.actions.items import add_item, change_item, remove_item, set_item_money
from lantoa.plans.actions.parts import PARTS, add_part, change_part, remove_part, write_out_sections
from lantoa.plans.actions.signing import close_plan, record_issue, send_back, sign_plan, submit_plan

__all__ = [
    "HEAD",
    "PARTS",
    "PLAN_FILES",
    "add_item",
    "add_part",
    "amend_plan",
    "change_head",
    "change_item",
    "change_part",
    "close_plan",
    "discard_draft",
    "draft_amendment_with_item",
    "follow_plan",
    "import_reading",
    "record_issue",
    "remove_item",
    "remove_part",
    "send_back",
    "set_item_money",
    "set_ward_deadline",
    "sign_plan",
    "start_plan",
    "submit_plan",
    "write_out_sections",
]
