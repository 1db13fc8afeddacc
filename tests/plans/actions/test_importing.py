"""A plan on paper becomes a draft: as read, nothing invented, each row beside its words."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common.files import Upload, read
from lantoa.common.problems import RuleBroken
from lantoa.people.models import User
from lantoa.plans import actions
from lantoa.plans.models import Plan
from lantoa.plans.printing import to_official
from lantoa.plans.proposal import Row, proposal_of
from lantoa.plans.queries import with_parts
from lantoa.plans.reading import PlanReading, read_plan
from lantoa.plans.reference import load_reference
from lantoa.plans.rules.what_is_not_set import gaps
from tests.factories import library
from tests.factories.people import World
from tests.plans.papers import PLAN

pytestmark = [pytest.mark.django_db, pytest.mark.db]
CONTENT = PLAN.encode()


@pytest.fixture(scope="module")
def reading() -> PlanReading:
    return read_plan(CONTENT, "ke-hoach.md")


def kept(world: World, reading: PlanReading, by: User | None = None, **more: object) -> Plan:
    load_reference()
    library.topic("y-te", "Y tế")
    library.topic("nuoc-sach", "Nước sạch")
    upload = Upload("ke-hoach.md", CONTENT)
    plan = actions.import_reading(reading, upload, by=by or world.minh, unit=world.office, **more)
    return with_parts(Plan.objects.all()).get(pk=plan.pk)


def test_the_head_is_kept_and_what_the_paper_leaves_blank_stays_blank(world: World, reading: PlanReading):
    plan = kept(world, reading)

    assert (plan.title, plan.year, plan.symbol, plan.place) == (
        "Truyền thông giảm nghèo năm 2026 trên địa bàn thành phố Sông Phố",
        2026,
        "KH-PLĐXH",
        "Sông Phố",
    )
    assert (plan.number, plan.issued_on, plan.programme) == ("", None, None)
    assert (plan.signing_mode, plan.head_title, plan.signer_title, plan.signer_name) == (
        "KT.",
        "TRƯỞNG PHÒNG",
        "PHÓ TRƯỞNG PHÒNG",
        "Trần Ngọc Lan",
    )


def test_every_row_keeps_the_words_it_was_read_from_and_their_clause(world: World, reading: PlanReading):
    plan = kept(world, reading)

    assert [(a.name, a.read_from, a.where) for a in plan.audiences.all()] == [
        ("công chức làm công tác giảm nghèo", "công chức làm công tác giảm nghèo", "I.1"),
        ("hộ nghèo", "hộ nghèo", "I.1"),
        ("hộ cận nghèo", "hộ cận nghèo", "I.1"),
    ]
    assert [(s.name, s.where) for s in plan.funding_sources.all()] == [
        ("nguồn kinh phí ngân sách năm 2026 giao cho Phòng", "II")
    ]


def test_words_are_matched_to_the_rows_they_mean_and_else_to_none(world: World, reading: PlanReading):
    plan = kept(world, reading)

    assert [a.kind for a in plan.audiences.all()] == [world.officers, world.poor, world.near_poor]
    assert [c.channel.key for c in plan.channels.all()] == [
        "hoi-nghi",
        "dai-truyen-thanh-co-so",
        "bang-ron",
    ]
    # There is no topic of credit in this library: the words stay, the topic is not guessed.
    assert [(t.name, t.topic and t.topic.key) for t in plan.topics.all()] == [
        ("bảo hiểm y tế", "y-te"),
        ("tín dụng ưu đãi", None),
        ("nước sạch", "nuoc-sach"),
    ]


def test_a_basis_keeps_its_citation(world: World, reading: PlanReading):
    basis = kept(world, reading).legal_bases.get()

    assert basis.text.startswith("Căn cứ Kế hoạch số 15/KH-SLĐXH ngày 12/01/2026")
    assert (basis.citation["number"], basis.citation["symbol"], basis.citation["date"]) == (
        "15",
        "KH-SLĐXH",
        "2026-01-12",
    )


def test_nothing_is_invented(world: World, reading: PlanReading):
    plan = kept(world, reading)

    assert plan.items.count() == 0
    assert [s.amount_vnd for s in plan.funding_sources.all()] == [None]
    assert [gap.says for gap in gaps(plan)] == [
        "Số văn bản",
        "Ngày ban hành",
        "Nội dung, số lượng, thời gian từng hoạt động",
        "Số tiền của nguồn “nguồn kinh phí ngân sách năm 2026 giao cho Phòng”",
    ]


def test_the_file_it_was_read_from_is_kept(world: World, reading: PlanReading):
    plan = kept(world, reading)

    assert (plan.source_file.name, read(plan.source_file)) == ("ke-hoach.md", CONTENT)


def test_a_name_that_the_paper_leaves_out_is_not_taken_from_today(world: World):
    bare = read_plan("# KẾ HOẠCH\n\nTruyền thông\n\n## I. MỤC ĐÍCH\n\nĐể biết.\n".encode(), "a.md")

    plan = kept(world, bare)

    assert (plan.issuer_name, plan.place) == ("", "")


def test_what_a_person_corrected_is_kept_beside_the_words_of_the_paper(world: World, reading: PlanReading):
    proposal = proposal_of(reading)
    proposal.head["symbol"] = "KH-PLĐXH-GN"
    proposal.parts["doi-tuong"][0].fields["name"] = "công chức phường"
    proposal.parts["doi-tuong"][1].fields["name"] = ""
    proposal.parts["noi-nhan"].append(Row("", {"name": "UBND các phường"}))

    plan = kept(world, reading, corrected=proposal)

    assert plan.symbol == "KH-PLĐXH-GN"
    assert [(a.name, a.read_from) for a in plan.audiences.all()] == [
        ("công chức phường", "công chức làm công tác giảm nghèo"),
        ("hộ cận nghèo", "hộ cận nghèo"),
    ]
    assert [(r.name, r.read_from) for r in plan.recipients.all()][-1] == ("UBND các phường", "")


def test_wider_words_are_kept_only_when_a_person_takes_them(world: World):
    words = PLAN.replace("Biên soạn bài phát thanh.", "Biên soạn bài phát thanh cho nhân dân.")
    reading = read_plan(words.encode(), "a.md")
    proposal = proposal_of(reading)
    wide = [row for row in proposal.parts["doi-tuong"] if not row.taken]
    assert [row.fields["name"] for row in wide] == ["người dân"]
    assert "người dân" not in [a.name for a in kept(world, reading).audiences.all()]

    wide[0].taken = True

    taken = [a.name for a in kept(world, reading, corrected=proposal).audiences.all()]
    assert taken[-1] == "người dân"


def test_words_too_long_for_their_place_are_refused_and_nothing_is_kept(world: World, reading: PlanReading):
    proposal = proposal_of(reading)
    proposal.parts["noi-nhan"][0].fields["name"] = "a" * 201

    with pytest.raises(RuleBroken) as refused:
        kept(world, reading, corrected=proposal)

    assert [p.code for p in refused.value.problems] == ["too_long"]
    assert not Plan.objects.exists()


def test_only_who_writes_the_units_plans_imports_one(world: World, reading: PlanReading):
    for other in (world.tam, world.lan, world.thu):
        with pytest.raises(PermissionDenied):
            kept(world, reading, by=other)


def test_what_was_read_is_printed_as_it_stood(world: World, reading: PlanReading):
    """Đọc, lưu, in: thân văn bản không đổi một chữ."""
    printed = to_official(kept(world, reading))

    paper = reading.document
    assert printed.sections == paper.sections
    assert printed.legal_bases == paper.legal_bases
    assert printed.opening == paper.opening
    assert (printed.closing, printed.recipients, printed.signers) == (
        paper.closing,
        paper.recipients,
        paper.signers,
    )


def test_a_basis_named_in_the_opening_is_not_printed_twice(world: World):
    words = PLAN.replace(
        "Phòng Lao động - Xã hội ban hành", "Thực hiện Nghị định 07/2021/NĐ-CP, Phòng ban hành"
    )
    reading = read_plan(words.encode(), "a.md")

    plan = kept(world, reading)

    assert [basis.in_opening for basis in plan.legal_bases.all()] == [False, True]
    assert to_official(plan).legal_bases == reading.document.legal_bases


def test_annexes_come_through(world: World, reading: PlanReading):
    from lantoa.paper.structure import Annex, Paragraph

    annexed = replace(
        reading, document=replace(reading.document, annexes=[Annex("BIỂU", "I", "", [Paragraph("Một.")])])
    )

    assert to_official(kept(world, annexed)).annexes == annexed.document.annexes
