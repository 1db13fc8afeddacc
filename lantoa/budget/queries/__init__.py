"""Reads of money: what a person may watch, what was paid, the book of a plan."""

from lantoa.budget.queries.book import Book, Line, SourceLine, book, standings
from lantoa.budget.queries.paid import (
    Paid,
    paid_for,
    paid_links,
    paid_tellings,
    payable_lines,
    payments_naming,
    payments_with_the_same_file,
    spent,
    tellings_paid_by,
)
from lantoa.budget.queries.standing import Payment
from lantoa.budget.queries.visible import (
    books_of,
    items_with_money,
    plans_with_money,
    visible_spending,
)

__all__ = [
    "Book",
    "Line",
    "Paid",
    "Payment",
    "SourceLine",
    "book",
    "books_of",
    "items_with_money",
    "paid_for",
    "paid_links",
    "paid_tellings",
    "payable_lines",
    "payments_naming",
    "payments_with_the_same_file",
    "plans_with_money",
    "spent",
    "standings",
    "tellings_paid_by",
    "visible_spending",
]
