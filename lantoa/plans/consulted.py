"""Hỏi trước khi ban hành: areas above that hold something against a plan say so here.

A lower area asks nobody above it by name: who has a question adds it when the application starts
(`AppConfig.ready`).
"""

from collections.abc import Callable

from lantoa.common.problems import Problem
from lantoa.plans.models import Plan

BEFORE_ISSUE: list[Callable[[Plan], list[Problem]]] = []


def problems_of_others(plan: Plan) -> list[Problem]:
    """What areas above have against issuing this plan."""
    return [problem for ask in BEFORE_ISSUE for problem in ask(plan)]
