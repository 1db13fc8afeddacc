"""Bộ thành phần: every piece alive on one page, so that what is drawn here is what the product draws."""

from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lantoa.office.access import office_login
from lantoa.office.forms import DOCUMENTS, DayField, FileField, MoneyField, NumberField


class SampleForm(forms.Form):
    """One of every kind of field, with mistakes to show."""

    title = forms.CharField(label="Tên lớp truyền thông", max_length=60)
    classes = NumberField(label="Số lớp", min_value=1, help_text="Ví dụ: 2")
    channel = forms.ChoiceField(label="Kênh", choices=[("", "Chọn kênh"), ("a", "Đài truyền thanh cơ sở")])
    begins = DayField(label="Ngày bắt đầu")
    cost = MoneyField(label="Dự toán", required=False)
    audiences = forms.MultipleChoiceField(
        label="Đối tượng",
        choices=[("1", "Hộ nghèo"), ("2", "Hộ cận nghèo"), ("3", "Hộ mới thoát nghèo")],
        widget=forms.CheckboxSelectMultiple,
    )
    area = forms.ChoiceField(
        label="Địa bàn", choices=[("u", "Thành thị"), ("r", "Nông thôn")], widget=forms.RadioSelect
    )
    note = forms.CharField(label="Ghi chú", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    file = FileField(label="Tệp kế hoạch", allowed=DOCUMENTS, required=False)
    sure = forms.BooleanField(label="Tôi đã đối chiếu với bản giấy", required=False)


SAMPLE = {
    "title": "Lớp cho cán bộ khu phố",
    "classes": "0",
    "begins": "31/02/2026",
    "cost": "1,5",
    "area": "u",
}


@office_login
@require_GET
def kit(request: HttpRequest) -> HttpResponse:
    """The page of components."""
    context = {
        "form": SampleForm(SAMPLE),
        "swatches": ["paper", "sheet", "wash", "line", "edge", "ink", "ink-2", "sen", "sen-2", "sen-wash",
                     "alert", "alert-wash", "halo"],
        "grades": range(6),
        "page": Paginator(range(290), 25).page(2),
        "day": date(2026, 1, 12),
        "steps": [
            {"done": True, "title": "Soạn bài", "note": "Tâm · 09/01/2026"},
            {"gone": True, "title": "Trả lại", "note": "Hùng · sửa mức vay"},
            {"now": True, "title": "Kiểm tra chính sách", "note": "đang làm"},
            {"title": "Phê duyệt", "note": "Lan"},
        ],
    }  # fmt: skip
    return render(request, "office/kit/kit.html", context)
