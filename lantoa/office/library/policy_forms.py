"""Forms of policies and bundles."""

from typing import Any

from django import forms

from lantoa.common import dates
from lantoa.library.models import Area, Document, Policy, Provision, Topic
from lantoa.library.queries import documents_matching, provisions_matching
from lantoa.office.forms import DayField, PickManyField, named_why_field
from lantoa.office.library.finding import FindingForm
from lantoa.office.library.forms import FindForm
from lantoa.office.library.provision_tree import ProvisionTreeField
from lantoa.office.units import UnitField
from lantoa.people.models import AudienceKind, Unit, UnitKind, User
from lantoa.people.queries import scope, units_on

RECEIVERS = (UnitKind.OFFICE, UnitKind.STATION, UnitKind.WARD, UnitKind.COMMUNE)


class PolicyFilter(FindForm):
    """Which policies to show."""

    tim = forms.CharField(label="Tìm trong chính sách", max_length=200, required=False)
    nhom = forms.ModelChoiceField(
        AudienceKind.objects.all(), label="Ai được hưởng", required=False, empty_label="Tất cả"
    )
    chu_de = forms.ModelChoiceField(Topic.objects.all(), label="Chủ đề", required=False, empty_label="Tất cả")


class PolicyForm(FindingForm):
    """Who gets what, under which condition, by which provisions."""

    title = forms.CharField(
        label="Tên chính sách", max_length=200, help_text="Ví dụ: Thẻ bảo hiểm y tế cho hộ nghèo"
    )
    topic = forms.ModelChoiceField(Topic.objects.all(), label="Chủ đề", empty_label="Chọn chủ đề")
    audiences = PickManyField(queryset=AudienceKind.objects.all(), label="Ai được hưởng?")
    benefit = forms.CharField(
        label="Được hưởng gì?",
        widget=forms.Textarea,
        help_text="Viết như nói với bà con: câu ngắn, có số tiền, có thời hạn.",
    )
    area = forms.ChoiceField(
        label="Áp dụng ở đâu?",
        choices=[("", "Cả thành thị và nông thôn"), *Area.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    area_condition = forms.CharField(
        label="Điều kiện địa bàn khác",
        max_length=200,
        required=False,
        help_text="Ví dụ: chỉ ở xã nghèo",
    )
    where_to_apply = forms.CharField(label="Nộp hồ sơ ở đâu?", max_length=300, required=False)
    valid_from = DayField(
        label="Áp dụng từ ngày",
        required=False,
        help_text="Chỉ ghi khi chính sách có hạn riêng, như quà Tết một năm.",
    )
    valid_to = DayField(label="Áp dụng đến hết ngày", required=False)
    source = forms.CharField(label="Nguồn đối chiếu", max_length=300, required=False)
    search = forms.CharField(
        label="Tìm điều khoản làm căn cứ",
        max_length=200,
        required=False,
        help_text="Ví dụ: khoản 2 Điều 6 Nghị định 188/2025/NĐ-CP; 188/2025 hộ cận nghèo",
    )
    provisions = ProvisionTreeField(
        queryset=Provision.objects.none(),
        label="Căn cứ đã chọn và tìm thấy",
        required=False,
        help_text="Mở từng Điều để chọn; có thể chọn nhiều khoản, điểm của một Điều.",
    )
    person_named_why = named_why_field()

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        found = provisions_matching(str(self.data.get("search", "")))
        self.fields["provisions"].grow(self.chosen("provisions"), [one.provision for one in found])

    @classmethod
    def of(cls, policy: Policy, *args: Any) -> "PolicyForm":
        """The form filled with a draft."""
        names = (
            "title", "topic", "benefit", "area", "area_condition", "where_to_apply", "valid_from", "valid_to",
            "source",
        )  # fmt: skip
        initial = {name: getattr(policy, name) for name in names}
        initial["audiences"] = list(policy.audiences.all())
        initial["provisions"] = [basis.provision_id for basis in policy.bases.all()]
        return cls(*args, initial=initial)

    def facts(self) -> dict[str, Any]:
        """What `write_policy` takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "search"}


class ParameterForm(forms.Form):
    """An amount or threshold for a period, by one of the policy's clauses."""

    name = forms.CharField(label="Tên mức", max_length=120, help_text="Ví dụ: Mức vay tối đa")
    value = forms.CharField(label="Giá trị", max_length=120, help_text="Ví dụ: 100 triệu đồng một hộ")
    valid_from = DayField(label="Từ ngày", required=False)
    valid_to = DayField(label="Đến hết ngày", required=False, help_text="Tính cả ngày này.")
    ends_previous = forms.BooleanField(
        label="Kết thúc mức trước cùng tên vào hôm trước “Từ ngày”", required=False
    )
    provision = forms.ModelChoiceField(
        Provision.objects.none(), label="Theo điều khoản", required=False, empty_label="Chưa có trong căn cứ"
    )
    reference = forms.CharField(
        label="Nguồn",
        max_length=300,
        required=False,
        help_text="Văn bản, điều khoản hoặc trang đăng, ngày xem",
    )
    person_named_why = named_why_field()

    def __init__(self, policy: Policy, *args: Any, **more: Any):
        super().__init__(*args, **more)
        cited = [basis.provision_id for basis in policy.bases.all()]
        self.fields["provision"].queryset = Provision.objects.filter(pk__in=cited).select_related("document")


class EndForm(forms.Form):
    """The last day of an amount."""

    valid_to = DayField(label="Ngày cuối", help_text="Tính cả ngày này. Ví dụ: 31/12/2025")


class DocumentsFound(PickManyField):
    """Documents, named with the beginning of their title."""

    def label_from_instance(self, obj: Document) -> str:
        return f"{obj}: {obj.title[:100]}{'…' if len(obj.title) > 100 else ''}"


class BundleForm(FindingForm):
    """What is handed to whom, to be written about by when."""

    title = forms.CharField(label="Tên bộ tài liệu", max_length=200)
    to_unit = UnitField(label="Giao cho")
    due_on = DayField(label="Hạn soạn bài", required=False)
    note = forms.CharField(
        label="Lời dặn",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text="Điểm mới, điều dễ nhầm, ai cần nghe trước.",
    )
    policies = PickManyField(queryset=Policy.objects.none(), label="Chính sách", required=False)
    search = forms.CharField(label="Tìm văn bản", max_length=200, required=False)
    documents = DocumentsFound(
        queryset=Document.objects.none(), label="Văn bản đã chọn và tìm thấy", required=False
    )

    def __init__(self, user: User, from_unit: Unit, *args: Any, **more: Any):
        super().__init__(*args, **more)
        day = dates.today()
        versions = units_on(day, RECEIVERS, scope(user, day).inside())
        self.fields["to_unit"].choose_from([v for v in versions if v.unit_id != from_unit.pk])
        self.fields["policies"].queryset = Policy.objects.filter(state=Policy.State.PUBLISHED)
        text = str(self.data.get("search", ""))
        found = list(documents_matching(text)[:20]) if text.strip() or not self.is_bound else []
        self.offer("documents", Document.objects.all(), found)

    def facts(self) -> dict[str, Any]:
        """What `hand_over_bundle` takes besides the giving unit."""
        return {name: value for name, value in self.cleaned_data.items() if name != "search"}
