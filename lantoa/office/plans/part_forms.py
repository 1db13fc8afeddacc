"""One small form for each part of a plan, by the keys of `actions.PARTS`."""

from dataclasses import dataclass
from typing import Any

from django import forms

from lantoa.library.models import Topic
from lantoa.office.forms import MoneyField
from lantoa.people.models import AudienceKind
from lantoa.plans.models import Channel, PlanPart
from lantoa.plans.section_text import blocks_of, text_of


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PartForm(forms.Form):
    """Fields by the names of the model."""

    @classmethod
    def initial_of(cls, part: PlanPart) -> dict[str, Any]:
        return {name: getattr(part, name) for name in cls.base_fields}

    def values(self, part: PlanPart | None) -> dict[str, Any]:
        """What the action wants."""
        return dict(self.cleaned_data)


class BasisForm(PartForm):
    text = forms.CharField(
        label="Căn cứ",
        widget=_area(4),
        max_length=2000,
        help_text="Ghi đủ tên loại, số, ký hiệu, ngày, cơ quan, trích yếu. Hệ thống tự tìm trong kho.",
    )


class SectionForm(PartForm):
    level = forms.TypedChoiceField(
        label="Cấp",
        choices=[(1, "Mục I, II ..."), (2, "Khoản 1, 2 ..."), (3, "Điểm 1.1, a) ...")],
        coerce=int,
    )
    number = forms.CharField(
        label="Số mục", max_length=20, required=False, help_text="Ví dụ: I, 1, 1.1. Không ghi dấu chấm."
    )
    title = forms.CharField(label="Tiêu đề", max_length=500, required=False)
    words = forms.CharField(
        label="Lời của mục",
        widget=forms.Textarea(attrs={"rows": 10, "class": "long"}),
        required=False,
        help_text="Mỗi đoạn một dòng. Đầu dòng có “-”, “1.” hoặc “a)” là dòng liệt kê.",
    )

    @classmethod
    def initial_of(cls, part: PlanPart) -> dict[str, Any]:
        return {
            "level": part.level,
            "number": part.number,
            "title": part.title,
            "words": text_of(part.blocks),
        }

    def values(self, part: PlanPart | None) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data["blocks"] = blocks_of(data.pop("words"), part.blocks if part else [])
        return data


class AudienceForm(PartForm):
    name = forms.CharField(label="Đối tượng, như ghi trong kế hoạch", max_length=200)
    kind = forms.ModelChoiceField(
        AudienceKind.objects.all(), label="Là nhóm nào", required=False, empty_label="Chưa xác định"
    )


class TopicForm(PartForm):
    name = forms.CharField(label="Nội dung, như ghi trong kế hoạch", max_length=300)
    topic = forms.ModelChoiceField(
        Topic.objects.all(), label="Là chủ đề nào", required=False, empty_label="Chưa xác định"
    )


class ChannelForm(PartForm):
    name = forms.CharField(label="Phương thức, như ghi trong kế hoạch", max_length=200)
    channel = forms.ModelChoiceField(
        Channel.objects.all(), label="Là kênh nào", required=False, empty_label="Chưa xác định"
    )


class TaskForm(PartForm):
    text = forms.CharField(label="Việc", widget=_area(3), max_length=2000)
    lead = forms.CharField(label="Ai chủ trì", max_length=300, required=False)
    coordinating = forms.CharField(label="Phối hợp với", max_length=300, required=False)


class SourceForm(PartForm):
    name = forms.CharField(label="Nguồn kinh phí", max_length=300)
    amount_vnd = MoneyField(label="Số tiền", required=False)


class RecipientForm(PartForm):
    name = forms.CharField(label="Nơi nhận", max_length=200)


@dataclass(frozen=True)
class Part:
    """A part on the screen. many: its heading; one: how one row is called."""

    key: str
    attribute: str
    many: str
    one: str
    form: type[PartForm]


PARTS = {
    part.key: part
    for part in (
        Part("can-cu", "legal_bases", "Căn cứ", "căn cứ", BasisForm),
        Part("doi-tuong", "audiences", "Đối tượng truyền thông", "đối tượng", AudienceForm),
        Part("chu-de", "topics", "Nội dung truyền thông", "nội dung truyền thông", TopicForm),
        Part("kenh", "channels", "Phương thức truyền thông", "phương thức", ChannelForm),
        Part("nguon", "funding_sources", "Nguồn kinh phí", "nguồn kinh phí", SourceForm),
        Part("nhiem-vu", "tasks", "Nhiệm vụ", "nhiệm vụ", TaskForm),
        Part("noi-nhan", "recipients", "Nơi nhận", "nơi nhận", RecipientForm),
        Part("muc", "sections", "Lời văn các mục", "mục", SectionForm),
    )
}
