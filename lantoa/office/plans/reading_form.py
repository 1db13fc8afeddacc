"""The form beside a paper: every value that was read, to be corrected before anything is kept."""

from dataclasses import dataclass, field, replace
from typing import Any

from django import forms

from lantoa.office.forms import DayField, MoneyField
from lantoa.office.plans.forms import LONG, YearField
from lantoa.office.plans.part_forms import PARTS
from lantoa.plans.matching import Matcher
from lantoa.plans.models import Plan, Programme
from lantoa.plans.proposal import Proposal, Row

MOST_ROWS = 300
# Fields of the head, in the order of the paper: name -> label
HEAD = {
    "superior_name": "Cơ quan chủ quản",
    "issuer_name": "Cơ quan ban hành",
    "number": "Số văn bản",
    "symbol": "Ký hiệu",
    "place": "Địa danh",
    "issued_on": "Ngày ban hành",
    "title": "Trích yếu",
    "year": "Năm kế hoạch",
    "on_behalf_of": "Thay mặt tập thể",
    "signing_mode": "Cách ký",
    "head_title": "Chức danh sau cách ký",
    "signer_title": "Chức vụ người ký",
    "signer_name": "Họ tên người ký",
}
LENGTHS = {name: getattr(Plan._meta.get_field(name), "max_length", None) for name in HEAD}
# What the words of a part mean -> how the choice is called
MEANINGS = {"doi-tuong": ("kind", "nhóm"), "chu-de": ("topic", "chủ đề"), "kenh": ("channel", "kênh")}
EXTRA = {
    "nhiem-vu": (("lead", "ai chủ trì"), ("coordinating", "phối hợp với")),
    "nguon": (("amount_vnd", "số tiền"),),
}


@dataclass
class FormRow:
    """One row of a part as drawn: its fields by name; row: what was read, None for a blank one to fill."""

    name: str
    row: Row | None
    fields: dict[str, str] = field(default_factory=dict)


class ReadingForm(forms.Form):
    """Head fields by their names; rows as part-n-field. An emptied row is dropped, a blank one added."""

    programme = forms.ModelChoiceField(
        Programme.objects.all(), label="Thuộc chương trình", required=False, empty_label="Chưa xác định"
    )

    def __init__(self, proposal: Proposal, *args: Any):
        self.proposal = proposal
        self.rows: dict[str, list[FormRow]] = {}
        super().__init__(*args, initial=dict(proposal.head))
        for name, label in HEAD.items():
            self.fields[name] = _head_field(name, label)
        choices = _choices(Matcher())
        for key, rows in proposal.parts.items():
            shown = [self._add(key, n, row, choices) for n, row in enumerate(rows)]
            self.rows[key] = [*shown, self._add(key, len(rows), None, choices)]

    def _add(self, key: str, n: int, row: Row | None, choices: dict[str, list[tuple[str, str]]]) -> FormRow:
        drawn = FormRow(f"{key}-{n}", row)
        said = f"{PARTS[key].one} {n + 1}" if row else f"thêm {PARTS[key].one}"
        first = "text" if key in ("can-cu", "nhiem-vu") else "name"
        long = key in ("can-cu", "nhiem-vu")
        most = {"can-cu": 2000, "nhiem-vu": 2000, "chu-de": 300, "nguon": 300}.get(key, 200)
        widget = forms.Textarea(attrs={"rows": 2}) if long else forms.TextInput()
        self._put(drawn, first, forms.CharField(max_length=most, required=False, widget=widget), said)
        if key in MEANINGS:
            name, called = MEANINGS[key]
            self._put(
                drawn, name, forms.ChoiceField(choices=choices[key], required=False), f"{called} của {said}"
            )
        for name, called in EXTRA.get(key, ()):
            money = name == "amount_vnd"
            one = MoneyField(required=False) if money else forms.CharField(max_length=300, required=False)
            self._put(drawn, name, one, f"{called} của {said}")
        if row is not None and not row.taken:
            self._put(drawn, "take", forms.BooleanField(required=False), f"Nhận {said}")
        return drawn

    def _put(self, drawn: FormRow, name: str, one: forms.Field, label: str) -> None:
        one.label = label[:1].upper() + label[1:]
        one.help_text = ""
        if drawn.row is not None and name in drawn.row.fields:
            value = drawn.row.fields[name]
            one.initial = value.key if hasattr(value, "key") else value
        drawn.fields[name] = f"{drawn.name}-{name}"
        self.fields[drawn.fields[name]] = one

    def corrected(self) -> Proposal:
        """The proposal as she left it."""
        data = self.cleaned_data
        matcher = Matcher()
        head = {**self.proposal.head, **{name: data[name] for name in HEAD}}
        parts = {
            key: [_corrected(key, drawn, data, matcher) for drawn in rows] for key, rows in self.rows.items()
        }
        return Proposal(head, parts)


def _head_field(name: str, label: str) -> forms.Field:
    if name == "title":
        return forms.CharField(label=label, widget=LONG, max_length=2000)
    if name == "year":
        return YearField()
    if name == "issued_on":
        return DayField(label=label, required=False)
    if name == "signing_mode":
        return forms.ChoiceField(label=label, choices=Plan.SigningMode.choices, required=False)
    return forms.CharField(label=label, max_length=LENGTHS[name], required=False)


def _choices(matcher: Matcher) -> dict[str, list[tuple[str, str]]]:
    rows = {"doi-tuong": matcher.audiences, "chu-de": matcher.topics, "kenh": matcher.channels}
    return {key: [("", "Chưa xác định"), *((r.key, r.name) for r in some)] for key, some in rows.items()}


def _corrected(key: str, drawn: FormRow, data: dict[str, Any], matcher: Matcher) -> Row:
    """One row with the values of the form; what a changed basis cites is read anew by the action."""
    before = drawn.row or Row("", {})
    values = {name: data[full] for name, full in drawn.fields.items() if name != "take"}
    if key in MEANINGS:
        name, _ = MEANINGS[key]
        find = {"kind": matcher.audience, "topic": matcher.topic, "channel": matcher.channel}[name]
        values[name] = find("", values[name]) if values[name] else None
    fields = {**before.fields, **values}
    if key == "can-cu" and values["text"] != before.fields.get("text"):
        fields.pop("citation", None)
    taken = data.get(drawn.fields["take"], False) if "take" in drawn.fields else True
    return replace(before, fields=fields, taken=taken)
