"""Nhập ranh giới: mỗi hình khớp đúng một đơn vị bằng mã hoặc tên của ngày đã ghi, hoặc nói vì sao không."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.common.models import AuditLine
from lantoa.common.problems import RuleBroken
from lantoa.people import actions
from lantoa.people.models import UnitKind, UnitShape, UnitVersion
from lantoa.people.outlines.geojson import parse
from lantoa.people.outlines.matching import match
from tests.factories import people
from tests.factories.people import World
from tests.people.outlines.shapes import collection, feature, square

pytestmark = [pytest.mark.django_db, pytest.mark.db]
MAY = date(2026, 5, 4)
HERE = square(106.8, 10.9)


@pytest.fixture(autouse=True)
def in_may(world: World) -> None:
    dates.move_today(MAY)
    for unit, code in ((world.ward, "26041"), (world.other_ward, "26068"), (world.third_ward, "26005")):
        UnitVersion.objects.filter(unit=unit).update(code=code)


def matched(world: World, *features, day: date = MAY, by=None):
    return match(parse(collection(*features)), day=day, by=by or world.quan)


def outcomes(matching) -> list[tuple[str, str]]:
    return [(str(row.state), row.unit.full_name if row.unit else "") for row in matching.rows]


def test_codes_decide_and_names_help_where_there_is_none(world: World) -> None:
    told = matched(
        world,
        feature(HERE, ma_xa="26041", ten="Bến Gỗ", tinh="Sông Phố"),
        feature(HERE, ten="Phường Cù Lao", tinh="Sông Phố"),
        feature(HERE, ma_xa=26005, tinh="Sông Phố"),
        feature(HERE, ten="Nơi Khác", tinh="Sông Phố"),
    )

    assert outcomes(told) == [
        ("new", "phường Bến Gỗ"),
        ("new", "phường Cù Lao"),
        ("new", "phường Đồng Cát"),
        ("unmatched", ""),
    ]


def test_a_code_that_another_unit_bore_that_day_is_not_taken(world: World) -> None:
    """Mã được dùng lại: mã 26041 ngày ấy là của phường khác với tên trong tệp thì không ghi."""
    told = matched(world, feature(HERE, ma="26041", ten="Rạch Cát"), feature(HERE, ma="26068", ten="Cù Lao"))

    assert outcomes(told) == [("ambiguous", ""), ("new", "phường Cù Lao")]
    assert told.rows[0].says == (
        "Mã 26041 ngày 04/05/2026 là của phường Bến Gỗ, không phải “Rạch Cát”. Kiểm tra ngày."
    )


def test_names_are_those_of_the_day(world: World) -> None:
    people.unit("Rạch Cát", "phường", UnitKind.WARD, world.city, valid_to=date(2025, 6, 30))
    shape = feature(HERE, ten="Rạch Cát")

    assert outcomes(matched(world, shape, day=date(2025, 1, 1))) == [("new", "phường Rạch Cát")]
    assert outcomes(matched(world, shape)) == [("unmatched", "")]


def test_two_units_of_one_name_and_two_shapes_of_one_unit_are_not_chosen_between(world: World) -> None:
    people.unit("Bến Gỗ", "xã", UnitKind.COMMUNE, world.city)

    told = matched(
        world, feature(HERE, ten="Bến Gỗ"), feature(HERE, ten="Cù Lao"), feature(HERE, ten="cù lao")
    )

    assert [row.state for row in told.rows] == ["ambiguous"] * 3
    assert "2 đơn vị" in told.rows[0].says
    assert "2 hình cùng ứng với phường Cù Lao" in told.rows[1].says


def test_every_shape_is_accounted_for(world: World) -> None:
    account = matched(
        world, feature(HERE, ten="Bến Gỗ"), feature(HERE, ten="Nơi Khác"), feature([], ten="Cù Lao")
    ).account

    assert (account.read, account.matched, account.unmatched, account.refused) == (3, 1, 1, 1)


def test_a_dry_run_writes_nothing_and_a_second_run_changes_nothing(world: World) -> None:
    content = collection(feature(HERE, ten="Bến Gỗ"), feature([106.9, 10.9], "Point", ten="Cù Lao"))
    said = {"by": world.quan, "day": MAY, "source": "Bản thử"}
    upload = Upload("phuong.geojson", content)

    actions.import_outlines(upload, dry_run=True, **said)
    assert not UnitShape.objects.exists()
    first = actions.import_outlines(upload, **said)
    second = actions.import_outlines(upload, **said)

    assert (first.account.new, second.account.new, second.account.unchanged) == (2, 0, 2)
    assert AuditLine.objects.filter(action="import_outline").count() == 2
    shape = UnitShape.objects.get(unit=world.ward)
    assert (str(shape.longitude), str(shape.latitude), shape.source) == ("106.81000", "10.91000", "Bản thử")


def test_only_who_administers_the_units_gives_them_outlines(world: World) -> None:
    upload = Upload("phuong.geojson", collection(feature(HERE, ten="Bến Gỗ")))
    for by in (world.minh, world.tam, world.lan):
        with pytest.raises(PermissionDenied):
            actions.import_outlines(upload, by=by, day=MAY, source="Bản thử")
    elsewhere = people.unit("Nơi Khác", "thành phố", UnitKind.CITY)
    people.unit("Xa Xôi", "phường", UnitKind.WARD, elsewhere)

    (row,) = matched(world, feature(HERE, ten="Xa Xôi")).rows

    assert (row.state, row.says) == ("unmatched", "Phường Xa Xôi nằm ngoài phạm vi anh chị quản trị.")


def test_an_outline_names_its_source(world: World) -> None:
    with pytest.raises(RuleBroken):
        actions.import_outlines(
            Upload("a.geojson", collection(feature(HERE, ten="Bến Gỗ"))), by=world.quan, day=MAY, source=" "
        )
