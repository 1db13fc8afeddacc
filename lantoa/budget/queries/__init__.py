"""Reads of money: what a person may watch, what was paid, the book of a plan."""

from lantoa.budget.queries.book import Book, Line, SourceLine, book
from lantoa.budget.queries.paid import (
    Paid,
    paid_for,
    paid_links,
    paid_tellings,
    payments_naming,
    spent,
    tellings_paid_by,
)
from lantoa.budget.queries.visible import books_of, items_with_money, plans_with_money, visible_spending

__all__ = [
    "Book",
    "Line",
    "Paid",
    "SourceLine",
    "book",
    "books_of",
    "items_with_money",
    "paid_for",
    "paid_links",
    "paid_tellings",
    "payments_naming",
    "plans_with_money",
    "spent",
    "tellings_paid_by",
    "visible_spending",
]
