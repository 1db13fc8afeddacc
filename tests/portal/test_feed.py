"""Bản tin Atom của luật: chỉ điều công khai, mã tin không đổi, tin rút nói là đã rút, hỏi lại thì 304."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import Client

from lantoa.library import actions
from tests.factories import library as make
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]

WHERE = "/luat/thay-doi.atom"
A = "{http://www.w3.org/2005/Atom}"


def entries(client: Client) -> list[ElementTree.Element]:
    return ElementTree.fromstring(client.get(WHERE).content).findall(f"{A}entry")


def titles(client: Client) -> list[str]:
    return [str(entry.findtext(f"{A}title")) for entry in entries(client)]


def test_it_tells_documents_and_changes_with_their_days(client: Client, db: None) -> None:
    law = make.document(number="12")
    clause = make.provision(law, "Điều 3")
    make.effect(clause, date(2030, 1, 1), "repeal")

    feed = ElementTree.fromstring(client.get(WHERE).content)

    assert titles(client) == [
        "Điều 3 Nghị định 12/2021/NĐ-CP bị bãi bỏ từ 01/01/2030",
        "Nghị định 12/2021/NĐ-CP có hiệu lực từ 01/01/2022",
    ]
    # RFC 4287, 4.1.1 and 4.1.2: what each feed and entry must hold
    for part in (feed, *feed.findall(f"{A}entry")):
        assert all(part.findtext(f"{A}{name}") for name in ("id", "title", "updated"))
    assert feed.findtext(f"{A}author/{A}name") == "Lan Tỏa"
    assert {link.get("rel") for link in feed.findall(f"{A}link")} == {"self", "alternate"}
    ids = [entry.findtext(f"{A}id") for entry in feed.findall(f"{A}entry")]
    assert len(set(ids)) == len(ids)


def test_what_nobody_checked_and_what_it_changes_stays_inside(client: Client, db: None) -> None:
    draft = make.document(checked_on=None, title="Chưa ai kiểm")
    make.effect(make.document(), date(2030, 1, 1), source=draft)
    make.effect(draft, date(2030, 1, 1))

    assert [title for title in titles(client) if "thay thế" in title] == []
    assert "Chưa ai kiểm" not in client.get(WHERE).content.decode()


def test_a_withdrawn_change_keeps_its_id_and_says_so(client: Client, world: World) -> None:
    law = make.document()
    effect = actions.record_effect(law, by=world.minh, kind="repeal", on=date(2030, 1, 1))
    make.seen_by(world.hung, law)
    before = entries(client)[0]

    actions.withdraw_effect(effect, by=world.minh, why="Nhầm số nội bộ")

    after = entries(client)[0]
    assert after.findtext(f"{A}id") == before.findtext(f"{A}id")
    assert str(after.findtext(f"{A}title")).startswith("Đã rút tin: ")
    assert str(after.findtext(f"{A}updated")) > str(before.findtext(f"{A}updated"))
    assert "Nhầm số nội bộ" not in client.get(WHERE).content.decode()


def test_a_reader_that_has_it_is_told_so(client: Client, db: None) -> None:
    make.document()
    first = client.get(WHERE)

    assert client.get(WHERE, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.get(WHERE, headers={"if-modified-since": first["Last-Modified"]}).status_code == 304
    make.effect(make.document(), date(2030, 1, 1))
    assert client.get(WHERE, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_signs_that_xml_forbids_break_nothing(client: Client, db: None) -> None:
    make.document(title="Quy định \x0b<thử> & \ufffe nữa")

    assert entries(client)[0].findtext(f"{A}summary") == "Quy định <thử> &  nữa"


def test_an_empty_library_has_an_empty_feed(client: Client, db: None) -> None:
    assert client.get(WHERE).status_code == 200
    assert titles(client) == []
