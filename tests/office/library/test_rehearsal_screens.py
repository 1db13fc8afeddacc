"""The screens of rehearsals: from a pasted list to what would follow, made real by who may."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.library import actions
from lantoa.library.models import Effect, Rehearsal, SupposedEffect
from tests.factories import content
from tests.factories import library as make
from tests.factories.people import World
from tests.office.library.test_document_screens import as_, body, url

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DRAFT = """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP
1. Sửa đổi, bổ sung khoản 1 Điều 3 như sau:
“1. Hộ nghèo vay 70 triệu đồng.”
Điều 2. Bãi bỏ Nghị định số 77/2029/NĐ-CP."""


def test_thirty_changed_clauses_are_pasted_looked_at_and_made_real(world: World) -> None:
    """Ba mươi chỗ thay đổi của một nghị định được dán một lần, xem hệ quả, rồi ghi thật."""
    law = make.document()
    clauses = [make.provision(law, f"khoản {n} Điều {1 + n // 10}") for n in range(1, 31)]
    make.policy(bases=[clauses[4]], title="Vay vốn thử")
    edition = content.edition(world, provisions=[clauses[4]])
    source = make.document(issued_on=date(2030, 6, 1))
    client = as_(world.minh)

    opened = client.post(url("rehearsal_new"), {"title": "Dự thảo sửa đổi", "source": str(source)})
    rehearsal = Rehearsal.objects.get()
    assert opened.url == url("rehearsal_suppose", rehearsal.pk)
    found = client.post(opened.url, {"search": law.number, "find": ""})
    assert str(law) in body(found)
    lines = "\n".join(f"khoản {n} Điều {1 + n // 10}" for n in range(1, 31))
    client.post(opened.url, {"document": law.pk, "changes": lines, "kind": "amend", "on": "01/01/2031"})
    assert SupposedEffect.objects.count() == 30

    page = body(client.get(url("rehearsal", rehearsal.pk)))
    assert "30 thay đổi giả định" in page and "Vay vốn thử" in page and str(edition) in page
    assert not Effect.objects.exists()

    client.post(url("rehearsal_make_real", rehearsal.pk))
    assert Effect.objects.filter(source=source, on=date(2031, 1, 1)).count() == 30
    assert "Đã thành thật" in body(client.get(url("rehearsal", rehearsal.pk)))


def test_a_line_that_cannot_be_read_comes_back_with_the_list(world: World) -> None:
    law = make.document()
    make.provision(law, "Điều 1")
    rehearsal = actions.open_rehearsal(by=world.minh, title="Dự thảo")

    sent = {"document": law.pk, "changes": "Điều 1\nĐiều 77", "kind": "amend"}
    page = body(as_(world.minh).post(url("rehearsal_suppose", rehearsal.pk), sent))

    assert "Dòng 2:" in page and "Điều 77" in page
    assert not SupposedEffect.objects.exists()


def test_a_draft_is_sent_looked_at_and_made_real_under_the_document_that_came_of_it(world: World) -> None:
    law = make.document("Nghị định", "20", 2031, effective_on=date(2025, 1, 1))
    clause = make.provision(law, "khoản 1 Điều 3", words="Hộ nghèo vay 50 triệu đồng.")
    edition = content.edition(world, provisions=[clause])
    client = as_(world.minh)
    draft = SimpleUploadedFile("du-thao.txt", DRAFT.encode())

    opened = client.post(url("rehearsal_new"), {"draft": draft, "on": "01/09/2032"})
    rehearsal = Rehearsal.objects.get()
    assert opened.url == url("rehearsal", rehearsal.pk)
    page = body(client.get(opened.url))
    assert "70 triệu đồng" in page and str(edition) in page
    assert "Kho chưa có Nghị định 77/2029/NĐ-CP" in page
    assert client.get(url("file", rehearsal.draft_id)).status_code == 200
    assert not Effect.objects.exists()

    real = url("rehearsal_make_real", rehearsal.pk)
    assert "Kho chưa có văn bản này" in body(client.post(real, {"source": "Nghị định 50/2032/NĐ-CP"}))
    issued = make.document("Nghị định", "50", 2032, issued_on=date(2032, 7, 1))
    client.post(real, {"source": "Nghị định 50/2032/NĐ-CP"})
    assert Effect.objects.get().source == issued
    assert client.post(real, {"source": "Nghị định 50/2032/NĐ-CP"}).status_code == 200
    assert Effect.objects.count() == 1


def test_a_file_that_is_no_draft_comes_back_with_its_sentence(world: World) -> None:
    sent = {"draft": SimpleUploadedFile("thu.txt", "Kính gửi anh chị.".encode())}
    page = body(as_(world.minh).post(url("rehearsal_new"), sent))

    assert "Không đọc thấy dự thảo này" in page
    assert not Rehearsal.objects.exists()


def test_a_ward_officer_reads_it_and_changes_nothing(world: World) -> None:
    law = make.provision(make.document()).document
    rehearsal = actions.open_rehearsal(by=world.minh, title="Dự thảo")
    (supposed,) = actions.suppose_changes(rehearsal, law, "Điều 1", by=world.minh)
    tam = as_(world.tam)

    page = body(tam.get(url("rehearsal", rehearsal.pk)))

    assert "Ghi thêm" not in page and "Kết thúc diễn tập" not in page
    for step in ("rehearsal_make_real", "rehearsal_drop"):
        assert tam.post(url(step, rehearsal.pk), {"why": "x", "source": law.pk}).status_code == 403
    assert tam.post(url("supposed_drop", supposed.pk)).status_code == 403
    assert not Effect.objects.exists()


def test_dropped_and_taken_out(world: World) -> None:
    law = make.provision(make.document()).document
    rehearsal = actions.open_rehearsal(by=world.minh, title="Dự thảo")
    (supposed,) = actions.suppose_changes(rehearsal, law, "Điều 1", by=world.minh)
    client = as_(world.minh)

    client.post(url("supposed_drop", supposed.pk))
    assert not rehearsal.supposed.exists()
    client.post(url("rehearsal_drop", rehearsal.pk), {"why": "Dự thảo đã rút"})
    assert "Dự thảo đã rút" in body(client.get(url("rehearsal", rehearsal.pk)))


def test_the_page_asks_the_same_number_of_questions_for_one_and_for_three(world: World) -> None:
    law = make.document()
    for number in (1, 2, 3):
        make.provision(law, f"Điều {number}")
    rehearsal = actions.open_rehearsal(by=world.minh, title="Dự thảo")

    def asked(lines: str) -> int:
        actions.suppose_changes(rehearsal, law, lines, by=world.minh, on=date(2031, 1, 1))
        client = as_(world.minh)
        client.get(url("rehearsal", rehearsal.pk))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url("rehearsal", rehearsal.pk)).status_code == 200
        return len(queries)

    assert asked("Điều 1") == asked("Điều 2\nĐiều 3")
