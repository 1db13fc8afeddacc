"""How an action ended, told to the person: problems on the form, or a sentence on the next page."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from lantoa.common.problems import Problem, RuleBroken


def say(request: HttpRequest, sentence: str) -> None:
    """Tell her that it is done; shown once, on the next page."""
    messages.success(request, sentence)


def refuse(request: HttpRequest, sentence: str) -> None:
    """Tell her why nothing was done; shown once, on the next page. The form may be sent again."""
    messages.error(request, sentence)
    request.refused = True  # type: ignore[attr-defined]


def attempt(form: forms.BaseForm | None, request: HttpRequest, action: Callable[[], Any]) -> tuple[bool, Any]:
    """Run an action: (True, what it returned), or (False, None) after telling what is in the way.

    A form that is not valid stops before the action. Problems of the rules go to the form's fields, or
    to the top of the form; without a form they are told on the next page.
    """
    if form is not None and not form.is_valid():
        return False, None
    try:
        return True, action()
    except RuleBroken as broken:
        for problem in broken.problems:
            _tell(form, request, problem)
        return False, None


def _tell(form: forms.BaseForm | None, request: HttpRequest, problem: Problem) -> None:
    if form is None:
        refuse(request, problem.says)
        return
    field = problem.field if problem.field in form.fields else None
    form.add_error(field, ValidationError(problem.says, code=problem.code))
