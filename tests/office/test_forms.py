"""Fields: what an office types is read or refused with a sentence that says what to do."""

from datetime import date

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.common.files import Upload
from lantoa.common.problems import Problem, RuleBroken, refuse
from lantoa.office.forms import DOCUMENTS, DayField, FileField, MoneyField, PickManyField
from lantoa.office.outcome import attempt
from lantoa.office.templatetags import pieces
from lantoa.people.models import AudienceKind
from tests.journeys.browser import ENGLISH


class Sample(forms.Form):
    title = forms.CharField(label="Trích yếu", max_length=20)
    begins = DayField(label="Ngày bắt đầu", required=False)
    cost = MoneyField(label="Dự toán", required=False)


def said(field: forms.Field, value: object) -> str:
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(value)
    return " ".join(refused.value.messages)


@pytest.mark.parametrize("typed", ["12/01/2026", "12/1/2026", "12.1.2026", "12-01-2026", "2026-01-12"])
def test_a_day_is_read_in_every_spelling_of_the_office(typed: str) -> None:
    assert DayField().clean(typed) == date(2026, 1, 12)


@pytest.mark.parametrize("typed", ["31/02/2026", "hôm nay", "12/2026", "1/13/2026", "12/01/26"])
def test_what_is_no_day_is_refused_with_an_example(typed: str) -> None:
    assert said(DayField(), typed) == "Không đọc được ngày này. Nhập ngày dạng 12/01/2026."


def test_a_day_is_shown_as_it_is_typed() -> None:
    assert 'value="12/01/2026"' in str(Sample(initial={"begins": date(2026, 1, 12)})["begins"])
    assert 'value="31/02/2026"' in str(Sample({"begins": "31/02/2026"})["begins"])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1.250.000", 1_250_000),
        ("1250000", 1_250_000),
        ("1 250 000 đồng", 1_250_000),
        ("1,250,000", 1_250_000),
        ("0", 0),
        ("500 VNĐ", 500),
        ("", None),
    ],
)
def test_money_is_read_in_whole_dong(typed: str, read: int | None) -> None:
    assert MoneyField(required=False).clean(typed) == read


@pytest.mark.parametrize("typed", ["1,5", "1.25", "-5", "12 triệu", "1.2500", "٣", "1.250,000", "9" * 30])
def test_what_is_no_whole_amount_is_refused_with_an_example(typed: str) -> None:
    assert "ví dụ 1.250.000" in said(MoneyField(), typed)


@given(st.integers(min_value=0, max_value=10**14))
@settings(max_examples=50)
def test_money_shown_is_money_read(amount: int) -> None:
    field = MoneyField()
    assert field.clean(field.prepare_value(amount)) == amount


@given(st.text(max_size=40))
@settings(max_examples=150)
def test_no_text_breaks_a_field(text: str) -> None:
    for field in (DayField(), MoneyField()):
        try:
            field.clean(text)
        except forms.ValidationError as refused:
            assert refused.messages


def test_a_file_of_the_right_kind_comes_in_whole() -> None:
    upload = FileField().clean(SimpleUploadedFile("kế hoạch.pdf", b"%PDF-1.7 ..."))
    assert upload == Upload("kế hoạch.pdf", b"%PDF-1.7 ...")


def test_a_file_is_known_by_its_bytes_not_its_name() -> None:
    assert "không đúng loại" in said(FileField(), SimpleUploadedFile("ảnh.jpg", b"GIF89a\0\0"))


@override_settings(UPLOAD_LIMIT_BYTES=10)
def test_a_file_beyond_the_limit_is_refused() -> None:
    assert "quá" in said(FileField(), SimpleUploadedFile("to.pdf", b"%PDF-1.7 long"))


def test_an_empty_file_and_no_file_are_told_apart() -> None:
    assert "rỗng" in said(FileField(), SimpleUploadedFile("trống.pdf", b""))
    assert said(FileField(), None) == "Chưa chọn tệp. Hãy chọn một tệp."
    assert FileField(required=False).clean(None) is None


def test_the_page_can_check_a_file_before_sending_it() -> None:
    class One(forms.Form):
        file = FileField(label="Tệp", allowed=DOCUMENTS)

    drawn = str(One()["file"])
    assert 'data-limit="20971520"' in drawn
    assert 'accept=".doc,.docx,.htm,.html,.jpg,.jpeg,.pdf,.png,.rtf,.tif,.tiff,.txt,.md"' in drawn


def test_the_summary_names_the_field_and_leads_to_it() -> None:
    form = Sample({"title": "", "begins": "31/02/2026"})
    found = pieces.errors(form)["found"]
    assert ("id_title", "Trích yếu: chưa nhập. Hãy điền mục này.") in found
    assert ("id_begins", "Ngày bắt đầu: không đọc được ngày này. Nhập ngày dạng 12/01/2026.") in found


def test_a_fresh_form_has_no_summary() -> None:
    assert pieces.errors(Sample())["found"] == []


def test_problems_of_the_rules_become_errors_of_their_fields() -> None:
    form = Sample({"title": "Lớp"})

    def action() -> None:
        raise RuleBroken(
            [Problem("late", "Ngày bắt đầu đã qua.", "begins"), Problem("no", "Chưa có mục nào.", "items")]
        )

    assert attempt(form, None, action) == (False, None)
    assert form.errors["begins"] == ["Ngày bắt đầu đã qua."]
    assert form.non_field_errors() == ["Chưa có mục nào."]
    assert ("id_begins", "Ngày bắt đầu đã qua.") in pieces.errors(form)["found"]


def test_an_invalid_form_stops_before_the_action() -> None:
    done = []
    assert attempt(Sample({"title": ""}), None, lambda: done.append(1)) == (False, None)
    assert not done


def test_the_result_of_the_action_comes_back() -> None:
    assert attempt(Sample({"title": "Lớp"}), None, lambda: 7) == (True, 7)


def test_without_a_form_a_problem_is_told_on_the_next_page(rf: object) -> None:
    request = rf.post("/")
    request._messages = Heard()
    assert attempt(None, request, lambda: refuse("x", "Đã có người duyệt.")) == (False, None)
    assert request._messages.said == ["Đã có người duyệt."]


class Heard:
    def __init__(self) -> None:
        self.said: list[str] = []

    def add(self, level: int, message: str, extra_tags: str = "") -> None:
        self.said.append(message)


class Every(forms.Form):
    """A field of every kind that the office uses."""

    char = forms.CharField(label="A", max_length=3, min_length=2)
    whole = forms.IntegerField(label="B", min_value=1, max_value=9)
    number = forms.DecimalField(label="C", max_digits=3, decimal_places=1)
    choice = forms.ChoiceField(label="D", choices=[("1", "Một")])
    many = forms.MultipleChoiceField(label="E", choices=[("1", "Một")])
    when = forms.TimeField(label="G")
    mail = forms.EmailField(label="H")
    url = forms.URLField(label="I", assume_scheme="https")
    slug = forms.SlugField(label="K")
    day = DayField(label="L")
    cost = MoneyField(label="M", min_value=1000)
    file = FileField(label="N")


BAD = [
    {},
    {"char": "dài quá", "whole": "x", "number": "x", "choice": "2", "many": ["2"], "when": "x", "mail": "x",
     "url": "x", "slug": "â ê", "day": "x", "cost": "x"},
    {"char": "a", "whole": "0", "number": "1234,56", "cost": "5", "char\0": "a"},
    {"char": "a\0", "whole": "10", "number": "12,345"},
]  # fmt: skip


@pytest.mark.parametrize("data", BAD)
def test_no_field_refuses_in_english(data: dict) -> None:
    form = Every(data)
    assert form.errors
    for field, problems in form.errors.items():
        for problem in problems:
            assert not ENGLISH.search(problem), (field, problem)


@pytest.mark.django_db
@pytest.mark.db
def test_picking_what_is_gone_is_refused_in_vietnamese() -> None:
    AudienceKind.objects.create(key="a", name="Nhóm thử", group="household")
    field = PickManyField(AudienceKind.objects.all())
    assert "không có trong danh sách" in said(field, ["99999"])
    assert "Chọn ít nhất một mục" in said(field, [])
    assert not ENGLISH.search(said(field, ["x"]))


def test_a_drawn_field_ties_label_hint_and_error_to_its_input() -> None:
    drawn = str(Sample({"title": "Lớp", "begins": "x"}).as_div())
    assert '<label for="id_begins">Ngày bắt đầu' in str(Sample({"begins": "x"})["begins"].as_field_group())
    group = str(Sample({"title": "Lớp", "begins": "x"})["begins"].as_field_group())
    assert 'aria-describedby="id_begins_helptext id_begins_error"' in group
    assert 'id="id_begins_error"' in group
    assert 'aria-invalid="true"' in group
    assert drawn
