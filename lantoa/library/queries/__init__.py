"""What the library answers. Every question takes its day; none reads the clock or writes."""

from lantoa.library.queries.bundles import bundles_waiting_for, visible_bundles
from lantoa.library.queries.citations import resolve, resolve_all
from lantoa.library.queries.documents import (
    changes_ahead,
    documents_matching,
    listed,
    provisions_matching,
    same_document,
    visible_documents,
)
from lantoa.library.queries.export import as_akoma_ntoso, as_json_ld
from lantoa.library.queries.intakes import (
    files_waiting,
    not_in_library,
    stated_relations,
    tallies,
    visible_intake_files,
    visible_intakes,
)
from lantoa.library.queries.policies import (
    policies_for,
    policies_resting_on,
    policies_to_recheck,
    policies_unchecked_since,
    policy_is_true_on,
    policy_states,
    state_of_bases,
    visible_policies,
)
from lantoa.library.queries.relations import Group, grouped_relations, relations_of
from lantoa.library.queries.standing import effects_on, state_of
from lantoa.library.queries.status import (
    Disputed,
    disputed_documents,
    may_disagree,
    provision_statuses,
    said_of,
    statuses,
)
from lantoa.library.queries.tree import Branch, branches
from lantoa.library.rules.standing_of_a_citation import Pin, PinState

__all__ = [
    "Branch",
    "Disputed",
    "Group",
    "as_akoma_ntoso",
    "as_json_ld",
    "grouped_relations",
    "relations_of",
    "disputed_documents",
    "may_disagree",
    "provision_statuses",
    "said_of",
    "branches",
    "Pin",
    "PinState",
    "bundles_waiting_for",
    "changes_ahead",
    "documents_matching",
    "effects_on",
    "files_waiting",
    "listed",
    "not_in_library",
    "policies_for",
    "policies_resting_on",
    "policies_to_recheck",
    "policies_unchecked_since",
    "policy_is_true_on",
    "policy_states",
    "provisions_matching",
    "resolve",
    "resolve_all",
    "same_document",
    "state_of",
    "state_of_bases",
    "stated_relations",
    "statuses",
    "tallies",
    "visible_bundles",
    "visible_documents",
    "visible_intake_files",
    "visible_intakes",
    "visible_policies",
]
