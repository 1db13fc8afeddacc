"""Forms of the poverty standards, and the figures of a look-up, which are kept nowhere."""

from typing import Any

from django import forms

from lantoa.common import dates
from lantoa.library.models import Area, PovertyStandard
from lantoa.library.queries import Home, home_on, standard_territories, territory_name
from lantoa.library.rules.line_that_applies import Figures
from lantoa.office.forms import DayField, MoneyField, NumberField, PickOneField, named_why_field
from lantoa.people.models import AudienceGroup, AudienceKind, Unit, UnitKind, User
from lantoa.people.queries import existing_units, scope, units_on

HERE = "noi-o"
WHOLE_COUNTRY = "Cả nước (chuẩn quốc gia)"
MOST_INDICATORS = 30  # far above the number of any standard; stops slips of the finger


class TerritoryField(forms.ChoiceField):
    """The whole country or one unit, a `Unit` or None; HERE where a form offers that too."""

    def offer(self, units: list[Unit]) -> None:
        self.units = {str(unit.pk): unit for unit in units}
        self.choices = [
            ("", WHOLE_COUNTRY),
            *((key, territory_name(unit)) for key, unit in self.units.items()),
        ]

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        return typed if typed == HERE else self.units.get(typed)


def homes_of(user: User) -> list[tuple[str, str]]:
    """(id, name today) of the wards and communes that a person works in or for."""
    wards = units_on(dates.today(), (UnitKind.WARD, UnitKind.COMMUNE), scope(user).watched)
    return [(str(one.unit_id), one.full_name) for one in wards]


class StandardForm(forms.Form):
    """One line: for whom, within which bounds, when, by which clause."""

    territory = TerritoryField(label="Địa bàn", required=False)
    area = forms.ChoiceField(label="Loại địa bàn", choices=Area.choices, widget=forms.RadioSelect)
    category = PickOneField(AudienceKind.objects.filter(group=AudienceGroup.HOUSEHOLD), label="Loại hộ")
    income_above_vnd = MoneyField(
        label="Thu nhập trên", required=False, help_text="Đồng một người một tháng; không tính chính số này."
    )
    income_upto_vnd = MoneyField(
        label="Thu nhập đến hết", required=False, help_text="Đồng một người một tháng; tính cả số này."
    )
    deprived_from = NumberField(
        label="Thiếu hụt từ (chỉ số)", min_value=0, max_value=MOST_INDICATORS, required=False
    )
    deprived_below = NumberField(
        label="Thiếu hụt dưới (chỉ số)", min_value=1, max_value=MOST_INDICATORS, required=False
    )
    valid_from = DayField(label="Áp dụng từ ngày")
    valid_to = DayField(
        label="Đến hết ngày", required=False, help_text="Tính cả ngày này. Chưa rõ thì để trống, không đoán."
    )
    reference = forms.CharField(
        label="Văn bản, điều khoản",
        max_length=300,
        help_text="Ví dụ: khoản 1 Điều 3 Nghị định 07/2021/NĐ-CP. Có trong kho thì tự nối đến điều khoản.",
    )
    source = forms.CharField(label="Nguồn đối chiếu", max_length=300, required=False)
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)
    person_named_why = named_why_field()

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        today = dates.today()
        provinces = [version.unit_id for version in units_on(today, (UnitKind.PROVINCE,))]
        named = {unit.pk: unit for unit in standard_territories()}
        named |= {unit.pk: unit for unit in existing_units().filter(pk__in=provinces)}
        self.fields["territory"].offer(list(named.values()))

    @classmethod
    def of(cls, line: PovertyStandard, *args: Any) -> "StandardForm":
        """The form filled with a line."""
        initial = {name: getattr(line, name) for name in cls.base_fields if hasattr(line, name)}
        return cls(
            *args, initial={**initial, "territory": line.territory_id or "", "category": line.category_id}
        )


class LookUpForm(forms.Form):
    """The figures of one look-up. Nothing of them is stored, nor does the browser keep them."""

    day = DayField(label="Theo quy định ngày")
    home = forms.ChoiceField(
        label="Ở phường, xã nào?",
        required=False,
        help_text="Từ đó biết thành thị hay nông thôn vào ngày đang hỏi, và có chuẩn riêng hay không.",
    )
    territory = TerritoryField(
        label="Địa bàn", required=False, help_text="Nơi có chuẩn riêng thì so cả chuẩn ấy và chuẩn quốc gia."
    )
    area = forms.ChoiceField(
        label="Loại địa bàn",
        choices=[("", "Theo nơi ở"), *Area.choices],
        widget=forms.RadioSelect,
        required=False,
        help_text="Phường là thành thị, xã là nông thôn, theo tên đơn vị vào ngày đang hỏi.",
    )
    income_vnd = MoneyField(
        label="Thu nhập một người một tháng",
        help_text="Tổng thu nhập của hộ chia cho số người và số tháng. Ví dụ: 1.500.000",
    )
    deprived = NumberField(
        label="Số chỉ số thiếu hụt",
        min_value=0,
        max_value=MOST_INDICATORS,
        required=False,
        help_text="Đếm trên phiếu rà soát. Chưa biết thì để trống: trang nói các dòng có thể.",
    )

    def __init__(self, user: User, *args: Any, **more: Any):
        own, homes = standard_territories(), homes_of(user)
        usual = HERE if homes else str(own[0].pk) if own else ""
        only = homes[0][0] if len(homes) == 1 else ""
        super().__init__(*args, initial={"day": dates.today(), "territory": usual, "home": only}, **more)
        self.fields["territory"].offer(own)
        if homes:
            self.fields["home"].choices = [("", "Chọn bằng tay ở dưới"), *homes]
            territory = self.fields["territory"]
            territory.choices = [(HERE, "Theo nơi ở"), *territory.choices]
        else:
            del self.fields["home"]
            self.fields["area"].choices = Area.choices
        self.from_home: Home | None = None
        for name in ("income_vnd", "deprived"):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        """Area type and territory from the home unless they were chosen by hand."""
        given = super().clean() or {}
        day, here = given.get("day"), given.get("home")
        self.from_home = home_on(existing_units().get(pk=here), day) if day and here else None
        if given.get("territory") == HERE:
            given["territory"] = self.from_home.territory if self.from_home else None
        if not given.get("area") and "area" not in self.errors:
            given["area"] = self.from_home.area if self.from_home else None
            if given["area"] is None:
                says = (
                    f"{self.from_home.says}. Chọn bằng tay."
                    if self.from_home
                    else "Chọn thành thị hoặc nông thôn."
                )
                self.add_error("area", says[0].upper() + says[1:])
        return given

    def figures(self) -> Figures:
        """What the rule compares."""
        given = self.cleaned_data
        return Figures(given["area"], given["day"], given["income_vnd"], given["deprived"])
