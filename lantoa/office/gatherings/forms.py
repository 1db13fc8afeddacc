"""Forms of the gatherings' screens."""

from datetime import datetime, time
from typing import Any

from django import forms

from lantoa.common.dates import VIETNAM
from lantoa.common.files import DOCUMENTS, PAPERS
from lantoa.gatherings.models import Gathering
from lantoa.library.models import Policy
from lantoa.office.choices import VersionsField, approved_for
from lantoa.office.deliveries.forms import clash_field
from lantoa.office.forms import DayField, FileField, NumberField, PickManyField
from lantoa.office.units import UnitField, offices_of, wards_of
from lantoa.people.models import AudienceKind, User
from lantoa.plans.models import PlanItem
from lantoa.plans.queries import open_items


class HourField(forms.TimeField):
    """An hour typed as 08:00 or 8h00."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": "Không đọc được giờ này. Nhập giờ dạng 08:00.",
        "required": "Chưa có giờ. Nhập giờ dạng 08:00.",
    }

    def __init__(self, **more: Any):
        super().__init__(**{"help_text": "Ví dụ: 08:00", "input_formats": ["%H:%M", "%Hh%M", "%Hh"], **more})


class GatheringForm(forms.Form):
    """A class, conference, talk or dialogue on the calendar."""

    kind = forms.ChoiceField(label="Hình thức", choices=Gathering.Kind.choices)
    title = forms.CharField(label="Tên lớp, hội nghị", max_length=200)
    plan_item = forms.ModelChoiceField(
        PlanItem.objects.none(),
        label="Theo nội dung kế hoạch",
        required=False,
        empty_label="Không theo kế hoạch",
    )
    territory = UnitField(label="Địa bàn")
    day = DayField(label="Ngày tổ chức")
    starts = HourField(label="Bắt đầu lúc")
    ends = HourField(label="Kết thúc lúc", required=False)
    place = forms.CharField(label="Địa điểm", max_length=200)
    chair = forms.CharField(label="Chủ trì", max_length=200, required=False)
    speakers = forms.CharField(label="Báo cáo viên", required=False, help_text="Mỗi người một dòng.")
    invited = NumberField(label="Số người mời", required=False, min_value=1)
    policies = PickManyField(Policy.objects.none(), label="Chính sách được nói đến")
    materials = VersionsField(label="Tài liệu phát", required=False, help_text="Chỉ chọn được bản đã duyệt.")

    def __init__(self, user: User, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.user = user
        self.fields["territory"].choose_from(wards_of(user))
        self.fields["plan_item"].queryset = open_items(user)
        self.fields["policies"].queryset = Policy.objects.filter(state="published")
        self.fields["materials"].queryset = approved_for(user)
        self.fields["speakers"].widget = forms.Textarea(attrs={"rows": 3})

    def values(self) -> dict[str, Any]:
        """What `plan_gathering` wants."""
        data = dict(self.cleaned_data)
        day, starts, ends = data.pop("day"), data.pop("starts"), data.pop("ends")
        return {
            **data,
            "unit": offices_of(self.user)[0],
            "starts_at": _instant(day, starts),
            "ends_at": _instant(day, ends) if ends else None,
        }


def _instant(day: Any, hour: time) -> datetime:
    return datetime.combine(day, hour, VIETNAM)


class HeldForm(forms.Form):
    """How many of each kind came."""

    sheet = FileField(label="Danh sách ký tên (ảnh chụp hoặc bản quét)", allowed=PAPERS, required=False)
    clash_why = clash_field()
    minutes = FileField(label="Biên bản", allowed=DOCUMENTS, required=False)

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.kinds = list(AudienceKind.objects.all())
        counts = {
            f"kind_{kind.pk}": NumberField(label=kind.name, required=False, min_value=0, max_value=100_000)
            for kind in self.kinds
        }
        self.fields = {**counts, **self.fields}

    def counts(self) -> dict[AudienceKind, int]:
        return {k: self.cleaned_data[f"kind_{k.pk}"] for k in self.kinds if self.cleaned_data[f"kind_{k.pk}"]}


class MinutesForm(forms.Form):
    """The signed minutes."""

    minutes = FileField(label="Biên bản đã ký", allowed=DOCUMENTS)


class CancelForm(forms.Form):
    """Why it will not be held."""

    why = forms.CharField(label="Lý do hủy", max_length=300)
