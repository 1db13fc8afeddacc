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
from lantoa.library.queries import (
    as_akoma_ntoso,
    as_json_ld,
    effects_on,
    grouped_relations,
    relations_of,
)
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2026, 1, 1)


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


def test_a_withdrawn_effect_leaves_no_relation_in_any_list(world):
    """Thay đổi ghi nhầm đã rút thì không nơi nào còn nói hai văn bản liên quan với nhau."""
    new, old = make.document(), make.document()
    clause = make.provision(old)
    relation = actions.record_relation(new, old, by=world.minh, kind="repeal", target_provision=clause)
    effect = actions.record_effect(
        old, by=world.minh, kind="repeal", on=DAY, provision=clause, relation=relation
    )
    kept = actions.record_relation(new, old, by=world.minh, kind="amend")
    assert named_with(new, old) == {"relations", "groups", "json", "xml"}

    actions.withdraw_effect(effect, by=world.minh, why="Nhầm văn bản")

    assert relations_of(new) == relations_of(old) == [kept]
    actions.withdraw_relation(kept, by=world.minh, why="Nhầm văn bản")
    assert named_with(new, old) == set()


def test_an_effect_that_gets_its_day_keeps_the_relation_that_states_it(world):
    new, old = make.document(), make.document()
    relation = actions.record_relation(new, old, by=world.minh, kind="repeal")
    effect = actions.record_effect(old, by=world.minh, kind="repeal", on=None, relation=relation)

    actions.date_effect(effect, by=world.minh, on=DAY, reason="Điều 5")

    assert relations_of(old) == [relation]


def named_with(new, old) -> set[str]:
    """The lists that tell of the one with the other."""
    effects = [*effects_on([old.pk]).get(old.pk, []), *new.effects_made.filter(withdrawn_at__isnull=True)]
    told = {
        "relations": relations_of(new) + relations_of(old),
        "groups": grouped_relations(new, effects, DAY) + grouped_relations(old, effects, DAY),
        "json": "legislationRepeals" in str(as_json_ld(new, DAY)),
        "xml": old.full_number.lower().replace("/", "-").replace("đ", "d")
        in as_akoma_ntoso(new, DAY).decode(),
    }
    return {name for name, found in told.items() if found}
