"""Điều giấy không nêu thì ghi “chưa có”, không tự điền."""

import pytest

from lantoa.plans import actions
from lantoa.plans.models import Plan
from lantoa.plans.queries import with_parts
from lantoa.plans.rules.what_is_not_set import gaps
from tests.factories import plans
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def gaps_of(plan: Plan) -> list[str]:
    return [gap.says for gap in gaps(with_parts(Plan.objects.all()).get(pk=plan.pk))]


def test_a_plan_from_nothing_lacks_all_but_its_title_and_its_unit(world: World):
    plan = actions.start_plan(world.office, "Kế hoạch thử", 2026, by=world.minh)

    assert gaps_of(plan) == [
        "Số văn bản",
        "Ngày ban hành",
        "Ký hiệu văn bản",
        "Chức vụ người ký",
        "Tên người ký",
        "Căn cứ",
        "Đối tượng truyền thông",
        "Nguồn kinh phí",
        "Nơi nhận",
        "Nội dung, số lượng, thời gian từng hoạt động",
    ]


def test_an_item_tells_what_it_lacks(world: World):
    plan = plans.plan(world, issued=False)

    lacking = [says for says in gaps_of(plan) if says.startswith("Phát thanh")]

    assert lacking == [
        "Phát thanh về thẻ bảo hiểm y tế: số lượng, thời gian, địa điểm, đơn vị chủ trì, "
        "chính sách hoặc chủ đề, địa bàn, kinh phí"
    ]


def test_a_source_without_amount_is_a_gap_and_one_of_nothing_is_not(world: World):
    plan = plans.plan(world, issued=False)
    actions.add_part(plan, "nguon", by=world.minh, name="Nguồn chưa rõ")
    actions.add_part(plan, "nguon", by=world.minh, name="Nguồn đã cắt", amount_vnd=0)

    sources = [says for says in gaps_of(plan) if "nguồn" in says]

    assert sources == ["Số tiền của nguồn “Nguồn chưa rõ”"]


def test_an_audience_that_no_item_reaches_is_a_gap(world: World):
    plan = plans.plan(world, issued=False)
    actions.add_part(plan, "doi-tuong", by=world.minh, name="hộ nghèo", kind=world.poor)
    actions.add_part(plan, "doi-tuong", by=world.minh, name="hộ cận nghèo", kind=world.near_poor)

    told = [says for says in gaps_of(plan) if says.startswith("Hoạt động cho")]

    assert told == ["Hoạt động cho đối tượng “hộ cận nghèo”"]
