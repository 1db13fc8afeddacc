from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.content.models import Approval
from lantoa.content.rules.author_does_not_approve import (
    Taken,
    is_two_people,
    problems_with_step,
    problems_with_writing,
)

BINH, HUNG, LAN, YEN = 1, 2, 3, 4
CHECK, LEADER, WARD = Approval.Step.POLICY_CHECK, Approval.Step.LEADER, Approval.Step.WARD_LEADER


def test_whoever_wrote_takes_no_step() -> None:
    """Người viết không kiểm tra, không duyệt, không duyệt phát."""
    for step in (CHECK, LEADER, WARD):
        assert [p.code for p in problems_with_step(BINH, step, {BINH}, [])] == ["author_approves"]


def test_whoever_checked_does_not_approve_even_another_version() -> None:
    problems = problems_with_step(HUNG, LEADER, {BINH}, [Taken(CHECK, HUNG)])

    assert [p.code for p in problems] == ["two_steps"]
    assert problems_with_step(HUNG, CHECK, {BINH}, [Taken(CHECK, HUNG)]) == []


def test_whoever_took_a_step_does_not_write() -> None:
    assert [p.code for p in problems_with_writing(LAN, [Taken(LEADER, LAN)])] == ["approver_writes"]
    assert problems_with_writing(BINH, [Taken(LEADER, LAN)]) == []


@settings(max_examples=80)
@given(
    st.sets(st.integers(1, 4)),
    st.lists(st.builds(Taken, st.sampled_from([CHECK, LEADER, WARD]), st.integers(1, 4)), max_size=5),
    st.integers(1, 4),
    st.sampled_from([CHECK, LEADER, WARD]),
)
def test_a_step_that_is_allowed_keeps_the_two_people(
    writers: set[int], taken: list[Taken], person: int, step: str
) -> None:
    """Bước nào được phép thì sau bước đó người viết và người duyệt vẫn là những người khác nhau."""
    if is_two_people(writers, taken) and not problems_with_step(person, step, writers, taken):
        assert is_two_people(writers, [*taken, Taken(step, person)])
