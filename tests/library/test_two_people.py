"""Law reaches the public past two people: who writes is kept, and every change takes a check back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.desk.queries import my_work
from lantoa.library import actions
from lantoa.library.models import Document
from lantoa.library.queries import being_rechecked, documents_to_check, effects_for_the_public
from lantoa.people.models import Role, User
from lantoa.people.two_people import writers_of
from tests.factories import library as make
from tests.factories.content import again
from tests.factories.people import World, duty

pytestmark = [pytest.mark.django_db, pytest.mark.db]

TEXT = "Điều 1. Hỗ trợ\n1. Hộ nghèo được hỗ trợ.\nĐiều 2. Thi hành\nQuyết định này có hiệu lực."
ON = date(2030, 1, 1)


def law() -> Document:
    made = make.document(source="Công báo thử")
    make.provision(made)
    return made


REWRITES: dict[str, Callable[[Document, User], Any]] = {
    "facts": lambda one, by: actions.update_document(one, by=by, title="Tên khác"),
    "a provision": lambda one, by: actions.add_provision(
        one, by=by, kind="article", number="9", words="Thêm"
    ),
    "words": lambda one, by: actions.correct_provision(one.provisions.get(), by=by, words="Khác", why="thử"),
    "the tree": lambda one, by: actions.set_provisions(one, TEXT, by=by),
}
AROUND: dict[str, Callable[[Document, User], Any]] = {
    "an effect": lambda one, by: actions.record_effect(one, by=by, kind="repeal", on=ON),
    "what it does": lambda one, by: actions.record_effect(
        make.document(), by=by, kind="repeal", on=ON, source=one
    ),
    "a relation": lambda one, by: actions.record_relation(one, make.document(), by=by, kind="basis"),
    "a declaration": lambda one, by: actions.declare_status(
        one, by=by, status="ended", source="Trang thử", seen_on=dates.today()
    ),
}


@pytest.mark.parametrize("way", [*REWRITES, *AROUND])
def test_whoever_wrote_any_part_waits_for_another_who_has_it_on_her_list(world: World, way: str) -> None:
    """Sửa sau khi kiểm thì phần kiểm mất; người sửa không tự kiểm lại; người khác thấy ở “Việc của tôi”."""
    one = law()
    duty(world.minh, Role.POLICY_CHECKER, world.office)

    ({**REWRITES, **AROUND}[way])(one, world.minh)

    one.refresh_from_db()
    assert (one.is_checked, one.awaits_a_check) == (way in AROUND, True)
    assert being_rechecked([one.pk]) == {one.pk}
    with pytest.raises(RuleBroken) as refused:
        actions.mark_checked(one, by=again(world.minh))
    assert [p.code for p in refused.value.problems] == ["writer_checks"]
    assert one not in documents_to_check(again(world.minh))
    rows = [row for group in my_work(world.hung, dates.today()) for row in group.rows]
    assert ("office:document", (one.pk,)) in [(row.url_name, row.url_args) for row in rows]
    actions.mark_checked(one, by=world.hung)
    assert being_rechecked([one.pk]) == set()


def test_a_change_withdrawn_before_anybody_saw_it_was_never_told(world: World) -> None:
    one = law()
    hasty = actions.record_effect(one, by=world.minh, kind="repeal", on=ON)
    actions.withdraw_effect(hasty, by=world.minh, why="Nhầm")
    told = actions.record_effect(one, by=world.minh, kind="amend", on=ON)
    actions.mark_checked(one, by=world.hung)
    actions.withdraw_effect(told, by=world.minh, why="Nhầm")

    assert list(effects_for_the_public()) == [told]


def test_an_amount_that_is_ended_or_whose_policy_she_wrote_is_checked_by_another(world: World) -> None:
    policy = make.policy(by=world.hung)
    old = make.parameter(policy, name="Mức vay", valid_from=date(2024, 1, 1))
    new = actions.add_parameter(
        policy, by=world.minh, name="Mức vay", value="2", reference="Điều 2", valid_from=date(2026, 1, 1),
        ends_previous=True,
    )  # fmt: skip

    old.refresh_from_db()
    assert (old.verified, new.verified) == (False, False)
    assert writers_of(policy) == {world.minh.pk}
    with pytest.raises(RuleBroken):
        actions.mark_parameter_checked(new, by=world.minh)
    assert actions.mark_parameter_checked(old, by=world.hung).verified


def test_who_wrote_a_policy_does_not_sign_that_a_change_leaves_it_true(world: World) -> None:
    clause = make.provision(make.document())
    policy = actions.write_policy(
        by=world.minh, title="Vay vốn", topic=make.topic(), audiences=[world.poor], benefit="Vay",
        provisions=[clause],
    )  # fmt: skip
    cause = make.effect(clause, dates.today() - timedelta(days=1), "amend")

    with pytest.raises(RuleBroken) as refused:
        actions.clear_basis(policy.bases.get(), cause, by=world.minh, why="Vẫn đúng")

    assert [p.code for p in refused.value.problems] == ["writer_checks"]
    assert actions.clear_basis(policy.bases.get(), cause, by=world.hung, why="Vẫn đúng")


def test_only_the_papers_own_words_count_as_held_against_the_original(world: World) -> None:
    one = law()
    actions.correct_provision(one.provisions.get(), by=world.minh, words="Khác", why="thử")

    summed = actions.mark_checked(one, by=world.hung, wording="summary")
    own = actions.mark_checked(one, by=world.hung, wording="own")
    actions.correct_provision(one.provisions.get(), by=world.minh, words="Khác nữa", why="thử")

    one.refresh_from_db()
    assert (summed.wording, own.wording, one.wording) == ("summary", "own", "")
