"""Các mảnh giao diện: tags and filters that every template may use without loading them."""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django import template
from django.forms import BaseForm, BaseFormSet
from django.template import Context, Node
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from lucide import _render_icon as lucide_svg

from lantoa.common import dates
from lantoa.common.once import FORM_FIELD

register = template.Library()


@register.simple_tag(takes_context=True, name="csrf_token")
def form_tokens(context: Context) -> SafeString:
    """Django's token against forged forms, and the key by which this form is taken once (`sent_once`)."""
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="{}" value="{}">',
        context.get("csrf_token", ""),
        FORM_FIELD,
        uuid4().hex,
    )


SHAPES = {"", "wait", "half", "ok", "back", "shut", "ask", "stop"}
STATE_SHAPES = {
    "draft": "",
    "planned": "",
    "open": "",
    "new": "",
    "submitted": "wait",
    "waiting": "wait",
    "assigned": "wait",
    "signed": "half",
    "checked": "half",
    "partial": "half",
    "answered": "half",
    "issued": "ok",
    "approved": "ok",
    "published": "ok",
    "held": "ok",
    "done": "ok",
    "up": "ok",
    "settled": "ok",
    "returned": "back",
    "not_done": "back",
    "replaced": "shut",
    "closed": "shut",
    "cancelled": "shut",
    "taken_down": "shut",
    "withdrawn": "stop",
    "stopped": "stop",
    "unknown": "ask",
}
GRADES = {
    0: "đã lên lịch",
    1: "có người báo đã làm",
    2: "nội dung có tại nơi phát, khớp mã",
    3: "sổ hoặc máy ghi đã phát hết",
    4: "cảm biến hoặc nhật ký có chữ ký",
    5: "có người chứng kiến, có ảnh",
}
# Django's own codes: their sentences do not name the field, so the summary names it for them.
NAMELESS = {
    "required", "invalid", "max_length", "min_length", "max_value", "min_value", "invalid_choice",
    "invalid_list", "max_digits", "max_decimal_places", "max_whole_digits", "incomplete", "missing",
    "invalid_date", "money", "file_empty", "step_size", "list", "invalid_pk_value",
}  # fmt: skip


# -- Tags ----------------------------------------------------------------------------------------
@register.simple_tag
def tag(shape: str, words: str) -> str:
    """A state as shape and word; shape is one of SHAPES, "" for a draft."""
    return format_html('<span class="tag {}">{}</span>', shape if shape in SHAPES else "", words)


@register.simple_tag
def state_tag(thing: Any) -> str:
    """The state of a thing that has `state` and `get_state_display`."""
    return tag(STATE_SHAPES.get(str(thing.state), ""), thing.get_state_display())


@register.simple_tag
def suspect(words: str = "Cần kiểm lại") -> str:
    """What may no longer be true."""
    return format_html('<span class="suspect">{}</span>', words)


@register.simple_tag
def cite(provision: Any, url: str = "", changed: bool = False) -> str:
    """A chip that names a provision (or a ready sentence) and opens it."""
    place, document = getattr(provision, "place", ""), getattr(provision, "document", None)
    words = f"{place} · {document}" if place and document else str(provision)
    css = "cite changed" if changed else "cite"
    if url:
        return format_html('<a class="{}" href="{}">{}</a>', css, url, words)
    return format_html('<span class="{}">{}</span>', css, words)


@register.simple_tag
def evidence(grade: Any) -> str:
    """A grade of proof E0..E5 as rings with its letter; None says that there is none."""
    if grade is None or grade == "":
        return tag("ask", "chưa có")
    number = int(grade)
    return format_html(
        '<span class="ev e{0}" title="{1}">E{0}<span class="vh"> ({1})</span></span>', number, GRADES[number]
    )


@register.simple_tag
def grade_words(grade: int) -> str:
    """What a grade of proof means."""
    return GRADES[grade]


@register.simple_tag
def icon(name: str, label: str = "") -> str:
    """A lucide icon in the line of text; decoration unless it gets a label."""
    svg = lucide_svg(name, None, **{"class": "i", "aria_hidden": "true", "focusable": "false"})
    words = format_html('<span class="vh">{}</span>', label) if label else ""
    return format_html("{}{}", mark_safe(svg), words)  # noqa: S308 - the package's own drawing


@register.inclusion_tag("office/pieces/empty.html")
def empty(title: str, why: str = "", url: str = "", label: str = "") -> dict[str, str]:
    """Why nothing is here, and the next step."""
    return {"title": title, "why": why, "url": url, "label": label}


@register.inclusion_tag("office/pieces/trail.html")
def trail(steps: list[dict[str, Any]]) -> dict[str, object]:
    """Steps in order: dicts with done / now / gone (true or not), title, note."""
    return {"steps": steps}


@register.inclusion_tag("office/pieces/pages.html", takes_context=True)
def pages(context: Context, page: Any, param: str = "trang") -> dict[str, object]:
    """Links to the other pages of a list, keeping what was filtered. Nothing for one page."""
    query = context["request"].GET.copy() if "request" in context else None
    if query is not None:
        query.pop(param, None)
    rest = f"&{query.urlencode()}" if query else ""
    numbers = list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
    return {
        "page": page,
        "numbers": numbers,
        "rest": rest,
        "param": param,
        "more": page.paginator.num_pages > 1,
    }


@register.inclusion_tag("office/pieces/errors.html")
def errors(*forms: BaseForm | BaseFormSet | None) -> dict[str, object]:
    """What is to be mended, gathered at the top; each line leads to its field."""
    found: list[tuple[str, str]] = []
    for form in forms:
        if isinstance(form, BaseFormSet):
            found += [("", said) for said in form.non_form_errors()] if form.is_bound else []
            for part in form.forms:
                found += _errors_of(part)
        elif form is not None:
            found += _errors_of(form)
    return {"found": found}


def _errors_of(form: BaseForm) -> list[tuple[str, str]]:
    if not form.is_bound:
        return []
    found = []
    for name, problems in form.errors.as_data().items():
        bound = form[name] if name in form.fields else None
        target = (bound.id_for_label or bound.auto_id) if bound is not None else ""
        for problem in problems:
            for said in problem.messages:
                if bound is not None and problem.code in NAMELESS:
                    said = f"{bound.label}: {said[:1].lower()}{said[1:]}"
                found.append((target, said))
    return found


@register.simple_tag
def work_url(row: Any) -> str:
    """The address behind a row of work."""
    return reverse(row.url_name, args=row.url_args, query=row.query or None)


class Navigation(Node):
    """Draws the navigation, its active entry named by what stands between the tags."""

    def __init__(self, nodelist: template.NodeList):
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        section = self.nodelist.render(context).strip()
        page = context.template.engine.get_template("office/pieces/navigation.html")
        with context.push(section=section):
            return page.render(context)


@register.tag
def navigation(parser: template.base.Parser, token: template.base.Token) -> Navigation:
    """``{% navigation %}{% block section %}{% endblock %}{% endnavigation %}``"""
    nodelist = parser.parse(("endnavigation",))
    parser.delete_first_token()
    return Navigation(nodelist)


class Wrap(Node):
    """What stands between, in a frame; no frame around nothing."""

    def __init__(self, nodelist: template.NodeList, before: str, after: str):
        self.nodelist, self.before, self.after = nodelist, before, after

    def render(self, context: Context) -> SafeString:
        inner = self.nodelist.render(context)
        return mark_safe(f"{self.before}{inner}{self.after}") if inner.strip() else inner  # noqa: S308 - rendered


@register.tag
def wrap(parser: template.base.Parser, token: template.base.Token) -> Wrap:
    """``{% wrap "<p>" "</p>" %}...{% endwrap %}``: for blocks that a page may leave empty."""
    _, before, after = token.split_contents()
    nodelist = parser.parse(("endwrap",))
    parser.delete_first_token()
    return Wrap(nodelist, before[1:-1], after[1:-1])


class Beside(Node):
    """The main part, with a side column when there is something to put there."""

    child_nodelists = ("main", "side")

    def __init__(self, main: template.NodeList, side: template.NodeList):
        self.main, self.side = main, side

    def render(self, context: Context) -> SafeString:
        main, side = self.main.render(context), self.side.render(context)
        if not side.strip():
            return main
        return mark_safe(  # noqa: S308 - both are rendered templates
            f'<div class="with-side"><div class="mid">{main}</div><aside class="side">{side}</aside></div>'
        )


@register.tag
def beside(parser: template.base.Parser, token: template.base.Token) -> Beside:
    """``{% beside %}`` main part ``{% at_side %}`` side part ``{% endbeside %}``"""
    main = parser.parse(("at_side",))
    parser.delete_first_token()
    side = parser.parse(("endbeside",))
    parser.delete_first_token()
    return Beside(main, side)


# -- Filters -------------------------------------------------------------------------------------
@register.filter
def thousands(value: Any) -> str:
    """1.250.000, or "chưa có"."""
    return "chưa có" if value is None or value == "" else f"{int(value):,}".replace(",", ".")


@register.filter
def told(value: Any) -> str:
    """A count as it leaves the office: 1.250, "chưa có", or "ẩn số" when it is hidden."""
    return thousands(value) if value is None or isinstance(value, int) else str(value)


@register.filter
def vnd(value: Any) -> str:
    """1.250.000 đồng, or "chưa có"."""
    return "chưa có" if value is None or value == "" else f"{thousands(value)} đồng"


@register.filter
def day(value: date | datetime | None) -> str:
    """12/01/2026 in Vietnam, or "chưa xác định"."""
    if isinstance(value, datetime):
        value = value.astimezone(dates.VIETNAM).date()
    return dates.say(value or None)


WEEKDAYS = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]


@register.filter
def weekday(value: date) -> str:
    """Thứ Hai ... Chủ nhật."""
    return WEEKDAYS[value.weekday()]


@register.filter
def moment(value: datetime | None) -> str:
    """05:30 12/01/2026 in Vietnam, or "chưa xác định"."""
    return value.astimezone(dates.VIETNAM).strftime("%H:%M %d/%m/%Y") if value else "chưa xác định"


@register.filter
def dash(value: Any) -> Any:
    """The value, or "chưa có" where there is none; 0 is a value."""
    return "chưa có" if value is None or value == "" else value
