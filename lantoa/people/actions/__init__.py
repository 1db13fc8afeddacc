"""Verbs about units, people and audience sizes."""

from lantoa.people.actions.duties import add_user, delegate_duty, end_duty, give_duty
from lantoa.people.actions.open_names import list_name, take_name_back
from lantoa.people.actions.outlines import import_outlines
from lantoa.people.actions.sizes import import_audience_sizes, record_audience_size
from lantoa.people.actions.units import (
    add_office,
    load_shipped_centres,
    load_shipped_units,
    record_succession,
    set_zero_tens,
)

__all__ = [
    "add_office",
    "add_user",
    "delegate_duty",
    "end_duty",
    "give_duty",
    "import_audience_sizes",
    "import_outlines",
    "list_name",
    "load_shipped_centres",
    "load_shipped_units",
    "record_audience_size",
    "record_succession",
    "set_zero_tens",
    "take_name_back",
]
