"""Which duties carry what in the library. The law belongs to no unit; bundles belong to two."""

from lantoa.people.models import Role

WRITE = {Role.PROGRAMME_OFFICER}
CHECK = {Role.PROGRAMME_OFFICER, Role.POLICY_CHECKER}
RECEIVE = set(Role) - {Role.OBSERVER}  # onlookers sign no receipt
