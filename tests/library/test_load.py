"""Loading law that is data already: whole documents, unchecked, once, and every row accounted for."""

import json

import pytest
from django.core.exceptions import PermissionDenied

from bench._law import documents
from lantoa.commands.main import main
from lantoa.common.models import AuditLine
from lantoa.library.actions import load_library
from lantoa.library.actions.load import Count
from lantoa.library.models import Document, Effect, Instruction, Provision, Relation, SearchPassage

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DECREE = {
    "kind": "Nghị định",
    "number": "20",
    "year": 2031,
    "symbol": "NĐ-CP",
    "title": "Quy định thử",
    "issued_on": "2031-03-15",
    "source": "Công báo thử",
    "provisions": [
        {"eid": "chp_I", "kind": "chapter", "number": "I", "heading": "Chung"},
        {"eid": "art_1", "kind": "article", "number": "1", "parent": "chp_I", "heading": "Phạm vi"},
        {"eid": "art_1__para_1", "kind": "clause", "number": "1", "words": "Hộ nghèo được cấp thẻ."},
    ],
}
NAMED = {name: DECREE[name] for name in ("kind", "number", "year", "symbol")}


def amending(**relation: object) -> dict:
    stated = {"kind": "amend", "target": NAMED, "provision": "art_1__para_1", "effect_on": "2031-09-01"}
    return {
        **{name: DECREE[name] for name in ("kind", "year", "symbol", "title", "source")},
        "number": "33",
        "issued_on": "2031-07-20",
        "relations": [{**stated, **relation}],
    }


@pytest.fixture
def load(world, tmp_path):
    def run(*lines, by=world.minh):
        path = tmp_path / "luat.jsonl"
        path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines))
        told: list[tuple[int, str]] = []
        return load_library(path, by=by, tell=lambda no, says: told.append((no, says))), told

    return run


def test_a_document_comes_whole_with_its_tree_and_unchecked(load):
    account, told = load(DECREE)

    document = Document.objects.get()
    assert not told and not document.is_checked
    assert (account.documents, account.provisions) == (Count(1, 1), Count(3, 3))
    assert [(p.eid, p.parent and p.parent.eid) for p in document.provisions.all()] == [
        ("chp_I", None),
        ("art_1", "chp_I"),
        ("art_1__para_1", "art_1"),
    ]
    assert all(p.fingerprint and p.folded for p in document.provisions.all())
    assert SearchPassage.objects.filter(document=document, top__eid="art_1").exists()


def test_a_relation_may_name_a_document_that_stands_later_in_the_file(load):
    account, told = load(amending(), DECREE)

    effect = Effect.objects.get()
    assert not told and account.relations == Count(1, 1) and account.effects == 1
    assert effect.relation.target_provision.eid == effect.provision.eid == "art_1__para_1"
    assert (str(effect.source), str(effect.on)) == ("Nghị định 33/2031/NĐ-CP", "2031-09-01")


def test_a_supplement_stays_one_and_makes_its_new_place(load):
    load(DECREE, amending(kind="supplement", provision="art_1", new_words="2. Hộ cận nghèo được giảm phí."))

    effect = Effect.objects.get()
    assert (effect.relation.kind, effect.kind, effect.added_eid) == (
        "supplement",
        "supplement",
        "art_1__para_2",
    )
    assert Document.objects.get(number="20").provisions.get(eid="art_1__para_2").added_by == effect


def test_a_supplement_that_names_no_new_place_changes_the_place_it_names(load):
    load(DECREE, amending(kind="supplement"))

    effect = Effect.objects.get()
    assert (effect.relation.kind, effect.kind, effect.added_eid) == ("supplement", "amend", "")


def test_loading_again_changes_nothing(load):
    load(DECREE, amending())
    lines = AuditLine.objects.count()

    account, told = load(DECREE, amending(), DECREE)

    assert not told and AuditLine.objects.count() == lines
    assert account.documents == Count(3, 0, 3) and account.relations == Count(1, 0, 1)
    assert (Document.objects.count(), Relation.objects.count(), Effect.objects.count()) == (2, 1, 1)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("không phải JSON", "không phải một đối tượng JSON"),
        ("[1]", "không phải một đối tượng JSON"),
        ({**DECREE, "source": ""}, "Chưa ghi nguồn"),
        ({**DECREE, "title": None}, "Chưa ghi trích yếu"),
        ({**DECREE, "year": "2031"}, "phải là số"),
        ({**DECREE, "kind": {"a": 1}}, "phải là chữ"),
        ({**DECREE, "issued_on": "15/03/2031"}, "phải có dạng 2031-03-15"),
        ({**DECREE, "provisions": "Điều 1"}, "phải là danh sách"),
        (
            {**DECREE, "provisions": [{"eid": "x", "kind": "clause", "parent": "art_9"}]},
            "không đứng trước nó",
        ),
        ({**DECREE, "provisions": [{"eid": "x", "kind": "lạ"}]}, "không có trong kho"),
        ({**DECREE, "provisions": [{"eid": "x", "kind": "article"}] * 2}, "trùng"),
    ],
)
def test_a_faulty_line_is_refused_whole_with_its_number_and_a_sentence(load, line, says):
    account, told = load({**DECREE, "number": "1"}, line)

    assert [no for no, _ in told] == [2] and says in told[0][1]
    assert account.documents == Count(2, 1, 0, 1)
    assert account.provisions.read == sum((account.provisions.new, account.provisions.refused))
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    ("relation", "says"),
    [
        ({"target": {**NAMED, "number": "21"}}, "kho chưa có"),
        ({"target": {**NAMED, "year": 2030}}, "kho chưa có"),
        ({"target": "Nghị định 20"}, "phải là một đối tượng"),
        ({"provision": "x_9"}, "không có điều khoản x_9"),
        ({"kind": "yêu quý"}, "không có trong kho"),
        ({"effect_on": "2031-01-01"}, "trước ngày ban hành"),
    ],
)
def test_a_relation_that_leads_nowhere_is_refused_and_never_bent_to_another(load, relation, says):
    account, told = load(DECREE, amending(**relation))

    assert [no for no, _ in told] == [2] and says in told[0][1]
    assert account.relations == Count(1, 0, 0, 1)
    assert not Relation.objects.exists() and not Effect.objects.exists()


def test_a_change_of_a_place_that_is_not_held_goes_on_the_work_list_once(load):
    """Dòng bị từ chối, nhưng thay đổi mà nó nêu không mất."""
    for _ in range(2):
        account, told = load(DECREE, amending(provision="art_9__para_2"))
        assert account.relations.refused == 1 and "art_9__para_2" in told[0][1]

    [instruction] = Instruction.objects.all()
    [doubt] = Effect.objects.all()
    assert instruction.state == "read" and instruction.place.startswith("khoản 2 Điều 9")
    assert (doubt.kind, doubt.provision, doubt.document) == ("unsettled", None, instruction.document)


def test_only_those_who_write_the_library_load(load, world):
    with pytest.raises(PermissionDenied):
        load(DECREE, by=world.tam)


def test_the_command_prints_the_account_and_its_codes(world, tmp_path, capsys):
    path = tmp_path / "luat.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in documents(12, 60, 30)))

    assert main(["library", "load", str(path), "--as", "minh", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["documents"] == {"read": 12, "new": 12, "known": 0, "refused": 0}
    assert told["provisions"]["new"] == Provision.objects.count() == 60
    assert told["relations"]["read"] == 30 and told["relations"]["refused"] == 0
    assert main(["library", "load", str(tmp_path / "khong-co"), "--as", "minh"]) == 1
    assert main(["library", "load", str(path), "--as", "tam"]) == 1
    assert main(["library", "load", str(path)]) == 2
    assert main(["library", "load", str(path), "--as", "minh"]) == 0
    assert "12 văn bản: 0 mới, 12 đã có, 0 không nhận." in capsys.readouterr().out
