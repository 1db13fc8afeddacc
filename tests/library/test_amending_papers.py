"""From the words of an amending paper to the reading of the amended one on any day."""

import json
from datetime import date, timedelta

import pytest

from lantoa.common.files import Upload
from lantoa.library import actions
from lantoa.library.models import Document, Effect, Provision
from lantoa.library.queries import branches, effects_on, said_of, stated_relations
from lantoa.library.understanding import Proposal, understand_lines
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

LAW = """Điều 1. Phạm vi
Nghị định này quy định mức vay thử nghiệm.
Điều 3. Mức vay
1. Hộ nghèo vay 50 triệu đồng tại cấp huyện.
2. Hộ cận nghèo:
a) Vay 40 triệu đồng;
b) Vay thêm 10 triệu đồng khi có con nhỏ.
3. Thời hạn vay là 5 năm.
Điều 4. Lãi suất
1. Lãi suất 6% một năm.
2. Nợ quá hạn chịu 8% một năm.
Điều 5. Tổ chức thực hiện
Ủy ban nhân dân cấp huyện công bố mức vay."""
DAY = date(2031, 9, 1)
ONE = timedelta(days=1)
HEAD = """CHÍNH PHỦ
Số: 33/2031/NĐ-CP
Hà Nội, ngày 20 tháng 7 năm 2031
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP
Căn cứ Luật Trợ giúp mẫu số 11/2030/QH18;
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP
"""
TAIL = """
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01/09/2031."""


@pytest.fixture
def law(world) -> Document:
    document = make.document("Nghị định", "20", 2031, effective_on=date(2031, 1, 1))
    actions.set_provisions(document, LAW, by=world.minh)
    return document


def take_in(world, body: str) -> Document:
    """Read the paper in and confirm all that it states."""
    intake = actions.open_intake(by=world.minh, key="k", source="Công báo thử")
    [taken] = actions.take_in(intake, Upload("sua-doi.txt", (HEAD + body + TAIL).encode()), by=world.minh)
    proposal = Proposal.from_dict(taken.proposal)
    facts = proposal.facts()
    kept = [one.index for one in stated_relations(proposal)]
    return actions.confirm_file(taken, by=world.minh, facts=facts, relations=kept, signed=True)


def read(law: Document, day: date) -> dict[str, str | None]:
    """Place -> its heading and words on a day; None when gone, "?" when not known."""
    on_it = effects_on([law.pk])
    doubtful = said_of([law], on_it)[law.pk].doubtful
    told: dict[str, str | None] = {}
    waiting = list(reversed(branches(law, on_it[law.pk], day, doubtful)))
    while waiting:
        branch = waiting.pop()
        waiting += reversed(branch.children)
        state = branch.wording.state
        told[branch.provision.place] = (
            None if state == "gone" else "?" if state == "unknown" else str(branch.text).replace("\n", " | ")
        )
    return told


SENTENCES = [
    (
        "1. Khoản 3 Điều 3 được sửa đổi như sau:\n“3. Thời hạn vay là 7 năm.”",
        "3.3",
        "3. Thời hạn vay là 7 năm.",
    ),
    ("1. Khoản 2 Điều 4 bị bãi bỏ.", "4.2", "bai_bo"),
    ("1. Cụm từ “6%” tại khoản 1 Điều 4 được thay thế bằng cụm từ “5%”.", "4.1", "6%→5%"),
    ("1. Thay cụm từ “6%” thành “5%” tại khoản 1 Điều 4.", "4.1", "6%→5%"),
    ("1. Bỏ cụm từ “một năm” tại khoản 1\nĐiều 4.", "4.1", "một năm→"),
    ("1. Bổ sung cụm từ “trở lên” vào sau cụm từ “6%” tại khoản 1 Điều 4.", "4.1", "6%→6% trở lên"),
    ("1. Sửa đổi Điều 4 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Lãi 5%.”", "4.1", "1. Lãi 5%."),
    (
        '1. Sửa đổi, bổ sung khoản 1 và bổ sung khoản 1a Điều 4 như sau:\n"1. Lãi 5%.\n1a. Hộ mới."',
        "4.1a",
        "1a. Hộ mới.",
    ),
    ("1. Bãi bỏ khoản 2 Điều 4 từ ngày 01/01/2033.", "4.2", "2033-01-01"),
]


@pytest.mark.parametrize(("body", "place", "says"), SENTENCES, ids=[one[0][:40] for one in SENTENCES])
def test_amending_sentences_of_many_shapes_give_place_and_words(body: str, place: str, says: str) -> None:
    cited = {}
    for one in understand_lines((HEAD + body + TAIL).splitlines()).cited:
        at = ".".join(one.citation[level] for level in ("article", "clause", "point") if one.citation[level])
        phrase = f"{one.old_phrase}→{one.new_phrase}" if one.old_phrase else ""
        cited[at] = one.new_words or phrase or one.on or one.relation

    assert cited.get(place) == says


def test_what_only_tells_of_an_earlier_change_is_no_change() -> None:
    told = understand_lines(
        "CHÍNH PHỦ\nSố: 40/2031/NĐ-CP\nHà Nội, ngày 20 tháng 7 năm 2031\nNGHỊ ĐỊNH\nQuy định thử\n"
        "Căn cứ Luật Trợ giúp mẫu số 11/2030/QH18;\nĐiều 1. Áp dụng\n1. Khoản 2 Điều 3 Nghị định số"
        " 20/2031/NĐ-CP đã được sửa đổi, bổ sung theo Nghị định số 33/2031/NĐ-CP.".splitlines()
    )

    assert not [one for one in told.cited if one.relation in ("sua_doi_bo_sung", "bo_sung", "bai_bo")]


def test_new_words_of_a_clause_stand_from_the_day_on_with_their_points(world, law):
    take_in(
        world,
        "1. Sửa đổi, bổ sung khoản 2 Điều 3 như sau:\n“2. Hộ cận nghèo:\na) Vay 60 triệu đồng;\n"
        "c) Được gia hạn một lần.”",
    )

    before, after = read(law, DAY - ONE), read(law, DAY)
    assert before["điểm a khoản 2 Điều 3"] == "Vay 40 triệu đồng;"
    assert "điểm c khoản 2 Điều 3" not in before
    assert after["điểm a khoản 2 Điều 3"] == "Vay 60 triệu đồng;"
    assert after["điểm b khoản 2 Điều 3"] is None
    assert after["điểm c khoản 2 Điều 3"] == "Được gia hạn một lần."
    assert after["khoản 3 Điều 3"] == "Thời hạn vay là 5 năm."


def test_an_added_clause_stands_in_its_place_from_its_day_on_and_names_its_act(world, law):
    amending = take_in(
        world,
        "1. Bổ sung khoản 2a vào sau khoản 2 Điều 3 như sau:\n“2a. Hộ mới thoát nghèo vay 45 triệu đồng.”",
    )

    assert "khoản 2a Điều 3" not in read(law, DAY - ONE)
    places = list(read(law, DAY))
    at = places.index("khoản 2a Điều 3")
    assert places[at - 1 : at + 2] == ["điểm b khoản 2 Điều 3", "khoản 2a Điều 3", "khoản 3 Điều 3"]
    clause = law.provisions.get(eid="art_3__para_2a")
    assert clause.added_by.source == amending and clause.added_by.kind == Effect.Kind.SUPPLEMENT
    assert clause.added_by.new_words == "2a. Hộ mới thoát nghèo vay 45 triệu đồng."
    assert clause.words == "Hộ mới thoát nghèo vay 45 triệu đồng."


def test_an_added_article_stands_behind_the_one_before_it(world, law):
    take_in(
        world,
        "1. Bổ sung Điều 3a vào sau Điều 3 như sau:\n“Điều 3a. Gia hạn\n1. Gia hạn một lần.\n"
        "2. Không quá 12 tháng.”",
    )

    told = read(law, DAY)
    assert list(told)[-7:-3] == ["Điều 3a", "khoản 1 Điều 3a", "khoản 2 Điều 3a", "Điều 4"]
    assert told["Điều 3a"] == "Gia hạn"


def test_a_phrase_changes_wherever_it_stands_in_the_places_named(world, law):
    take_in(
        world,
        "1. Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại khoản 1 Điều 3 và Điều 5.\n"
        "2. Bãi bỏ điểm b khoản 2 Điều 3.",
    )

    told = read(law, DAY)
    assert told["khoản 1 Điều 3"] == "Hộ nghèo vay 50 triệu đồng tại cấp xã."
    assert told["Điều 5"].endswith("Ủy ban nhân dân cấp xã công bố mức vay.")
    assert told["điểm b khoản 2 Điều 3"] is None and told["điểm a khoản 2 Điều 3"] is not None


def test_a_phrase_changes_wherever_it_stands_in_a_whole_document(world, law):
    take_in(
        world,
        "1. Bãi bỏ khoản 2 Điều 4.\nĐiều 2. Thay thế cụm từ\n"
        "1. Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại Nghị định số 20/2031/NĐ-CP.",
    )

    told = read(law, DAY)
    assert told["khoản 1 Điều 3"] == "Hộ nghèo vay 50 triệu đồng tại cấp xã."
    assert told["Điều 5"].endswith("Ủy ban nhân dân cấp xã công bố mức vay.")
    assert told["khoản 3 Điều 3"] == "Thời hạn vay là 5 năm."
    assert read(law, DAY - ONE)["khoản 1 Điều 3"].endswith("cấp huyện.")


def test_a_phrase_that_stands_nowhere_in_its_place_leaves_the_words_unknown(world, law):
    take_in(world, "1. Thay thế cụm từ “cấp tỉnh” bằng cụm từ “cấp xã” tại khoản 1 Điều 3.")

    assert read(law, DAY)["khoản 1 Điều 3"] == "?"
    assert read(law, DAY - ONE)["khoản 1 Điều 3"].startswith("Hộ nghèo")


def test_a_whole_article_rewritten_loses_gains_and_keeps_its_clauses(world, law):
    take_in(
        world,
        "1. Sửa đổi Điều 4 như sau:\n“Điều 4. Lãi suất và gia hạn\n1. "
        "Lãi suất 5% một năm.\n3. Gia hạn một lần.”",
    )

    told = read(law, DAY)
    assert told["Điều 4"] == "Lãi suất và gia hạn"
    assert told["khoản 1 Điều 4"] == "Lãi suất 5% một năm."
    assert told["khoản 2 Điều 4"] is None
    assert told["khoản 3 Điều 4"] == "Gia hạn một lần."


def test_a_new_lead_in_leaves_the_points_below_as_they_are(world, law):
    take_in(world, "1. Sửa đổi đoạn mở đầu khoản 2 Điều 3 như sau: “2. Hộ cận nghèo và hộ mới thoát nghèo:”")

    told = read(law, DAY)
    assert told["khoản 2 Điều 3"] == "Hộ cận nghèo và hộ mới thoát nghèo:"
    assert told["điểm a khoản 2 Điều 3"] == "Vay 40 triệu đồng;"
    assert told["khoản 3 Điều 3"] == "Thời hạn vay là 5 năm."


def test_new_words_without_quotation_marks_end_where_another_place_begins(world, law):
    take_in(
        world,
        "1. Sửa đổi, bổ sung khoản 2 Điều 3 như sau:\n2. Hộ cận nghèo:\na) Vay 60 triệu đồng;\n"
        "c) Được gia hạn một lần.\n2. Sửa đổi khoản 1 Điều 4 như sau:\n1. Lãi suất 5% một năm.\n"
        "3. Bãi bỏ khoản 2 Điều 4.\n4. Bổ sung Điều 3a vào sau Điều 3 như sau:\nĐiều 3a. Gia hạn\n"
        "1. Gia hạn một lần.\n2. Không quá 12 tháng.",
    )

    told = read(law, DAY)
    assert [told[f"điểm {one} khoản 2 Điều 3"] for one in "abc"] == [
        "Vay 60 triệu đồng;", None, "Được gia hạn một lần."
    ]  # fmt: skip
    assert (told["khoản 1 Điều 4"], told["khoản 2 Điều 4"]) == ("Lãi suất 5% một năm.", None)
    assert (told["Điều 3a"], told["khoản 2 Điều 3a"]) == ("Gia hạn", "Không quá 12 tháng.")
    assert told["Điều 5"] == read(law, DAY - ONE)["Điều 5"]


def test_a_list_of_amending_sentences_is_not_the_new_words_of_the_first(world, law):
    take_in(
        world,
        "1. Sửa đổi khoản 2 Điều 3 như sau:\n2. Sửa đổi khoản 3 Điều 3 như sau:\n“3. Thời hạn vay là 7 năm.”",
    )

    told = read(law, DAY)
    assert told["khoản 3 Điều 3"] == "Thời hạn vay là 7 năm."
    assert told["khoản 2 Điều 3"] in ("?", "Hộ cận nghèo:")


def test_words_that_the_paper_does_not_give_in_full_are_not_made_up(world, law):
    take_in(world, "1. Sửa đổi đoạn thứ hai khoản 2 Điều 3 như sau: “Hộ mới thoát nghèo vay như trên:”")

    [effect] = Effect.objects.all()
    assert (effect.provision.place, effect.new_words) == ("khoản 2 Điều 3", "")
    assert read(law, DAY)["khoản 2 Điều 3"] == "?"


def test_an_added_clause_is_amended_and_repealed_like_any_other(world, law):
    take_in(
        world,
        "1. Bổ sung khoản 2a vào sau khoản 2 Điều 3 như sau:\n“2a. Hộ mới thoát nghèo vay 45 triệu đồng.”",
    )
    clause = Provision.objects.get(eid="art_3__para_2a")
    make.effect(clause, DAY + 9 * ONE, "amend", new_words="2a. Hộ mới thoát nghèo vay 55 triệu đồng.")
    make.effect(clause, DAY + 20 * ONE, "repeal")

    assert read(law, DAY + 8 * ONE)["khoản 2a Điều 3"].endswith("45 triệu đồng.")
    assert read(law, DAY + 9 * ONE)["khoản 2a Điều 3"].endswith("55 triệu đồng.")
    assert read(law, DAY + 20 * ONE)["khoản 2a Điều 3"] is None


def test_a_withdrawn_addition_leaves_the_tree_and_comes_back_when_recorded_again(world, law):
    take_in(
        world,
        "1. Bổ sung khoản 2a vào sau khoản 2 Điều 3 như sau:\n“2a. Hộ mới thoát nghèo vay 45 triệu đồng.”",
    )
    clause = Provision.objects.get(eid="art_3__para_2a")
    actions.withdraw_effect(clause.added_by, by=world.minh, why="Nhầm văn bản")
    assert "khoản 2a Điều 3" not in read(law, DAY)

    article = law.provisions.get(eid="art_3")
    actions.record_effect(
        law,
        by=world.minh,
        kind="supplement",
        on=DAY + ONE,
        provision=article,
        new_words="2a. Vay 46 triệu đồng.",
    )
    assert "khoản 2a Điều 3" not in read(law, DAY)
    assert read(law, DAY + ONE)["khoản 2a Điều 3"] == "Vay 46 triệu đồng."
    assert Provision.objects.get(eid="art_3__para_2a").pk == clause.pk


def test_copying_the_issued_text_again_keeps_what_was_added(world, law):
    take_in(
        world,
        "1. Bổ sung khoản 2a vào sau khoản 2 Điều 3 như sau:\n“2a. Hộ mới thoát nghèo vay 45 triệu đồng.”",
    )

    actions.set_provisions(law, LAW, by=world.minh)

    places = list(read(law, DAY))
    assert places.index("khoản 2a Điều 3") == places.index("khoản 3 Điều 3") - 1


def test_new_words_that_come_with_loaded_law_make_the_same_reading(world, law, tmp_path):
    """Nạp dữ liệu sẵn có cũng ra đúng cây của ngày ấy, kể cả khoản mới trong Điều viết lại."""
    line = {
        "kind": "Nghị định",
        "number": "35",
        "year": 2031,
        "symbol": "NĐ-CP",
        "title": "Sửa đổi thử",
        "source": "Dữ liệu thử",
        "relations": [
            {
                "kind": "amend",
                "target": {"kind": "Nghị định", "number": "20", "year": 2031, "symbol": "NĐ-CP"},
                "provision": "art_4",
                "effect_on": "2031-09-01",
                "new_words": "Điều 4. Lãi suất\n1. Lãi suất 5% một năm.\n3. Gia hạn một lần.",
            }
        ],
    }
    path = tmp_path / "luat.jsonl"
    path.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")

    actions.load_library(path, by=world.minh)

    told = read(law, DAY)
    assert (told["khoản 1 Điều 4"], told["khoản 2 Điều 4"]) == ("Lãi suất 5% một năm.", None)
    assert told["khoản 3 Điều 4"] == "Gia hạn một lần."
    assert "khoản 3 Điều 4" not in read(law, DAY - ONE)
