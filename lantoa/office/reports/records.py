"""Từ con số đến bản ghi: where each kind of record behind a figure has its page."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

PAGES = {
    "deliveries.delivery": "office:delivery",
    "plans.plan": "office:plan",
    "questions.question": "office:question",
    "budget.spending": "office:spending",
}


@dataclass(frozen=True)
class Row:
    """A record: its kind, its name, its address or ""."""

    kind: str
    name: str
    url: str


def row_of(thing: Any) -> Row:
    """How a record is shown in the list behind a figure."""
    meta = thing._meta
    if meta.label_lower == "plans.planitem":
        url = reverse("office:plan", args=[thing.plan_id])
    elif page := PAGES.get(meta.label_lower):
        url = reverse(page, args=[thing.pk])
    else:
        url = ""
    return Row(str(meta.verbose_name).capitalize(), str(thing), url)
