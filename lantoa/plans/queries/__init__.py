"""Reads over plans: what a person may see, one plan whole, its cascade, what waits."""

from lantoa.plans.queries.cascade import Cascade, OverItem, OverSource, WardRow, cascade
from lantoa.plans.queries.numbers import numbers_taken, proposed_number
from lantoa.plans.queries.plans import (
    documents_of_bases,
    followable_plans,
    items_in_force,
    lineage,
    open_amendment,
    open_items,
    visible_items,
    visible_plans,
    ward_plan_of,
    whole_plan,
    with_parts,
    writers_of,
)
from lantoa.plans.queries.waiting import (
    plans_to_follow,
    plans_to_number,
    plans_to_sign,
    returned_plans,
)

__all__ = [
    "Cascade",
    "OverItem",
    "OverSource",
    "WardRow",
    "cascade",
    "documents_of_bases",
    "followable_plans",
    "items_in_force",
    "lineage",
    "numbers_taken",
    "open_amendment",
    "open_items",
    "plans_to_follow",
    "plans_to_number",
    "plans_to_sign",
    "proposed_number",
    "returned_plans",
    "visible_items",
    "visible_plans",
    "ward_plan_of",
    "whole_plan",
    "with_parts",
    "writers_of",
]
