"""Forms of the reports' screens."""

from django import forms

from lantoa.office.forms import DayField, named_why_field


class FreezeForm(forms.Form):
    """The period of a report."""

    title = forms.CharField(label="Tên báo cáo", max_length=200)
    from_on = DayField(label="Từ ngày")
    to_on = DayField(label="Đến hết ngày")
    units_of = DayField(
        label="Theo đơn vị hành chính ngày",
        required=False,
        help_text="Để trống: theo ngày cuối kỳ, hoặc ngày cuối cùng địa bàn của kế hoạch còn tồn tại.",
    )
    person_named_why = named_why_field()
