"""A document or a provision typed as one cites it: one line instead of a list of the whole library."""

from typing import Any

from django import forms

from lantoa.library.models import Document, Provision
from lantoa.library.queries import asked_in


class CitedField(forms.CharField):
    """The document or provision of the library that a citation names, None when nothing is typed."""

    default_error_messages = {
        "not_held": "Kho chưa có văn bản này, hoặc chưa rõ là văn bản nào. Gõ đủ loại, số, năm và ký hiệu;"
        " văn bản chưa có thì ghi vào kho trước.",
        "no_place": "Kho có văn bản này nhưng chưa có điều khoản này. Kiểm tra lại số điều, khoản.",
    }

    def __init__(self, **more: Any):
        shown = "Gõ như khi viện dẫn, ví dụ: khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP"
        super().__init__(**{"max_length": 300, "help_text": shown, **more})

    def clean(self, value: Any) -> Document | Provision | None:  # type: ignore[override]
        if not (typed := super().clean(value)):
            return None
        references = asked_in(typed).references
        named = [one for reference in references for one in reference.provisions or reference.documents]
        if len(references) != 1 or len(named) != 1:
            raise forms.ValidationError(self.error_messages["not_held"], code="not_held")
        if references[0].is_without_place:
            raise forms.ValidationError(self.error_messages["no_place"], code="no_place")
        return named[0]


class CitedDocumentField(CitedField):
    """The document alone; a provision of it is told back."""

    default_error_messages = {"place": "Chỉ ghi văn bản, không ghi điều, khoản."}

    def __init__(self, **more: Any):
        super().__init__(**{"help_text": "Gõ như khi viện dẫn, ví dụ: Nghị định 07/2021/NĐ-CP", **more})

    def clean(self, value: Any) -> Document | None:  # type: ignore[override]
        found = super().clean(value)
        if isinstance(found, Provision):
            raise forms.ValidationError(self.error_messages["place"], code="place")
        return found
