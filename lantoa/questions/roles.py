"""Which duties carry what with questions."""

from lantoa.people.models import Role

ANSWERERS = frozenset({Role.PROGRAMME_OFFICER, Role.WARD_OFFICER})
CHECKERS = ANSWERERS | {Role.POLICY_CHECKER, Role.APPROVER}
