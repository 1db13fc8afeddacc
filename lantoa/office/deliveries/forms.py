"""Forms of the ledger: what happened, its evidence, a correction."""

import uuid
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms

from lantoa.common import dates
from lantoa.common.dates import VIETNAM
from lantoa.common.files import DOCUMENTS, Upload
from lantoa.deliveries.actions import NewEvidence
from lantoa.deliveries.models import Delivery, Evidence, Outcome
from lantoa.deliveries.rules.a_part_counts_by_rule import LEAST, MOST
from lantoa.office.forms import DayField, FileField, NumberField
from lantoa.office.units import UnitField
from lantoa.people.models import Role, User
from lantoa.people.queries import scope, units_on

REACH = "Chỉ đếm hộ, người thuộc đối tượng của bài. Không biết thì để trống."
EVIDENCE_KINDS = [(k.value, k.label) for k in Evidence.Kind if k != Evidence.Kind.STATEMENT]


def new_key() -> str:
    """A fresh client key: the same page sent twice writes once."""
    return uuid.uuid4().hex


class HourField(forms.TimeField):
    """A time of day typed as 17:00 (also 17h00, 17.00), a `time` or None."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": "Không đọc được giờ này. Nhập giờ dạng 17:00.",
        "required": "Chưa có giờ. Nhập giờ dạng 17:00.",
    }

    def __init__(self, *, help_text: str = "Ví dụ: 17:00", **more: Any):
        forms_of_hours = ["%H:%M", "%H:%M:%S", "%Hh%M", "%H.%M", "%Hh"]
        super().__init__(help_text=help_text, input_formats=forms_of_hours, **more)

    def prepare_value(self, value: Any) -> Any:
        return value.strftime("%H:%M") if isinstance(value, time) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        return {"class": "short", "autocomplete": "off", "inputmode": "text"}


class OutcomeForm(forms.Form):
    """What became of it: result, day and time, how many, why not."""

    outcome = forms.ChoiceField(
        label="Kết quả",
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Chưa chọn kết quả. Hãy chọn một mục."},
    )
    happened_on = DayField(label="Ngày diễn ra")
    time = HourField(label="Giờ diễn ra", required=False)
    outcome_why = forms.CharField(
        label="Lý do",
        max_length=300,
        required=False,
        help_text="Ghi khi chỉ thực hiện một phần hoặc không thực hiện được. Ví dụ: mất điện lúc 17:05.",
    )
    minutes_played = NumberField(
        label="Số phút đã phát",
        required=False,
        min_value=0,
        max_value=1_440,
        help_text="Chỉ ghi khi phát được một phần của bài. Chưa được một phút thì ghi 0.",
    )
    reach_low = NumberField(label="Số hộ nghe được, ít nhất", required=False, min_value=0, help_text=REACH)
    reach_high = NumberField(label="Số hộ nghe được, nhiều nhất", required=False, min_value=0)
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def happened_at(self) -> datetime | None:
        """The instant, when both day and hour are known."""
        on, hour = self.cleaned_data["happened_on"], self.cleaned_data["time"]
        return datetime.combine(on, hour, tzinfo=VIETNAM) if on and hour else None


def clash_field() -> forms.CharField:
    """Why evidence is used though it clashes; asked for when it does."""
    return forms.CharField(
        label="Lý do vẫn dùng bằng chứng bị lệch",
        max_length=300,
        required=False,
        help_text="Chỉ ghi khi hệ thống báo ảnh, tệp khác ngày, khác nơi hoặc đã dùng cho lượt khác.",
    )


class EvidenceFields(forms.Form):
    """One piece of evidence with a file, as part of a form; nothing chosen is no evidence."""

    evidence_kind = forms.ChoiceField(label="Loại bằng chứng", choices=EVIDENCE_KINDS, required=False)
    file = FileField(label="Ảnh hoặc bản chụp nhật ký", allowed=DOCUMENTS, required=False)
    clash_why = clash_field()

    def new_evidence(self) -> list[NewEvidence]:
        """What was handed in."""
        upload: Upload | None = self.cleaned_data["file"]
        why = self.cleaned_data["clash_why"]
        return [NewEvidence(self.cleaned_data["evidence_kind"], upload, clash_why=why)] if upload else []


class EvidenceForm(forms.Form):
    """Add evidence to a line."""

    evidence_kind = forms.ChoiceField(label="Loại bằng chứng", choices=Evidence.Kind.choices)
    file = FileField(label="Tệp", allowed=DOCUMENTS, required=False)
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)
    clash_why = clash_field()


class DecisionForm(forms.Form):
    """A second person accepts evidence that clashes, or does not, and says why."""

    accept = forms.ChoiceField(
        label="Quyết định",
        choices=[("yes", "Chấp nhận: bằng chứng được tính"), ("no", "Không chấp nhận: chỉ còn là lời báo")],
        widget=forms.RadioSelect,
        error_messages={"required": "Chưa chọn quyết định. Hãy chọn một mục."},
    )
    why = forms.CharField(
        label="Vì sao", max_length=300, help_text="Ví dụ: đã gọi trạm hỏi, đồng hồ máy ảnh chạy sai."
    )


class CorrectionForm(OutcomeForm):
    """A new line for an old one."""

    why = forms.CharField(label="Lý do sửa", max_length=300, help_text="Ví dụ: ghi nhầm giờ phát.")
    keep_evidence = forms.BooleanField(
        label="Bằng chứng đã nộp vẫn dùng được cho dòng sửa", required=False, initial=True
    )
    field_order = [
        "why",
        "outcome",
        "happened_on",
        "time",
        "outcome_why",
        "minutes_played",
        "reach_low",
        "reach_high",
        "note",
    ]

    def __init__(self, *args: Any, measured: bool = True, **more: Any):
        super().__init__(*args, **more)
        if not measured:
            del self.fields["minutes_played"]

    @staticmethod
    def of(line: Delivery) -> dict[str, Any]:
        """The values of the old line, to start from."""
        at = line.happened_at.astimezone(VIETNAM).time() if line.happened_at else None
        return {
            "outcome": line.outcome,
            "happened_on": line.happened_on,
            "time": at,
            "outcome_why": line.outcome_why,
            "minutes_played": line.minutes_played,
            "reach_low": line.reach_low,
            "reach_high": line.reach_high,
            "note": line.note,
            "keep_evidence": True,
            "key": new_key(),
        }

    def new_values(self) -> dict[str, Any]:
        """What the new line says."""
        said = ("outcome", "happened_on", "outcome_why", "minutes_played", "reach_low", "reach_high", "note")
        values = {name: self.cleaned_data[name] for name in said if name in self.fields}
        not_done = values["outcome"] == Outcome.NOT_DONE
        return values | {"happened_at": None if not_done else self.happened_at()}


class PartRuleForm(forms.Form):
    """From which share of a text on a part of it counts as told, for a unit, from a day on."""

    unit = UnitField(label="Đơn vị (và mọi đơn vị bên dưới)")
    least_percent = NumberField(
        label="Tính khi đã phát được ít nhất (phần trăm của bài)",
        required=False,
        min_value=1,
        max_value=100,
        help_text=f"Từ {LEAST} đến {MOST}. Để trống: không tính lượt nào chỉ thực hiện một phần.",
    )
    valid_from = DayField(label="Áp dụng cho lượt diễn ra từ ngày")
    basis = forms.CharField(
        label="Căn cứ", max_length=300, help_text="Ví dụ: Quy chế hoạt động của đài phường"
    )
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, user: User, *args: Any, **more: Any):
        start = {"valid_from": dates.today() + timedelta(days=1), "key": new_key()}
        super().__init__(*args, initial=start, **more)
        mine = scope(user, dates.today()).inside(Role.ADMINISTRATOR)
        field: UnitField = self.fields["unit"]  # type: ignore[assignment]
        field.choose_from(list(units_on(dates.today(), within=mine)))


class ListFilter(forms.Form):
    """Which lines of the ledger."""

    unit = forms.ChoiceField(label="Địa bàn", required=False)
    from_on = DayField(label="Từ ngày", required=False, help_text="")
    to_on = DayField(label="Đến ngày", required=False, help_text="")

    def __init__(self, units: list[tuple[int, str]], *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["unit"].choices = [("", "Tất cả"), *[(str(pk), name) for pk, name in units]]

    def bounds(self) -> tuple[int | None, date | None, date | None]:
        """(unit id, first day, last day); what could not be read narrows nothing."""
        cleaned = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        unit = cleaned.get("unit")
        return (int(unit) if unit else None, cleaned.get("from_on"), cleaned.get("to_on"))
