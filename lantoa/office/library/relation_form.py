"""The form of one relation."""

from typing import Any

from django import forms

from lantoa.library.models import Document, Provision, Relation
from lantoa.library.models.relations import BACKWARD
from lantoa.office.library.cited_field import CitedField

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
    other = CitedField(label="Văn bản kia")
    words = forms.CharField(
        label="Lời nêu quan hệ",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Chép nguyên câu trong văn bản nêu quan hệ này.",
    )

    def __init__(self, document: Document, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.document = document

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
