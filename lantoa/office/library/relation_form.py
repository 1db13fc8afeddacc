"""The form of one relation."""

from typing import Any

from django import forms

from lantoa.language.citations import read_citations
from lantoa.library.models import Document, Provision, Relation
from lantoa.library.models.relations import BACKWARD
from lantoa.library.queries import resolve_all

FORWARD_FIRST = [(f"out:{kind.value}", f"Văn bản này {kind.label} …") for kind in Relation.Kind]
CHOICES = [
    ("Văn bản này làm gì với văn bản kia", FORWARD_FIRST),
    (
        "Văn bản kia làm gì với văn bản này",
        [(f"in:{kind.value}", f"Văn bản này {BACKWARD[kind]} …") for kind in Relation.Kind],
    ),
]


class RelationForm(forms.Form):
    """How this document stands to another, which is named as one cites it."""

    kind = forms.ChoiceField(label="Quan hệ", choices=CHOICES, initial="out:basis")
    other = forms.CharField(
        label="Văn bản kia",
        max_length=300,
        help_text="Gõ như khi viện dẫn, ví dụ: khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP",
    )
    words = forms.CharField(
        label="Lời nêu quan hệ",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Chép nguyên câu trong văn bản nêu quan hệ này.",
    )

    def __init__(self, document: Document, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.document = document

    def clean_other(self) -> Document | Provision:
        typed = self.cleaned_data["other"]
        found = [one for one in resolve_all(read_citations(typed)) if one]
        if len(found) != 1:
            raise forms.ValidationError(
                "Kho chưa có văn bản này, hoặc chưa rõ là văn bản nào. Gõ đủ loại, số, năm và ký hiệu;"
                " văn bản chưa có thì ghi vào kho trước."
            )
        return found[0]

    def facts(self) -> dict[str, Any]:
        """What `record_relation` takes."""
        way, _, kind = self.cleaned_data["kind"].partition(":")
        other = self.cleaned_data["other"]
        provision = other if isinstance(other, Provision) else None
        document = provision.document if provision else other
        facts = {"kind": kind, "words": self.cleaned_data["words"]}
        if way == "out":
            return {**facts, "source": self.document, "target": document, "target_provision": provision}
        return {**facts, "source": document, "source_provision": provision, "target": self.document}
