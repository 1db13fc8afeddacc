"""Forms of the public pages."""

from datetime import date
from typing import Any

from django import forms

from lantoa.common import dates
from lantoa.common.money import read_vnd
from lantoa.common.number_fields import NumberField
from lantoa.library.models import Area
from lantoa.library.queries import Home, home_on, standard_territories, territory_name
from lantoa.library.rules.line_that_applies import Figures
from lantoa.people.models import UnitKind, UnitVersion
from lantoa.people.queries import existing_units, units_on
from lantoa.questions.actions import LONGEST
from lantoa.questions.rules.contact_is_erased import days_kept, kept_until

HERE = "noi-o"


def wards_today() -> list[UnitVersion]:
    """The wards and communes of today, in Vietnamese order."""
    return list(units_on(dates.today(), (UnitKind.WARD, UnitKind.COMMUNE)))


def contact_is_kept() -> str:
    """What becomes of a contact that is given today."""
    return (
        "Được mã hóa. Chỉ cán bộ giữ câu hỏi mở ra để báo lại, mỗi lần mở đều ghi lại. "
        f"Tự xóa sau {days_kept(dates.today())} ngày, tức là hết ngày {dates.say(kept_until(dates.today()))}."
    )


class AskForm(forms.Form):
    """A question from the public page, anonymous unless the asker wants to be told."""

    unit = forms.ChoiceField(
        label="Phường, xã đang ở", error_messages={"required": "Chọn phường, xã đang ở."}
    )
    text = forms.CharField(
        label="Cô bác, anh chị muốn hỏi điều gì?",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Không cần ghi tên. Đừng ghi số căn cước hay số tài khoản.",
        error_messages={"required": "Viết câu hỏi vào đây."},
    )
    contact = forms.CharField(
        label="Số điện thoại hoặc cách báo lại",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    website = forms.CharField(
        required=False, widget=forms.HiddenInput
    )  # people leave it empty, robots do not

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["contact"].help_text = contact_is_kept()
        self.fields["unit"].choices = [("", "Chọn phường, xã")] + [
            (str(w.unit_id), w.full_name) for w in wards_today()
        ]

    def clean_unit(self) -> Any:
        return existing_units().get(pk=self.cleaned_data["unit"])

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError("Không gửi được. Hãy tải lại trang rồi gửi lại.")
        return ""


class LookUpForm(forms.Form):
    """The code that the asker was given."""

    code = forms.CharField(
        label="Mã tra cứu",
        max_length=40,
        help_text="Ví dụ: K7M4-2QXR-...",
        error_messages={"required": "Nhập mã đã nhận khi gửi câu hỏi."},
    )


class HouseholdForm(forms.Form):
    """Figures of one household, compared and forgotten. Nothing is stored, nor kept by the browser."""

    home = forms.ChoiceField(
        label="Nhà ở phường, xã nào?",
        required=False,
        help_text="Không thấy nơi mình ở thì để trống, chọn hai dòng dưới.",
    )
    territory = forms.ChoiceField(
        label="Thuộc địa bàn nào?",
        required=False,
        help_text="Nơi có chuẩn riêng thì so cả chuẩn ấy và chuẩn quốc gia.",
    )
    area = forms.ChoiceField(
        label="Ở phường hay ở xã?",
        choices=[
            ("", "Theo phường, xã đã chọn"),
            (Area.URBAN, "Ở phường (thành thị)"),
            (Area.RURAL, "Ở xã (nông thôn)"),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    income = forms.CharField(
        label="Thu nhập một người một tháng",
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "short"}),
        help_text="Lấy thu nhập cả nhà một tháng, chia cho số người. Ví dụ: 1.500.000",
        error_messages={"required": "Gõ số tiền, ví dụ 1.500.000."},
    )
    deprived = NumberField(
        label="Số chỉ số thiếu hụt trên phiếu rà soát",
        min_value=0,
        max_value=30,
        required=False,
        help_text="Chưa có phiếu thì để trống.",
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], "Gõ một số từ 0 đến 30."),
    )
    day = forms.CharField(
        label="Theo quy định ngày",
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "short"}),
        help_text="Để trống là hôm nay. Ví dụ: 01/01/2027",
    )

    def __init__(self, *args: Any, **more: Any):
        self.own = {str(unit.pk): unit for unit in standard_territories()}
        super().__init__(*args, initial={"territory": HERE}, **more)
        named = [(key, territory_name(unit)) for key, unit in self.own.items()]
        self.fields["territory"].choices = [(HERE, "Theo phường, xã đã chọn"), *named, ("", "Nơi khác")]
        wards = [(str(one.unit_id), one.full_name) for one in wards_today()]
        self.fields["home"].choices = [("", "Chọn phường, xã"), *wards]
        self.from_home: Home | None = None

    def clean(self) -> dict[str, Any]:
        """Area type and territory from the home unless they were chosen by hand."""
        given = super().clean() or {}
        day, here = given.get("day"), given.get("home")
        self.from_home = home_on(existing_units().get(pk=here), day) if day and here else None
        if given.get("territory") == HERE:
            given["territory"] = self.from_home.territory if self.from_home else None
        else:
            given["territory"] = self.own.get(given.get("territory", ""))
        if not given.get("area") and "area" not in self.errors:
            given["area"] = self.from_home.area if self.from_home else None
            if given["area"] is None:
                self.add_error("area", "Chọn ở phường hay ở xã.")
        return given

    def clean_income(self) -> int:
        if (amount := read_vnd(self.cleaned_data["income"])) is None:
            raise forms.ValidationError("Không đọc được số tiền này. Gõ số đồng, ví dụ 1.500.000.")
        return amount

    def clean_day(self) -> date:
        if not (typed := self.cleaned_data["day"]):
            return dates.today()
        if (day := dates.read_date(typed)) is None:
            raise forms.ValidationError("Không đọc được ngày này. Gõ ngày dạng 01/01/2027.")
        return day

    def figures(self) -> Figures:
        """What the rule compares."""
        given = self.cleaned_data
        return Figures(given["area"], given["day"], given["income"], given["deprived"])
