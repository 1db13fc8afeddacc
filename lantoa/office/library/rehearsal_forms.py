"""Forms of rehearsals: which document, which changes, from when."""

from typing import Any

from django import forms

from lantoa.library.models import Document, Effect
from lantoa.library.queries import documents_matching
from lantoa.office.forms import DayField
from lantoa.office.library.cited_field import CitedDocumentField
from lantoa.office.library.finding import FindingForm
from lantoa.office.library.intake_forms import PaperField


class RehearsalForm(forms.Form):
    """A draft as a file, or a document that the library holds but that is not yet in force."""

    draft = PaperField(
        label="Tệp dự thảo",
        required=False,
        help_text="DOCX, DOC, PDF, HTML, TXT hoặc ảnh quét, tối đa 20 MB. Những chỗ dự thảo sửa đổi, bãi bỏ"
        " được đọc ra để anh chị xem. Không có tệp thì dán danh sách ở bước sau.",
    )
    title = forms.CharField(
        label="Tên",
        max_length=300,
        required=False,
        help_text="Ví dụ: Dự thảo nghị định sửa đổi về tín dụng. Để trống thì lấy tên văn bản.",
    )
    source = CitedDocumentField(
        label="Văn bản làm thay đổi, nếu kho đã có",
        required=False,
        help_text="Ví dụ: Nghị định 07/2021/NĐ-CP. Còn là dự thảo thì để trống.",
    )
    on = DayField(
        label="Giả định có hiệu lực từ ngày",
        required=False,
        help_text="Cho những chỗ tệp dự thảo không ghi ngày. Ví dụ: 01/01/2027. Chưa rõ thì để trống.",
    )
    note = forms.CharField(label="Ghi chú", widget=forms.Textarea(attrs={"rows": 2}), required=False)

    def facts(self) -> dict[str, Any]:
        """What `open_rehearsal` takes; with a draft, what `rehearse_draft` takes."""
        without = () if self.cleaned_data["draft"] else ("draft", "on")
        return {name: value for name, value in self.cleaned_data.items() if name not in without}


class TitledField(forms.ModelChoiceField):
    """Documents named with the beginning of their title."""

    def label_from_instance(self, obj: Document) -> str:
        return f"{obj}: {obj.title[:80]}{'…' if len(obj.title) > 80 else ''}"


class SupposeForm(FindingForm):
    """Pasted lines of changed clauses of one document."""

    search = forms.CharField(
        label="Tìm văn bản bị thay đổi", max_length=200, required=False, help_text="Gõ số hiệu hoặc trích yếu"
    )
    document = TitledField(
        Document.objects.none(),
        label="Văn bản bị thay đổi",
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Tìm rồi chọn văn bản bị thay đổi."},
    )
    changes = forms.CharField(
        label="Điều khoản thay đổi",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Mỗi dòng một chỗ, ví dụ: Bãi bỏ điểm a khoản 2 Điều 3 từ 01/01/2027. "
        "Lời mới viết sau dấu hai chấm. Thay cả văn bản thì ghi: Thay thế toàn bộ.",
    )
    kind = forms.ChoiceField(
        label="Dòng không nói rõ thì là",
        choices=[
            (kind, label.capitalize())
            for kind, label in Effect.Kind.choices
            if kind
            not in (Effect.Kind.SUPPLEMENT, Effect.Kind.UNSETTLED)  # a new clause touches nothing here
        ],
        initial="amend",
    )
    on = DayField(
        label="Từ ngày",
        required=False,
        help_text="Cho những dòng không ghi ngày. Ví dụ: 01/01/2027. Chưa rõ thì để trống.",
    )

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        text = str(self.data.get("search", ""))
        self.offer(
            "document", Document.objects.all(), list(documents_matching(text)[:20]) if text.strip() else []
        )

    def facts(self) -> dict[str, Any]:
        """What `suppose_changes` takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "search"}


class SourceForm(forms.Form):
    """Which document makes the changes for real."""

    source = CitedDocumentField(label="Theo văn bản nào?")
