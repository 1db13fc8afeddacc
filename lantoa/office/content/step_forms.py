"""What an administrator says of the steps of approval: a kind of step, and a rule that asks for it."""

from typing import Any

from django import forms

from lantoa.common import dates
from lantoa.content.actions.step_rules import GIVERS, NAME_MAX
from lantoa.content.models import Approval, EditionKind
from lantoa.content.terms import kinds_by_key
from lantoa.office.forms import DayField, NumberField
from lantoa.office.units import UnitField
from lantoa.people.models import Role, User
from lantoa.people.queries import scope, units_on


class StepRuleForm(forms.Form):
    """In how many working days a step is done at a unit, from a day on."""

    unit = UnitField(label="Đơn vị (và mọi đơn vị bên dưới)")
    step = forms.ChoiceField(label="Bước")
    kind = forms.ChoiceField(label="Kênh", choices=[("", "Mọi kênh"), *EditionKind.choices], required=False)
    days = NumberField(label="Số ngày làm việc", min_value=1, max_value=30)
    valid_from = DayField(label="Từ ngày")
    basis = forms.CharField(
        label="Căn cứ", max_length=300, required=False, help_text="Ví dụ: Quy chế duyệt tin, bài của phòng"
    )

    def __init__(self, user: User, *args: Any, **more: Any):
        super().__init__(*args, initial={"valid_from": dates.today(), "days": 1}, **more)
        mine = scope(user, dates.today()).inside(Role.ADMINISTRATOR)
        field: UnitField = self.fields["unit"]  # type: ignore[assignment]
        field.choose_from(list(units_on(dates.today(), within=mine)))
        kinds = [(key, kind.name) for key, kind in kinds_by_key().items() if kind.unit_id in {None, *mine}]
        self.fields["step"].choices = [*Approval.Step.choices, *kinds]  # type: ignore[attr-defined]


class StepKindForm(forms.Form):
    """A further step that an office thinks of: what it is called and who gives it."""

    prefix = "buoc"

    unit = UnitField(label="Đơn vị đặt ra (dùng được cho mọi đơn vị bên dưới)")
    name = forms.CharField(
        label="Tên bước", max_length=NAME_MAX, help_text="Như đơn vị vẫn gọi, ví dụ: Phòng Tư pháp thẩm định"
    )
    role = forms.ChoiceField(label="Người có nhiệm vụ", choices=[(role, role.label) for role in GIVERS])
    seat = UnitField(label="Tại đơn vị", required=False, help_text="Để trống: tại chính đơn vị soạn bài")
    position = NumberField(
        label="Thứ tự",
        min_value=1,
        max_value=20,
        initial=1,
        help_text="Khi một bài cần nhiều bước thêm, số nhỏ làm trước.",
    )

    def __init__(self, user: User, *args: Any, **more: Any):
        super().__init__(*args, **more)
        today = dates.today()
        mine = scope(user, today).inside(Role.ADMINISTRATOR)
        for name in ("unit", "seat"):
            field: UnitField = self.fields[name]  # type: ignore[assignment]
            field.choose_from(list(units_on(today, within=mine)))
