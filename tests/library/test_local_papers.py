"""Papers of provinces, wards and departments: one number, many issuers; one paper, two texts."""

import json
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common.files import Upload
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.export.links import work_uri
from lantoa.library.issuers import is_local, issuer_cited, same_issuer
from lantoa.library.models import Document, IntakeFile
from lantoa.library.queries import asked_in, documents_matching, resolve, state_of, stated_relations
from lantoa.library.queries.intakes import differences_from, held_of
from lantoa.library.rules.standing_of_a_citation import Pin
from lantoa.library.understanding import Proposal
from lantoa.people.models import Unit, UnitVersion

db = pytest.mark.django_db
State = IntakeFile.State
SONG, NUI = "Ủy ban nhân dân tỉnh Sông Lam", "Ủy ban nhân dân tỉnh Núi Hồng"
PAPER = """{issuer}
Số: 05/2031/QĐ-UBND
{place}, ngày {day}
QUYẾT ĐỊNH
Quy định mức hỗ trợ hộ nghèo
Điều 1. Mức hỗ trợ
1. Hộ nghèo được hỗ trợ {amount} đồng.
2. Hộ cận nghèo được hỗ trợ 200.000 đồng.
Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực từ ngày 20 tháng 3 năm 2031.
"""
CITED = {"type": "Quyết định", "number": "05", "year": 2031, "symbol": "QĐ-UBND"}


def paper(issuer: str = SONG, amount: str = "500.000", day: str = "10 tháng 3 năm 2031") -> Upload:
    text = PAPER.format(issuer=issuer.upper(), place=issuer.split("tỉnh ")[-1], amount=amount, day=day)
    return Upload(f"{amount}.txt", text.encode())


@pytest.fixture
def intake(world):
    return actions.open_intake(by=world.minh, key="k1", source="Công báo thử")


@pytest.fixture
def take(world, intake):
    def run(*args: str, **more: str) -> IntakeFile:
        return actions.take_in(intake, paper(*args, **more), by=world.minh)[0]

    return run


@pytest.fixture
def enter(world, take):
    def run(*args: str, **more: str) -> Document:
        taken = take(*args, **more)
        facts = Proposal.from_dict(taken.proposal).facts()
        return actions.confirm_file(taken, by=world.minh, facts=facts)

    return run


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "UBND tỉnh Sông Lam", True),
        ("Uỷ ban nhân dân TP. Sông Phố", "UBND thành phố Sông Phố", True),
        ("Chủ tịch Ủy ban nhân dân tỉnh Sông Lam", SONG, True),
        ("Tỉnh ủy Sông Lam", "TỈNH UỶ SÔNG LAM", True),
        (SONG, NUI, False),
        (SONG, "Ủy ban nhân dân thành phố Sông Lam", False),
        (SONG, "Hội đồng nhân dân tỉnh Sông Lam", False),
        ("Tỉnh ủy Sông Lam", "Tỉnh ủy Núi Hồng", False),
        ("Ủy ban nhân dân phường", SONG, False),
        ("Ủy ban nhân dân tỉnh", SONG, None),
        ("Sở Y tế", "Sở Y tế", None),
        ("", SONG, None),
        ("UBND phường Mai", "UBND phường Mai, thành phố Sông Phố", None),
    ],
)
def test_two_names_mean_one_body_or_not_or_it_cannot_be_known(one, other, same):
    assert same_issuer(one, other) is same_issuer(other, one) is same


@pytest.mark.parametrize("symbol", ["QĐ-UBND", "NQ-HĐND", "KH-SYT", "NQ/TU", "QĐ-CTUBND", "SNNMT-PTNT"])
def test_a_local_symbol_leaves_its_issuer_open(symbol):
    assert is_local(symbol)


@pytest.mark.parametrize(
    "symbol", ["NĐ-CP", "ND-CP", "TT-BYT", "QH15", "QĐ-TTg", "CT/TW", "TTLT-BYT-BTC", "VBHN-VPQH", ""]
)
def test_a_central_symbol_names_its_issuer(symbol):
    assert not is_local(symbol)


def test_a_body_named_without_its_place_is_that_of_the_paper_that_cites():
    assert same_issuer(issuer_cited("Ủy ban nhân dân tỉnh", NUI), NUI)
    assert issuer_cited("Ủy ban nhân dân tỉnh", "UBND phường Mai") == "Ủy ban nhân dân tỉnh"
    assert issuer_cited(SONG, NUI) == SONG


@db
@pytest.mark.db
def test_one_number_of_two_issuers_is_two_documents(enter):
    one, other = enter(SONG), enter(NUI, "700.000")

    assert one != other and one.identity == other.identity
    assert str(one) == f"Quyết định 05/2031/QĐ-UBND của {SONG}"
    assert work_uri(one) != work_uri(other)
    assert set(documents_matching("05/2031/QĐ-UBND")) == set(asked_in("QĐ 05/2031/QĐ-UBND").documents)
    assert set(documents_matching("05/2031/QĐ-UBND")) == {one, other}
    assert list(documents_matching("05/2031/QĐ-UBND Núi Hồng")) == [other]


@db
@pytest.mark.db
def test_a_citation_without_issuer_is_unknown_while_two_are_held(enter):
    one = enter(SONG)
    assert resolve(CITED) == one

    other = enter(NUI, "700.000", day="12 tháng 3 năm 2031")

    assert resolve(CITED) is None
    assert resolve({**CITED, "issuer": "Ủy ban nhân dân tỉnh"}) is None
    assert resolve({**CITED, "issuer": "UBND tỉnh Núi Hồng"}) == other
    assert resolve({**CITED, "issuer": "Chủ tịch UBND tỉnh Sông Lam"}) == one
    assert resolve({**CITED, "issuer": "Ủy ban nhân dân tỉnh Biển Bạc"}) is None


@db
@pytest.mark.db
def test_the_paper_that_cites_tells_whose_decision_it_means(world, intake, enter):
    one = enter(SONG)
    words = (
        "Quyết định này thay thế Quyết định số 05/2031/QĐ-UBND ngày 10/3/2031 của Ủy ban nhân dân tỉnh"
        " quy định mức hỗ trợ."
    )

    def target(issuer: str) -> object:
        text = PAPER.format(issuer=issuer.upper(), place="Nơi", amount="9", day="01 tháng 5 năm 2031")
        text = text.replace("05/2031", "08/2031").replace("2. Hộ cận", f"2. {words}\n3. Hộ cận")
        taken = actions.take_in(intake, Upload(f"{issuer}.txt", text.encode()), by=world.minh)[0]
        stated = stated_relations(Proposal.from_dict(taken.proposal))
        return next(s.target for s in stated if s.cited.relation == "thay_the")

    assert target(SONG) == one
    assert target(NUI) is None


@db
@pytest.mark.db
def test_a_name_that_passed_to_another_unit_counts_its_papers_anew(enter):
    """Tỉnh mới mang tên tỉnh cũ đánh số văn bản từ đầu: hai văn bản cùng số trong một năm là hai văn bản."""
    for key, since, until in (("p1", None, date(2031, 6, 30)), ("p2", date(2031, 7, 1), None)):
        unit = Unit.objects.create(key=key)
        UnitVersion.objects.create(
            unit=unit, name="Sông Lam", type_word="tỉnh", kind="province", valid_from=since, valid_to=until
        )

    before = enter(SONG)
    after = enter(SONG, "900.000", day="10 tháng 8 năm 2031")

    assert before != after and before.issuer_key != after.issuer_key


@db
@pytest.mark.db
def test_a_paper_whose_issuer_does_not_name_its_place_is_not_taken_for_another(world, enter):
    enter(SONG)

    with pytest.raises(RuleBroken, match="chưa rõ có cùng cơ quan ban hành không"):
        actions.register_document(
            by=world.minh, kind="Quyết định", title="Khác", number="5", year=2031, symbol="QĐ-UBND"
        )


@db
@pytest.mark.db
def test_json_lines_load_and_relate_by_issuer(world, tmp_path):
    def line(issuer: str, **more: object) -> dict:
        return {
            "kind": "Quyết định", "number": "05", "year": 2031, "symbol": "QĐ-UBND", "issuer": issuer,
            "title": "Quy định thử", "source": "Công báo thử", **more,
        }  # fmt: skip

    def load(*lines: dict) -> list[str]:
        path = tmp_path / "luat.jsonl"
        path.write_text("\n".join(map(json.dumps, lines)))
        told: list[str] = []
        actions.load_library(path, by=world.minh, tell=lambda no, says: told.append(says))
        return told

    named = {name: line(SONG)[name] for name in ("kind", "number", "year", "symbol")}
    ending = line(SONG, number="09", relations=[{"kind": "repeal", "target": {**named, "issuer": NUI}}])
    unsure = line(SONG, number="10", relations=[{"kind": "repeal", "target": named}])

    assert load(line(SONG), line(NUI), line("UBND tỉnh Sông Lam"), ending) == []
    assert Document.objects.filter(number="05").count() == 2
    assert Document.objects.get(issuer=NUI).relations_in.count() == 1
    assert "kho có 2 văn bản" in load(unsure)[0]


@db
@pytest.mark.db
def test_the_same_paper_with_other_words_waits_for_a_person(take, enter):
    held = enter(SONG)

    again, other = take(SONG, "500.000 "), take(SONG, "550.000")

    assert (again.state, again.document) == (State.KNOWN, held)
    assert other.state == State.PROPOSED and "lời khác" in other.says
    told = differences_from(held, Proposal.from_dict(other.proposal))
    assert [(one.place, ("gone", "500.000"), ("new", "550.000")) for one in told] == [
        (one.place, *[step for step in one.steps if step[0] != "same"]) for one in told
    ]
    assert [one.place for one in told] == ["khoản 1 Điều 1"]


@db
@pytest.mark.db
def test_two_texts_of_one_paper_both_wait_and_the_later_is_compared_when_the_first_is_in(world, take):
    first, second, third = take(SONG), take(SONG, "550.000"), take(SONG, "550.000 ")
    assert [one.state for one in (first, second, third)] == [State.PROPOSED, State.PROPOSED, State.KNOWN]

    held = actions.confirm_file(first, by=world.minh, facts=Proposal.from_dict(first.proposal).facts())

    assert held_of(Proposal.from_dict(second.proposal)) == held
    with pytest.raises(RuleBroken, match="Kho đã có"):
        actions.confirm_file(second, by=world.minh, facts=Proposal.from_dict(second.proposal).facts())


@db
@pytest.mark.db
def test_the_words_that_are_held_are_kept_with_a_reason(world, take, enter):
    held, other = enter(SONG), take(SONG, "550.000")

    with pytest.raises(RuleBroken, match="Ghi lý do"):
        actions.keep_held_words(other, by=world.minh, why=" ")
    actions.keep_held_words(other, by=world.minh, why="Bản gõ lại có sai sót.")

    other.refresh_from_db()
    assert (other.state, other.document) == (State.KNOWN, held) and "Bản gõ lại" in other.says
    assert "500.000" in held.provisions.get(eid="art_1__para_1").words
    assert AuditLine.objects.filter(action="keep_held_words").exists()


@db
@pytest.mark.db
def test_true_words_take_their_place_and_only_what_rests_on_changed_words_is_suspect(world, take, enter):
    held, other = enter(SONG), take(SONG, "550.000")
    actions.update_document(held, by=world.minh, source="Công báo thử")
    actions.mark_checked(held, by=world.hung)
    clauses = {p.eid: p for p in held.provisions.all()}
    pins = [Pin(eid, p.pk, p.fingerprint, frozenset()) for eid, p in clauses.items()]

    actions.take_other_words(other, by=world.minh, why="Đã đối chiếu với bản có dấu.")

    held.refresh_from_db()
    states = {key: state.kind for key, state in state_of(pins, date(2031, 6, 1)).items()}
    assert states.pop("art_1__para_1") == "suspect" and set(states.values()) == {"good"}
    assert not held.is_checked and held.file == other.file
    assert "550.000" in held.provisions.get(eid="art_1__para_1").words
    line = AuditLine.objects.get(action="take_other_words")
    assert line.why == "Đã đối chiếu với bản có dấu."


@db
@pytest.mark.db
def test_another_document_of_the_same_number_and_issuer_needs_what_tells_it_apart(world, take, enter):
    held, other = enter(SONG), take(SONG, "550.000")
    facts = Proposal.from_dict(other.proposal).facts()

    made = actions.confirm_file(other, by=world.minh, facts={**facts, "apart": "bản đánh trùng số"})

    assert made != held and str(made).endswith("(bản đánh trùng số)")
    assert work_uri(made) != work_uri(held)
    assert resolve(CITED) is None


@db
@pytest.mark.db
def test_who_does_not_write_the_library_decides_nothing(world, take, enter):
    enter(SONG)
    other = take(SONG, "550.000")

    for decide in (actions.keep_held_words, actions.take_other_words):
        with pytest.raises(PermissionDenied):
            decide(other, by=world.van, why="Thử.")
