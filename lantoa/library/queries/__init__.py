"""What the library answers. Every question takes its day; none reads the clock or writes."""

from lantoa.library.queries.bundles import bundles_waiting_for, visible_bundles
from lantoa.library.queries.citations import resolve, resolve_all
from lantoa.library.queries.documents import (
    changes_ahead,
    documents_matching,
    listed,
    namesakes,
    same_document,
    visible_documents,
)
from lantoa.library.queries.effects import effects_on, provisions_touched_by
from lantoa.library.queries.export import as_akoma_ntoso, as_json_ld
from lantoa.library.queries.following import Change, followed_by, followed_changes
from lantoa.library.queries.gaps import (
    documents_unchecked,
    documents_without_origin,
    documents_without_start,
    documents_without_tree,
    effects_without_date,
    named_but_not_held,
    replaced_without_end,
)
from lantoa.library.queries.instructions import (
    held_suspect,
    instructions_of,
    open_instructions,
    papers_with_open_instructions,
)
from lantoa.library.queries.intakes import (
    files_waiting,
    not_in_library,
    tallies,
    visible_intake_files,
    visible_intakes,
)
from lantoa.library.queries.policies import (
    grounds_of,
    policies_for,
    policies_resting_on,
    policies_to_recheck,
    policies_unchecked_since,
    policy_is_true_on,
    policy_states,
    state_of_bases,
    visible_policies,
)
from lantoa.library.queries.references import Asked, Reference, asked_in
from lantoa.library.queries.reform import changes_between
from lantoa.library.queries.rehearsals import policies_struck_by, supposed_changes, visible_rehearsals
from lantoa.library.queries.relations import Group, grouped_relations, relations_of
from lantoa.library.queries.search import (
    Answer,
    Found,
    documents_among,
    provisions_matching,
    search_provisions,
    standing_of,
)
from lantoa.library.queries.standards import (
    Home,
    home_on,
    law_behind,
    lines_that_apply,
    standard_territories,
    standards,
    standards_between,
    standards_in_use,
    standards_unchecked_since,
    territory_name,
)
from lantoa.library.queries.standing import may_not_stand, state_of
from lantoa.library.queries.stated import open_changes, resolve_stated, stated_relations
from lantoa.library.queries.status import (
    Disputed,
    disputed_documents,
    may_disagree,
    provision_statuses,
    said_of,
    statuses,
)
from lantoa.library.queries.tree import Branch, branches, reading_on
from lantoa.library.rules.standing_of_a_citation import Pin, PinState

__all__ = [
    "Answer",
    "Found",
    "Branch",
    "Change",
    "Disputed",
    "Group",
    "Home",
    "Pin",
    "PinState",
    "Asked",
    "Reference",
    "as_akoma_ntoso",
    "as_json_ld",
    "asked_in",
    "branches",
    "bundles_waiting_for",
    "changes_ahead",
    "changes_between",
    "disputed_documents",
    "documents_among",
    "documents_matching",
    "documents_unchecked",
    "documents_without_origin",
    "documents_without_start",
    "documents_without_tree",
    "effects_on",
    "effects_without_date",
    "files_waiting",
    "followed_by",
    "followed_changes",
    "grounds_of",
    "grouped_relations",
    "held_suspect",
    "home_on",
    "instructions_of",
    "law_behind",
    "lines_that_apply",
    "listed",
    "may_disagree",
    "may_not_stand",
    "named_but_not_held",
    "not_in_library",
    "open_changes",
    "open_instructions",
    "papers_with_open_instructions",
    "policies_for",
    "policies_resting_on",
    "policies_struck_by",
    "policies_to_recheck",
    "policies_unchecked_since",
    "policy_is_true_on",
    "policy_states",
    "provision_statuses",
    "provisions_matching",
    "provisions_touched_by",
    "reading_on",
    "relations_of",
    "replaced_without_end",
    "resolve",
    "resolve_all",
    "resolve_stated",
    "said_of",
    "namesakes",
    "same_document",
    "standard_territories",
    "standards",
    "standards_between",
    "standards_in_use",
    "standards_unchecked_since",
    "search_provisions",
    "standing_of",
    "state_of",
    "state_of_bases",
    "stated_relations",
    "supposed_changes",
    "statuses",
    "tallies",
    "territory_name",
    "visible_bundles",
    "visible_documents",
    "visible_rehearsals",
    "visible_intake_files",
    "visible_intakes",
    "visible_policies",
]
