"""Forms of the public pages."""

from typing import Any

from django import forms

from lantoa.common import dates
from lantoa.people.models import UnitKind
from lantoa.people.queries import existing_units, units_on
from lantoa.questions.actions import LONGEST


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
    website = forms.CharField(
        required=False, widget=forms.HiddenInput
    )  # people leave it empty, robots do not

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        wards = units_on(dates.today(), (UnitKind.WARD, UnitKind.COMMUNE))
        self.fields["unit"].choices = [("", "Chọn phường, xã")] + [
            (str(w.unit_id), w.full_name) for w in wards
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
