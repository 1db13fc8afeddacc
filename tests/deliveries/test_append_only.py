"""Sổ truyền thông chỉ ghi thêm: cơ sở dữ liệu tự từ chối sửa và xóa, ai gõ lệnh cũng vậy."""

from datetime import date

import pytest
from django.db import Error, connection, transaction

from lantoa.common import dates
from lantoa.deliveries.actions import NewEvidence
from lantoa.deliveries.models import Evidence
from tests.factories import deliveries as make
from tests.factories.people import World
from tests.factories.pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.db]

STATEMENTS = [
    "UPDATE deliveries_delivery SET reach_high = 9999",
    "DELETE FROM deliveries_delivery",
    "UPDATE deliveries_evidence SET grade = 5",
    "DELETE FROM deliveries_evidence",
    "UPDATE deliveries_delivery_policies SET policy_id = policy_id",
    "DELETE FROM deliveries_delivery_policies",
    "UPDATE deliveries_delivery_audiences SET audiencekind_id = audiencekind_id",
    "DELETE FROM deliveries_delivery_audiences",
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_database_itself_refuses(world: World, statement: str) -> None:
    dates.move_today(date(2025, 3, 10))
    make.delivery(world, evidence=[NewEvidence(Evidence.Kind.PHOTO, photo())])

    with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
