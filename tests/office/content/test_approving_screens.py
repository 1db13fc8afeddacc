"""Check, approve, sign for a ward, return, withdraw: by the pages, and by address for who may not."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.content import actions
from lantoa.content.models import Approval, Clearing, Edition, EditionVersion
from lantoa.content.queries import airable_one
from lantoa.content.states import EditionState
from lantoa.people.actions import delegate_duty
from tests.factories import content, library
from tests.factories.people import World
from tests.office.content.signed_in import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 6, 10)
PDF = b"%PDF-1.4 phieu duyet co chu ky"


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TODAY)


def state_of(edition: Edition) -> str:
    edition.refresh_from_db()
    return edition.state


def review(client: Client, version: EditionVersion, answer: str = "ok", why: str = "") -> object:
    data = {"seen": version.sha256}
    for citation in version.citations.all():
        data |= {f"ok_c{citation.pk}": answer, f"why_c{citation.pk}": why}
    return client.post(f"/phien-ban/{version.pk}/kiem-tra/", data)


def test_the_checker_sees_claim_beside_law_and_passes(world: World) -> None:
    law = library.provision(library.document(), words="Hộ nghèo được Nhà nước đóng bảo hiểm y tế.")
    edition = content.edition(world, provisions=[law], checked=False, approved=False)
    version, hung = content.version_of(edition), as_(world.hung)

    page = hung.get(f"/phien-ban/{version.pk}/kiem-tra/").content.decode()
    review(hung, version)

    assert content.TEXT in page
    assert "Hộ nghèo được Nhà nước đóng bảo hiểm y tế." in page
    assert state_of(edition) == EditionState.CHECKED


def test_a_missing_verdict_is_told_and_nothing_happens(world: World) -> None:
    edition = content.edition(world, checked=False, approved=False)
    version = content.version_of(edition)

    page = as_(world.hung).post(f"/phien-ban/{version.pk}/kiem-tra/", {"seen": version.sha256})

    assert "Mục 1 chưa có kết luận" in page.content.decode()
    assert state_of(edition) == EditionState.SUBMITTED


def test_a_return_goes_back_with_its_words(world: World) -> None:
    edition = content.edition(world, checked=False, approved=False)

    review(as_(world.hung), content.version_of(edition), "back", "Ghi đúng mức hỗ trợ")

    assert state_of(edition) == EditionState.RETURNED
    assert (
        "Ghi đúng mức hỗ trợ"
        in as_(world.binh).get(f"/phien-ban/{content.version_of(edition).pk}/").content.decode()
    )


def test_a_leader_reads_and_approves(world: World) -> None:
    edition = content.edition(world, approved=False)
    version, lan = content.version_of(edition), as_(world.lan)

    page = lan.get(f"/phien-ban/{version.pk}/duyet/").content.decode()
    lan.post(f"/phien-ban/{version.pk}/duyet/", {"seen": version.sha256, "reason": ""})

    assert version.sha256 in page
    assert content.TEXT in page
    assert airable_one(version, TODAY).ok


def test_another_hash_than_the_one_seen_is_not_signed(world: World) -> None:
    edition = content.edition(world, approved=False)
    version = content.version_of(edition)

    page = as_(world.lan).post(f"/phien-ban/{version.pk}/duyet/", {"seen": "0" * 64})

    assert "Anh chị đang xem một bản khác" in page.content.decode()
    assert state_of(edition) == EditionState.CHECKED


def test_the_author_is_refused_by_address(world: World) -> None:
    """Người viết gọi thẳng địa chỉ duyệt: không có nhiệm vụ thì 403."""
    version = content.version_of(content.edition(world, approved=False))
    binh = as_(world.binh)

    answers = [binh.get(f"/phien-ban/{version.pk}/duyet/"), binh.post(f"/phien-ban/{version.pk}/duyet/")]

    assert [a.status_code for a in answers] == [403, 403]
    assert not Approval.objects.filter(step="leader").exists()


def test_the_author_with_the_duty_delegated_has_no_button_and_is_refused_by_address(world: World) -> None:
    """Người viết được ủy quyền: không có nút, gọi thẳng địa chỉ cũng bị từ chối kèm lý do."""
    edition = content.edition(world, approved=False)
    version = content.version_of(edition)
    duty = world.lan.duties.get()
    delegate_duty(
        duty, world.binh, by=world.lan, valid_from=TODAY, valid_to=date(2025, 7, 1), why="Nghỉ phép"
    )
    binh = as_(world.binh)

    article_page = binh.get(f"/bai-viet/{edition.article_id}/").content.decode()
    page = binh.get(f"/phien-ban/{version.pk}/duyet/").content.decode()
    answer = binh.post(f"/phien-ban/{version.pk}/duyet/", {"seen": version.sha256, "reason": ""})

    assert "Xem và duyệt" not in article_page
    assert 'form="f"' not in page
    assert "Anh chị đã viết hoặc sửa bản này" in answer.content.decode()
    assert state_of(edition) == EditionState.CHECKED


def test_a_leader_sends_back(world: World) -> None:
    edition = content.edition(world, approved=False)
    version = content.version_of(edition)

    as_(world.lan).post(
        f"/phien-ban/{version.pk}/tra-lai/", {"reason": "Viết ngắn lại", "seen": version.sha256}
    )

    assert state_of(edition) == EditionState.RETURNED


def test_a_ward_leader_signs_for_her_ward_from_the_article(world: World) -> None:
    edition = content.edition(world)
    version, yen = content.version_of(edition), as_(world.yen)
    address = f"/phien-ban/{version.pk}/duyet-phat/{world.ward.pk}/"

    offered = yen.get(f"/bai-viet/{edition.article_id}/").content.decode()
    assert yen.get(address).status_code == 200
    yen.post(address, {"seen": version.sha256, "reason": ""})
    after = yen.get(f"/bai-viet/{edition.article_id}/").content.decode()

    assert address in offered
    assert address not in after
    assert airable_one(version, TODAY, needs_ward=[world.ward.pk]).ok


def test_nobody_signs_for_another_ward_by_address(world: World) -> None:
    version = content.version_of(content.edition(world))

    answer = as_(world.yen).post(f"/phien-ban/{version.pk}/duyet-phat/{world.other_ward.pk}/", {"seen": "x"})

    assert answer.status_code == 403


def test_a_clerk_enters_an_approval_signed_on_paper(world: World) -> None:
    edition = content.edition(world, approved=False)
    version, thu = content.version_of(edition), as_(world.thu)
    data = {"seen": version.sha256, "reason": "", "signed_by": str(world.lan.pk)}

    without = thu.post(f"/phien-ban/{version.pk}/duyet-tren-giay/", data)
    scan = SimpleUploadedFile("phieu.pdf", PDF, "application/pdf")
    thu.post(f"/phien-ban/{version.pk}/duyet-tren-giay/", data | {"paper_scan": scan})

    approval = Approval.objects.get(step="leader")
    assert "Chưa chọn tệp" in without.content.decode()
    assert (approval.by, approval.recorded_by) == (world.lan, world.thu)
    assert thu.get(f"/tep/{approval.paper_scan_id}/").status_code == 200
    assert as_(world.quan).get(f"/tep/{approval.paper_scan_id}/").status_code == 200


def test_a_scan_is_not_for_those_who_do_not_see_the_version(world: World) -> None:
    article = content.article(world, unit=world.ward, by=world.tam)
    version = content.version_of(content.edition(world, of=article, by=world.tam))
    actions.approve_for_ward(version, world.ward, by=world.yen, paper_scan=Upload("phieu.pdf", PDF))
    scan = version.approvals.get(step="ward_leader").paper_scan_id

    assert as_(world.tam).get(f"/tep/{scan}/").status_code == 200
    assert as_(world.van).get(f"/tep/{scan}/").status_code == 404


def test_two_versions_are_compared_word_by_word(world: World) -> None:
    edition = content.edition(world, checked=False, approved=False)
    first = content.version_of(edition)
    actions.check(first, content.verdicts(first, "Sai"), by=world.hung)
    second = actions.revise(edition, by=world.binh)
    changed = content.TEXT.replace("không phải đóng tiền", "khỏi đóng tiền")
    actions.save_draft(edition, [actions.Block(changed, id=second.blocks[0]["id"])], by=world.binh)

    page = as_(world.hung).get(f"/phien-ban/{second.pk}/so-sanh/", {"voi": "1"}).content.decode()

    assert "<del>không phải</del>" in page
    assert "<ins>khỏi</ins>" in page
    assert as_(world.hung).get(f"/phien-ban/{second.pk}/so-sanh/", {"voi": "9"}).status_code == 404


def test_a_citation_is_cleared_by_the_checker_and_only_that_one(world: World) -> None:
    law = library.provision(library.document(), words="Mức vay tối đa 100 triệu đồng.")
    edition, other = content.edition(world, provisions=[law]), content.edition(world, provisions=[law])
    cause = library.effect(law, TODAY, new_words="Mức vay tối đa 200 triệu đồng.")
    citation = content.version_of(edition).citations.get()
    hung, address = as_(world.hung), f"/trich-dan/{citation.pk}/van-dung/{cause.pk}/"

    page = hung.get(address).content.decode()
    hung.post(address, {"why": "Bài không nói mức vay"})

    assert content.TEXT in page
    assert "<ins>200</ins>" in page
    assert Clearing.objects.get().citation == citation
    assert (airable_one(edition, TODAY).ok, airable_one(other, TODAY).ok) == (True, False)
    assert as_(world.binh).get(address).status_code == 403


def test_a_stopped_edition_says_why_on_its_page(world: World) -> None:
    law = library.provision(library.document(number="88"), "khoản 1 Điều 9")
    edition = content.edition(world, provisions=[law])
    library.effect(law, TODAY)

    page = as_(world.binh).get(f"/bai-viet/{edition.article_id}/").content.decode()

    assert "Không được phát" in page
    assert "khoản 1 Điều 9 Nghị định 88/2021/NĐ-CP bị thay thế từ 10/06/2025" in page


def test_an_edition_is_withdrawn_with_its_reason(world: World) -> None:
    edition = content.edition(world)
    lan = as_(world.lan)

    silent = lan.post(f"/ban-the-hien/{edition.pk}/rut/", {"kind": "other", "why": ""})
    lan.post(f"/ban-the-hien/{edition.pk}/rut/", {"kind": "over", "why": "Chính sách đã hết"})

    assert silent.status_code == 200
    assert state_of(edition) == EditionState.WITHDRAWN
    assert "Hết đúng: Chính sách đã hết" in lan.get(f"/bai-viet/{edition.article_id}/").content.decode()


def test_the_sheet_prints_with_sources_opinions_and_hash(world: World) -> None:
    version = content.version_of(content.edition(world))
    lan = as_(world.lan)

    paper = lan.get(f"/phien-ban/{version.pk}/phieu-duyet.docx")
    unknown = lan.get(f"/phien-ban/{version.pk}/phieu-duyet.exe")

    assert paper.headers["Content-Disposition"].endswith('.docx"')
    assert paper.content.startswith(b"PK")
    assert unknown.status_code == 404


def test_an_edition_opens_at_every_step_for_those_who_work_on_it(world: World) -> None:
    clients = [as_(person) for person in (world.binh, world.lan)]
    article = content.article(world)
    for as_far in ({"submitted": False}, {"checked": False, "approved": False}, {"approved": False}, {}):
        version = content.version_of(content.edition(world, of=article, **as_far))
        assert {client.get(f"/phien-ban/{version.pk}/").status_code for client in clients} == {200}

    assert {client.get(f"/bai-viet/{article.pk}/").status_code for client in clients} == {200}
