# ruff: noqa: E501 - a line of a paper stays one line
"""Văn bản hợp nhất: its own number and kind, what it joins, and notes that are no words of the law."""

import zipfile
from io import BytesIO

import pytest

from lantoa.common.files import Upload
from lantoa.language.provisions import fingerprint, read_tree
from lantoa.library import actions
from lantoa.library.models import Relation
from lantoa.library.reading import notes_in, parts_of
from lantoa.library.understanding import Proposal, strongest, understand, understand_lines
from lantoa.paper.reading import read_official
from tests.factories import library as make
from tests.library.law_papers import said

HEAD = """BỘ Y TẾ
Số: 05/VBHN-BYT
Hà Nội, ngày 20 tháng 3 năm 2032
NGHỊ ĐỊNH
Quy định mức trợ giúp thử nghiệm giai đoạn 2031 - 2035
Nghị định số 20/2031/NĐ-CP ngày 15 tháng 3 năm 2031 của Chính phủ quy định mức trợ giúp thử nghiệm, có hiệu lực kể từ ngày 01 tháng 5 năm 2031, được sửa đổi, bổ sung bởi:
{by}
Căn cứ Luật Trợ giúp mẫu số 11/2030/QH18;[1]
Chính phủ ban hành Nghị định quy định mức trợ giúp.
"""
ONE = "Nghị định số 33/2031/NĐ-CP ngày 20 tháng 7 năm 2031 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 20/2031/NĐ-CP, có hiệu lực kể từ ngày 01 tháng 9 năm 2031."
TWO = "Nghị định số 44/2032/NĐ-CP ngày 02 tháng 01 năm 2032 của Chính phủ, có hiệu lực kể từ ngày 01 tháng 02 năm 2032."
BODY = """Điều 1. Phạm vi điều chỉnh
Nghị định này quy định mức trợ giúp.
Điều 2. Mức trợ giúp[2]
1. Hộ nghèo được 500.000 đồng.
2.[3] Hộ cận nghèo được 300.000 đồng.
a) Chi trả hằng tháng[4];
Điều 3. Hiệu lực thi hành
1. Nghị định này có hiệu lực kể từ ngày 01 tháng 5 năm 2031.
2. Nghị định số 05/2028/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.
"""
NOTES = """[1] Nghị định số 33/2031/NĐ-CP có căn cứ ban hành như sau:
“Căn cứ Luật Trợ giúp mẫu số 11/2030/QH18;
Căn cứ Luật Ngân sách mẫu số 12/2030/QH18;”
[2] Tên Điều này được sửa đổi theo quy định tại khoản 1 Điều 1 Nghị định số 33/2031/NĐ-CP, có hiệu lực kể từ ngày 01 tháng 9 năm 2031.
[3] Khoản này được sửa đổi theo quy định tại khoản 2 Điều 1 Nghị định số 33/2031/NĐ-CP.
[4] Điều 2 và Điều 3 Nghị định số 33/2031/NĐ-CP quy định như sau:
“Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 9 năm 2031.
Điều 3. Trách nhiệm thi hành
Các Bộ trưởng chịu trách nhiệm thi hành.”
"""
FOOT = "XÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 20 tháng 3 năm 2032\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Văn Mẫu\n"
WHOLE = HEAD.format(by=ONE) + BODY + NOTES + FOOT


def read(text: str = WHOLE) -> Proposal:
    return understand_lines(text.splitlines())


def relations(proposal: Proposal) -> dict[str, str]:
    return {said(one.citation): one.relation for one in strongest(proposal.cited)}


def test_kind_number_day_and_title_are_its_own() -> None:
    told = read()

    assert {name: told.get(name) for name in ("kind", "number", "year", "symbol", "issuer", "issued_on", "title")} == {
        "kind": "Văn bản hợp nhất", "number": "05", "year": "", "symbol": "VBHN-BYT", "issuer": "Bộ Y tế",
        "issued_on": "2032-03-20", "title": "Quy định mức trợ giúp thử nghiệm giai đoạn 2031 - 2035",
    }  # fmt: skip
    assert [doubt.code for doubt in told.doubts] == []


def test_it_joins_its_base_and_each_amending_paper_and_ends_nothing() -> None:
    joined = {"Nghị định 20/2031/NĐ-CP": "hop_nhat", "Nghị định 33/2031/NĐ-CP": "hop_nhat"}

    assert relations(read()) == joined
    both = HEAD.format(by=f"1. {ONE}\n2. {TWO}") + BODY
    assert relations(read(both)) == {**joined, "Nghị định 44/2032/NĐ-CP": "hop_nhat"}
    inline = WHOLE.replace("bởi:\n", "bởi Nghị định số 44/2032/NĐ-CP ngày 02 tháng 01 năm 2032 và ")
    assert relations(read(inline)) == {**joined, "Nghị định 44/2032/NĐ-CP": "hop_nhat"}


def test_the_force_of_its_base_is_not_its_own() -> None:
    told = read()

    assert (told.get("effective_on"), told.get("ended_on")) == ("", "")


def test_a_law_with_a_list_of_amending_laws_is_joined_too() -> None:
    text = """VĂN PHÒNG QUỐC HỘI
Số: 12/VBHN-VPQH
Hà Nội, ngày 09 tháng 8 năm 2032
LUẬT
TRỢ GIÚP MẪU
Luật Trợ giúp mẫu số 11/2030/QH18 ngày 12 tháng 6 năm 2030 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 01 năm 2031, được sửa đổi, bổ sung bởi:
1. Luật số 21/2031/QH18 ngày 20 tháng 6 năm 2031 của Quốc hội sửa đổi, bổ sung một số điều của Luật Trợ giúp mẫu, có hiệu lực kể từ ngày 01 tháng 01 năm 2032;
2. Luật Giá mẫu số 33/2031/QH18 ngày 22 tháng 11 năm 2031 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 7 năm 2032.
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về trợ giúp.
"""
    told = read(text)

    assert (told.get("kind"), told.get("number"), told.get("title")) == (
        "Văn bản hợp nhất",
        "12",
        "Trợ giúp mẫu",
    )
    assert told.get("issuer") == "Văn phòng Quốc hội"
    assert relations(told) == dict.fromkeys(
        ("Luật 11/2030/QH18", "Luật 21/2031/QH18", "Luật 33/2031/QH18"), "hop_nhat"
    )


def test_a_number_that_is_not_read_is_never_that_of_an_amending_paper() -> None:
    told = read(WHOLE.replace("Số: 05/VBHN-BYT", "VĂN BẢN HỢP NHẤT"))

    assert (told.get("kind"), told.get("number"), told.get("symbol")) == ("Văn bản hợp nhất", "", "")
    assert "number_missing" in {doubt.code for doubt in told.doubts}


def test_a_paper_that_rests_on_a_consolidated_text_is_none() -> None:
    told = read(
        "CHÍNH PHỦ\nSố: 9/2033/NĐ-CP\nNGHỊ ĐỊNH\nQuy định thử\nCăn cứ Văn bản hợp nhất số 05/VBHN-BYT;\nĐiều 1. A"
    )

    assert told.get("kind") == "Nghị định"
    assert relations(told) == {"Văn bản hợp nhất 05/VBHN-BYT": "can_cu"}


def test_notes_are_kept_beside_their_clause_and_are_no_words_of_it() -> None:
    notes = {note.mark: (note.eid, note.words) for note in notes_in(WHOLE)}

    assert {mark: eid for mark, (eid, _) in notes.items()} == {
        "1": "", "2": "art_2", "3": "art_2__para_2", "4": "art_2__para_2__point_a",
    }  # fmt: skip
    assert notes["3"][1].startswith("Khoản này được sửa đổi") and "chịu trách nhiệm" in notes["4"][1]
    plain = {
        part.eid: part.fingerprint
        for part in parts_of(BODY.replace("[2]", "").replace("[3]", "").replace("[4]", ""))
    }
    assert {part.eid: part.fingerprint for part in parts_of(WHOLE)} == plain
    assert plain["art_2__para_2"] == fingerprint("Hộ cận nghèo được 300.000 đồng.")


@pytest.mark.parametrize(
    "text",
    [
        HEAD.format(by=ONE) + BODY + FOOT + NOTES,  # as web pages print them
        HEAD.format(by=ONE) + BODY.replace("2.[3] Hộ", "2.[3]Hộ") + NOTES + FOOT,
        HEAD.format(by=ONE) + BODY.replace("[3]", "3").replace("[2]", "2") + NOTES.replace("[3] ", "3 ").replace("[2] ", "2 ") + FOOT,
    ],
)  # fmt: skip
def test_notes_are_found_wherever_they_are_printed_and_without_brackets(text: str) -> None:
    assert [part.words for part in parts_of(text)] == [part.words for part in parts_of(WHOLE)]
    assert [(note.mark, note.eid) for note in notes_in(text)][1:] == [
        (n.mark, n.eid) for n in notes_in(WHOLE)
    ][1:]


def test_brackets_without_a_note_stay_words() -> None:
    tree = read_tree("Điều 1. Tài liệu\nTheo tài liệu [12] và mảng a[1] của đơn.\n[7] không có chỗ dẫn.")

    assert tree.notes == [] and "[12]" in tree.nodes[0].words and "[7]" in tree.nodes[0].words


def test_footnotes_of_a_docx_are_its_notes() -> None:
    def paragraph(text: str) -> str:
        before, mark, behind = text.partition("#")
        note = '<w:r><w:footnoteReference w:id="7"/></w:r>' if mark else ""
        return f"<w:p><w:r><w:t>{before}</w:t></w:r>{note}<w:r><w:t>{behind}</w:t></w:r></w:p>"

    lines = (
        (HEAD.format(by=ONE).replace("[1]", "") + BODY)
        .replace("[3]", "[#]")
        .replace("[2]", "")
        .replace("[4]", "")
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(map(paragraph, lines.splitlines()))
    note = '<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>[] Khoản này được sửa đổi.</w:t></w:r></w:p></w:footnote>'
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/footnotes.xml", f"<w:footnotes {space}>{note}</w:footnotes>")

    told = understand(read_official(buffer.getvalue(), "hop-nhat.docx"))

    assert [(n.eid, n.words) for n in notes_in(told.text)] == [("art_2__para_2", "Khoản này được sửa đổi.")]
    assert {p.eid: p.words for p in parts_of(told.text)}["art_2__para_2"] == "Hộ cận nghèo được 300.000 đồng."


@pytest.mark.django_db
@pytest.mark.db
def test_confirming_keeps_its_notes_and_joins_what_is_held(world) -> None:
    base = make.document("Nghị định", "20", 2031)
    intake = actions.open_intake(by=world.minh, key="k", source="Công báo thử")
    taken = actions.take_in(intake, Upload("hop-nhat.txt", WHOLE.encode()), by=world.minh)[0]
    proposal = Proposal.from_dict(taken.proposal)

    document = actions.confirm_file(taken, by=world.minh, facts=proposal.facts(), relations=range(9))

    assert str(document) == "Văn bản hợp nhất 05/VBHN-BYT"
    assert [(n.mark, n.provision and n.provision.eid) for n in document.notes.all()] == [
        ("1", None), ("2", "art_2"), ("3", "art_2__para_2"), ("4", "art_2__para_2__point_a"),
    ]  # fmt: skip
    relation = Relation.objects.get()
    assert (relation.kind, relation.target, relation.effects.count()) == ("consolidate", base, 0)
