"""The form of one item: what, to whom, how many, when, where, by whom, for how much."""

from typing import Any

from django import forms

from lantoa.library.models import Policy, Topic
from lantoa.library.queries import visible_policies
from lantoa.office.forms import DayField, MoneyField, NumberField, PickManyField
from lantoa.office.plans.choices import wards_of_plan
from lantoa.people.models import AudienceKind, User
from lantoa.people.queries import existing_units
from lantoa.plans.models import Channel, CountingUnit, FundingSource, Plan, PlanItem
from lantoa.plans.queries import items_in_force

FOLLOWS_BEFORE = "Nối tiếp nội dung của kế hoạch trước"
FOLLOWS_BOTH = f"{FOLLOWS_BEFORE}, hoặc theo nội dung của kế hoạch cấp trên"
PLAIN = ("title", "channel", "quantity", "counting_unit", "starts_on", "ends_on", "place", "lead")


class ItemForm(forms.Form):
    """Everything but title and channel may stay open: it is then listed as not set."""

    title = forms.CharField(
        label="Nội dung", max_length=300, help_text="Ví dụ: Phát thanh về thẻ bảo hiểm y tế cho hộ nghèo"
    )
    channel = forms.ModelChoiceField(Channel.objects.all(), label="Kênh", empty_label="Chọn kênh")
    policies = PickManyField(Policy.objects.none(), label="Chính sách", required=False)
    topics = PickManyField(Topic.objects.all(), label="Chủ đề", required=False)
    audiences = PickManyField(AudienceKind.objects.all(), label="Đối tượng", required=False)
    quantity = NumberField(label="Số lượng", required=False, min_value=1, max_value=1_000_000)
    counting_unit = forms.ModelChoiceField(
        CountingUnit.objects.all(), label="Đơn vị đếm", required=False, empty_label="Theo kênh"
    )
    starts_on = DayField(label="Từ ngày", required=False)
    ends_on = DayField(label="Đến ngày", required=False)
    units = forms.MultipleChoiceField(
        label="Phường, xã",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Chưa chọn nơi nào thì tính là cho cả địa bàn của kế hoạch.",
    )
    place = forms.CharField(label="Địa điểm", max_length=200, required=False)
    lead = forms.CharField(label="Chủ trì", max_length=200, required=False)
    coordinating = forms.CharField(label="Phối hợp", max_length=300, required=False)
    follows = forms.ModelChoiceField(
        PlanItem.objects.none(),
        label="Theo nội dung của kế hoạch cấp trên",
        required=False,
        empty_label="Không theo nội dung nào",
    )

    def __init__(self, user: User, plan: Plan, item: PlanItem | None, *args: Any):
        self.plan = plan
        self.sources = {f"source_{source.pk}": source for source in plan.funding_sources.all()}
        super().__init__(*args, initial=self._initial_of(item) if item else self._initial_of_new())
        self.fields["units"].choices = wards_of_plan(plan)
        self.fields["policies"].queryset = visible_policies(user)
        self._offer_to_follow()
        for name, source in self.sources.items():
            self.fields[name] = MoneyField(label=f"Kinh phí từ: {source.name}", required=False)

    def _offer_to_follow(self) -> None:
        """Items of the plan that this one changes, which it may go on with, and of the plan above."""
        before = items_in_force(self.plan.changes) if self.plan.changes else PlanItem.objects.none()
        above = items_in_force(self.plan.parent) if self.plan.parent else PlanItem.objects.none()
        offered = [pk for items in (before, above) for pk in items.values_list("pk", flat=True)]
        if not offered:
            del self.fields["follows"]
            return
        self.fields["follows"].queryset = PlanItem.objects.filter(pk__in=offered).order_by(
            "-plan_id", "order"
        )
        if self.plan.changes:
            self.fields["follows"].label = FOLLOWS_BOTH if self.plan.parent else FOLLOWS_BEFORE

    def _initial_of_new(self) -> dict[str, Any]:
        """A ward's item takes place in the ward."""
        return {"units": [str(self.plan.territory_id)]} if self.plan.unit_id == self.plan.territory_id else {}

    def _initial_of(self, item: PlanItem) -> dict[str, Any]:
        initial: dict[str, Any] = {name: getattr(item, name) for name in (*PLAIN, "coordinating", "follows")}
        for name in ("policies", "topics", "audiences"):
            initial[name] = list(getattr(item, name).all())
        initial["units"] = [str(unit.pk) for unit in item.units.all()]
        for money in item.money.all():
            initial[f"source_{money.source_id}"] = money.amount_vnd
        return initial

    def values(self) -> dict[str, Any]:
        """What `add_item` and `change_item` want. A unit of counting that is not said is the channel's."""
        data = {name: value for name, value in self.cleaned_data.items() if name not in self.sources}
        data["units"] = list(existing_units().filter(pk__in=data["units"]))
        data["counting_unit"] = data["counting_unit"] or data["channel"].counting_unit
        return data

    def money(self) -> dict[FundingSource, int | None]:
        """What `set_item_money` wants."""
        return {source: self.cleaned_data[name] for name, source in self.sources.items()}

    def money_fields(self) -> list[forms.BoundField]:
        """The fields of money, one a source."""
        return [self[name] for name in self.sources]
