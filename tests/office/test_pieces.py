"""Pieces: states keep their shape, unknown is said and never guessed, nothing typed becomes markup."""

from datetime import UTC, date, datetime

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from lantoa.content.states import EditionState
from lantoa.library.models import Document, Provision
from lantoa.office.templatetags import pieces
from lantoa.plans.states import PlanState


def draw(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", 'a" onclick="b', "&lt;"])
def test_what_a_person_typed_never_becomes_markup(words: str) -> None:
    source = (
        "{% tag 'ok' w %}{% suspect w %}{% cite w '/x' %}{% empty w w '/y' w %}{% icon 'check' w %}"
        "{% trail steps %}"
    )
    drawn = draw(source, w=words, steps=[{"title": words, "note": words, "now": True}])
    assert "<script>" not in drawn
    assert 'onclick="b' not in drawn


def test_every_state_of_plans_and_editions_has_its_own_shape_and_word() -> None:
    class Thing:
        def __init__(self, state: str, label: str):
            self.state, self.label = state, label

        def get_state_display(self) -> str:
            return self.label

    for states in (PlanState, EditionState):
        drawn = {pieces.state_tag(Thing(state.value, state.label)) for state in states}
        assert len(drawn) == len(states)
        assert {state.value for state in states} <= set(pieces.STATE_SHAPES)


def test_an_icon_is_drawn_and_hidden_from_readers() -> None:
    assert draw("{% icon 'check' %}").startswith("<svg")
    assert 'aria-hidden="true"' in draw("{% icon 'check' %}")
    assert '<span class="vh">Đóng</span>' in draw("{% icon 'x' 'Đóng' %}")


def test_evidence_names_its_grade_in_words() -> None:
    assert "e5" in pieces.evidence(5)
    assert "có người chứng kiến" in pieces.evidence(5)
    assert "chưa có" in pieces.evidence(None)


def test_a_citation_names_place_and_document() -> None:
    document = Document(kind="Nghị định", number="15", year=2031, symbol="NĐ-CP")
    provision = Provision(document=document, eid="art_7__para_2")
    assert "khoản 2 Điều 7 · Nghị định 15/2031/NĐ-CP" in pieces.cite(provision, "/van-ban/1/")


@pytest.mark.parametrize(
    ("source", "value", "shown"),
    [
        ("{{ v|vnd }}", 1_250_000, "1.250.000 đồng"),
        ("{{ v|vnd }}", 0, "0 đồng"),
        ("{{ v|vnd }}", None, "chưa có"),
        ("{{ v|thousands }}", 12400, "12.400"),
        ("{{ v|thousands }}", None, "chưa có"),
        ("{{ v|day }}", date(2026, 1, 12), "12/01/2026"),
        ("{{ v|day }}", datetime(2026, 1, 11, 18, 0, tzinfo=UTC), "12/01/2026"),
        ("{{ v|day }}", None, "chưa xác định"),
        ("{{ v|moment }}", datetime(2026, 1, 11, 22, 30, tzinfo=UTC), "05:30 12/01/2026"),
        ("{{ v|weekday }}", date(2026, 1, 12), "Thứ Hai"),
        ("{{ v|dash }}", "", "chưa có"),
        ("{{ v|dash }}", 0, "0"),
    ],
)
def test_unknown_is_said_and_zero_is_a_value(source: str, value: object, shown: str) -> None:
    assert draw(source, v=value) == shown


def test_pages_keep_what_was_filtered() -> None:
    request = RequestFactory().get("/?loai=radio&trang=2")
    page = Paginator(range(100), 10).page(2)
    drawn = draw("{% pages page %}", page=page, request=request)
    assert 'href="?trang=3&amp;loai=radio"' in drawn
    assert 'aria-current="page"' in drawn


def test_one_page_needs_no_links() -> None:
    page = Paginator(range(3), 10).page(1)
    assert draw("{% pages page %}", page=page).strip() == ""


def test_a_frame_stands_only_around_something() -> None:
    assert draw("{% wrap '<nav>' '</nav>' %} {% endwrap %}").strip() == ""
    assert draw("{% wrap '<nav>' '</nav>' %}x{% endwrap %}") == "<nav>x</nav>"
    assert draw("{% beside %}a{% at_side %} {% endbeside %}") == "a"
    assert '<aside class="side">b</aside>' in draw("{% beside %}a{% at_side %}b{% endbeside %}")
