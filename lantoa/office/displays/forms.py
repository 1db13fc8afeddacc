"""Forms of the displays' screens."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lantoa.common.files import PHOTOS
from lantoa.content.models import EditionKind
from lantoa.displays.models import Display
from lantoa.office.choices import VersionField, approved_for
from lantoa.office.deliveries.forms import clash_field
from lantoa.office.forms import DayField, FileField, NumberField
from lantoa.office.units import UnitField, places_of, wards_of
from lantoa.people.models import User
from lantoa.plans.models import PlanItem
from lantoa.plans.queries import open_items

HANGING_KINDS = [EditionKind.BANNER, EditionKind.POSTER]
PRINTED_KINDS = [EditionKind.LEAFLET, EditionKind.POSTER]
_POINT = re.compile(r"^\s*(-?\d{1,3}[.,]\d+)\s*°?\s*[;, ]\s*(-?\d{1,3}[.,]\d+)\s*°?\s*$")


class PointField(forms.CharField):
    """Coordinates as a phone's map copies them, "10.95012, 106.82031": a pair of Decimal, or None."""

    def __init__(self, **more: Any):
        super().__init__(
            max_length=60, help_text="Chép từ bản đồ trên điện thoại, ví dụ: 10.95012, 106.82031", **more
        )

    def clean(self, value: Any) -> tuple[Decimal, Decimal] | None:
        words = super().clean(value)
        if not words:
            return None
        if not (found := _POINT.match(words)):
            raise ValidationError(
                "Không đọc được tọa độ này. Ghi hai số như 10.95012, 106.82031.", code="point"
            )
        first, second = (
            Decimal(one.replace(",", ".")).quantize(Decimal("1.00000")) for one in found.groups()
        )
        return first, second


class KeyedForm(forms.Form):
    """A form that may be sent again, by a phone or a second press: its key makes it count once."""

    key = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)


class DisplayForm(KeyedForm):
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
    point = PointField(label="Tọa độ", required=False)
    size = forms.CharField(
        label="Kích thước", max_length=60, required=False, help_text="Ví dụ: 6 m x 0,8 m hoặc A3"
    )
    material = forms.CharField(label="Chất liệu", max_length=60, required=False)
    copies = NumberField(label="Số tấm", min_value=1, max_value=30_000, initial=1)
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

    def values(self) -> dict[str, Any]:
        """What `plan_display` wants."""
        data = dict(self.cleaned_data)
        latitude, longitude = data.pop("point") or (None, None)
        return {**data, "latitude": latitude, "longitude": longitude}


class PutUpForm(KeyedForm):
    """It hangs."""

    on = DayField(label="Ngày treo thật")
    photo = FileField(label="Ảnh nơi treo", allowed=PHOTOS)
    clash_why = clash_field()


class TakenDownForm(KeyedForm):
    """It no longer hangs."""

    on = DayField(label="Ngày hạ")
    photo = FileField(label="Ảnh sau khi hạ", allowed=PHOTOS, required=False)


class PrintRunForm(KeyedForm):
    """Copies of an approved leaflet or poster."""

    version = VersionField(label="Nội dung (bản đã duyệt)")
    plan_item = forms.ModelChoiceField(
        PlanItem.objects.none(),
        label="Theo nội dung kế hoạch",
        required=False,
        empty_label="Không theo kế hoạch",
    )
    unit = UnitField(label="Đơn vị giữ")
    copies = NumberField(label="Số tờ in", min_value=1, max_value=1_000_000)
    printed_on = DayField(label="Ngày in")
    hand_out_until = DayField(label="Phát đến hết ngày", required=False)
    printer = forms.CharField(label="Nơi in", max_length=200, required=False)
    beyond_end_why = forms.CharField(
        label="Lý do vẫn in khi nội dung sắp hết đúng",
        max_length=300,
        required=False,
        help_text="Chỉ ghi khi hệ thống hỏi.",
    )

    def __init__(self, user: User, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["version"].queryset = approved_for(user, *PRINTED_KINDS)
        self.fields["plan_item"].queryset = open_items(user)
        self.fields["unit"].choose_from(places_of(user))


class HandOutForm(KeyedForm):
    """Copies given out in a ward."""

    unit = UnitField(label="Phát ở phường, xã")
    copies = NumberField(label="Số tờ phát", min_value=1)
    on = DayField(label="Ngày phát")
    place = forms.CharField(label="Phát ở đâu", max_length=200, required=False)
    photo = FileField(label="Ảnh lúc phát", allowed=PHOTOS, required=False)
    clash_why = clash_field()

    def __init__(self, user: User, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["unit"].choose_from(wards_of(user))


class PulpForm(KeyedForm):
    """Copies that nobody gets any more."""

    copies = NumberField(label="Số tờ hủy", min_value=1)
    why = forms.CharField(label="Vì sao hủy", max_length=300)


class WhyForm(forms.Form):
    """The reason, typed."""

    why = forms.CharField(label="Vì sao ghi nhầm", max_length=300)


class ArtworkForm(forms.Form):
    """A size for the print shop."""

    size = forms.CharField(
        label="Khổ khác", max_length=60, help_text="Ví dụ: 5 m x 0,7 m, 60 x 90 cm, A2 ngang"
    )
