"""Forms of units, people and duties."""

from typing import Any

from django import forms

from lantoa.office.forms import SHEET, DayField, FileField, NumberField
from lantoa.people.models import AudienceKind, Role, Unit, User


class TextFileField(FileField):
    """A text file with endings of its own."""

    def __init__(self, *, endings: str, **more: Any):
        self.endings = endings
        super().__init__(**more)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, object]:
        return {**super().widget_attrs(widget), "accept": self.endings, "data-kinds": self.endings}


class DayForm(forms.Form):
    """The day of which the units are asked."""

    ngay = DayField(label="Vào ngày", required=False)


class SizeForm(forms.Form):
    """How many households or persons of a kind a unit has, by which source."""

    kind = forms.ModelChoiceField(AudienceKind.objects.all(), label="Nhóm đối tượng", empty_label="Chọn nhóm")
    count = NumberField(label="Số hộ (cán bộ: số người)", min_value=0, max_value=10_000_000)
    counted_on = DayField(label="Số liệu ngày")
    source = forms.CharField(
        label="Nguồn số liệu", max_length=300, help_text="Ví dụ: Kết quả rà soát hộ nghèo cuối năm 2025"
    )


class SuccessionForm(forms.Form):
    """Who carries on the work of a unit that has ended, from the day after."""

    new = forms.ModelChoiceField(Unit.objects.none(), label="Đơn vị kế thừa", empty_label="Chọn đơn vị")
    basis = forms.CharField(
        label="Văn bản tổ chức lại", max_length=300, help_text="Ví dụ: Quyết định 12/QĐ-UBND ngày 30/06/2025"
    )

    def __init__(self, offered: Any, *args: Any):
        super().__init__(*args)
        self.fields["new"].queryset = offered


class SizeSheetForm(forms.Form):
    """A sheet of sizes; the day and source of rows that do not say."""

    file = FileField(label="Bảng số liệu (XLSX)", allowed={SHEET})
    counted_on = DayField(
        label="Số liệu ngày", required=False, help_text="Dùng cho dòng không ghi ngày. Ví dụ: 31/12/2025"
    )
    source = forms.CharField(
        label="Nguồn số liệu",
        max_length=300,
        required=False,
        help_text="Dùng cho dòng không ghi nguồn. Ví dụ: Kết quả rà soát hộ nghèo cuối năm 2025",
    )


class OutlineForm(forms.Form):
    """A GeoJSON, the day of its units, and where it comes from."""

    file = TextFileField(
        label="Tệp GeoJSON",
        allowed={"text/plain"},
        help_text="Tệp .geojson hoặc .json, tọa độ WGS 84, tối đa 20 MB.",
        endings=".geojson,.json",
    )
    day = DayField(
        label="Đơn vị của ngày", help_text="Tên và mã trong tệp là của ngày này. Ví dụ: 01/07/2025"
    )
    source = forms.CharField(
        label="Nguồn ranh giới",
        max_length=300,
        help_text="Ví dụ: Cổng dữ liệu mở của thành phố, tải ngày ...",
    )


class ZeroTensForm(forms.Form):
    """How the papers of a unit write an empty ten in amounts."""

    zero_tens = forms.ChoiceField(
        label="Viết số tiền bằng chữ", choices=Unit.ZeroTens.choices, widget=forms.RadioSelect
    )


class OpenNameForm(forms.Form):
    """A signer, a hotline or a house of the office, and why it may be said in public."""

    words = forms.CharField(
        label="Tên, số điện thoại, hộp thư hoặc địa chỉ của cơ quan",
        max_length=200,
        help_text="Ghi đủ. Ví dụ: (0251) 3822 501, hoặc số 9 đường Hoa Sứ, hoặc họ tên đầy đủ của người ký.",
    )
    why = forms.CharField(
        label="Vì sao được nêu công khai",
        max_length=300,
        help_text="Ví dụ: đường dây nóng của phường; người ký văn bản của phường.",
    )


class DutyForm(forms.Form):
    """Who gets which role, from when to when."""

    user = forms.ModelChoiceField(
        User.objects.filter(is_active=True), label="Người", empty_label="Chọn người"
    )
    role = forms.ChoiceField(label="Vai trò", choices=Role.choices)
    valid_from = DayField(label="Từ ngày")
    valid_to = DayField(label="Đến hết ngày", required=False)
    basis = forms.CharField(label="Căn cứ giao", max_length=300, required=False)


class DelegateForm(forms.Form):
    """To whom one's own duty is handed for a while."""

    to = forms.ModelChoiceField(
        User.objects.filter(is_active=True), label="Ủy quyền cho", empty_label="Chọn người"
    )
    valid_from = DayField(label="Từ ngày")
    valid_to = DayField(label="Đến hết ngày")
    why = forms.CharField(label="Lý do, văn bản ủy quyền", max_length=300)


class EndForm(forms.Form):
    """When and why a duty ends."""

    on = DayField(label="Kết thúc hết ngày")
    why = forms.CharField(label="Lý do", max_length=300)
