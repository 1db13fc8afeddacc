"""Diễn tập từ tệp dự thảo: đọc như mọi văn bản đến, thành thay đổi giả định, không đổi gì trong kho."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.exceptions import PermissionDenied
from docx import Document as Word

from lantoa.common.files import Upload
from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.models import Document, Effect, IntakeFile, Provision, Rehearsal
from lantoa.library.queries import Pin, branches, state_of, supposed_changes
from tests.factories import library as make
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

LAW = """Điều 1. Phạm vi
Nghị định này quy định mức vay thử nghiệm.
Điều 3. Mức vay
1. Hộ nghèo vay 50 triệu đồng tại cấp huyện.
2. Hộ cận nghèo vay 40 triệu đồng.
Điều 4. Lãi suất
1. Lãi suất 6% một năm."""
DRAFT = """CHÍNH PHỦ
Số:      /2032/NĐ-CP
Hà Nội, ngày     tháng     năm 2032
DỰ THẢO
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP
Căn cứ Luật Trợ giúp mẫu số 11/2030/QH18;
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP
1. Sửa đổi, bổ sung khoản 1 Điều 3 như sau:
“1. Hộ nghèo vay 70 triệu đồng tại cấp xã.”
2. Bổ sung khoản 3 vào sau khoản 2 Điều 3 như sau:
“3. Hộ mới thoát nghèo vay 45 triệu đồng.”
3. Thay thế cụm từ “6%” bằng cụm từ “5%” tại khoản 1 Điều 4.
4. Bãi bỏ khoản 9 Điều 3.
Điều 2. Bãi bỏ Nghị định số 77/2029/NĐ-CP.
Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày     tháng     năm 2032."""
DAY = date(2032, 9, 1)


def zipped(name: str, text: str) -> bytes:
    kept = BytesIO()
    with ZipFile(kept, "w") as archive:
        archive.writestr(name, text)
    return kept.getvalue()


@pytest.fixture
def law(world: World) -> Document:
    document = make.document("Nghị định", "20", 2031, effective_on=date(2031, 1, 1))
    actions.set_provisions(document, LAW, by=world.minh)
    return document


def rehearse(world: World, text: str = DRAFT, **more: object) -> Rehearsal:
    return actions.rehearse_draft(Upload("du-thao.txt", text.encode()), by=world.minh, **more)


def test_what_a_draft_would_change_is_supposed_with_its_words_and_days(world: World, law: Document) -> None:
    rehearsal = rehearse(world, on=DAY)

    told = {
        (effect.target, effect.kind, effect.on, effect.new_words, effect.new_phrase)
        for _, effect in supposed_changes(rehearsal)
    }
    assert told == {
        (f"khoản 1 Điều 3 {law}", "amend", DAY, "1. Hộ nghèo vay 70 triệu đồng tại cấp xã.", ""),
        (f"khoản 3 Điều 3 {law}", "supplement", DAY, "3. Hộ mới thoát nghèo vay 45 triệu đồng.", ""),
        (f"khoản 1 Điều 4 {law}", "amend", DAY, "", "5%"),
        (f"Điều 3 {law}", "unsettled", DAY, "", ""),  # khoản 9 is not there
    }
    assert "Dự thảo Nghị định" in rehearsal.title
    assert rehearsal.draft.name == "du-thao.txt"
    assert all(row.says for row, _ in supposed_changes(rehearsal))


def test_a_draft_from_word_with_its_head_in_a_table_is_read_alike(world: World, law: Document) -> None:
    paper = Word()
    head = paper.add_table(rows=2, cols=2)
    for at, words in enumerate(("CHÍNH PHỦ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:      /2032/NĐ-CP")):
        head.cell(at // 2, at % 2).text = words
    head.cell(1, 1).text = "Hà Nội, ngày     tháng     năm 2032"
    for line in DRAFT.splitlines()[3:]:
        paper.add_paragraph(line)
    kept = BytesIO()
    paper.save(kept)

    rehearsal = actions.rehearse_draft(Upload("du-thao.docx", kept.getvalue()), by=world.minh, on=DAY)

    plain = rehearse(world, on=DAY)
    assert [(effect.target, effect.kind) for _, effect in supposed_changes(rehearsal)] == [
        (effect.target, effect.kind) for _, effect in supposed_changes(plain)
    ]
    assert [(one["says"], one["words"]) for one in rehearsal.left_out] == [
        (one["says"], one["words"]) for one in plain.left_out
    ]


def test_what_could_not_be_supposed_is_named_with_the_reason(world: World, law: Document) -> None:
    says = [one["says"] for one in rehearse(world).left_out]

    assert len(says) == 2
    assert any("Kho chưa có" in one and "77/2029/NĐ-CP" in one for one in says)
    assert any("khoản 9 Điều 3" in one and str(law) in one for one in says)


def test_a_draft_enters_nothing_into_the_library(world: World, law: Document) -> None:
    before = Provision.objects.count()
    rehearse(world, on=DAY)

    assert not Effect.objects.exists() and not IntakeFile.objects.exists()
    assert (Document.objects.count(), Provision.objects.count()) == (1, before)
    clause = law.provisions.get(eid="art_3__para_1")
    assert state_of([Pin("p", clause.pk, clause.fingerprint)], DAY)["p"].is_good


def test_a_change_without_a_day_leaves_open_whether_the_words_still_hold(world: World, law: Document) -> None:
    rehearsal = rehearse(world)
    clause = law.provisions.get(eid="art_3__para_1")

    supposing = [effect for _, effect in supposed_changes(rehearsal)]

    assert {effect.on for effect in supposing} == {None}
    state = state_of([Pin("p", clause.pk, clause.fingerprint)], DAY, supposing)["p"]
    assert not state.is_good and state.kind == "unknown"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("du-thao.txt", b"", "rỗng"),
        ("du-thao.pdf", b"%PDF-1.7 hong", "PDF"),
        ("thu.txt", "Kính gửi anh chị, họp lúc 8 giờ.".encode(), "Không đọc thấy dự thảo này"),
        ("cut.txt", "NGHỊ ĐỊNH\nBãi bỏ".encode(), "Không đọc thấy dự thảo này"),
        ("hong.docx", b"PK\x03\x04" + b"\0" * 60, "bị hỏng"),
        ("nhieu.zip", zipped("du-thao.txt", DRAFT), "không gửi tệp ZIP"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_readable_draft_is_refused_with_a_sentence_and_leaves_nothing(
    world: World, law: Document, name: str, content: bytes, told: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        actions.rehearse_draft(Upload(name, content), by=world.minh)

    assert [problem.field for problem in refused.value.problems] == ["draft"]
    assert told in refused.value.problems[0].says
    assert not Rehearsal.objects.exists()


def test_a_draft_of_documents_that_are_not_here_says_which_to_take_in_first(world: World) -> None:
    with pytest.raises(RuleBroken, match="Kho chưa có Nghị định 20/2031/NĐ-CP.*rồi gửi lại dự thảo"):
        rehearse(world)


def test_a_draft_made_real_gives_the_words_that_it_promised(world: World, law: Document) -> None:
    rehearsal = rehearse(world)
    issued = make.document("Nghị định", "50", 2032, issued_on=date(2032, 7, 1), effective_on=DAY)

    made = actions.make_rehearsal_real(rehearsal, by=world.minh, source=issued)

    assert {(effect.source, effect.on) for effect in made} == {(issued, DAY)}
    words = {
        child.provision.place: child.text
        for branch in branches(law, made, DAY, frozenset())
        for child in branch.children
    }
    assert "Hộ nghèo vay 70 triệu đồng tại cấp xã." in str(words["khoản 1 Điều 3"])
    assert "Hộ mới thoát nghèo vay 45 triệu đồng." in str(words["khoản 3 Điều 3"])
    assert "Lãi suất 5% một năm." in str(words["khoản 1 Điều 4"])


def test_what_the_issued_paper_already_changed_is_not_recorded_again(world: World, law: Document) -> None:
    """Văn bản ban hành muộn hơn dự thảo: dòng đã xác nhận thắng ngày giả định."""
    rehearsal = rehearse(world, on=DAY)
    issued = make.document("Nghị định", "50", 2032, issued_on=date(2032, 7, 1))
    clause = law.provisions.get(eid="art_3__para_1")
    confirmed = actions.record_effect(
        law, by=world.minh, kind="amend", on=date(2033, 1, 1), provision=clause, source=issued
    )

    made = actions.make_rehearsal_real(rehearsal, by=world.minh, source=issued)

    assert confirmed in made and len(made) == 4
    assert Effect.objects.exclude(kind=Effect.Kind.UNSETTLED).count() == 3
    assert Effect.objects.filter(provision=clause, on=DAY).count() == 0


def test_a_draft_that_the_library_holds_is_its_own_source(world: World, law: Document) -> None:
    held = make.document("Nghị định", "51", 2032, issued_on=date(2032, 7, 1))

    rehearsal = rehearse(world, DRAFT.replace("Số:      /2032/NĐ-CP", "Số: 51/2032/NĐ-CP"), on=DAY)

    assert rehearsal.source == held


def test_only_who_writes_the_library_rehearses_a_draft(world: World) -> None:
    with pytest.raises(PermissionDenied):
        actions.rehearse_draft(Upload("du-thao.txt", DRAFT.encode()), by=world.tam)
