"""`lantoa library learn-ranking` learns from half of the questions and tells what it brings to the rest."""

import json

from lantoa.commands.main import main
from lantoa.library.search.evaluation import Asked, Shelf, Text, mrr
from lantoa.library.search.features import NAMES
from lantoa.library.search.learning import example, learn
from lantoa.library.search.weights import FILE, UNLEARNED, Weights
from tests.commands.test_library_evaluate import rows

THINGS = ["sách", "báo", "tranh", "phim", "thơ", "nhạc", "kịch", "truyện"]


def corpus() -> list[Text]:
    """For each thing an article of that heading, and a longer one that only names the thing oftener."""
    made = []
    for number, thing in enumerate(THINGS, start=1):
        law = f"Nội quy {number % 2 + 1}"
        made.append(Text(f"n@{number}", f"Mượn {thing}", "Mượn được ba cuốn trong mười ngày.", law))
        words = f"Mượn {thing} rồi trả {thing}. " * 3 + "Ba cuốn. Mười ngày. Phòng đọc mở cửa."
        made.append(Text(f"n@{number + 100}", "Giờ mở cửa phòng đọc và kho", words, law))
    return made


def questions() -> list[Asked]:
    return [
        Asked(f"mượn {thing} được mấy cuốn, mấy ngày", frozenset({f"n@{number}"}))
        for number, thing in enumerate(THINGS, start=1)
    ]


def test_what_is_learned_from_some_questions_serves_the_others():
    shelf = Shelf.of(corpus())
    weights = learn([example(one, shelf) for one in questions()[0::2]])

    assert mrr(questions()[1::2], shelf, UNLEARNED) < 1.0
    assert mrr(questions()[1::2], shelf, weights) == 1.0
    assert mrr(questions()[1::2], shelf, weights, unmarked=True) == 1.0
    assert weights == learn([example(one, shelf) for one in questions()[0::2]])


def test_nothing_to_learn_from_leaves_the_order_as_it_was():
    shelf = Shelf.of(corpus())
    weights = learn([example(Asked("tàu vũ trụ", frozenset({"n@1"})), shelf)])

    assert mrr(questions(), shelf, weights) == mrr(questions(), shelf, UNLEARNED)


def test_the_command_writes_weights_and_tells_each_part(tmp_path, capsys):
    texts = [{"id": t.id, "title": t.title, "text": t.text, "document": t.document} for t in corpus()]
    asked = [
        {"id": str(n), "text": q.text, "relevant": sorted(q.relevant)} for n, q in enumerate(questions())
    ]
    files = [rows(tmp_path / "c", texts), rows(tmp_path / "q", asked)]

    assert main(["library", "learn-ranking", *files, "--out", str(tmp_path / "w.json")]) == 0

    told = json.loads((tmp_path / "w.json").read_text(encoding="utf-8"))
    assert set(told["weights"]) == set(NAMES)
    assert told["learned_from"]["questions"] == told["other_half"]["questions"] == 4
    out = capsys.readouterr().out
    assert all(part in out for part in ("nửa không dùng để học", "Nội quy 1", "Nội quy 2"))
    assert main(["library", "learn-ranking", files[0], str(tmp_path / "none")]) == 1


def test_the_shipped_weights_name_every_feature_and_trust_the_score_most():
    weights = Weights.of(json.loads(FILE.read_text(encoding="utf-8"))["weights"]).named

    assert set(weights) == set(NAMES)
    assert max(weights, key=lambda name: weights[name]) == "score"
