"""Verbs of displays: hang and take down; print, hand out, pulp."""

from lantoa.displays.actions.hanging import (
    CHANNELS,
    plan_display,
    record_put_up,
    record_taken_down,
    take_place_of_photo,
)
from lantoa.displays.actions.printing import hand_out, print_copies, pulp, take_back_hand_out

__all__ = [
    "CHANNELS",
    "hand_out",
    "plan_display",
    "print_copies",
    "pulp",
    "record_put_up",
    "record_taken_down",
    "take_back_hand_out",
    "take_place_of_photo",
]
