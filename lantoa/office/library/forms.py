"""Forms of documents, provisions and effects."""

from typing import Any

from django import forms

from lantoa.common.files import DOCUMENTS
from lantoa.library.identity import split_number
from lantoa.library.models import Document, Effect, Instruction, Provision
from lantoa.library.models.instructions import OPEN
from lantoa.library.states import Status
from lantoa.office.forms import DayField, FileField, PickManyField
from lantoa.office.library.finding import FindingForm

AREA = forms.Textarea


class FindForm(forms.Form):
    """A field `tim` to type in, before fields that narrow what is found."""

    @property
    def narrowed(self) -> bool:
        return any(self.data.get(name) for name in self.fields if name != "tim")


class DocumentFilter(FindForm):
    """What to look for; always valid enough to show the list."""

    tim = forms.CharField(label="Tìm số hiệu hoặc lời", max_length=200, required=False)
    tinh_trang = forms.ChoiceField(
        label="Tình trạng", choices=[("", "Tất cả"), *Status.choices], required=False
    )
    ngay = DayField(label="Trong ngày", required=False, help_text="")


class DocumentForm(forms.Form):
    """What the document says about itself. What is not known stays empty."""

    kind = forms.CharField(
        label="Loại văn bản",
        max_length=60,
        help_text="Ví dụ: Nghị định, Quyết định, Nghị quyết",
        widget=forms.TextInput(attrs={"list": "document-kinds", "autocomplete": "off"}),
    )
    full_number = forms.CharField(
        label="Số, ký hiệu", max_length=90, required=False, help_text="Chép cả dòng, ví dụ: 20/2021/NĐ-CP"
    )
    title = forms.CharField(label="Trích yếu", widget=AREA(attrs={"rows": 3}))
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=200, required=False)
    issued_on = DayField(label="Ngày ban hành", required=False)
    effective_on = DayField(
        label="Có hiệu lực từ ngày", required=False, help_text="Chưa rõ thì để trống, không đoán."
    )
    ended_on = DayField(
        label="Hết hiệu lực từ ngày", required=False, help_text="Chỉ ghi khi chính văn bản đã định ngày."
    )
    signer_name = forms.CharField(label="Người ký", max_length=120, required=False)
    signer_title = forms.CharField(
        label="Chức vụ người ký", max_length=200, required=False, help_text="Ví dụ: Phó Chủ tịch"
    )
    signing_mode = forms.ChoiceField(
        label="Cách ký",
        choices=[("", "Ký trực tiếp hoặc chưa rõ"), *Document.SigningMode.choices],
        required=False,
    )
    source = forms.CharField(
        label="Nguồn", max_length=300, required=False, help_text="Công báo, trang đăng, ngày xem"
    )
    file = FileField(label="Tệp gốc", allowed=DOCUMENTS, required=False)

    @classmethod
    def of(cls, document: Document, *args: Any) -> "DocumentForm":
        """The form filled with what is known of a document."""
        names = set(cls.base_fields) - {"full_number", "file"}
        initial = {name: getattr(document, name) for name in names}
        return cls(*args, initial={**initial, "full_number": document.full_number})

    def facts(self) -> dict[str, Any]:
        """The cleaned fields as the actions take them: the number in its parts, no absent file."""
        facts = dict(self.cleaned_data)
        number, year, symbol = split_number(facts.pop("full_number"))
        if facts["file"] is None:
            del facts["file"]
        return {**facts, "number": number, "year": year, "symbol": symbol}


class PasteForm(forms.Form):
    """The words of the law, pasted."""

    text = forms.CharField(
        label="Lời văn bản",
        widget=AREA(attrs={"class": "long", "rows": 18}),
        max_length=1_000_000,
        help_text="Dán từ “Chương I” hoặc “Điều 1” đến hết; bỏ phần chữ ký và nơi nhận.",
    )


class ProvisionForm(forms.Form):
    """One provision by hand."""

    kind = forms.ChoiceField(label="Loại", choices=Provision.Kind.choices, initial=Provision.Kind.ARTICLE)
    number = forms.CharField(label="Số", max_length=20, help_text="Ví dụ: 3, II hoặc a")
    parent = forms.ModelChoiceField(
        Provision.objects.none(), label="Nằm trong", required=False, empty_label="Không nằm trong phần nào"
    )
    heading = forms.CharField(label="Tiêu đề", max_length=500, required=False)
    words = forms.CharField(label="Lời văn", widget=AREA, required=False)

    def __init__(self, document: Document, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["parent"].queryset = document.provisions.exclude(kind=Provision.Kind.POINT)
        self.fields["parent"].label_from_instance = lambda provision: provision.place


class CorrectionForm(forms.Form):
    """Words that were copied wrongly, made right."""

    heading = forms.CharField(label="Tiêu đề", max_length=500, required=False)
    words = forms.CharField(label="Lời văn", widget=AREA(attrs={"rows": 8}), required=False)
    why = forms.CharField(
        label="Lý do sửa", max_length=300, help_text="Ví dụ: gõ thiếu một dòng so với bản gốc"
    )


class ProvisionsField(PickManyField):
    """Provisions of one document, named by their place."""

    def label_from_instance(self, obj: Provision) -> str:
        words = obj.heading or obj.words
        return f"{obj.place}: {words[:90]}{'…' if len(words) > 90 else ''}" if words else obj.place


class EffectForm(FindingForm):
    """What changes, from which day, by which document."""

    kind = forms.ChoiceField(
        label="Thay đổi gì?",
        choices=[
            (kind, label.capitalize()) for kind, label in Effect.Kind.choices if kind != Effect.Kind.UNSETTLED
        ],
        widget=forms.RadioSelect,
        initial="amend",
    )
    source = forms.ModelChoiceField(
        Document.objects.none(),
        label="Do văn bản nào?",
        required=False,
        empty_label="Chưa có trong kho",
        help_text="Văn bản mới chưa có trong kho thì ghi văn bản đó vào kho trước.",
    )
    on = DayField(label="Từ ngày", required=False, help_text="Ví dụ: 01/01/2026. Chưa rõ thì để trống.")
    retroactive_why = forms.CharField(
        label="Căn cứ hiệu lực trở về trước",
        max_length=300,
        required=False,
        help_text="Chỉ ghi khi thay đổi có từ trước ngày ban hành văn bản mới (kể cả đính chính),"
        " ví dụ: khoản 2 Điều 5 của văn bản mới.",
    )
    whole = forms.BooleanField(label="Toàn bộ văn bản", required=False)
    provisions = ProvisionsField(
        queryset=Provision.objects.none(), label="Hoặc chọn các điều khoản", required=False
    )
    new_words = forms.CharField(
        label="Lời mới",
        widget=AREA,
        required=False,
        help_text="Chỉ ghi khi chọn đúng một điều khoản. Chép nguyên văn cả số, ví dụ “2. Hộ cận nghèo …”."
        " Bổ sung mới thì chọn Điều hoặc khoản sẽ chứa chỗ mới, rồi chép lời kèm số của nó: “2a. …”.",
    )
    replaced_by = forms.ModelChoiceField(
        Provision.objects.none(),
        label="Thay bằng điều khoản",
        required=False,
        empty_label="Không có hoặc chưa có trong kho",
    )
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)
    instruction = forms.ModelChoiceField(Instruction.objects.none(), required=False, widget=forms.HiddenInput)

    def __init__(self, document: Document, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["instruction"].queryset = document.instructions_on.filter(state__in=OPEN)
        others = Document.objects.exclude(pk=document.pk)
        self.fields["source"].queryset = others
        self.fields["provisions"].queryset = document.provisions.all()
        by_source = Provision.objects.none()
        if (chosen := str(self.data.get("source") or self.initial.get("source") or "")).isdigit():
            by_source = Provision.objects.filter(document_id=int(chosen)).exclude(document=document)
        self.fields["replaced_by"].queryset = by_source.select_related("document")
        if not by_source.exists():
            del self.fields["replaced_by"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        whole, some = cleaned.get("whole"), cleaned.get("provisions")
        if not whole and not some:
            self.add_error("provisions", "Chọn các điều khoản thay đổi, hoặc đánh dấu “Toàn bộ văn bản”.")
        if whole and some:
            self.add_error("whole", "Chọn “Toàn bộ văn bản” hoặc các điều khoản, không chọn cả hai.")
        return cleaned

    def facts(self) -> dict[str, Any]:
        """What `record_effects` takes besides the document and its provisions."""
        facts = {k: v for k, v in self.cleaned_data.items() if k not in ("whole", "provisions")}
        told = facts["instruction"].stated if facts["instruction"] else {}
        if told.get("old_phrase") and not facts["new_words"]:
            facts["phrase"] = (told["old_phrase"], told["new_phrase"])
        return facts


class DateForm(forms.Form):
    """From which day a change holds, and where that is written."""

    on = DayField(label="Từ ngày")
    reason = forms.CharField(
        label="Căn cứ vào đâu", max_length=250, help_text="Ví dụ: Điều 5 Nghị định 338/2025/NĐ-CP"
    )


class WhyForm(forms.Form):
    """A reason, asked wherever something is taken back."""

    why = forms.CharField(label="Lý do", max_length=300)


class AnswerForm(forms.Form):
    """One of the possible answers, and why."""

    answer = forms.CharField(max_length=100)
    reason = forms.CharField(max_length=500)


class DeclarationForm(forms.Form):
    """What a paper or a site says of a document's status."""

    status = forms.ChoiceField(
        label="Nơi đó ghi tình trạng", choices=[one for one in Status.choices if one[0] != Status.UNKNOWN]
    )
    source = forms.CharField(
        label="Nơi công bố", max_length=300, help_text="Ví dụ: Cơ sở dữ liệu quốc gia về pháp luật"
    )
    seen_on = DayField(label="Xem ngày")
