"""Whoever wrote any part never checks it: a rule about persons, whatever their duties."""

from lantoa.people.rules.writer_never_checks import problems_with_checking


def test_a_writer_is_refused_with_a_sentence_and_another_is_not() -> None:
    (problem,) = problems_with_checking(1, {1, 2})

    assert problem.code == "writer_checks" and "Nhờ người khác" in problem.says
    assert problems_with_checking(3, {1, 2}) == problems_with_checking(1, set()) == []
