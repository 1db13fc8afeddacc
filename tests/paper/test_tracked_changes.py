"""A DOCX whose changes nobody accepted yet: its words as accepted, and a doubt that says so."""

import io
import zipfile

import pytest

from lantoa.paper.reading import Reading
from lantoa.paper.reading.parse import parse

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:id="1" w:author="A" w:date="2031-01-01T00:00:00Z"'


def run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def p(inside: str, mark: str = "") -> str:
    look = f"<w:pPr><w:rPr><w:{mark} {BY}/></w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{look}{inside}</w:p>"


def ins(words: str) -> str:
    return f"<w:ins {BY}>{run(words)}</w:ins>"


def gone(words: str) -> str:
    return f"<w:del {BY}>{run(words, 'delText')}</w:del>"


def moved(words: str, way: str) -> str:
    return f"<w:{way} {BY}>{run(words)}</w:{way}>"


def read(body: str) -> Reading:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {SPACE}><w:body>{body}</w:body></w:document>")
    return Reading.from_dict(parse(out.getvalue(), "docx"))


FIRST = p(run("Điều 1. Mức hỗ trợ"))
ROW = "<w:tr>{look}<w:tc>{one}</w:tc><w:tc>{two}</w:tc></w:tr>"
CASES = {
    "inserted words": (p(run("Mức là ") + ins("900.000") + run(" đồng.")), ["Mức là 900.000 đồng."]),
    "deleted words": (p(run("Mức là ") + gone("500.000 ") + run("900.000 đồng.")), ["Mức là 900.000 đồng."]),
    "words for words": (p(run("Mức ") + gone("một") + ins("hai") + run(" đồng.")), ["Mức hai đồng."]),
    "inserted, then deleted": (p(run("Mức.") + f"<w:ins {BY}>{gone('xóa')}</w:ins>"), ["Mức."]),
    "moved words": (
        p(moved("Câu chuyển.", "moveFrom")) + p(run("Câu ở lại.")) + p(moved("Câu chuyển.", "moveTo")),
        ["Câu ở lại.", "Câu chuyển."],
    ),
    "a deleted paragraph": (p(gone("Câu bỏ."), "del") + p(run("Câu giữ.")), ["Câu giữ."]),
    "a deleted paragraph mark": (
        p(run("Câu một "), "del") + p(run("nối câu hai.")),
        ["Câu một nối câu hai."],
    ),
    "an inserted paragraph": (p(ins("Câu mới."), "ins"), ["Câu mới."]),
    "a deleted row": (
        "<w:tbl>"
        + ROW.format(look="", one=p(run("Mức")), two=p(run("Hộ")))
        + ROW.format(look=f"<w:trPr><w:del {BY}/></w:trPr>", one=p(gone("1")), two=p(gone("A")))
        + ROW.format(look="", one=p(run("2")), two=p(run("B")))
        + "</w:tbl>",
        ["Mức | Hộ", "2 | B"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_tracked_changes_are_read_as_accepted_and_told(case):
    body, told = CASES[case]
    reading = read(FIRST + body)

    assert [line.text for line in reading.lines] == ["Điều 1. Mức hỗ trợ", *told]
    (doubt,) = [one for one in reading.doubts if one.code == "reading_unsure"]
    assert doubt.says.startswith("Bản chưa hoàn tất sửa đổi")


def test_the_doubt_stands_on_the_lines_that_changed():
    reading = read(FIRST + p(run("Giữ nguyên.")) + p(run("Mức ") + ins("hai.")) + p(run("Giữ.")))

    assert [d.lines for d in reading.doubts if d.code == "reading_unsure"] == [[2]]


def test_a_paper_without_tracked_changes_raises_no_such_doubt():
    reading = read(FIRST + p(run("Mức là 900.000 đồng.")))

    assert not [d for d in reading.doubts if d.code == "reading_unsure"]
