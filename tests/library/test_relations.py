"""Relations: one row read both ways, once, between two documents, withdrawn with a reason."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.library import actions
from lantoa.library.models import Relation
from lantoa.library.models.relations import BACKWARD, CITED
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_a_relation_is_recorded_once_with_the_words_that_say_it(world):
    source, target = make.document(), make.document()

    first = actions.record_relation(source, target, by=world.minh, kind="basis", words="Căn cứ Luật thử;")
    again = actions.record_relation(source, target, by=world.minh, kind="basis")

    assert first == again and first.words == "Căn cứ Luật thử;"
    assert AuditLine.objects.filter(action="record_relation").count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Relation.objects.create(kind="basis", source=source, target=target, recorded_at=first.recorded_at)


def test_a_withdrawn_relation_may_be_recorded_anew(world):
    source, target = make.document(), make.document()
    first = actions.record_relation(source, target, by=world.minh, kind="guide")
    with pytest.raises(RuleBroken, match="lý do"):
        actions.withdraw_relation(first, by=world.minh, why=" ")

    actions.withdraw_relation(first, by=world.minh, why="nhầm số")

    assert actions.record_relation(source, target, by=world.minh, kind="guide") != first


def test_a_relation_that_effects_rest_on_stays(world):
    source, target = make.document(), make.document()
    relation = actions.record_relation(source, target, by=world.minh, kind="repeal")
    effect = actions.record_effect(
        target, by=world.minh, kind="repeal", on=date(2026, 1, 1), relation=relation
    )
    assert effect.source == source

    with pytest.raises(RuleBroken, match="Rút các thay đổi"):
        actions.withdraw_relation(relation, by=world.minh, why="nhầm")
    with pytest.raises(RuleBroken, match="nói về văn bản khác"):
        actions.record_effect(
            make.document(), by=world.minh, kind="repeal", on=date(2026, 1, 1), relation=relation
        )


def test_a_relation_names_two_documents_and_their_own_provisions(world):
    source, target = make.document(), make.document()
    with pytest.raises(RuleBroken, match="dẫn chiếu chính mình"):
        actions.record_relation(source, source, by=world.minh, kind="repeal")
    with pytest.raises(RuleBroken, match="không thuộc"):
        actions.record_relation(
            source, target, by=world.minh, kind="repeal", target_provision=make.provision(source)
        )
    with pytest.raises(PermissionDenied):
        actions.record_relation(source, target, by=world.tam, kind="repeal")


def test_every_kind_reads_both_ways_and_every_cited_relation_has_one():
    assert set(BACKWARD) == set(Relation.Kind)
    assert {kind for kind, _ in CITED.values()} <= set(Relation.Kind)
