"""The words of a document, cut into its tree: seen first, kept whole, changed word by word."""

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.models import Provision
from lantoa.library.queries import Pin, resolve, state_of
from lantoa.library.reading import changes_of, parts_of
from lantoa.library.understanding.lines_told import odd_lines
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]

TEXT = """
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Quy định này nói về hỗ trợ thử.
Điều 2. Mức hỗ trợ
1. Hộ nghèo được hỗ trợ 100% mức đóng.
2. Hộ cận nghèo được hỗ trợ:
a) 70% mức đóng ở đô thị;
đ) 80% mức đóng ở nông thôn.
"""


def places(document) -> dict[str, str]:
    return {p.place: p.words for p in document.provisions.all()}


def test_text_becomes_a_tree_with_stable_places(world):
    document = make.document()

    actions.set_provisions(document, TEXT, by=world.minh)

    assert list(places(document)) == [
        "Chương I",
        "Điều 1",
        "Điều 2",
        "khoản 1 Điều 2",
        "khoản 2 Điều 2",
        "điểm a khoản 2 Điều 2",
        "điểm đ khoản 2 Điều 2",
    ]
    point = document.provisions.get(eid="art_2__para_2__point_dd")
    assert (point.words, point.parent.parent.heading) == ("80% mức đóng ở nông thôn.", "Mức hỗ trợ")
    cited = {
        "type": document.kind,
        "number": document.number,
        "year": document.year,
        "symbol": document.symbol,
    }
    assert resolve({**cited, "article": "2", "clause": "2", "point": "đ"}) == point


def test_one_changed_word_raises_exactly_its_dependants(world):
    document = make.document()
    kept = actions.set_provisions(document, TEXT, by=world.minh)
    pins = [Pin(p.eid, p.pk, p.fingerprint) for p in kept]

    actions.set_provisions(document, TEXT.replace("70%", "75%"), by=world.minh)

    states = state_of(pins, make.IN_FORCE)
    assert [eid for eid, state in states.items() if state.kind == "suspect"] == ["art_2__para_2__point_a"]


def test_changed_layout_raises_nothing(world):
    document = make.document()
    kept = actions.set_provisions(document, TEXT, by=world.minh)
    pins = [Pin(p.eid, p.pk, p.fingerprint) for p in kept]

    actions.set_provisions(document, TEXT.replace("\n", "\n\n").replace(" được ", "  được "), by=world.minh)

    assert {state.kind for state in state_of(pins, make.IN_FORCE).values()} == {"good"}
    assert Provision.objects.count() == len(kept)


def test_what_the_text_no_longer_holds_goes_unless_something_rests_on_it(world):
    document = make.document()
    actions.set_provisions(document, TEXT, by=world.minh)
    shorter = TEXT[: TEXT.index("a) 70%")]
    make.policy(bases=[document.provisions.get(eid="art_2__para_2__point_a")])

    with pytest.raises(RuleBroken, match="điểm a khoản 2 Điều 2"):
        actions.set_provisions(document, shorter, by=world.minh)
    assert document.provisions.count() == 7

    cut = TEXT.replace("đ) 80% mức đóng ở nông thôn.\n", "")
    actions.set_provisions(document, cut, by=world.minh)
    assert "điểm đ khoản 2 Điều 2" not in places(document)


def test_preview_tells_new_changed_gone_and_same():
    before = {part.eid: Provision(**_fields(part)) for part in parts_of(TEXT)}
    for provision in before.values():
        provision.derive()

    changes = changes_of(parts_of(TEXT.replace("100%", "90%").replace("đ) 80%", "e) 80%")), before)

    assert [part.place for part in changes.changed] == ["khoản 1 Điều 2"]
    assert [part.place for part in changes.new] == ["điểm e khoản 2 Điều 2"]
    assert [provision.place for provision in changes.gone] == ["điểm đ khoản 2 Điều 2"]
    assert changes.same == 5


def _fields(part) -> dict:
    return {"eid": part.eid, "heading": part.heading, "words": part.words}


def test_number_given_twice_is_told_not_swallowed():
    text = "Điều 1. Một\n1. Lời thứ nhất.\nĐiều 2. Hai\nLời.\nĐiều 2. Ba\nLời khác."
    parts = parts_of(text)

    (doubt,) = odd_lines(text)

    assert "đánh số trùng" in doubt
    assert len({part.eid for part in parts}) == len(parts)


def test_more_parts_than_any_law_has_are_refused(world):
    text = "\n".join(f"Điều {number}. Lời." for number in range(1, 7000))

    with pytest.raises(RuleBroken, match="quá nhiều cho một văn bản"):
        actions.set_provisions(make.document(), text, by=world.minh)


@pytest.mark.parametrize("text", ["Không có điều khoản nào ở đây.", "\u0000", "…" * 1000])
def test_text_without_provisions_is_refused_with_a_sentence(world, text):
    document = make.document()

    with pytest.raises(RuleBroken, match="Không thấy Điều"):
        actions.set_provisions(document, text, by=world.minh)

    assert not document.provisions.exists()


def test_only_programme_officers_put_words_in(world):
    with pytest.raises(PermissionDenied):
        actions.set_provisions(make.document(), TEXT, by=world.binh)
