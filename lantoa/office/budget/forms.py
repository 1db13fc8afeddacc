"""Forms of the money screens."""

from typing import Any

from django import forms

from lantoa.budget.models import SpendingPaper
from lantoa.deliveries.models import Delivery
from lantoa.office.forms import DayField, FileField, MoneyField, NumberField, PickManyField, PickOneField
from lantoa.plans.models import FundingSource, PlanItem

UNPAID = "Chỉ có lượt đã chứng minh và chưa khoản chi nào trả. Chưa có lượt nào thì nêu sau."


class SpendingForm(forms.Form):
    """One payment for an item."""

    source = PickOneField(FundingSource.objects.none(), label="Nguồn kinh phí")
    what = forms.CharField(label="Chi cho việc gì", max_length=300)
    payee = forms.CharField(label="Đơn vị, người nhận tiền", max_length=200)
    amount_vnd = MoneyField(label="Số tiền", min_value=1)
    spent_on = DayField(label="Ngày chi")
    quantity = NumberField(
        label="Trả cho bao nhiêu lượt",
        required=False,
        min_value=1,
        help_text="Để trống nếu không trả theo lượt.",
    )
    deliveries = PickManyField(
        Delivery.objects.none(),
        label="Những lượt truyền thông được trả tiền",
        required=False,
        help_text=UNPAID,
    )

    def __init__(self, item: PlanItem, deliveries: Any, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["source"].queryset = item.plan.funding_sources.filter(item_money__item=item)
        self.fields["deliveries"].queryset = deliveries


class TellingsForm(forms.Form):
    """Which tellings a payment was for, said after it was written."""

    deliveries = PickManyField(
        Delivery.objects.none(), label="Những lượt truyền thông được trả tiền", help_text=UNPAID
    )

    def __init__(self, deliveries: Any, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["deliveries"].queryset = deliveries


class PaperForm(forms.Form):
    """One paper of a payment."""

    kind = forms.ChoiceField(label="Loại chứng từ", choices=SpendingPaper.Kind.choices)
    number = forms.CharField(label="Số chứng từ", max_length=60, required=False)
    dated = DayField(label="Ngày chứng từ", required=False)
    payee = forms.CharField(
        label="Người nhận tiền ghi trên chứng từ",
        max_length=200,
        required=False,
        help_text="Để trống nếu là người nhận của khoản chi.",
    )
    file = FileField(label="Tệp chụp hoặc quét")


class CheckForm(forms.Form):
    """The second person's look: complete, or sent back with words."""

    accepted = forms.TypedChoiceField(
        label="Kết luận",
        choices=[("yes", "Đủ chứng từ và bằng chứng"), ("no", "Chưa đủ, trả lại")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="Ý kiến", max_length=300, required=False, help_text="Trả lại thì ghi điều phải bổ sung."
    )


class TakeBackForm(forms.Form):
    """Why a payment is undone."""

    why = forms.CharField(label="Lý do điều chỉnh", max_length=250)
