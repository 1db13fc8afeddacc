"""Forms of the questions' screens."""

from typing import Any

from django import forms

from lantoa.common import dates
from lantoa.library.models import Policy, Topic
from lantoa.office.forms import DayField, named_why_field
from lantoa.office.units import UnitField, wards_of
from lantoa.people.models import User
from lantoa.questions.actions import LONGEST
from lantoa.questions.models import Question
from lantoa.questions.rules.contact_is_erased import kept_until

STAFF_INTAKES = [choice for choice in Question.Intake.choices if choice[0] != Question.Intake.WEB]


class QuestionForm(forms.Form):
    """A question taken in by staff."""

    intake = forms.ChoiceField(label="Tiếp nhận qua", choices=STAFF_INTAKES)
    unit = UnitField(label="Địa bàn")
    text = forms.CharField(
        label="Câu hỏi, vướng mắc",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Ghi đúng ý người hỏi. Không cần tên, địa chỉ.",
    )
    topic = forms.ModelChoiceField(Topic.objects.all(), label="Chủ đề", required=False, empty_label="Chưa rõ")
    policy = forms.ModelChoiceField(
        Policy.objects.filter(state="published"), label="Chính sách", required=False, empty_label="Chưa rõ"
    )
    contact = forms.CharField(
        label="Cách báo lại cho người hỏi",
        max_length=200,
        required=False,
    )

    def __init__(self, user: User, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["contact"].help_text = (
            "Được mã hóa; chỉ người giữ câu hỏi mở được; "
            f"tự xóa hết ngày {dates.say(kept_until(dates.today()))}. "
            "Để trống nếu người hỏi không muốn để lại."
        )
        self.fields["unit"].choose_from(wards_of(user))


class AssignForm(forms.Form):
    """Who answers, until when."""

    owner = forms.ModelChoiceField(User.objects.none(), label="Người trả lời", empty_label="Chọn người")
    due_on = DayField(label="Hạn trả lời", required=False)

    def __init__(self, owners: Any, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["owner"].queryset = owners


class ClassifyForm(forms.Form):
    """What the question is about."""

    topic = forms.ModelChoiceField(Topic.objects.all(), label="Chủ đề", required=False, empty_label="Chưa rõ")
    policy = forms.ModelChoiceField(
        Policy.objects.filter(state="published"), label="Chính sách", empty_label="Chọn chính sách"
    )


class PublishForm(forms.Form):
    """The question in words that name nobody."""

    public_text = forms.CharField(
        label="Câu hỏi viết lại để công khai",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Bỏ tên, địa chỉ và mọi chi tiết nhận ra người hỏi.",
    )
    person_named_why = named_why_field()


class TakeBackForm(forms.Form):
    """Why the words are not for everyone."""

    why = forms.CharField(label="Lý do", max_length=300, help_text="Ví dụ: còn nhận ra người hỏi")


class RouteForm(forms.Form):
    """Where a complaint or denunciation was passed on to."""

    routed_to = forms.CharField(
        label="Đã chuyển đến", max_length=200, help_text="Ví dụ: Ban Tiếp công dân thành phố"
    )
    person_named_why = named_why_field()
