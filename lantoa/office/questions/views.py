"""Câu hỏi, vướng mắc: take in, give to a person, answer by approved words, publish without identity."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lantoa.common import dates
from lantoa.common.once import FORM_FIELD
from lantoa.content.queries import airable_one
from lantoa.office.access import of_records, office_login
from lantoa.office.outcome import attempt, say
from lantoa.office.questions.forms import (
    AssignForm,
    ClassifyForm,
    PublishForm,
    QuestionForm,
    RouteForm,
    TakeBackForm,
)
from lantoa.people.queries import scope
from lantoa.people.two_people import writers_of
from lantoa.questions import actions
from lantoa.questions.actions import OPEN
from lantoa.questions.models import Question
from lantoa.questions.permissions import may_check_words, may_work_on
from lantoa.questions.queries import people_who_answer, visible_questions
from lantoa.questions.roles import ANSWERERS


@of_records
def question_list(request: HttpRequest) -> HttpResponse:
    """The open ones by urgency, or the finished ones."""
    done = request.GET.get("xong") == "1"
    found = visible_questions(request.user)
    found = found.exclude(status__in=OPEN).order_by("-pk") if done else found.filter(status__in=OPEN)
    page = Paginator(found, 30).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "done": done,
        "today": dates.today(),
        "may_take_in": bool(scope(request.user).roles & ANSWERERS),
    }
    return render(request, "office/questions/list.html", context)


@office_login
def question_new(request: HttpRequest) -> HttpResponse:
    """Take a question in; the code is shown once, to be handed to the asker."""
    form = QuestionForm(request.user, request.POST or None)
    if request.method == "POST":
        key = request.POST.get(FORM_FIELD, "")
        ok, taken = attempt(
            form, request, lambda: actions.take_in(by=request.user, key=key, **form.cleaned_data)
        )
        if ok:
            return render(request, "office/questions/code.html", {"taken": taken})
    return render(request, "office/questions/form.html", {"form": form})


def _page(request: HttpRequest, found: Question, **forms: object) -> HttpResponse:
    version = found.answer.versions.order_by("-number").first() if found.answer_id else None
    context = {
        "question": found,
        "today": dates.today(),
        "may_work": may_work_on(request.user, found),
        "may_check": may_check_words(request.user, found) and request.user.pk not in writers_of(found),
        "may_take_back": may_check_words(request.user, found),
        "is_open": found.status in OPEN,
        "version": version,
        "airable": airable_one(version, dates.today()) if version else None,
        "assign_form": forms.get("assign")
        or AssignForm(people_who_answer(found), initial={"owner": found.owner_id, "due_on": found.due_on}),
        "classify_form": forms.get("classify")
        or ClassifyForm(initial={"topic": found.topic_id, "policy": found.policy_id}),
        "publish_form": forms.get("publish") or PublishForm(initial={"public_text": found.public_text}),
        "route_form": forms.get("route") or RouteForm(),
        "back_form": forms.get("back") or TakeBackForm(),
    }
    return render(request, "office/questions/question.html", context)


@office_login
def question(request: HttpRequest, pk: int) -> HttpResponse:
    """One question: what was asked, who answers until when, the answer, and the next step."""
    return _page(request, get_object_or_404(visible_questions(request.user), pk=pk))


@office_login
@require_POST
def question_assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Give it to a person."""
    found = get_object_or_404(visible_questions(request.user), pk=pk)
    form = AssignForm(people_who_answer(found), request.POST)
    ok, _ = attempt(form, request, lambda: actions.assign(found, by=request.user, **form.cleaned_data))
    if not ok:
        return _page(request, found, assign=form)
    say(request, "Đã giao câu hỏi.")
    return redirect("office:question", pk=pk)


@office_login
@require_POST
def question_classify(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what it is about."""
    found = get_object_or_404(visible_questions(request.user), pk=pk)
    form = ClassifyForm(request.POST)
    ok, _ = attempt(form, request, lambda: actions.classify(found, by=request.user, **form.cleaned_data))
    if not ok:
        return _page(request, found, classify=form)
    say(request, "Đã ghi chủ đề và chính sách.")
    return redirect("office:question", pk=pk)


@office_login
@require_POST
def question_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the answer, or go on with it."""
    found = get_object_or_404(visible_questions(request.user), pk=pk)
    ok, edition = attempt(None, request, lambda: actions.draft_answer(found, by=request.user))
    if not ok:
        return redirect("office:question", pk=pk)
    return redirect("office:edition_edit", pk=edition.pk)


@office_login
@require_POST
def question_give(request: HttpRequest, pk: int) -> HttpResponse:
    """The approved answer reaches the asker."""
    found = get_object_or_404(visible_questions(request.user), pk=pk)
    ok, _ = attempt(None, request, lambda: actions.give_answer(found, by=request.user))
    if ok:
        say(request, "Đã trả lời. Người hỏi đọc được bằng mã tra cứu.")
    return redirect("office:question", pk=pk)


@office_login
@require_POST
def question_publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Words for everyone, without identity; another person checks them."""
    found = get_object_or_404(visible_questions(request.user), pk=pk)
    form = PublishForm(request.POST)
    ok, _ = attempt(
        form,
        request,
        lambda: actions.write_public_words(found, by=request.user, **form.cleaned_data),
    )
    if not ok:
        return _page(request, found, publish=form)
    say(request, "Đã gửi. Người khác kiểm xong thì bà con đọc được.")
    return redirect("office:question", pk=pk)


@office_login
@require_POST
def question_words_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Another person lets the words for people outside go out: the public question, or where it was sent."""
    found = get_object_or_404(visible_questions(request.user), pk=pk)
    routed = found.status == Question.Status.ROUTED_OUT
    check = actions.check_route if routed else actions.publish_answer
    ok, _ = attempt(None, request, lambda: check(found, by=request.user))
    if ok and routed:
        say(request, "Đã kiểm. Người hỏi tra mã thì thấy nơi nhận.")
    elif ok:
        say(request, "Đã công khai câu hỏi và câu trả lời.")
    return redirect("office:question", pk=pk)


@office_login
@require_POST
def question_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Not for everyone, with the reason."""
    found = get_object_or_404(visible_questions(request.user), pk=pk)
    form = TakeBackForm(request.POST)
    ok, _ = attempt(
        form, request, lambda: actions.take_back_public_words(found, by=request.user, **form.cleaned_data)
    )
    if not ok:
        return _page(request, found, back=form)
    say(request, "Câu hỏi này không công khai.")
    return redirect("office:question", pk=pk)


@office_login
@require_POST
def question_route(request: HttpRequest, pk: int) -> HttpResponse:
    """A complaint goes where complaints are handled."""
    found = get_object_or_404(visible_questions(request.user), pk=pk)
    form = RouteForm(request.POST)
    ok, _ = attempt(form, request, lambda: actions.route_out(found, by=request.user, **form.cleaned_data))
    if not ok:
        return _page(request, found, route=form)
    say(request, "Đã ghi nơi chuyển. Người khác kiểm xong thì người hỏi tra mã thấy nơi nhận.")
    return redirect("office:question", pk=pk)
