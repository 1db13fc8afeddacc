"""Ô soạn bài: one passage a box, its citations beside it. One form, many buttons, no script needed."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EMPTY_VALUES

from lantoa.content.actions import Block
from lantoa.content.models import Citation, Comment, EditionKind, EditionVersion
from lantoa.content.passages import KINDS_OF, LONGEST_POINT, PassageKind, kept, kind_of
from lantoa.content.remarks import Return
from lantoa.content.rules.canonical_form import hash_now
from lantoa.library.models import PolicyBasis, Provision
from lantoa.library.queries import Reference, asked_in, provisions_matching
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.office.forms import NumberField
from lantoa.office.library.provision_tree import TreeWidget, trees

MOST_FOUND = 6


class Unasked:
    """A field of a draft may still be empty, and is not called optional, for sending asks again."""

    def validate(self, value: Any) -> None:
        if value not in EMPTY_VALUES:
            super().validate(value)  # type: ignore[misc]


class Box(Unasked, forms.CharField):
    """Words."""


class Choice(Unasked, forms.ChoiceField):
    """One of a few."""


class Picks(forms.MultipleChoiceField):
    """Any number of provisions; an empty choice is none."""

    def to_python(self, value: Any) -> list[str]:
        return [one for one in super().to_python(value) if one]


class Minutes(Unasked, NumberField):
    """How long a point of a talk takes."""


@dataclass
class Passage:
    """One box of the page: its fields, what it cites already, what it would cite once saved, and what others
    said about it: why it came back, what is open."""

    number: int
    text: forms.BoundField
    block: forms.BoundField
    cite: forms.BoundField
    pick: forms.BoundField
    no_source_why: forms.BoundField
    kind: forms.BoundField | None
    minutes: forms.BoundField | None
    citations: list[tuple[Citation, PinState]]
    cited: list[Provision]
    returns: list[Return] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)

    @property
    def standing(self) -> str:
        """empty, sourced, excused or unsourced: how far the claim of this box is traced."""
        if not str(self.text.value() or "").strip():
            return "empty"
        if self.citations or self.cited:
            return "sourced"
        return "excused" if str(self.no_source_why.value() or "").strip() else "unsourced"

    @property
    def as_kept(self) -> dict[str, Any]:
        """The passage as saving would keep it, read from the boxes as they stand."""
        typed = str(self.kind.value()) if self.kind else ""
        kind = typed if typed in PassageKind.values else PassageKind.PARAGRAPH
        minutes = str(self.minutes.value() or "") if self.minutes else ""
        number = int(minutes) if minutes.isdecimal() and len(minutes) < 4 else None
        return kept(self.number, str(self.text.value() or ""), "", kind, number)


class DraftForm(forms.Form):
    """The whole draft: text_1, block_1, kind_1, minutes_1, cite_1, pick_1, no_source_why_1, text_2 ..."""

    use_required_attribute = False
    count = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=60)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    person_named_why = forms.CharField(
        label="Căn cứ nêu tên người, địa chỉ",
        required=False,
        max_length=300,
        help_text="Chỉ ghi khi bài phải nêu tên: điều khoản cho phép hoặc phiếu đồng ý.",
    )

    def __init__(
        self,
        version: EditionVersion,
        states: dict[int, PinState],
        *args: Any,
        extra: int = 0,
        **more: Any,
    ):
        super().__init__(*args, **more)
        self.version, self.states = version, states
        self.bases = trees(_bases_of(version), [])
        for tree, _ in self.bases:
            tree.is_open = False
        self.kinds = KINDS_OF[EditionKind(version.edition.kind)]
        self.cited: dict[int, list[Provision]] = {}
        blocks = version.blocks
        number = self._count(len(blocks) + extra)
        self.initial |= {
            "count": number,
            "seen": hash_now(version),
            "person_named_why": version.person_named_why,
        }
        self.numbers = range(1, number + 1)
        for n in self.numbers:
            self._add_passage(n, blocks[n - 1] if n <= len(blocks) else None)

    def _count(self, stored: int) -> int:
        sent = self.data.get("count", "") if self.is_bound else ""
        return max(1, min(60, int(sent) if str(sent).isdigit() else stored))

    def _add_passage(self, n: int, block: dict[str, Any] | None) -> None:
        self.fields[f"block_{n}"] = forms.IntegerField(widget=forms.HiddenInput, required=False)
        self.fields[f"text_{n}"] = Box(
            label="Lời của đoạn này", widget=forms.Textarea(attrs={"rows": 4}), max_length=20_000
        )
        self._add_form_of_passage(n, block)
        self.fields[f"cite_{n}"] = Box(
            label="Dẫn điều khoản",
            max_length=300,
            help_text="Ví dụ: khoản 2 Điều 6 Nghị định 188/2025/NĐ-CP; hoặc gõ vài chữ để tìm.",
        )
        self.fields[f"pick_{n}"] = Picks(
            label="Hoặc chọn căn cứ",
            required=False,
            widget=TreeWidget,
            choices=self._choices(n),
        )
        self.fields[f"no_source_why_{n}"] = Box(
            label="Vì sao đoạn này không cần căn cứ?",
            max_length=300,
            widget=forms.TextInput(attrs={"list": "ly-do"}),
            help_text="Ví dụ: lời chào mở đầu. Người kiểm tra sẽ xem lý do này.",
        )
        if block:
            self.initial[f"block_{n}"] = block["id"]
            self.initial[f"text_{n}"] = block["text"]
            self.initial[f"no_source_why_{n}"] = block.get("no_source_why", "")

    def _add_form_of_passage(self, n: int, block: dict[str, Any] | None) -> None:
        """Which kind of passage it is, where the channel knows several; the minutes of a point."""
        if len(self.kinds) > 1:
            self.fields[f"kind_{n}"] = Choice(
                label="Dạng", choices=[(kind.value, kind.label) for kind in self.kinds]
            )
            self.initial[f"kind_{n}"] = kind_of(block).value if block else self.kinds[0].value
        if PassageKind.POINT in self.kinds:
            self.fields[f"minutes_{n}"] = Minutes(
                label="Nói trong mấy phút", min_value=1, max_value=LONGEST_POINT
            )
            self.initial[f"minutes_{n}"] = block.get("minutes") if block else None

    def _choices(self, n: int) -> list[Any]:
        """What was found for this box, then the articles that the policies rest on."""
        found = trees([], self._found(n))
        return found + [(tree, parts) for tree, parts in self.bases if tree not in [one for one, _ in found]]

    def _found(self, n: int) -> list[Provision]:
        typed = str(self.data.get(f"cite_{n}", "")) if self.is_bound else ""
        if not typed.strip() or asked_in(typed).references:
            return []
        return [one.provision for one in provisions_matching(typed[:300], MOST_FOUND)]

    def passages(self) -> list[Passage]:
        """What the page shows, box by box."""
        cited: dict[int, list[tuple[Citation, PinState]]] = {}
        for citation in self.version.citations.all():
            cited.setdefault(citation.block, []).append((citation, self.states[citation.pk]))
        shown = []
        for n in self.numbers:
            block = self[f"block_{n}"].value()
            own = cited.get(int(block), []) if str(block or "").isdigit() else []
            fields = [self[f"{name}_{n}"] for name in ("text", "block", "cite", "pick", "no_source_why")]
            of_kind = [self[name] if name in self.fields else None for name in (f"kind_{n}", f"minutes_{n}")]
            shown.append(Passage(n, *fields, *of_kind, own, self.cited.get(n, [])))
        return shown

    def clean(self) -> dict[str, Any]:
        """Turn typed citations into provisions; what cannot be found is told at its own box."""
        data = super().clean() or {}
        for n in self.numbers:
            picked = data.get(f"pick_{n}")
            provisions = list(Provision.objects.filter(pk__in=picked)) if picked else []
            typed = data.get(f"cite_{n}", "")
            if typed and not (provisions and not asked_in(typed).references):
                try:
                    provisions += provisions_named(typed, bool(self._found(n)))
                except ValidationError as problem:
                    self.add_error(f"cite_{n}", problem)
            self.cited[n] = provisions
            if provisions and not data.get(f"text_{n}", "").strip():
                self.add_error(f"text_{n}", "Viết đoạn này trước rồi mới dẫn điều khoản.")
        return data

    def blocks(self) -> list[Block]:
        """The draft as the action takes it, in the order that the pressed button asks for."""
        data = self.cleaned_data
        return [
            Block(
                data.get(f"text_{n}", ""),
                data.get(f"no_source_why_{n}", ""),
                data.get(f"block_{n}"),
                tuple(self.cited[n]),
                data.get(f"kind_{n}") or self.initial.get(f"kind_{n}", PassageKind.PARAGRAPH),
                data.get(f"minutes_{n}"),
            )
            for n in self._order()
        ]

    def _order(self) -> list[int]:
        """The numbers of the passages: one goes up or down past its neighbour, or is dropped."""
        order = list(self.cited)
        pressed = {step: str(self.data.get(step, "")) for step in ("up", "down", "drop")}
        for step, typed in pressed.items():
            n = int(typed) if typed.isdecimal() and len(typed) < 3 else 0
            if n not in order:
                continue
            at = order.index(n)
            order.remove(n)
            if step != "drop":
                order.insert(max(0, at + (1 if step == "down" else -1)), n)
        return order


def provisions_named(typed: str, found_by_words: bool = False) -> list[Provision]:
    """The provisions that typed references name. Raises ValidationError with what is in the way."""
    references = asked_in(typed).references
    if not references:
        says = (
            "Chọn một điều khoản tìm thấy ở ô bên cạnh."
            if found_by_words
            else "Không đọc được điều khoản này. Viết dạng: khoản 2 Điều 6 Nghị định 188/2025/NĐ-CP."
        )
        raise ValidationError(says, code="citation_unread")
    return [_the_one(reference) for reference in references]


def _the_one(reference: Reference) -> Provision:
    said, documents = reference.citation.text, reference.documents
    if not documents:
        says = f"“{said}” chưa có trong kho văn bản. Ghi văn bản vào kho, hoặc kiểm tra số hiệu."
        raise ValidationError(says, code="citation_unknown")
    if len(documents) > 1:
        names = ", ".join(str(one) for one in documents[:4])
        says = f"“{said}” có thể là nhiều văn bản: {names}. Ghi đủ số, năm và ký hiệu."
        raise ValidationError(says, code="citation_of_several")
    if len(reference.provisions) != 1:
        says = (
            f"Kho văn bản có {documents[0]} nhưng chưa có điều khoản này. "
            "Ghi rõ khoản, điều; hoặc bổ sung lời văn vào kho."
        )
        raise ValidationError(says, code="citation_without_place")
    return reference.provisions[0]


def _bases_of(version: EditionVersion) -> list[int]:
    policies = version.edition.article.policies.all()
    return list(PolicyBasis.objects.filter(policy__in=policies).values_list("provision_id", flat=True))
