"""Lược đồ, relations, conflicts, reading on a day and export, tried by the right people and by others."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.library import actions
from lantoa.library.models import Relation, StatusDeclaration, StatusRuling
from lantoa.office.library import drawing
from tests.factories import library as make
from tests.office.library.test_document_screens import as_, body, url

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2026, 1, 1)
ONE = timedelta(days=1)


def test_a_relation_is_recorded_by_citing_the_other_document_and_seen_from_both(world):
    document, clause = make.document(), make.provision(make.document(), "khoản 2 Điều 3")
    tam = as_(world.minh)

    response = tam.post(
        url("relation_new", document.pk),
        {"kind": "out:detail", "other": f"khoản 2 Điều 3 {clause.document}", "words": "Quy định chi tiết"},
    )

    assert response.status_code == 302
    assert Relation.objects.get().target_provision == clause
    assert "Quy định chi tiết" in body(tam.get(url("relation_graph", document.pk)))
    other = body(tam.get(url("relation_graph", clause.document_id)))
    assert "Được quy định chi tiết bởi" in other and str(document) in other


def test_a_document_that_the_library_does_not_hold_is_said_and_nothing_is_recorded(world):
    response = as_(world.minh).post(
        url("relation_new", make.document().pk), {"kind": "in:basis", "other": "Nghị định 77/1999/NĐ-CP"}
    )

    assert "Kho chưa có văn bản này" in body(response)
    assert not Relation.objects.exists()


def test_a_relation_is_taken_back_with_a_reason_by_who_may(world):
    relation = actions.record_relation(make.document(), make.document(), by=world.minh, kind="basis")
    where = url("relation_withdraw", relation.source_id, relation.pk)

    assert as_(world.tam).post(where, {"why": "x"}).status_code == 403
    as_(world.minh).post(where, {"why": "nhầm số"})

    relation.refresh_from_db()
    assert relation.withdrawn_why == "nhầm số"
    assert "Chưa ghi quan hệ nào" in body(as_(world.tam).get(url("relation_graph", relation.source_id)))


def test_the_picture_keeps_within_its_frame_and_names_the_rest_in_the_table(world):
    document = make.document()
    for number in range(9):
        other = make.document(kind="Thông tư liên tịch " + "rất dài " * (number % 5))
        actions.record_relation(other, document, by=world.minh, kind="guide")
    make.effect(document, DAY, "amend", source=make.document())

    page = as_(world.tam).get(url("relation_graph", document.pk))

    assert "và 3 văn bản khác trong bảng" in body(page) and "style=" not in body(page)
    for picture in page.context["drawings"]:
        for box in picture.boxes:
            assert box.x >= 0 and box.x + box.width <= picture.width
            assert box.y >= 0 and box.y + box.height <= picture.height
            assert all(len(row.name) * drawing.LETTER <= box.width for row in box.rows)
            assert all(row.note_y < box.y + box.height for row in box.rows)
        tops = sorted((box.x, box.y, box.y + box.height) for box in picture.boxes)
        assert all(a[0] != b[0] or a[2] <= b[1] for a, b in zip(tops, tops[1:], strict=False))


def test_a_conflict_is_listed_and_settled_on_the_page(world):
    document = make.document(ended_on=DAY)
    make.effect(document, DAY + ONE)
    hung = as_(world.hung)
    assert "Ngày hết hiệu lực ghi là" in body(hung.get(url("dispute_list")))
    candidate = f"rule::ended:{DAY}"

    hung.post(url("dispute_settle", document.pk), {"answer": candidate, "reason": "Công báo số thử"})

    assert StatusRuling.objects.get().reason == "Công báo số thử"
    assert "Không có dữ kiện nào trái nhau" in body(hung.get(url("dispute_list")))
    assert "Lý do: Công báo số thử" in body(hung.get(url("document", document.pk)))
    assert as_(world.tam).post(url("dispute_settle", document.pk), {}).status_code == 403


def test_what_a_site_declares_is_kept_and_shown(world):
    document = make.document()

    as_(world.minh).post(
        url("declaration_new", document.pk),
        {"status": "suspended", "source": "Trang thử", "seen_on": "05/01/2026"},
    )

    assert StatusDeclaration.objects.get().seen_on == date(2026, 1, 5)
    page = body(as_(world.minh).get(url("document", document.pk)))
    assert "Ngưng hiệu lực: Trang thử, xem ngày 05/01/2026" in page and "Dữ kiện chưa khớp" in page


def test_a_document_is_read_as_of_a_day(world):
    clause = make.provision(make.document(), "khoản 1 Điều 2", "Vay 50 triệu.")
    make.effect(clause, DAY, "amend", new_words="Vay 70 triệu.")
    where = url("document", clause.document_id)
    minh = as_(world.minh)

    before = body(minh.get(where, {"ngay": "31/12/2025"}))
    after = body(minh.get(where, {"ngay": "01/01/2026"}))

    assert "Vay 50 triệu." in before and "Lời từ 01/01/2026" in before
    assert "<del>50</del> <ins>70</ins>" in after and "Lời từ" not in after
    assert "Hết hiệu lực một phần" in body(minh.get(url("provision", clause.pk), {"ngay": "01/01/2026"}))


@pytest.mark.parametrize(
    ("form", "kind"), [("akn", "application/akn+xml"), ("jsonld", "application/ld+json")]
)
def test_a_document_leaves_as_a_download(world, form, kind):
    document = make.provision(make.document()).document

    answer = as_(world.tam).get(url("document_export", document.pk, form))

    assert answer["Content-Type"] == kind and answer["Content-Disposition"].startswith("attachment")
    assert as_(world.tam).get(url("document_export", document.pk, "exe")).status_code == 404


def test_the_pages_cost_the_same_for_many_relations_and_provisions_as_for_few(world):
    def asked(document, page: str) -> int:
        client = as_(world.minh)
        client.get(url(page, document.pk))
        with CaptureQueriesContext(connection) as queries:
            client.get(url(page, document.pk))
        return len(queries)

    few, many = make.document(), make.document()
    for document, number in ((few, 1), (many, 6)):
        for place in range(1, number + 1):
            other, clause = make.document(), make.provision(document, f"khoản 1 Điều {place}")
            actions.record_relation(other, document, by=world.minh, kind="guide", target_provision=clause)
            make.effect(clause, DAY, "amend", source=other, new_words="Lời mới.")

    for page in ("document", "relation_graph"):
        assert asked(few, page) == asked(many, page) < 40
