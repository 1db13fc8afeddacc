"""Taking papers in: each file has its outcome, nothing enters unconfirmed, confirming enters it once."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common.files import Upload
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.models import Document, Effect, IntakeFile, Provision, Relation
from lantoa.library.queries import stated_relations, tallies
from lantoa.library.understanding import Proposal
from tests.factories import library as make
from tests.library.law_papers import PAPERS

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

State = IntakeFile.State
DECREE, CIRCULAR, AMENDING = PAPERS[0], PAPERS[1], PAPERS[4]


def upload(paper=DECREE, name="nghi-dinh.txt") -> Upload:
    return Upload(name, paper.text.encode())


def packed(**members: bytes) -> Upload:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/") + ".txt", content)
    return Upload("van-ban.zip", buffer.getvalue())


@pytest.fixture
def intake(world):
    return actions.open_intake(by=world.minh, key="k1", source="Công báo thử")


def facts_of(taken: IntakeFile) -> dict:
    facts = Proposal.from_dict(taken.proposal).facts()
    return {**facts, "source": "Công báo thử"}


def confirm(taken, by, **more):
    return actions.confirm_file(taken, by=by, facts=facts_of(taken), **more)


def test_reading_a_paper_enters_nothing_into_the_library(world, intake):
    [taken] = actions.take_in(intake, upload(), by=world.minh)

    assert taken.state == State.PROPOSED and taken.file is not None
    assert taken.identity == "nghị định|20|nđcp|2031"
    assert not Document.objects.exists() and not Provision.objects.exists()


def test_confirming_enters_document_tree_and_file_at_once(world, intake):
    [taken] = actions.take_in(intake, upload(), by=world.minh)

    document = confirm(taken, world.minh)

    assert str(document) == "Nghị định 20/2031/NĐ-CP" and not document.is_checked
    assert document.file == taken.file
    assert [p.eid for p in document.provisions.all()][:4] == ["chp_I", "art_1", "art_2", "art_2__para_1"]
    assert list(AuditLine.objects.order_by("id").values_list("action", flat=True)) == [
        "open_intake",
        "take_in_file",
        "register_document",
        "set_provisions",
        "confirm_intake_file",
    ]


def test_confirming_twice_enters_one_document(world, intake):
    [taken] = actions.take_in(intake, upload(), by=world.minh)

    assert confirm(taken, world.minh) == confirm(taken, world.minh)
    assert Document.objects.count() == 1


def test_a_correction_by_the_person_is_what_enters(world, intake):
    [taken] = actions.take_in(intake, upload(), by=world.minh)
    facts = {**facts_of(taken), "number": "21", "title": "Tên đã sửa"}

    document = actions.confirm_file(taken, by=world.minh, facts=facts, text="Điều 1. Lời đã sửa.")

    assert (document.number, document.title) == ("21", "Tên đã sửa")
    assert [p.words for p in document.provisions.all()] == ["Lời đã sửa."]


def test_what_breaks_a_rule_enters_nothing_and_waits_on(world, intake):
    [taken] = actions.take_in(intake, upload(), by=world.minh)

    with pytest.raises(RuleBroken):
        actions.confirm_file(taken, by=world.minh, facts={**facts_of(taken), "title": ""})

    taken.refresh_from_db()
    assert taken.state == State.PROPOSED and not Document.objects.exists()


def test_the_same_bytes_and_the_same_document_are_recognised(world, intake):
    [first] = actions.take_in(intake, upload(), by=world.minh)
    [same_bytes] = actions.take_in(intake, upload(name="ban-sao.txt"), by=world.minh)
    again = Upload("in-lai.txt", DECREE.text.replace("Hộ nghèo", "Hộ  nghèo").encode())
    [same_document] = actions.take_in(intake, again, by=world.minh)
    document = confirm(first, world.minh)
    [later] = actions.take_in(intake, again, by=world.minh)
    [file_again] = actions.take_in(intake, upload(), by=world.minh)

    states = [one.state for one in (same_bytes, same_document, later, file_again)]
    assert states == [State.KNOWN] * 4
    assert "chờ xác nhận" in same_bytes.says and "chờ xác nhận" in same_document.says
    assert later.document == file_again.document == document


def test_a_zip_gives_each_file_its_outcome_and_the_account_adds_up(world, intake):
    archive = packed(
        a=DECREE.text.encode(),
        thu_muc__b=CIRCULAR.text.encode(),
        c=DECREE.text.encode(),
        rong=b"\x00\x01\x02\xff",
    )

    taken = actions.take_in(intake, archive, by=world.minh)

    assert {one.name.rpartition("/")[2]: one.state for one in taken} == {
        "a.txt": State.PROPOSED,
        "b.txt": State.PROPOSED,
        "c.txt": State.KNOWN,
        "rong.txt": State.REFUSED,
    }
    tally = tallies([intake])[intake.pk]
    assert tally.read == tally.proposed + tally.refused + tally.known == 4
    assert (tally.waiting, tally.refused, tally.known) == (2, 1, 1)


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04 hong", b"\x89PNG\r\n\x1a\n....", b"%PDF-1.7 hong", b"\x00" * 50],
)
def test_what_cannot_be_read_says_why_and_keeps_no_file(world, intake, content):
    [taken] = actions.take_in(intake, Upload("tep-la.bin", content), by=world.minh)

    assert taken.state == State.REFUSED and taken.file is None
    assert taken.says.endswith(".") and "Traceback" not in taken.says


def test_a_broken_or_exploding_zip_is_refused_in_one_sentence(world, intake):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bom.txt", b"0" * 60_000_000)
    [bomb] = actions.take_in(intake, Upload("bom.zip", buffer.getvalue()), by=world.minh)
    [empty] = actions.take_in(intake, packed(), by=world.minh)

    assert bomb.state == empty.state == State.REFUSED
    assert "nở ra quá lớn" in bomb.says and "không có tệp nào" in empty.says


def test_effects_follow_the_words_only_onto_the_very_place(world, intake):
    decree = make.document("Nghị định", "20", 2031)
    clause = make.provision(decree, "khoản 1 Điều 2")
    [taken] = actions.take_in(intake, upload(AMENDING), by=world.minh)
    stated = stated_relations(Proposal.from_dict(taken.proposal))
    told = {one.target: one for one in stated if one.target}

    document = confirm(taken, world.minh, relations=[one.index for one in stated], signed=True)

    assert told[clause].effect == Effect.Kind.AMEND
    assert told[decree].effect == ""  # the decree as a whole is not marked; Điều 6 is not in the library
    [effect] = Effect.objects.exclude(kind=Effect.Kind.UNSETTLED)
    assert (effect.provision, effect.source, effect.on) == (clause, document, document.effective_on)
    assert effect.relation and effect.relation.source_provision.eid == "art_1__para_1"
    kinds = sorted(Relation.objects.values_list("kind", "target_provision"), key=str)
    assert kinds == [("amend", clause.pk), ("amend", None), ("repeal", None)]


SIGNED = """
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Văn Mẫu
"""


def test_the_signer_is_proposed_beside_the_words_and_kept_when_confirmed(world, intake):
    text = PAPERS[2].text.rstrip() + SIGNED
    [taken] = actions.take_in(intake, Upload("quyet-dinh.txt", text.encode()), by=world.minh)
    proposal = Proposal.from_dict(taken.proposal)
    assert "PHÓ CHỦ TỊCH" in proposal.values["signer_title"].words

    document = confirm(taken, world.minh)

    kept = (document.signing_mode, document.signer_title, document.signer_name)
    assert kept == ("KT.", "Phó Chủ tịch", "Lê Văn Mẫu")
    assert document.signed_by == "KT. Phó Chủ tịch Lê Văn Mẫu"


def test_a_relation_that_the_person_left_out_makes_no_effect(world, intake):
    decree = make.document("Nghị định", "20", 2031)
    make.provision(decree, "khoản 1 Điều 2")
    [taken] = actions.take_in(intake, upload(AMENDING), by=world.minh)

    confirm(taken, world.minh, relations=[], why_left_out="Văn bản này chỉ là dự thảo.")

    assert not Effect.objects.exists() and not Relation.objects.exists()


def test_a_discarded_file_stays_on_record_with_its_reason(world, intake):
    [taken] = actions.take_in(intake, upload(), by=world.minh)

    with pytest.raises(RuleBroken):
        actions.discard_file(taken, by=world.minh, why=" ")
    discarded = actions.discard_file(taken, by=world.minh, why="Không phải văn bản của chương trình")

    assert discarded.state == State.DISCARDED and discarded.says.startswith("Không phải")
    with pytest.raises(RuleBroken):
        confirm(discarded, world.minh)


def test_only_those_who_write_the_library_take_in_or_decide(world, intake):
    [taken] = actions.take_in(intake, upload(), by=world.minh)

    for step in (
        lambda: actions.open_intake(by=world.tam, key="k2"),
        lambda: actions.take_in(intake, upload(), by=world.tam),
        lambda: confirm(taken, world.tam),
        lambda: actions.discard_file(taken, by=world.tam, why="Không cần"),
    ):
        with pytest.raises(PermissionDenied):
            step()


def test_the_same_key_opens_the_same_intake(world, intake):
    assert actions.open_intake(by=world.minh, key="k1") == intake
