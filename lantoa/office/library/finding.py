"""Tìm rồi chọn: a box to search in and check boxes to choose from, in one form, without script.

The button named "find" only searches; what was chosen stays chosen.
"""

from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.forms.utils import ErrorDict
from django.http import HttpRequest


class FindingForm(forms.Form):
    """A form of which some fields offer what was searched or chosen, not all there is."""

    def offer(self, field: str, every: QuerySet[Any], found: list[Model]) -> None:
        """Let `field` show what is chosen already and what was found; any row of `every` may be sent."""
        seen = {*self.chosen(field), *(one.pk for one in found)}
        self.fields[field].queryset = every.filter(pk__in=seen)  # type: ignore[attr-defined]

    def chosen(self, field: str) -> list[int]:
        """The ids that `field` holds: those sent, else those that it began with."""
        box = self.fields[field]
        sent = self.data.getlist(field) if self.is_bound else self.get_initial_for_field(box, field) or []
        return [int(getattr(one, "pk", one)) for one in sent if str(getattr(one, "pk", one)).isdigit()]

    def judge_nothing(self) -> "FindingForm":
        """Show what was typed without telling what is missing: she is still searching."""
        self._errors = ErrorDict()
        self.cleaned_data = {}
        return self


def is_search(request: HttpRequest) -> bool:
    """Was the button of the search box pressed, not the one that sends?"""
    return request.method == "POST" and "find" in request.POST
