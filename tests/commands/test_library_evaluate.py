"""`lantoa library evaluate` measures with the ranking of the product, and says what is wrong with a file."""

import gzip
import json
from pathlib import Path

import pytest

from lantoa.commands import library_evaluate
from lantoa.commands.main import main

CORPUS = [
    {"id": "a", "title": "Mượn sách", "text": "Mượn sách\n\n1. Người đọc được mượn ba cuốn trong mười ngày."},
    {"id": "b", "title": "Trả sách", "text": "1. Trả sách muộn thì phải nộp một nghìn đồng mỗi ngày."},
    {"id": "c", "title": "Giờ mở cửa", "text": "Phòng đọc mở cửa từ bảy giờ sáng.", "document": "Nội quy"},
]
QUESTIONS = [
    {"id": "1", "text": "Người đọc được mượn bao nhiêu cuốn?", "relevant": ["a"]},
    {"id": "2", "text": "tra sach muon phai nop gi", "relevant": ["b"]},
    {"id": "3", "text": "Phòng đọc mở cửa khi nào?", "relevant": ["c", "b"]},
]


def rows(path, values):
    path.write_text("\n".join(json.dumps(value, ensure_ascii=False) for value in values), encoding="utf-8")
    return str(path)


def test_the_document_that_a_question_names_is_preferred(tmp_path, capsys):
    words = "Người đọc nộp thẻ khi vào phòng."
    corpus = [
        {"id": "a", "title": "Thẻ", "text": words, "document": "Nội quy phòng đọc nhỏ"},
        {"id": "b", "title": "Thẻ", "text": words, "document": "Nội quy phòng đọc lớn năm 2024"},
    ]
    asked = {"id": "1", "text": "Theo Nội quy phòng đọc lớn, người đọc nộp gì?", "relevant": ["b"]}

    assert (
        main(["library", "evaluate", rows(tmp_path / "q", [asked]), rows(tmp_path / "c", corpus), "--json"])
        == 0
    )

    assert json.loads(capsys.readouterr().out)["recall@1"] == 1.0


def test_figures_are_means_over_the_questions(tmp_path, capsys):
    questions, corpus = rows(tmp_path / "q", QUESTIONS), rows(tmp_path / "c", CORPUS)

    assert main(["library", "evaluate", questions, corpus, "--json"]) == 0

    figures = json.loads(capsys.readouterr().out)
    assert figures["questions"] == 3
    assert figures["mrr@10"] == 1.0
    assert figures["recall@1"] == round((1 + 1 + 0.5) / 3, 4)
    assert figures["mrr@10 unmarked"] == 1.0
    assert sorted(figures) == [
        *("mrr@10", "mrr@10 unmarked", "questions", "recall@1", "recall@10", "recall@20", "recall@5"),
    ]


def test_packed_files_give_the_same_figures(tmp_path, capsys):
    plain = [rows(tmp_path / "q", QUESTIONS), rows(tmp_path / "c", CORPUS)]
    packed = []
    for name in plain:
        Path(f"{name}.gz").write_bytes(gzip.compress(Path(name).read_bytes()))
        packed.append(f"{name}.gz")

    library_evaluate.run([*plain, "--json"])
    library_evaluate.run([*packed, "--json"])

    first, second = capsys.readouterr().out.splitlines()
    assert first == second


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "không có dòng nào"),
        (b'{"id": "1"}\n', "Dòng 1"),
        (b'{"id": "1", "text": "x", "relevant": []}', "Dòng 1"),
        (b'{"id": "1", "text": 5, "relevant": ["a"]}', "Dòng 1"),
        (b"\n[1, 2]", "Dòng 2"),
        (b"[" * 100_000, "Dòng 1"),
        (b"\xff\xfe", "UTF-8"),
        (b"\x1f\x8b\x00 broken", "hỏng"),
        (b'{"id": "1", "text": "x", "relevant": ["z"]}', "“z”"),
    ],
)
def test_bad_input_gets_a_sentence(tmp_path, capsys, content, says):
    (tmp_path / "q").write_bytes(content)

    assert library_evaluate.run([str(tmp_path / "q"), rows(tmp_path / "c", CORPUS)]) == 1

    told = capsys.readouterr()
    assert says in told.err
    assert told.out == ""


def test_a_missing_file_and_a_folder_are_refused(tmp_path, capsys):
    corpus = rows(tmp_path / "c", CORPUS)

    assert library_evaluate.run([str(tmp_path / "none"), corpus]) == 1
    assert library_evaluate.run([str(tmp_path), corpus]) == 1
    assert "Không tìm thấy" in capsys.readouterr().err


def test_two_texts_of_one_id_are_refused(tmp_path, capsys):
    corpus = rows(tmp_path / "c", [*CORPUS, CORPUS[0]])

    assert library_evaluate.run([rows(tmp_path / "q", QUESTIONS), corpus]) == 1
    assert "cùng một id" in capsys.readouterr().err
