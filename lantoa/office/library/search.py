"""Tìm điều khoản: a question or some words, answered by the provisions of the library."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.common import dates
from lantoa.library.models import Document, Topic
from lantoa.library.queries import documents_among, search_provisions, standing_of, statuses
from lantoa.library.states import Status
from lantoa.office.access import office_login
from lantoa.office.forms import DayField
from lantoa.office.library.forms import FindForm
from lantoa.people.models import AudienceKind


class SearchForm(FindForm):
    """What to look for and where; always valid enough to show the page."""

    tim = forms.CharField(label="Câu hỏi, từ ngữ hoặc số hiệu", max_length=300, required=False)
    tinh_trang = forms.ChoiceField(
        label="Tình trạng", choices=[("", "Tất cả"), *Status.choices], required=False
    )
    ngay = DayField(label="Trong ngày", required=False, help_text="")
    loai = forms.ChoiceField(label="Loại văn bản", required=False)
    co_quan = forms.ChoiceField(label="Cơ quan ban hành", required=False)
    chu_de = forms.ModelChoiceField(Topic.objects.all(), label="Chủ đề", required=False, empty_label="Tất cả")
    nhom = forms.ModelChoiceField(
        AudienceKind.objects.all(), label="Ai được hưởng", required=False, empty_label="Tất cả"
    )

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        for name, column in (("loai", "kind"), ("co_quan", "issuer")):
            values = Document.objects.order_by(column).values_list(column, flat=True).distinct()
            self.fields[name].choices = [("", "Tất cả"), *((v, v) for v in values if v)]


@office_login
def provision_search(request: HttpRequest) -> HttpResponse:
    """The provisions that answer, best first, with the status of their documents on the day."""
    form = SearchForm(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    text, day = wanted.get("tim", ""), wanted.get("ngay") or dates.today()
    among = documents_among(
        day,
        status=wanted.get("tinh_trang", ""),
        kind=wanted.get("loai", ""),
        issuer=wanted.get("co_quan", ""),
        topic=wanted.get("chu_de"),
        audience=wanted.get("nhom"),
    )
    answer = search_provisions(text, among)
    told = statuses({one.provision.document for one in answer.found} | set(answer.carriers), day)
    standing = standing_of(answer.found, day)
    rows = [(one, told[one.provision.document_id], standing[one.provision.pk]) for one in answer.found]
    context = {
        "form": form,
        "answer": answer,
        "named": [row for row in rows if row[0].named],
        "ranked": [row for row in rows if not row[0].named],
        "carriers": [(one, told[one.pk]) for one in answer.carriers],
        "asked": bool(text.strip()),
        "filtered": among is not None,
        "day": day,
    }
    return render(request, "office/library/provision_search.html", context)
