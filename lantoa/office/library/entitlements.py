"""Được hưởng gì, đổi gì: the policies of an audience on a day, and between two days, by deciding clause."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.common import dates
from lantoa.library.models import Area
from lantoa.library.queries import changes_between, law_behind, policies_for, standards_between
from lantoa.office.access import office_login
from lantoa.office.forms import DayField
from lantoa.people.models import AudienceGroup, AudienceKind

HOUSEHOLDS = AudienceKind.objects.filter(group=AudienceGroup.HOUSEHOLD)
AREAS = [("", "Mọi địa bàn"), *Area.choices]


class EntitlementFilter(forms.Form):
    """Whose policies, where, on which day."""

    nhom = forms.ModelChoiceField(
        HOUSEHOLDS.all(), label="Ai được hưởng", required=False, empty_label="Chọn nhóm"
    )
    o = forms.ChoiceField(label="Sống ở", choices=AREAS, required=False)
    ngay = DayField(label="Ngày", required=False, help_text="")


class ReformFilter(forms.Form):
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
    form = EntitlementFilter(request.GET or None, initial={"ngay": dates.today()})
    form.is_valid()
    kind, day = _asked(form, "nhom"), _asked(form, "ngay", dates.today())
    found = policies_for(kind, day, _asked(form, "o", "")) if kind else []
    context = {
        "form": form,
        "kind": kind,
        "day": day,
        "told": [one for one in found if one.state.may_be_told],
        "other": [one for one in found if not one.state.may_be_told],
    }
    return render(request, "office/library/entitlement.html", context)


@office_login
def reform(request: HttpRequest) -> HttpResponse:
    """Which audiences gain, lose or see changed what between two days: material for the next script."""
    today = dates.today()
    new_year = date(today.year + 1, 1, 1)
    form = ReformFilter(request.GET or None, initial={"tu": today, "den": new_year})
    form.is_valid()
    before, after = _asked(form, "tu", today), _asked(form, "den", new_year)
    kind = _asked(form, "nhom")
    changes = changes_between(before, after, kind, _asked(form, "o", ""))
    lines = [
        one
        for one in standards_between(before, after)
        if (kind is None or one.line.category_id == kind.pk)
        and _asked(form, "o", one.line.area) == one.line.area
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
