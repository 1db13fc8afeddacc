"""Another day, another place, a file used before: shown, with a reason, held at E1 until another accepts."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.common.models import AuditLine, StoredFile
from lantoa.common.problems import RuleBroken
from lantoa.coverage.queries import Asked, matrix
from lantoa.deliveries.actions import NewEvidence, add_evidence, correct_delivery, decide_evidence
from lantoa.deliveries.checks import evidence_to_decide
from lantoa.deliveries.models import Delivery, Evidence, LateEvidence
from lantoa.deliveries.queries import grade_of
from lantoa.desk.queries import my_work
from lantoa.people.models import UnitShape
from lantoa.people.queries import scope
from tests.factories import deliveries as make
from tests.factories.people import World
from tests.factories.pictures import photo, picture

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2025, 3, 10)
HERE, HANOI = (10.95, 106.82), (21.03, 105.85)
Kind = Evidence.Kind


@pytest.fixture(autouse=True)
def on_the_day(world: World) -> Iterator[None]:
    dates.move_today(DAY)
    north, east = Decimal("10.95"), Decimal("106.82")
    UnitShape.objects.create(unit=world.ward, latitude=north, longitude=east, source="Thử")
    yield
    dates.move_today(None)


def codes(refused: pytest.ExceptionInfo[RuleBroken]) -> list[str]:
    return [p.code for p in refused.value.problems]


def proven(world: World, upload: Upload, why: str = "", kind: str = Kind.PHOTO, **more: object) -> Delivery:
    return make.delivery(world, evidence=[NewEvidence(kind, upload, clash_why=why)], **more)


OLD_AND_FAR = {"taken": date(2019, 1, 1), "at": HANOI}


@pytest.mark.parametrize("more", [{"taken": date(2019, 1, 1)}, {"at": HANOI}, OLD_AND_FAR])
@pytest.mark.parametrize("kind", [Kind.PHOTO, Kind.SIGNED_LOG, Kind.ROSTER, Kind.REGISTER])
def test_a_picture_of_another_day_or_place_is_held_until_another_accepts(
    world: World, more: dict, kind: str
) -> None:
    """Ảnh cũ, ảnh nơi khác: phải ghi lý do, chỉ tính E1 cho đến khi người thứ hai chấp nhận."""
    with pytest.raises(RuleBroken) as refused:
        proven(world, photo(**more), kind=kind)
    assert codes(refused) == ["evidence_clash"]
    assert not Delivery.objects.exists()

    line = proven(world, photo(**more), "Đồng hồ máy ảnh sai.", kind=kind)
    piece = line.evidence.get()

    assert (grade_of(line), piece.clash_why, len(piece.clashes)) == (1, "Đồng hồ máy ảnh sai.", len(more))
    decide_evidence(piece, True, "Đã gọi trạm hỏi lại.", by=world.minh)
    assert grade_of(line) == (3 if kind == Kind.REGISTER else 5)
    assert LateEvidence.objects.count() == 1
    assert AuditLine.objects.filter(action="decide_evidence").exists()


def test_a_picture_of_the_day_and_the_place_counts_at_once(world: World) -> None:
    assert grade_of(proven(world, photo(taken=DAY, at=HERE))) == 5
    assert grade_of(proven(world, photo())) == 5


def test_nobody_accepts_her_own_nor_that_of_another_ward(world: World) -> None:
    piece = proven(world, photo(**OLD_AND_FAR), "Máy sai.").evidence.get()

    with pytest.raises(RuleBroken) as refused:
        decide_evidence(piece, True, "Tôi chụp.", by=world.tam)
    for somebody in (world.van, world.kha, world.binh):
        with pytest.raises(PermissionDenied):
            decide_evidence(piece, True, "Được.", by=somebody)
    with pytest.raises(RuleBroken) as silent:
        decide_evidence(piece, True, " ", by=world.minh)
    assert (codes(refused), codes(silent)) == (["own_evidence"], ["decision_why"])
    waits = [list(evidence_to_decide(one)) for one in (world.minh, world.yen, world.tam, world.van)]
    assert waits == [[piece], [piece], [], []]


def test_a_correction_by_another_lets_nobody_accept_her_own_evidence(world: World) -> None:
    """Người nộp không tự chấp nhận được, kể cả sau khi người khác sửa dòng sổ."""
    line = make.delivery(world)
    add_evidence(line, Kind.PHOTO, by=world.minh, upload=photo(**OLD_AND_FAR), clash_why="Máy sai.")
    fresh = correct_delivery(line, "Ghi thêm.", by=world.tam, note="Cụm 2")
    piece = fresh.evidence.get()

    with pytest.raises(RuleBroken) as refused:
        decide_evidence(piece, True, "Được.", by=world.minh)

    assert codes(refused) == ["own_evidence"]
    assert [list(evidence_to_decide(one)) for one in (world.minh, world.tam, world.yen)] == [[], [], [piece]]


def test_a_picture_kept_before_looks_were_taken_is_not_called_blank(world: World) -> None:
    line = proven(world, photo())
    StoredFile.objects.update(look="")

    assert grade_of(correct_delivery(line, "Ghi thêm.", by=world.tam, note="x")) == 5


def test_what_is_not_accepted_stays_a_word_and_is_decided_once(world: World) -> None:
    line = proven(world, photo(**OLD_AND_FAR), "Máy sai.")
    piece = line.evidence.get()
    decide_evidence(piece, False, "Ảnh chụp ở nơi khác thật.", by=world.minh)

    with pytest.raises(RuleBroken) as refused:
        decide_evidence(piece, True, "Thôi được.", by=world.yen)

    assert (codes(refused), grade_of(line), list(evidence_to_decide(world.yen))) == (
        ["already_decided"],
        1,
        [],
    )


@pytest.mark.parametrize("kind", [Kind.PHOTO, Kind.SIGNED_LOG, Kind.REGISTER])
def test_one_file_proves_one_deed_unless_somebody_says_why(world: World, kind: str) -> None:
    same = picture("một tấm")
    again = Upload("ten-khac.jpg", picture("một tấm", taken=DAY))  # other camera data, the same picture
    proven(world, Upload("a.jpg", same), kind=kind)

    for upload in (Upload("b.jpg", same), again):
        with pytest.raises(RuleBroken) as refused:
            proven(world, upload, kind=kind)
        assert codes(refused) == ["evidence_clash"]
    line = proven(world, again, "Một nhật ký của cả ngày, có chữ ký.", kind=kind)

    assert grade_of(line) == 1
    assert "dòng số 1" in line.evidence.get().clashes[0]["says"]


def test_a_paper_used_in_another_ward_is_known_again(world: World) -> None:
    log = Upload("nhat-ky.pdf", b"%PDF-1.7 nhat ky ngay 10")
    proven(world, log, kind=Kind.SIGNED_LOG)

    with pytest.raises(RuleBroken) as refused:
        proven(world, log, kind=Kind.SIGNED_LOG, unit=world.other_ward, by=world.van)

    assert codes(refused) == ["evidence_clash"]


def test_a_photo_sent_again_smaller_is_known_again(world: World) -> None:
    proven(world, Upload("a.jpg", picture("chợ", size=(900, 640))))

    with pytest.raises(RuleBroken) as refused:
        proven(world, Upload("b.jpg", picture("chợ", size=(450, 320), quality=40)))

    assert "gần giống" in refused.value.problems[0].says


def test_a_sheet_of_one_colour_proves_nothing(world: World) -> None:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (8, 8), "white").save(out, "PNG")

    with pytest.raises(RuleBroken) as refused:
        proven(world, Upload("danh-sach.png", out.getvalue()), kind=Kind.ROSTER)

    assert codes(refused) == ["evidence_clash"]


def test_evidence_handed_in_later_is_held_too(world: World) -> None:
    line = make.delivery(world)

    with pytest.raises(RuleBroken):
        add_evidence(line, Kind.PHOTO, by=world.tam, upload=photo(**OLD_AND_FAR))
    held = add_evidence(line, Kind.PHOTO, by=world.tam, upload=photo(**OLD_AND_FAR), clash_why="Máy sai.")

    assert (held.grade, grade_of(line)) == (1, 1)
    good = add_evidence(line, Kind.PHOTO, by=world.tam, upload=photo(taken=DAY, at=HERE))
    assert (good.grade, grade_of(line)) == (5, 5)


def test_a_correction_of_the_day_is_held_against_the_pictures_again(world: World) -> None:
    dates.move_today(date(2025, 3, 20))
    line = proven(world, photo(taken=DAY))
    assert grade_of(line) == 5

    moved = correct_delivery(line, "Ghi nhầm ngày.", by=world.tam, happened_on=date(2025, 3, 18))

    assert grade_of(moved) == 1
    decide_evidence(moved.evidence.get(), True, "Ngày máy ảnh sai.", by=world.minh)
    again = correct_delivery(moved, "Ghi thêm.", by=world.tam, note="Cụm 2")
    assert grade_of(again) == 5  # nothing new clashes: what was accepted stays accepted
    back = correct_delivery(again, "Đúng là ngày 10.", by=world.tam, happened_on=DAY)
    assert grade_of(back) == 5


def test_who_used_a_file_first_keeps_it_though_another_used_it_later(world: World) -> None:
    first = proven(world, Upload("a.jpg", picture("đầu")))
    proven(world, Upload("b.jpg", picture("đầu")), "Một ảnh cho hai cụm.")

    assert grade_of(correct_delivery(first, "Nhầm.", by=world.tam, note="x")) == 5


def test_coverage_learns_of_a_decision(world: World) -> None:
    line = proven(world, photo(**OLD_AND_FAR), "Máy sai.")
    policy = line.policies.get()
    question = Asked(day=DAY, from_on=date(2025, 1, 1), to_on=date(2025, 12, 31), least_grade=3)

    def state() -> str:
        return matrix(scope(world.minh), question).cell(policy.pk, world.ward.pk).state

    before = state()
    decide_evidence(line.evidence.get(), True, "Đã hỏi.", by=world.minh)

    assert (before, state()) == ("gap", "told")


def test_the_second_person_has_a_row_and_decides_on_its_page(client: Client, world: World) -> None:
    piece = proven(world, photo(**OLD_AND_FAR), "Máy sai.").evidence.get()
    address = f"/so-truyen-thong/bang-chung/{piece.pk}/"
    titles = [[g.title for g in my_work(one, DAY)] for one in (world.minh, world.tam)]
    assert ["Bằng chứng bị lệch chờ tôi xem" in some for some in titles] == [True, False]

    client.force_login(world.tam)
    own = client.get(address).content.decode()
    client.force_login(world.van)
    assert client.get(address).status_code == 404
    client.force_login(world.minh)
    page = client.get(address).content.decode()
    client.post(address, {"accept": "yes", "why": "Đã gọi trạm."})

    assert "Ghi quyết định" not in own and "Chờ người thứ hai" in own
    assert "không khớp ngày diễn ra 10/03/2025" in page and "Ghi quyết định" in page
    assert grade_of(piece.delivery) == 5
    shown = client.get(f"/so-truyen-thong/{piece.delivery_id}/").content.decode()
    assert "Chấp nhận bằng chứng bị lệch" in shown
