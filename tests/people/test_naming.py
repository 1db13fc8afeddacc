"""Ai ghi danh sách được nêu công khai; một lý do chỉ cho qua đúng những chữ nó nói đến."""

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.people import actions
from lantoa.people.models import OpenName
from lantoa.people.naming import cleared_names, must_name_nobody
from lantoa.people.queries import openly_named
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def test_a_leader_lists_a_hotline_and_takes_it_back(world: World) -> None:
    listed = actions.list_name(world.ward, " 0251  3822 501 ", "đường dây nóng", by=world.yen)

    must_name_nobody(world.ward, "Gọi (0251) 38 22 501.", by=world.tam)
    actions.take_name_back(listed, by=world.yen)

    assert openly_named() == frozenset()
    with pytest.raises(RuleBroken):
        must_name_nobody(world.ward, "Gọi (0251) 38 22 501.", by=world.tam)
    lines = AuditLine.objects.filter(action__in=["list_name", "take_name_back"])
    assert lines.count() == 2


def test_the_same_words_are_listed_once(world: World) -> None:
    actions.list_name(world.ward, "0251 3822 501", "đường dây nóng", by=world.yen)

    with pytest.raises(RuleBroken, match="đã có trong danh sách"):
        actions.list_name(world.ward, "0251.3822.501", "đường dây nóng", by=world.quan)
    assert OpenName.objects.count() == 1


def test_who_writes_texts_lists_nothing(world: World) -> None:
    for who in (world.tam, world.van, world.minh):
        with pytest.raises(PermissionDenied):
            actions.list_name(world.ward, "Trần Văn Bé", "không có gì", by=who)


def test_a_reason_clears_its_own_words_and_no_others(world: World) -> None:
    """Ghi căn cứ cho một người rồi thì thêm người khác vẫn phải dừng."""
    must_name_nobody(world.ward, "Khen bà Lê Thị Út.", by=world.tam, why="Bà Út có phiếu đồng ý")

    must_name_nobody(world.ward, "Khen bà Lê Thị Út và bà Lê  Thị Út.", by=world.minh)
    with pytest.raises(RuleBroken, match="ông Trần Văn Bé"):
        must_name_nobody(world.ward, "Khen bà Lê Thị Út, ông Trần Văn Bé.", by=world.minh)
    with pytest.raises(RuleBroken):
        must_name_nobody(world.tam, "Khen bà Lê Thị Út.", by=world.minh)

    assert [(one.words, one.why, one.by) for one in cleared_names(world.ward)] == [
        ("bà Lê Thị Út", "Bà Út có phiếu đồng ý", world.tam)
    ]
    assert AuditLine.objects.filter(action="clear_names").count() == 1
