"""Dấu trên văn bản gốc: marks never cross, and every word of the paper stays."""

from lantoa.office.plans.source import Piece, marked
from lantoa.plans.reading import Evidence

LINE = "các hộ nghèo, hộ cận nghèo"


def shown(*spans: tuple[str, int, int], gaps: tuple[str, ...] = ()) -> list[Piece]:
    evidence = {key: Evidence(LINE[a:b], 0, a, b) for key, a, b in spans}
    return marked([LINE], {key: key for key in evidence}, evidence, gaps)[0]


def test_what_was_read_is_marked_with_its_number():
    assert shown(("1", 4, 12)) == [Piece("các "), Piece("hộ nghèo", ("1",)), Piece(", hộ cận nghèo")]


def test_marks_that_overlap_become_one_with_both_numbers():
    assert shown(("1", 4, 12), ("2", 0, 8)) == [Piece("các hộ nghèo", ("2", "1")), Piece(", hộ cận nghèo")]


def test_a_place_left_open_is_marked_as_open_unless_something_was_read_there():
    assert shown(("A", 0, 3), gaps=("A",))[0] == Piece("các", ("A",), True)
    assert shown(("A", 0, 3), ("1", 0, 3), gaps=("A",))[0] == Piece("các", ("A", "1"), False)


def test_no_word_is_lost_whatever_the_spans_say():
    for spans in (
        [],
        [("1", 0, 999)],
        [("1", 5, 5)],
        [("1", 20, 10)],
        [("1", 3, 9), ("2", 9, 12), ("3", 4, 20)],
    ):
        assert "".join(piece.words for piece in shown(*spans)) == LINE


def test_evidence_without_a_line_marks_nothing():
    assert marked([LINE], {"x": "1"}, {"x": Evidence("", -1, 0, 0)}) == [[Piece(LINE)]]
