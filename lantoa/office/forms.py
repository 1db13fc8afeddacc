"""Các ô nhập: how fields look, and fields for what the office types every day."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms.renderers import TemplatesSetting

from lantoa.common import dates
from lantoa.common.files import DOCUMENTS, PAPERS, PHOTOS, SAID, SHEET, Upload, problems_with
from lantoa.common.money import read_vnd
from lantoa.common.number_fields import NumberField

__all__ = [
    "DOCUMENTS",
    "PAPERS",
    "PHOTOS",
    "SHEET",
    "DayField",
    "FileField",
    "MoneyField",
    "NumberField",
    "PickManyField",
    "PickOneField",
    "named_why_field",
]

ENDINGS = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg,.jpeg",
    "image/png": ".png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "image/tiff": ".tif,.tiff",
    "text/html": ".htm,.html",
    "text/plain": ".txt,.md",
    SHEET: ".xlsx",
}


class PieceRenderer(TemplatesSetting):
    """Draws forms with the templates of the office (templates/django/forms)."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"
    formset_template_name = "django/forms/formset.html"


class DayField(forms.DateField):
    """A day typed as 12/01/2026 (also 12.1.2026, 12-1-2026), a `date` or None."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": "Không đọc được ngày này. Nhập ngày dạng 12/01/2026.",
        "required": "Chưa có ngày. Nhập ngày dạng 12/01/2026.",
    }

    def __init__(self, *, help_text: str = "Ví dụ: 12/01/2026", **more: Any):
        super().__init__(help_text=help_text, **more)

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        if (day := dates.read_date(str(value))) is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid_date")
        return day

    def prepare_value(self, value: Any) -> Any:
        return value.strftime("%d/%m/%Y") if isinstance(value, date) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        return {"class": "short", "autocomplete": "off"}


class MoneyField(forms.Field):
    """Whole đồng typed as 1.250.000 or 1250000, an `int` or None."""

    widget = forms.TextInput
    default_error_messages = {
        "money": "Không đọc được số tiền này. Nhập số đồng, ví dụ 1.250.000.",
        "required": "Chưa có số tiền. Nhập số đồng, ví dụ 1.250.000.",
        "min_value": "Số tiền không được nhỏ hơn %(limit)s đồng.",
    }

    def __init__(self, *, min_value: int = 0, help_text: str = "Số đồng, ví dụ: 1.250.000", **more: Any):
        self.min_value = min_value
        super().__init__(help_text=help_text, **more)

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        if (amount := read_vnd(str(value))) is None:
            raise ValidationError(self.error_messages["money"], code="money")
        return amount

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is not None and value < self.min_value:
            limit = f"{self.min_value:,}".replace(",", ".")
            raise ValidationError(self.error_messages["min_value"], code="min_value", params={"limit": limit})

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return initial != self.to_python(data)
        except ValidationError:
            return True

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        return {"class": "short", "inputmode": "numeric", "autocomplete": "off"}


class FileField(forms.Field):
    """A file of these kinds and at most UPLOAD_LIMIT_BYTES, an `Upload` or None.

    The page checks kind and size before sending (static/office/upload.js); here it is checked again.
    """

    widget = forms.FileInput
    default_error_messages = {"required": "Chưa chọn tệp. Hãy chọn một tệp."}

    def __init__(self, *, allowed: set[str] = PAPERS, help_text: str = "", **more: Any):
        self.allowed = allowed
        kinds = ", ".join(sorted(SAID[kind] for kind in allowed if kind in SAID))
        megabytes = settings.UPLOAD_LIMIT_BYTES // 1024 // 1024
        said = f"Nhận {kinds}, tối đa {megabytes} MB."
        if allowed & PHOTOS and allowed - PHOTOS:
            said += " Ảnh được bỏ dữ liệu của máy chụp; ảnh nằm trong tệp khác giữ nguyên."
        super().__init__(help_text=help_text or said, **more)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, object]:
        endings = ",".join(sorted(ENDINGS[kind] for kind in self.allowed if kind in ENDINGS))
        return {"accept": endings, "data-kinds": endings, "data-limit": settings.UPLOAD_LIMIT_BYTES}

    def to_python(self, value: UploadedFile | None) -> Upload | None:
        return Upload(value.name or "", value.read()) if value else None

    def clean(self, value: Any, initial: Any = None) -> Upload | None:
        # An empty UploadedFile is falsy but was chosen: its own sentence tells why it cannot be kept.
        upload = Upload(value.name or "", value.read()) if isinstance(value, UploadedFile) else None
        self.validate(upload)
        if upload and (problems := problems_with(upload, self.allowed)):
            raise ValidationError([ValidationError(p.says, code=p.code) for p in problems])
        return upload


def named_why_field() -> forms.CharField:
    """The reason why words may name a person: asked at every door of words to the public."""
    return forms.CharField(
        label="Căn cứ được nêu tên, số, địa chỉ",
        max_length=300,
        required=False,
        help_text="Chỉ ghi khi lời này phải nêu một người. Ví dụ: phiếu đồng ý ngày 02/06/2026",
    )


class PickManyField(forms.ModelMultipleChoiceField):
    """Some of a queryset, as checkboxes."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"required": "Chưa chọn mục nào. Chọn ít nhất một mục."}


class PickOneField(forms.ModelChoiceField):
    """One of a queryset, as radio buttons."""

    widget = forms.RadioSelect
    default_error_messages = {"required": "Chưa chọn. Hãy chọn một mục."}

    def __init__(self, queryset: Any, **more: Any):
        more.setdefault("empty_label", None if more.get("required", True) else "Không chọn")
        super().__init__(queryset, **more)
