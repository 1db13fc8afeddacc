"""Forms of stations and airings."""

from datetime import date, datetime
from typing import Any

from django import forms

from lantoa.broadcast.models import Airing, Station
from lantoa.broadcast.pace import Pace, minutes_of, paces_on
from lantoa.broadcast.queries import scripts_for
from lantoa.broadcast.rules.airing_inside_the_hours import hours_in_words
from lantoa.common import dates
from lantoa.common.dates import VIETNAM
from lantoa.content.models import EditionVersion
from lantoa.deliveries.actions import NewEvidence
from lantoa.deliveries.models import Evidence, Outcome
from lantoa.office.deliveries.forms import EvidenceFields, HourField, OutcomeForm, new_key
from lantoa.office.forms import DayField, FileField, NumberField
from lantoa.office.units import UnitField, places_of
from lantoa.people.models import User

PRACTICE = "Ghi theo quy chế của đài; giờ và số phút điền sẵn là cách làm thường gặp, không phải quy định."


class StationRuleForm(forms.Form):
    """The operating rule of a station."""

    name = forms.CharField(label="Tên đài", max_length=160)
    needs_ward_approval = forms.BooleanField(
        label="Lãnh đạo phường, xã duyệt trước khi phát", required=False, initial=True
    )
    morning_from = HourField(label="Buổi sáng từ")
    morning_to = HourField(label="Buổi sáng đến")
    evening_from = HourField(label="Buổi chiều từ")
    evening_to = HourField(label="Buổi chiều đến")
    minutes_a_session = NumberField(label="Tối đa mỗi buổi (phút)", min_value=1, max_value=240)
    clusters = NumberField(label="Số cụm loa", min_value=0, max_value=10_000, required=False)
    rule_basis = forms.CharField(
        label="Quy chế hoạt động",
        max_length=300,
        required=False,
        help_text="Số, ngày văn bản ban hành quy chế của đài.",
    )
    valid_from = DayField(label="Hoạt động từ", required=False)
    valid_to = DayField(label="Đến hết ngày", required=False)

    @staticmethod
    def of(station: Station) -> dict[str, Any]:
        """The rule as it stands."""
        return {name: getattr(station, name) for name in StationRuleForm.base_fields}


class StationForm(StationRuleForm):
    """A new station: of which unit, for which place."""

    serves = UnitField(label="Địa bàn phục vụ")
    field_order = ["serves", "name"]

    def __init__(self, user: User, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["serves"].choose_from(places_of(user))
        fresh = Station()
        for name in StationRuleForm.base_fields:
            if name not in ("name", "needs_ward_approval"):
                self.fields[name].initial = getattr(fresh, name)
        self.fields["minutes_a_session"].help_text = PRACTICE


class PaceForm(forms.Form):
    """At how many words a minute a station reads from a day on."""

    words_a_minute = NumberField(label="Số từ đọc trong một phút", min_value=1, max_value=999)
    valid_from = DayField(label="Áp dụng từ ngày")
    source = forms.CharField(
        label="Con số này từ đâu?", max_length=300, help_text="Ví dụ: đo từ ba bài đã phát trong tháng 5."
    )


class ScriptField(forms.ModelChoiceField):
    """One of the scripts that may air there that day."""

    widget = forms.RadioSelect
    default_error_messages = {"required": "Chưa chọn bài. Hãy chọn một bài đã duyệt."}

    def __init__(self, **more: Any):
        super().__init__(EditionVersion.objects.none(), empty_label=None, **more)
        self.ends: dict[int, date | None] = {}
        self.pace = Pace()

    def label_from_instance(self, obj: EditionVersion) -> str:
        ends = self.ends.get(obj.pk)
        minutes = minutes_of(obj, self.pace)
        said = f"{obj.edition.article.title} (bản {obj.number}), đọc khoảng {minutes} phút"
        return f"{said}, sẽ hết đúng từ {dates.say(ends)}" if ends else said


class AiringForm(forms.Form):
    """Put an approved script at a time."""

    day = DayField(label="Ngày phát")
    time = HourField(label="Giờ bắt đầu")
    minutes = NumberField(label="Thời lượng (phút)", min_value=1, max_value=240, required=False)
    version = ScriptField(label="Bài phát (đã duyệt, còn đúng vào ngày phát)")
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, station: Station, on: date, *args: Any, **more: Any):
        super().__init__(*args, **more)
        offered = scripts_for(station, on)
        self.has_scripts = bool(offered)
        field = self.fields["version"]
        field.ends = {version.pk: answer.ends_on for version, answer in offered}
        field.queryset = EditionVersion.objects.filter(pk__in=field.ends).select_related("edition__article")
        self.fields["time"].help_text = hours_in_words(station)
        field.pace = paces_on([station], on)[station.pk]
        self.fields["minutes"].help_text = f"Để trống thì tính theo nhịp đọc: {field.pace.says}."

    def starts_at(self) -> datetime:
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"], tzinfo=VIETNAM)


class RecordForm(OutcomeForm, EvidenceFields):
    """What became of an airing, with a photo or the scanned log; short enough for a phone."""

    evidence_kind = forms.ChoiceField(
        label="Loại bằng chứng",
        required=False,
        choices=[
            (k.value, k.label)
            for k in (Evidence.Kind.PHOTO, Evidence.Kind.SIGNED_LOG, Evidence.Kind.REGISTER)
        ],
    )
    file = FileField(label="Ảnh hoặc bản chụp nhật ký", required=False)
    field_order = [
        "outcome",
        "happened_on",
        "time",
        "outcome_why",
        "minutes_played",
        "evidence_kind",
        "file",
        "clash_why",
        "reach_low",
        "reach_high",
        "note",
    ]

    @staticmethod
    def of(airing: Airing) -> dict[str, Any]:
        """The planned time, to be confirmed or corrected."""
        start = airing.local_start
        return {
            "outcome": Outcome.DONE,
            "happened_on": start.date(),
            "time": start.time(),
            "evidence_kind": Evidence.Kind.PHOTO,
            "key": new_key(),
        }

    def values(self) -> dict[str, Any]:
        """What the action wants to know."""
        said = ("outcome", "outcome_why", "minutes_played", "reach_low", "reach_high", "note", "key")
        evidence: list[NewEvidence] = self.new_evidence()
        return {name: self.cleaned_data[name] for name in said} | {
            "happened_at": self.happened_at(),
            "evidence": evidence,
        }


class StopForm(forms.Form):
    """Why it will not air."""

    why = forms.CharField(label="Lý do dừng", max_length=300)
