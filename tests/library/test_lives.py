"""Một điều khoản có thể sống nhiều lần: bãi bỏ rồi ban hành lại, mỗi lần có lời, nguồn và ngày riêng."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from lxml import etree

from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.export.akoma_ntoso import NAMESPACE
from lantoa.library.models import Document, Provision
from lantoa.library.queries import (
    Pin,
    as_akoma_ntoso,
    as_json_ld,
    branches,
    effects_on,
    provision_statuses,
    resolve,
    said_of,
    search_provisions,
    state_of,
)
from lantoa.library.states import Status
from tests.factories import library as make
from tests.factories.people import World
from tests.library.export.test_akoma_ntoso import SCHEMA
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

LAW = "Điều 1. Phạm vi\nQuy định quà.\nĐiều 2. Mức quà\n1. Được 500.000 đồng.\n2. Được thêm gạo cứu đói."
GONE, AGAIN = date(2032, 1, 1), date(2034, 1, 1)
ONE = timedelta(days=1)
EID = "art_2__para_2"


@pytest.fixture
def law(world: World) -> Document:
    document = make.document("Nghị định", "20", 2031, effective_on=date(2031, 1, 1))
    actions.set_provisions(document, LAW, by=world.minh)
    return document


def end(world: World, law: Document, on: date = GONE, eid: str = EID, life: int = 1) -> None:
    actions.record_effect(
        law, by=world.minh, kind="repeal", on=on, provision=law.provisions.get(eid=eid, life=life)
    )


def enact(world: World, law: Document, words: str = "2. Được thêm chăn ấm.", on: date = AGAIN) -> Document:
    source = make.document()
    actions.record_effect(
        law, by=world.minh, kind="supplement", on=on, provision=law.provisions.get(eid="art_2"),
        new_words=words, source=source,
    )  # fmt: skip
    return source


def lives(law: Document, eid: str = EID) -> list[Provision]:
    return list(law.provisions.filter(eid=eid).order_by("life"))


def told(law: Document, day: date) -> dict[str, tuple[int, str | None]]:
    """Place -> (life, its words on a day, None when gone)."""
    on_it = effects_on([law.pk])
    waiting, found = branches(law, on_it[law.pk], day, said_of([law], on_it)[law.pk].doubtful), {}
    while waiting:
        branch = waiting.pop()
        waiting += branch.children
        found[branch.provision.eid] = (branch.provision.life, branch.wording.words)
    return found


def status(law: Document, provision: Provision, day: date) -> Status:
    on_it = effects_on([law.pk])
    return provision_statuses(law, on_it[law.pk], said_of([law], on_it)[law.pk], day)[provision.pk]


def test_a_clause_repealed_and_enacted_again_lives_again_with_its_own_words_source_and_days(
    world: World, law: Document
) -> None:
    end(world, law)
    source = enact(world, law)

    first, second = lives(law)
    assert (first.words, first.added_by) == ("Được thêm gạo cứu đói.", None)
    assert (second.words, second.added_by.source, second.added_by.on) == ("Được thêm chăn ấm.", source, AGAIN)
    assert second.place == "khoản 2 Điều 2 (ban hành lại)"
    days = (GONE - ONE, GONE, AGAIN - ONE, AGAIN, AGAIN + ONE)
    ended, alive = Status.ENDED, Status.IN_FORCE
    assert [status(law, first, day) for day in days] == [alive, ended, ended, ended, ended]
    assert [status(law, second, day) for day in days] == [Status.NOT_YET] * 3 + [alive, alive]
    assert [told(law, day)[EID] for day in days] == [
        (1, "Được thêm gạo cứu đói."), (1, None), (1, None),
        (2, "Được thêm chăn ấm."), (2, "Được thêm chăn ấm."),
    ]  # fmt: skip


def test_a_citation_stands_on_the_life_that_it_names(world: World, law: Document) -> None:
    first = law.provisions.get(eid=EID)
    end(world, law)
    enact(world, law)
    second = lives(law)[1]
    pins = [Pin("cũ", first.pk, first.fingerprint), Pin("mới", second.pk, second.fingerprint)]

    def kinds(day: date) -> list[str]:
        states = state_of(pins, day)
        return [states["cũ"].kind, states["mới"].kind]

    assert kinds(GONE - ONE) == ["ending_on", "suspect"]
    assert kinds(AGAIN - ONE) == ["suspect", "suspect"]
    assert kinds(AGAIN) == ["suspect", "good"]
    assert "chưa có hiệu lực" in state_of(pins, GONE)["mới"].says
    citation = {"type": "Nghị định", "number": "20", "symbol": "NĐ-CP", "year": 2031}
    assert resolve({**citation, "article": "2", "clause": "2"}) == second


def test_what_is_enacted_again_is_found_by_its_words(world: World, law: Document) -> None:
    end(world, law)
    enact(world, law)

    [found] = search_provisions("chăn ấm").found
    assert (found.provision.eid, found.provision.life) == (EID, 2)


def test_lives_follow_whatever_the_order_of_recording(world: World, law: Document) -> None:
    """Nghị định ban hành lại vào kho trước, nghị định bãi bỏ vào sau."""
    clause = law.provisions.get(eid=EID)
    actions.record_effect(
        law, by=world.minh, kind="amend", on=AGAIN, provision=clause, new_words="2. Được thêm chăn ấm."
    )
    end(world, law)

    first, second = lives(law)
    assert status(law, first, AGAIN) == Status.ENDED and status(law, second, AGAIN) == Status.IN_FORCE
    assert told(law, AGAIN)[EID] == (2, "Được thêm chăn ấm.")
    assert told(law, AGAIN - ONE)[EID] == (1, None)


def test_a_whole_article_lives_again_with_what_it_then_holds(world: World, law: Document) -> None:
    end(world, law, eid="art_2")
    actions.record_effect(
        law, by=world.minh, kind="supplement", on=AGAIN, source=make.document(),
        new_words="Điều 2. Mức quà mới\n1. Được 700.000 đồng.\n3. Được đi xe miễn phí.",
    )  # fmt: skip

    after = told(law, AGAIN)
    assert (after["art_2"][0], after["art_2__para_1"]) == (2, (2, "Được 700.000 đồng."))
    assert after["art_2__para_3"] == (1, "Được đi xe miễn phí.") and EID not in after
    before = told(law, GONE)
    assert before["art_2"] == (1, None) and "art_2__para_3" not in before


def test_a_third_life_and_a_clause_that_stands_is_not_enacted_twice(world: World, law: Document) -> None:
    with pytest.raises(RuleBroken, match="đã có khoản 2 Điều 2"):
        enact(world, law)
    end(world, law)
    enact(world, law)
    end(world, law, on=date(2035, 1, 1), life=2)
    enact(world, law, "2. Được thêm sách vở.", on=date(2036, 1, 1))

    days = [date(year, 6, 1) for year in (2031, 2032, 2034, 2035, 2036)]
    assert [told(law, day)[EID] for day in days] == [
        (1, "Được thêm gạo cứu đói."), (1, None), (2, "Được thêm chăn ấm."), (2, None),
        (3, "Được thêm sách vở."),
    ]  # fmt: skip


def test_a_later_life_ends_the_earlier_one_even_when_the_repeal_is_withdrawn(
    world: World, law: Document
) -> None:
    end(world, law)
    enact(world, law)
    first, second = lives(law)

    actions.withdraw_effect(first.effects.get(), by=world.minh, why="Nhầm")

    assert [status(law, first, day) for day in (GONE, AGAIN)] == [Status.IN_FORCE, Status.ENDED]
    state = state_of([Pin("p", first.pk, first.fingerprint)], AGAIN)["p"]
    assert state.kind == "suspect" and "bổ sung mới" in state.says

    actions.withdraw_effect(second.added_by, by=world.minh, why="Nhầm")
    assert status(law, first, AGAIN) == Status.IN_FORCE and told(law, AGAIN)[EID][0] == 1


def test_pasting_the_issued_words_again_touches_no_later_life(world: World, law: Document) -> None:
    end(world, law)
    enact(world, law)

    actions.set_provisions(law, LAW, by=world.minh)

    assert [one.words for one in lives(law)] == ["Được thêm gạo cứu đói.", "Được thêm chăn ấm."]


def test_both_exports_print_every_life_with_its_days(world: World, law: Document) -> None:
    end(world, law)
    source = enact(world, law)
    end(world, law, eid="art_1")
    actions.record_effect(
        law, by=world.minh, kind="supplement", on=AGAIN, new_words="Điều 1. Phạm vi mới\nQuy định quà Tết."
    )

    root = etree.fromstring(as_akoma_ntoso(law, AGAIN))
    SCHEMA.assertValid(root)
    period = {}
    events = {e.get("eId"): e.get("date") for e in root.iter(f"{{{NAMESPACE}}}eventRef")}
    for one in root.iter(f"{{{NAMESPACE}}}paragraph", f"{{{NAMESPACE}}}article"):
        if one.get("period"):
            [group] = root.xpath(f"//*[@eId='{one.get('period')[1:]}']/*")
            last = events.get((group.get("end") or "#")[1:])
            period[one.get("eId")] = (events[group.get("start")[1:]], last, "".join(one.itertext()))
    assert period[EID][1:] == (str(GONE), "2.Được thêm gạo cứu đói.")
    assert period[f"{EID}~2"] == (str(AGAIN), None, "2.Được thêm chăn ấm.")
    assert period["art_1~2"][0] == str(AGAIN) and period["art_1"][1] == str(GONE)
    assert source.full_number in etree.tostring(root, encoding="unicode")
    told = {
        one["@id"].rpartition("/~")[2]: one.get("temporalCoverage")
        for one in as_json_ld(law, AGAIN)["hasPart"]
    }
    assert told == {"art_1": "2031-01-01/2031-12-31", "art_1~2": "2034-01-01/..", "art_2": None}


def test_the_page_of_a_clause_tells_its_lives(world: World, law: Document) -> None:
    end(world, law)
    source = enact(world, law)
    first, second = lives(law)
    client = as_(world.minh)

    for one in (first, second):
        page = " ".join(client.get(reverse("office:provision", args=[one.pk])).content.decode().split())
        assert "Các lần có hiệu lực" in page and str(source) in page
        assert "Được thêm gạo cứu đói." in page and "Được thêm chăn ấm." in page
        assert "hết từ 01/01/2032" in page and "từ 01/01/2034" in page
