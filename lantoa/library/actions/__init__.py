"""The verbs of the library. Screens, imports, timers and commands call these and nothing below them."""

from lantoa.library.actions.bundles import acknowledge_bundle, hand_over_bundle
from lantoa.library.actions.documents import mark_checked, register_document, update_document
from lantoa.library.actions.drafts import rehearse_draft
from lantoa.library.actions.effects import date_effect, record_effect, record_effects, withdraw_effect
from lantoa.library.actions.follows import start_following, stop_following
from lantoa.library.actions.instructions import set_instruction_aside
from lantoa.library.actions.intakes import confirm_file, discard_file, open_intake, take_in
from lantoa.library.actions.load import load_library
from lantoa.library.actions.other_words import keep_held_words, take_other_words
from lantoa.library.actions.parameters import (
    add_parameter,
    end_parameter,
    mark_parameter_checked,
    remove_parameter,
)
from lantoa.library.actions.policies import (
    clear_basis,
    mark_policy_checked,
    publish_policy,
    withdraw_policy,
    write_policy,
)
from lantoa.library.actions.provisions import add_provision, correct_provision, set_provisions
from lantoa.library.actions.rehearsals import (
    drop_rehearsal,
    drop_supposed,
    make_rehearsal_real,
    open_rehearsal,
    suppose_changes,
)
from lantoa.library.actions.relations import record_relation, withdraw_relation
from lantoa.library.actions.standards import mark_standard_checked, withdraw_standard, write_standard
from lantoa.library.actions.status import declare_status, settle_conflict

__all__ = [
    "acknowledge_bundle",
    "add_parameter",
    "add_provision",
    "clear_basis",
    "confirm_file",
    "correct_provision",
    "date_effect",
    "declare_status",
    "discard_file",
    "drop_rehearsal",
    "drop_supposed",
    "end_parameter",
    "hand_over_bundle",
    "keep_held_words",
    "load_library",
    "make_rehearsal_real",
    "mark_checked",
    "mark_parameter_checked",
    "mark_policy_checked",
    "mark_standard_checked",
    "open_intake",
    "open_rehearsal",
    "publish_policy",
    "record_effect",
    "record_effects",
    "record_relation",
    "register_document",
    "rehearse_draft",
    "remove_parameter",
    "set_instruction_aside",
    "set_provisions",
    "settle_conflict",
    "start_following",
    "stop_following",
    "suppose_changes",
    "take_in",
    "take_other_words",
    "update_document",
    "withdraw_effect",
    "withdraw_policy",
    "withdraw_relation",
    "withdraw_standard",
    "write_policy",
    "write_standard",
]
