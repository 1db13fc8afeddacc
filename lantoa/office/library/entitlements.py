"""Được hưởng gì, đổi gì: the policies of an audience on a day, and between two days, by deciding clause."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.common import dates
from lantoa.library.models import Area
from lantoa.library.queries import (
    Home,
    changes_between,
    home_on,
    law_behind,
    policies_for,
    standards_between,
)
from lantoa.office.access import office_login
from lantoa.office.forms import DayField
from lantoa.office.library.standard_forms import homes_of
from lantoa.people.models import AudienceGroup, AudienceKind, User
from lantoa.people.queries import existing_units

HOUSEHOLDS = AudienceKind.objects.filter(group=AudienceGroup.HOUSEHOLD)
AREAS = [("", "Mọi địa bàn"), *Area.choices]
PLACE = "noi-"  # before the id of a ward or commune


class AreaFilter(forms.Form):
    """Where one lives: an area type, or a ward or commune that tells it by the day."""

    def __init__(self, user: User, *args: Any, **more: Any):
        super().__init__(*args, **more)
        homes = [(f"{PLACE}{key}", name) for key, name in homes_of(user)]
        self.fields["o"].choices = [*AREAS, *([("Theo phường, xã", homes)] if homes else [])]

    def home(self, day: date) -> Home | None:
        """The ward or commune that was chosen, as it is on a day."""
        chosen = str(_asked(self, "o", ""))
        if not chosen.startswith(PLACE):
            return None
        return home_on(existing_units().get(pk=chosen.removeprefix(PLACE)), day)

    def area(self, day: date) -> str:
        """The area type asked for, "" for all."""
        if home := self.home(day):
            return str(home.area or "")
        return str(_asked(self, "o", ""))


class EntitlementFilter(AreaFilter):
    """Whose policies, where, on which day."""

    nhom = forms.ModelChoiceField(
        HOUSEHOLDS.all(), label="Ai được hưởng", required=False, empty_label="Chọn nhóm"
    )
    o = forms.ChoiceField(label="Sống ở", choices=AREAS, required=False)
    ngay = DayField(label="Ngày", required=False, help_text="")


class ReformFilter(AreaFilter):
    """Whose policies, where, between which days."""

    nhom = forms.ModelChoiceField(HOUSEHOLDS.all(), label="Nhóm", required=False, empty_label="Mọi nhóm")
    o = forms.ChoiceField(label="Sống ở", choices=AREAS, required=False)
    tu = DayField(label="So ngày", required=False, help_text="")
    den = DayField(label="Với ngày", required=False, help_text="")


def _asked(form: forms.Form, name: str, otherwise: Any = None) -> Any:
    """What was typed into one field; the default where it is empty or cannot be read."""
    return (form.cleaned_data.get(name) if form.is_bound else None) or otherwise


@office_login
def entitlement(request: HttpRequest) -> HttpResponse:
    """What an audience is entitled to on a day, by which clause, with which amounts."""
    form = EntitlementFilter(request.user, request.GET or None, initial={"ngay": dates.today()})
    form.is_valid()
    kind, day = _asked(form, "nhom"), _asked(form, "ngay", dates.today())
    found = policies_for(kind, day, form.area(day)) if kind else []
    context = {
        "form": form,
        "kind": kind,
        "day": day,
        "home": form.home(day),
        "told": [one for one in found if one.state.may_be_told],
        "other": [one for one in found if not one.state.may_be_told],
    }
    return render(request, "office/library/entitlement.html", context)


@office_login
def reform(request: HttpRequest) -> HttpResponse:
    """Which audiences gain, lose or see changed what between two days: material for the next script."""
    today = dates.today()
    new_year = date(today.year + 1, 1, 1)
    form = ReformFilter(request.user, request.GET or None, initial={"tu": today, "den": new_year})
    form.is_valid()
    before, after = _asked(form, "tu", today), _asked(form, "den", new_year)
    kind, area = _asked(form, "nhom"), form.area(after)
    changes = changes_between(before, after, kind, area)
    lines = [
        one
        for one in standards_between(before, after)
        if (kind is None or one.line.category_id == kind.pk) and area in ("", one.line.area)
    ]
    law = law_behind([one.line for one in lines], after)
    context = {
        "form": form,
        "before": before,
        "after": after,
        "changes": changes,
        "lines": [(one, law.get(one.line.reference)) for one in lines],
    }
    return render(request, "office/library/reform.html", context)
