"""The verbs of content. Screens, commands and the demo year all go through these."""

from lantoa.content.actions.approval import (
    agree,
    approve,
    approve_for_ward,
    check,
    clear_citation,
    return_for_changes,
    withdraw,
)
from lantoa.content.actions.commenting import comment, resolve_comment
from lantoa.content.actions.drafting import (
    Block,
    add_edition,
    cite,
    edit_article,
    revise,
    save_draft,
    submit,
    uncite,
    write_article,
)
from lantoa.content.actions.step_rules import add_step_kind, end_step_rule, set_step_rule
from lantoa.content.actions.suggesting import suggest_edition
from lantoa.content.actions.urgent import approve_urgently, review_after
from lantoa.content.actions.verdicts import Verdict

__all__ = [
    "agree",
    "Block",
    "Verdict",
    "add_edition",
    "add_step_kind",
    "approve",
    "approve_for_ward",
    "approve_urgently",
    "check",
    "cite",
    "clear_citation",
    "comment",
    "edit_article",
    "end_step_rule",
    "resolve_comment",
    "return_for_changes",
    "review_after",
    "revise",
    "save_draft",
    "set_step_rule",
    "submit",
    "suggest_edition",
    "uncite",
    "withdraw",
    "write_article",
]
