"""Verbs about money: the only door for screens and the demo."""

from lantoa.budget.actions.checking import check_spending
from lantoa.budget.actions.papers import add_paper
from lantoa.budget.actions.paying import name_tellings, record_spending, take_back_spending

__all__ = ["add_paper", "check_spending", "name_tellings", "record_spending", "take_back_spending"]
