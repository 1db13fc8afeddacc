"""Forms of the displays' screens."""

from typing import Any

from django import forms

from lantoa.common.files import PHOTOS
from lantoa.content.models import EditionKind
from lantoa.displays.models import Display
from lantoa.office.choices import VersionField, approved_for
from lantoa.office.forms import DayField, FileField
from lantoa.office.units import UnitField, wards_of
from lantoa.people.models import User
from lantoa.plans.models import PlanItem
from lantoa.plans.queries import open_items

HANGING_KINDS = [EditionKind.BANNER, EditionKind.POSTER]


class DisplayForm(forms.Form):
    """Where an approved banner or poster will hang."""

    kind = forms.ChoiceField(label="Loại", choices=Display.Kind.choices)
    version = VersionField(label="Nội dung (bản đã duyệt)")
    plan_item = forms.ModelChoiceField(
        PlanItem.objects.none(),
        label="Theo nội dung kế hoạch",
        required=False,
        empty_label="Không theo kế hoạch",
    )
    unit = UnitField(label="Địa bàn")
    place = forms.CharField(label="Nơi treo", max_length=200)
    size = forms.CharField(label="Kích thước", max_length=60, required=False, help_text="Ví dụ: 6 m × 0,8 m")
    material = forms.CharField(label="Chất liệu", max_length=60, required=False)
    copies = forms.IntegerField(label="Số tấm", min_value=1, initial=1)
    put_up_on = DayField(label="Ngày treo")
    take_down_on = DayField(label="Ngày hạ dự kiến", required=False)
    beyond_end_why = forms.CharField(
        label="Lý do vẫn treo quá ngày nội dung hết đúng",
        max_length=300,
        required=False,
        help_text="Chỉ ghi khi hệ thống hỏi.",
    )

    def __init__(self, user: User, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["version"].queryset = approved_for(user, *HANGING_KINDS)
        self.fields["plan_item"].queryset = open_items(user)
        self.fields["unit"].choose_from(wards_of(user))


class PutUpForm(forms.Form):
    """It hangs."""

    on = DayField(label="Ngày treo thật")
    photo = FileField(label="Ảnh nơi treo", allowed=PHOTOS)


class TakenDownForm(forms.Form):
    """It no longer hangs."""

    on = DayField(label="Ngày hạ")
    photo = FileField(label="Ảnh sau khi hạ", allowed=PHOTOS, required=False)
