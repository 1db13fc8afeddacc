"""Forms of taking papers in: choose files, confirm one beside its words."""

import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from lantoa.common.files import Upload
from lantoa.library.identity import split_number
from lantoa.library.models import Document, Provision
from lantoa.library.queries.stated import Stated, open_changes
from lantoa.library.understanding import SAID, Proposal
from lantoa.office.library.forms import AREA, DocumentForm

SIGNED = ("signer_name", "signer_title", "signing_mode")
ENDINGS = ".doc,.docx,.htm,.html,.jpeg,.jpg,.md,.pdf,.png,.rtf,.tif,.tiff,.txt,.zip"


class ManyFiles(forms.FileInput):
    """One input for any number of files."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[UploadedFile]:
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name) or []


class FilesField(forms.Field):
    """Files of any kind, a list of `Upload`; what a file is, its reader says for each."""

    widget = ManyFiles
    default_error_messages = {"required": "Chưa chọn tệp. Hãy chọn ít nhất một tệp."}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, object]:
        return {"accept": ENDINGS, "data-kinds": ENDINGS, "data-limit": settings.UPLOAD_LIMIT_BYTES}

    def clean(self, value: list[UploadedFile]) -> list[Upload]:
        self.validate(value)
        for one in value:
            if (one.size or 0) > settings.UPLOAD_LIMIT_BYTES:
                limit = settings.UPLOAD_LIMIT_BYTES // 1024 // 1024
                raise ValidationError(f"Tệp “{one.name}” quá {limit} MB. Chia nhỏ rồi gửi lại.")
        return [Upload(one.name or "", one.read()) for one in value]


class PaperField(FilesField):
    """One such file, an `Upload`, None when none was chosen."""

    widget = forms.FileInput

    def clean(self, value: UploadedFile | None) -> Upload | None:  # type: ignore[override]
        return next(iter(super().clean([value] if value is not None else [])), None)


class IntakeForm(forms.Form):
    """Which files, and where they come from. key: keeps the files of one choice in one intake."""

    files = FilesField(
        label="Tệp văn bản",
        help_text="Kéo thả hoặc chọn nhiều tệp DOCX, DOC, RTF, PDF, HTML, Markdown, TXT, ảnh quét. Nhiều hơn"
        " 50 tệp thì nén thành một tệp ZIP. Mỗi tệp tối đa 20 MB.",
    )
    source = forms.CharField(
        label="Nguồn", max_length=300, required=False, help_text="Công báo, trang đăng, ngày xem"
    )
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, initial={"key": uuid.uuid4().hex}, **more)


class ConfirmForm(DocumentForm):
    """What the paper seems to say, to be corrected; the relations to keep; the words for the tree."""

    file = None
    relations = forms.MultipleChoiceField(
        label="Quan hệ với văn bản trong kho", required=False, widget=forms.CheckboxSelectMultiple
    )
    why_left_out = forms.CharField(
        label="Lý do bỏ các thay đổi không chọn",
        max_length=300,
        required=False,
        help_text="Chỉ ghi khi bỏ dấu ở một thay đổi, ví dụ: đọc sai, câu này chỉ nhắc lại lần sửa trước.",
    )
    signed = forms.BooleanField(
        label="Tôi đã xem các thay đổi chưa xác định được chỗ",
        required=False,
        help_text="Các thay đổi này vào danh sách việc của văn bản; chỗ gần nhất bị đánh dấu cần kiểm lại.",
    )
    text = forms.CharField(
        label="Lời để cắt thành điều khoản",
        widget=AREA(attrs={"class": "long", "rows": 18}),
        max_length=1_000_000,
        required=False,
        help_text="Sửa dòng đọc sai, rồi bấm “Đọc lại cây” để xem trước.",
    )

    apart = forms.CharField(
        label="Khác văn bản cùng số ở",
        max_length=120,
        required=False,
        help_text="Chỉ ghi khi số và cơ quan đúng là trùng, ví dụ: bản đánh trùng số, về giá đất.",
    )

    def __init__(
        self, proposal: Proposal, stated: list[Stated], source: str, *args: Any, another: bool = False
    ):
        facts = proposal.facts()
        number = Document(number=facts["number"], year=facts["year"], symbol=facts["symbol"])
        initial = {name: facts[name] for name in facts if name in self.base_fields}
        initial |= {
            "full_number": number.full_number if facts["number"] else "",
            "source": source,
            "text": proposal.text,
            "relations": [str(one.index) for one in stated if one.target is not None],
        }
        super().__init__(*args, initial=initial)
        if not another:
            del self.fields["apart"]
        self._changes = {one.index for one in stated if one.changes and one.document}
        if not self._changes:
            del self.fields["why_left_out"]
        if not [one for one in open_changes(stated) if one.document]:
            del self.fields["signed"]
        self.fields["relations"].choices = [
            (str(one.index), _said(one)) for one in stated if one.target is not None
        ]
        if not self.fields["relations"].choices:
            del self.fields["relations"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        left_out = self._changes - set(self.kept())
        if left_out and not cleaned.get("why_left_out"):
            says = f"Ghi lý do bỏ {len(left_out)} thay đổi đã bỏ dấu, hoặc chọn lại."
            self.add_error("why_left_out", says)
        return cleaned

    def clean_text(self) -> str:
        return "\n".join(self.cleaned_data["text"].splitlines())

    def facts(self) -> dict[str, Any]:
        """What `register_document` takes."""
        names = ("kind", "title", "issuer", "issued_on", "effective_on", "ended_on", "source", *SIGNED)
        number, year, symbol = split_number(self.cleaned_data["full_number"])
        facts = {name: self.cleaned_data[name] for name in names}
        facts["apart"] = self.cleaned_data.get("apart", "")
        return {**facts, "number": number, "year": year, "symbol": symbol}

    def kept(self) -> list[int]:
        return [int(index) for index in self.cleaned_data.get("relations", [])]


def _said(one: Stated) -> str:
    relation = SAID[one.cited.relation]
    place = f"{Provision(eid=one.added_eid).place} vào " if one.added_eid else ""
    return f"{relation[:1].upper()}{relation[1:]} {place}{one.place if one.is_open else one.target}"
