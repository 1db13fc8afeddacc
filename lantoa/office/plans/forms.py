"""Forms of the plans' screens: the head, the steps, the list."""

from typing import Any

from django import forms

from lantoa.common import dates
from lantoa.office.forms import PAPERS, DayField, FileField, NumberField
from lantoa.office.plans.choices import units_to_write_for
from lantoa.people.models import Unit, User
from lantoa.plans.actions import PLAN_FILES
from lantoa.plans.models import Plan, Programme
from lantoa.plans.states import PlanState

LONG = forms.Textarea(attrs={"rows": 3})


class WriterUnitField(forms.ChoiceField):
    """One of the units whose plans she writes, a `Unit`; a single one is chosen already."""

    default_error_messages = {"required": "Chưa chọn đơn vị. Hãy chọn một đơn vị."}

    def choose_for(self, user: User) -> None:
        self.units = {str(unit.pk): unit for unit in units_to_write_for(user)}
        blank = [("", "Chọn đơn vị")] if len(self.units) != 1 else []
        self.choices = blank + [(pk, str(unit)) for pk, unit in self.units.items()]

    def clean(self, value: Any) -> Unit | None:
        return self.units.get(super().clean(value))


class ImportForm(forms.Form):
    """The paper to read, and for whom."""

    unit = WriterUnitField(label="Kế hoạch của đơn vị")
    file = FileField(label="Tệp kế hoạch (DOCX, PDF có chữ, Markdown)", allowed=PLAN_FILES)

    def __init__(self, user: User, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["unit"].choose_for(user)


class YearField(NumberField):
    """A year of planning."""

    default_error_messages = {"invalid": "Nhập năm bằng bốn chữ số, ví dụ 2026."}

    def __init__(self, **more: Any):
        usual = {"label": "Năm kế hoạch", "min_value": 2000, "max_value": 2100, "grouped": False}
        super().__init__(**{**usual, **more})


class StartForm(forms.Form):
    """A plan from nothing."""

    unit = WriterUnitField(label="Đơn vị lập kế hoạch")
    title = forms.CharField(
        label="Trích yếu",
        widget=LONG,
        max_length=2000,
        help_text="Ví dụ: Truyền thông giảm nghèo bền vững năm 2026 trên địa bàn phường",
    )
    year = YearField()
    programme = forms.ModelChoiceField(
        Programme.objects.all(), label="Thuộc chương trình", required=False, empty_label="Chưa xác định"
    )

    def __init__(self, user: User, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["unit"].choose_for(user)
        self.fields["year"].initial = dates.today().year


class HeadForm(forms.Form):
    """What stands in the head and at the foot of the paper."""

    title = forms.CharField(label="Trích yếu", widget=LONG, max_length=2000)
    year = YearField()
    programme = forms.ModelChoiceField(
        Programme.objects.all(), label="Thuộc chương trình", required=False, empty_label="Chưa xác định"
    )
    superior_name = forms.CharField(label="Cơ quan chủ quản", max_length=200, required=False)
    issuer_name = forms.CharField(label="Cơ quan ban hành", max_length=200, required=False)
    symbol = forms.CharField(
        label="Ký hiệu",
        max_length=60,
        required=False,
        help_text="Ví dụ: KH-UBND. Số do văn thư cấp khi ban hành.",
    )
    place = forms.CharField(label="Địa danh", max_length=100, required=False)
    opening = forms.CharField(label="Đoạn mở đầu", widget=LONG, required=False)
    closing = forms.CharField(label="Đoạn kết", widget=LONG, required=False)
    on_behalf_of = forms.CharField(
        label="Thay mặt tập thể",
        max_length=120,
        required=False,
        help_text="Chỉ khi ký thay người đứng đầu một tập thể, ví dụ: ỦY BAN NHÂN DÂN",
    )
    signing_mode = forms.ChoiceField(label="Cách ký", choices=Plan.SigningMode.choices, required=False)
    head_title = forms.CharField(
        label="Chức danh sau cách ký",
        max_length=120,
        required=False,
        help_text="Ví dụ: TRƯỞNG PHÒNG trong “KT. TRƯỞNG PHÒNG”",
    )
    signer_title = forms.CharField(label="Chức vụ người ký", max_length=120, required=False)
    signer_name = forms.CharField(label="Họ tên người ký", max_length=120, required=False)
    due_on = DayField(label="Hạn ban hành kế hoạch này", required=False)


class ReasonForm(forms.Form):
    """Why it goes back."""

    reason = forms.CharField(
        label="Lý do trả lại",
        widget=LONG,
        max_length=2000,
        help_text="Người lập đọc câu này để biết sửa chỗ nào.",
    )


class IssueForm(forms.Form):
    """Number, day and signed paper, by the clerk."""

    number = forms.CharField(label="Số", max_length=10)
    symbol = forms.CharField(label="Ký hiệu", max_length=60)
    issued_on = DayField(label="Ngày ban hành")
    scan = FileField(label="Bản quét đã ký, đóng dấu", allowed=PAPERS, required=False)

    def __init__(self, plan: Plan, *args: Any, **more: Any):
        super().__init__(*args, **more)
        if plan.state != PlanState.SIGNED:
            self.fields["scan"].required = True
            self.fields[
                "scan"
            ].help_text = f"Kế hoạch chưa ký trên hệ thống nên cần bản đã ký. {self.fields['scan'].help_text}"


class CloseForm(forms.Form):
    """Why the plan is over."""

    why = forms.CharField(
        label="Lý do đóng", max_length=300, help_text="Ví dụ: đã hoàn thành, đã báo cáo và quyết toán"
    )


class WardDeadlineForm(forms.Form):
    """By when the wards are to issue theirs."""

    due_on = DayField(label="Hạn phường, xã ban hành", required=False)


class PlanFilter(forms.Form):
    """Which plans to show."""

    nam = forms.ChoiceField(label="Năm", required=False)
    trang_thai = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[("", "Tất cả"), *PlanState.choices]
    )

    def __init__(self, years: list[int], *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["nam"].choices = [("", "Tất cả"), *((str(year), str(year)) for year in years)]
