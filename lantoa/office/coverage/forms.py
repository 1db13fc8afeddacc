"""What the coverage page is asked: for whom, on which day, for which period, by which proof."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from lantoa.common import dates
from lantoa.coverage.matrix import Axis
from lantoa.coverage.queries import Asked
from lantoa.deliveries.models import Grade
from lantoa.library.models import Policy
from lantoa.office.forms import DayField
from lantoa.people.models import AudienceKind
from lantoa.plans.models import Channel

GRADES = [(int(grade), grade.label) for grade in Grade if grade > Grade.E0]
YEARS = range(2000, 2101)


class AskedForm(forms.Form):
    """The question in the address. What cannot be read is as if it were not asked.

    first: the fields in sight; the others are folded until one of them was asked.
    """

    first: ClassVar[tuple[str, ...]] = ("doi_tuong", "chinh_sach")

    doi_tuong = forms.ModelChoiceField(
        AudienceKind.objects.all(),
        label="Đối tượng",
        to_field_name="key",
        required=False,
        empty_label="Mọi đối tượng của chính sách",
    )
    chinh_sach = forms.ModelChoiceField(
        Policy.objects.filter(state=Policy.State.PUBLISHED),
        label="Chính sách",
        required=False,
        empty_label="Tất cả đã công bố",
    )
    kenh = forms.ModelChoiceField(
        Channel.objects.all(), label="Kênh", to_field_name="key", required=False, empty_label="Mọi kênh"
    )
    tu = DayField(label="Kỳ từ ngày", required=False, help_text="")
    den = DayField(label="Đến ngày", required=False, help_text="")
    ngay = DayField(label="Hỏi cho ngày", required=False, help_text="")
    muc = forms.TypedChoiceField(
        label="Chứng minh từ mức", choices=GRADES, coerce=int, required=False, empty_value=1
    )

    def __init__(self, data: QueryDict, *args: Any, **more: Any):
        self.typed = data
        today = dates.today()
        filled = {name: data.get(name) for name in self.base_fields if data.get(name)}
        asked_day = _sensible(dates.read_date(filled.get("ngay", ""))) or today
        year_begins = date(asked_day.year, 1, 1)
        self.usual = {"ngay": dates.say(today), "muc": "1", "tu": dates.say(year_begins)}
        super().__init__(self.usual | filled, *args, **more)

    def asked(self) -> Asked:
        """The question, with the year so far as the period that goes without saying."""
        self.is_valid()
        said = self.cleaned_data
        day = _sensible(said.get("ngay")) or dates.today()
        return Asked(
            day=day,
            from_on=_sensible(said.get("tu")) or date(day.year, 1, 1),
            to_on=_sensible(said.get("den")) or day,
            audience=said.get("doi_tuong"),
            policy_ids=frozenset({said["chinh_sach"].pk} if said.get("chinh_sach") else ()),
            least_grade=said.get("muc") or 1,
            channel_ids=frozenset({said["kenh"].pk} if said.get("kenh") else ()),
        )

    def shown(self) -> list[forms.BoundField]:
        """The fields in sight."""
        return [self[name] for name in self.first]

    def folded(self) -> list[forms.BoundField]:
        """The fields that one unfolds."""
        return [field for field in self if field.name not in self.first]

    def is_narrowed(self) -> bool:
        """Was one of the folded fields asked, beyond what goes without saying?"""
        return any(field.errors or field.value() != self.usual.get(field.name) for field in self.folded())

    def typed_query(self) -> str:
        """The question as it was typed, to come back to the same page."""
        return urlencode({name: self.typed[name] for name in self.base_fields if self.typed.get(name)})


class CrossedForm(AskedForm):
    """Besides: which two axes, and of which ward."""

    first = ("hang", "cot")

    hang = forms.ChoiceField(label="Hàng", choices=Axis.choices, required=False)
    cot = forms.ChoiceField(label="Cột", choices=Axis.choices, required=False)
    don_vi = forms.ChoiceField(label="Phường, xã", required=False)

    field_order = ("hang", "cot", "doi_tuong", "chinh_sach", "kenh", "don_vi", "tu", "den", "ngay", "muc")

    def __init__(self, data: QueryDict, wards: Mapping[int, str]):
        super().__init__(data)
        self.data.setdefault("hang", Axis.MONTH)
        self.data.setdefault("cot", Axis.CHANNEL)
        self.fields["don_vi"].choices = [  # type: ignore[attr-defined]
            ("", "Mọi phường, xã"),
            *((str(pk), name) for pk, name in wards.items()),
        ]

    def axes(self) -> tuple[Axis, Axis]:
        """The two axes; what cannot be read, or twice the same, is as if it were not asked."""
        self.is_valid()
        row = Axis(self.cleaned_data.get("hang") or Axis.MONTH)
        column = Axis(self.cleaned_data.get("cot") or Axis.CHANNEL)
        if row == column:
            column = Axis.CHANNEL if row != Axis.CHANNEL else Axis.MONTH
        return row, column

    def unit_ids(self) -> list[int] | None:
        """The ward asked for; None is all."""
        self.is_valid()
        said = self.cleaned_data.get("don_vi")
        return [int(said)] if said else None

    def address(self) -> str:
        """The question with its axes and ward, as the query of an address."""
        row, column = self.axes()
        ward = self.unit_ids()
        return address_of(self.asked(), hang=row, cot=column, don_vi=ward[0] if ward else None)

    def narrowed(self) -> list[str]:
        """What the table was narrowed to beside its axes, in words: "Chính sách: ...", "Kênh: ..."."""
        self.is_valid()
        names = dict(self.fields["don_vi"].choices)  # type: ignore[attr-defined]
        said = {
            "Chính sách": self.cleaned_data.get("chinh_sach"),
            "Kênh": self.cleaned_data.get("kenh"),
            "Phường, xã": names.get(self.cleaned_data.get("don_vi") or None),
        }
        told = [f"{label}: {value}" for label, value in said.items() if value]
        return [". ".join(told) + "."] if told else []


def _sensible(day: date | None) -> date | None:
    return day if day and day.year in YEARS else None


def address_of(asked: Asked, **more: object) -> str:
    """The question as the query of an address; more: further parameters, those of the question replaced."""
    parts: dict[str, object] = {"ngay": dates.say(asked.day), "tu": dates.say(asked.from_on)}
    if asked.to_on != asked.day:
        parts["den"] = dates.say(asked.to_on)
    if asked.audience:
        parts["doi_tuong"] = asked.audience.key
    if asked.policy_ids:
        parts["chinh_sach"] = min(asked.policy_ids)
    if asked.channel_ids:
        parts["kenh"] = Channel.objects.get(pk=min(asked.channel_ids)).key
    if asked.least_grade > 1:
        parts["muc"] = asked.least_grade
    return urlencode({name: value for name, value in (parts | more).items() if value is not None})
