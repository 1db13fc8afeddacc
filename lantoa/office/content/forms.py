"""Forms of articles and of the approval steps. The editor's form stands in draft_form.py."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms

from lantoa.common import dates
from lantoa.content.actions import Verdict
from lantoa.content.models import (
    Article,
    Citation,
    Edition,
    EditionKind,
    EditionVersion,
    WithdrawnKind,
)
from lantoa.content.queries import approved_versions, leaders_over, visible_editions
from lantoa.content.rules.urgent_is_reviewed_after import LONGEST, USUAL_DAYS
from lantoa.content.states import EditionState
from lantoa.library.queries import visible_policies
from lantoa.office.forms import DayField, FileField, PickManyField, PickOneField
from lantoa.office.units import UnitField
from lantoa.people.models import AudienceKind, Unit, User
from lantoa.people.queries import scope, units_on
from lantoa.plans.models import PlanItem
from lantoa.questions.queries import holidays

RIGHT, BACK = "ok", "back"


class ArticleForm(forms.Form):
    """What an article is about, before a word of it is written."""

    title = forms.CharField(
        label="Tên bài", max_length=200, help_text="Ví dụ: Thẻ bảo hiểm y tế cho hộ nghèo"
    )
    unit = UnitField(label="Đơn vị soạn")
    audiences = PickManyField(queryset=AudienceKind.objects.all(), label="Nói với ai?")
    policies = PickManyField(queryset=None, label="Nói về chính sách nào?")
    plan_item = forms.ModelChoiceField(
        queryset=PlanItem.objects.none(),
        label="Theo nội dung kế hoạch",
        required=False,
        empty_label="Không theo nội dung nào",
    )
    due_on = DayField(label="Hạn xong", required=False)
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, user: User, *args: Any, units: list[Unit] | None = None, **more: Any):
        super().__init__(*args, **more)
        day = dates.today()
        published = visible_policies(user).filter(state="published")
        self.fields["policies"].queryset = published  # type: ignore[attr-defined]
        self.fields["plan_item"].queryset = PlanItem.objects.filter(  # type: ignore[attr-defined]
            plan__unit_id__in=scope(user, day).inside() | scope(user, day).above,
            plan__state__in=["issued", "signed"],
        ).select_related("plan")
        if units is None:
            del self.fields["unit"]
        else:
            field: UnitField = self.fields["unit"]  # type: ignore[assignment]
            names = {v.unit_id: v for v in units_on(day, within=[u.pk for u in units])}
            field.choose_from([names[u.pk] for u in units if u.pk in names])

    @classmethod
    def of(cls, article: Article, user: User, *args: Any) -> "ArticleForm":
        """The form filled with an article."""
        initial = {
            "title": article.title,
            "audiences": list(article.audiences.all()),
            "policies": list(article.policies.all()),
            "plan_item": article.plan_item,
            "due_on": article.due_on,
        }
        return cls(user, *args, initial=initial)


class EditionForm(forms.Form):
    """For which channel the next rendering is."""

    kind = forms.ChoiceField(
        label="Thể hiện cho kênh nào?",
        choices=[choice for choice in EditionKind.choices if choice[0] != EditionKind.ANSWER],
        widget=forms.RadioSelect,
    )
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)


class SourceField(forms.ModelChoiceField):
    """Editions of one article that have words to take."""

    def label_from_instance(self, obj: EditionVersion) -> str:
        return f"{obj.edition.get_kind_display()}, bản {obj.number}"


class SuggestForm(forms.Form):
    """Which edition lends its sentences, and to a first draft of which kind; the button says the kind."""

    source = SourceField(queryset=EditionVersion.objects.none(), label="Lấy câu từ bản", empty_label=None)
    kind = forms.ChoiceField(choices=EditionForm.base_fields["kind"].choices, widget=forms.HiddenInput)
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, editions: Iterable[Edition], *args: Any, **more: Any):
        super().__init__(*args, **more)
        alive = [e for e in editions if e.state != EditionState.WITHDRAWN]
        self.kinds = [
            c for c in EditionForm.base_fields["kind"].choices if c[0] not in {e.kind for e in alive}
        ]
        newest = [e.shown_versions[0] for e in alive if e.shown_versions]
        with_words = sorted((v for v in newest if v.text.strip()), key=lambda v: -len(v.text))
        self.fields["source"].queryset = EditionVersion.objects.filter(  # type: ignore[attr-defined]
            pk__in=[v.pk for v in with_words]
        ).select_related("edition")
        self.initial |= {"key": uuid4().hex, "source": with_words[0].pk if with_words else None}
        self.has_source = bool(with_words)


class ReviewForm(forms.Form):
    """One verdict for each citation, and for each passage that cites nothing; fields ok_c12, why_c12."""

    seen = forms.CharField(widget=forms.HiddenInput)
    note = forms.CharField(
        label="Ghi chú cho lãnh đạo", required=False, widget=forms.Textarea, max_length=2000
    )

    def __init__(self, version: EditionVersion, *args: Any, **more: Any):
        super().__init__(*args, initial={"seen": version.sha256}, **more)
        self.subjects: list[tuple[str, Citation | dict[str, Any]]] = []
        cited = set()
        for citation in version.citations.all():
            cited.add(citation.block)
            self._ask(f"c{citation.pk}", citation, "Đúng với văn bản")
        for block in version.blocks:
            if block["id"] not in cited:
                self._ask(f"b{block['id']}", block, "Không cần căn cứ, tôi ký lý do")

    def _ask(self, about: str, subject: Citation | dict[str, Any], right: str) -> None:
        number = len(self.subjects) + 1
        self.subjects.append((about, subject))
        self.fields[f"ok_{about}"] = forms.ChoiceField(
            label=f"Kết luận cho mục {number}",
            choices=[(RIGHT, right), (BACK, "Trả lại")],
            widget=forms.RadioSelect,
            required=False,
        )
        self.fields[f"why_{about}"] = forms.CharField(
            label="Cần sửa gì?", required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=1000
        )

    def verdicts(self) -> list[Verdict]:
        """What was concluded; a subject without a conclusion is left out, and the action says so."""
        given = []
        for about, _ in self.subjects:
            if answer := self.cleaned_data.get(f"ok_{about}"):
                number = int(about[1:])
                which = {"citation": number} if about[0] == "c" else {"block": number}
                given.append(Verdict(answer == RIGHT, self.cleaned_data.get(f"why_{about}", ""), **which))
        return given


class ApproveForm(forms.Form):
    """A leader's signature on what she sees."""

    seen = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(label="Ý kiến", required=False, widget=forms.Textarea, max_length=2000)
    paper_scan = FileField(
        label="Phiếu duyệt giấy đã ký",
        required=False,
        help_text="Chỉ khi đã ký trên giấy. Nhận PDF hoặc ảnh, tối đa 20 MB.",
    )


class AgreeForm(forms.Form):
    """The word of the unit's own leader on what she sees."""

    seen = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(label="Ý kiến", required=False, widget=forms.Textarea, max_length=2000)


class UrgentForm(forms.Form):
    """A leader's signature before the policy check, with what makes it urgent."""

    seen = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Vì sao không chờ được kiểm tra chính sách?",
        widget=forms.Textarea,
        max_length=2000,
        help_text="Ví dụ: báo cấp phát gạo cứu trợ sáng mai, người kiểm tra đang công tác.",
    )
    review_by = DayField(label="Hậu kiểm trước ngày", help_text="Chậm nhất bảy ngày kể từ hôm nay.")

    def __init__(self, version: EditionVersion, *args: Any, **more: Any):
        today = dates.today()
        review_by = min(dates.after_working_days(today, USUAL_DAYS, holidays()), today + LONGEST)
        initial = {"seen": version.sha256, "review_by": review_by}
        super().__init__(*args, initial=initial, **more)


class PaperForm(ApproveForm):
    """A clerk enters what a leader signed on paper."""

    signed_by = PickOneField(queryset=User.objects.none(), label="Lãnh đạo đã ký phiếu")
    paper_scan = FileField(label="Phiếu duyệt giấy đã ký")
    field_order = ["signed_by", "paper_scan", "reason"]

    def __init__(self, version: EditionVersion, *args: Any, **more: Any):
        super().__init__(*args, **more)
        leaders = leaders_over(version.edition.article.unit_id, dates.today())
        self.fields["signed_by"].queryset = leaders  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """Why something goes back to its writers."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(
        label="Cần sửa gì?",
        widget=forms.Textarea,
        max_length=2000,
        help_text="Viết một câu để người soạn biết phải sửa chỗ nào.",
    )


class ReturnForm(ReasonForm):
    """Why a version goes back, and which passage is meant."""

    block = forms.TypedChoiceField(
        label="Lý do nói về đoạn nào?", coerce=int, empty_value=None, required=False
    )
    field_order = ["seen", "block", "reason"]

    def __init__(self, version: EditionVersion, *args: Any, **more: Any):
        super().__init__(*args, initial={"seen": version.sha256}, **more)
        passages = [(b["id"], f"Đoạn {n}: {_begins(b['text'])}") for n, b in enumerate(version.blocks, 1)]
        self.fields["block"].choices = [("", "Cả bài"), *passages]  # type: ignore[attr-defined]


def _begins(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")


class CommentForm(forms.Form):
    """What somebody says about one passage."""

    block = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=32_000)
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    text = forms.CharField(
        label="Góp ý cho đoạn này", widget=forms.Textarea(attrs={"rows": 2}), max_length=1000
    )


class ResolveForm(forms.Form):
    """How a comment was settled."""

    how = forms.CharField(label="Đã xử lý thế nào?", required=False, max_length=300)


class WhyForm(forms.Form):
    """A typed reason."""

    why = forms.CharField(label="Lý do", widget=forms.Textarea, max_length=300)

    def __init__(self, *args: Any, label: str = "", **more: Any):
        super().__init__(*args, **more)
        if label:
            self.fields["why"].label = label


class ReplacementField(forms.ModelChoiceField):
    """An approved edition of the same kind."""

    def label_from_instance(self, obj: Edition) -> str:
        return str(obj)


class WithdrawForm(WhyForm):
    """Why an edition is taken back, and what stands in for it."""

    kind = forms.ChoiceField(label="Vì sao rút?", choices=WithdrawnKind.choices, widget=forms.RadioSelect)
    replaced_by = ReplacementField(
        queryset=None,
        label="Dùng bản nào thay?",
        required=False,
        empty_label="Chưa có bản thay",
        help_text="Cần chọn khi lý do là “Được thay bằng bản khác”.",
    )
    field_order = ["kind", "why", "replaced_by"]

    def __init__(self, edition: Edition, user: User, *args: Any, **more: Any):
        super().__init__(*args, label="Nói rõ hơn", **more)
        self.fields["why"].required = False
        self.fields["why"].help_text = "Cần ghi khi chọn “Lý do khác”."
        for name in ("why", "replaced_by"):  # asked for or not by the answer above: not "không bắt buộc"
            self.fields[name].depends = True  # type: ignore[attr-defined]
        others = visible_editions(user).filter(
            kind=edition.kind, pk__in=approved_versions().values("edition_id")
        )
        self.fields["replaced_by"].queryset = others.exclude(pk=edition.pk)  # type: ignore[attr-defined]
