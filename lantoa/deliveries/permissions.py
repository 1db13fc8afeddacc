"""Who may write in the ledger."""

from lantoa.deliveries.models import Delivery
from lantoa.people.models import Role, User
from lantoa.people.queries import scope

RECORDERS = {Role.PROGRAMME_OFFICER, Role.WARD_OFFICER, Role.STATION_OPERATOR}
# Who may look a second time at evidence that clashes: not who only runs a station.
ACCEPTORS = (Role.PROGRAMME_OFFICER, Role.WARD_OFFICER, Role.APPROVER, Role.POLICY_CHECKER)
SEES_PAPERS = {role for role in Role if role != Role.OBSERVER}


def may_record(user: User, unit_id: int) -> bool:
    """Those who carry messages out over the unit."""
    return scope(user).has(RECORDERS, unit_id)


def may_correct(user: User, delivery: Delivery) -> bool:
    return scope(user).has(RECORDERS, delivery.unit_id)


def may_add_evidence(user: User, delivery: Delivery) -> bool:
    return scope(user).has(RECORDERS, delivery.unit_id)


def may_decide_evidence(user: User, unit_id: int) -> bool:
    return scope(user).has(ACCEPTORS, unit_id)


def may_set_part_rule(user: User, unit_id: int) -> bool:
    """Who administers the unit sets its own ways, as with the steps of approval."""
    return scope(user).has(Role.ADMINISTRATOR, unit_id)


def may_see_papers(user: User, unit_id: int) -> bool:
    """Files of evidence may show faces and names: everyone inside but the observer, who sees counts."""
    return scope(user).has(SEES_PAPERS, unit_id)
