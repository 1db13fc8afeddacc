"""Từ ngày ban hành đến lần báo đầu: từ văn bản mới nhất, bằng lượt có chứng minh; chưa rõ thì để chưa rõ."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.coverage.first_told import Promptness, first_tellings, promptness
from lantoa.coverage.queries import Asked, matrix
from lantoa.coverage.rules.first_telling_counts_from_issue import Begin, FirstTelling
from lantoa.deliveries.actions import NewEvidence
from lantoa.deliveries.models import Delivery, Evidence
from lantoa.library.models import Document, Policy
from lantoa.people.models import Unit, UnitVersion
from lantoa.people.queries import scope
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World
from tests.factories.pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

ISSUED = date(2025, 1, 10)
TODAY = date(2025, 3, 10)


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)


def policy_of(world: World, issued_on: date | None = ISSUED, **more: Any) -> Policy:
    paper = library.document(issued_on=issued_on, **more)
    return library.policy(audiences=[world.poor], bases=[library.provision(paper)])


def told(world: World, policy: Policy, on: date, unit: Unit | None = None, proved: bool = True) -> Delivery:
    proof = [NewEvidence(Evidence.Kind.PHOTO, photo())] if proved else []
    script = make.version(world, policies=[policy], audiences=[world.poor])
    by = world.van if unit == world.other_ward else world.tam
    return make.delivery(
        world, version=script, unit=unit or world.ward, by=by, happened_on=on, evidence=proof
    )


def first(world: World, policy: Policy, unit: Unit, **more: Any) -> FirstTelling:
    asked = Asked(**{"day": TODAY, "from_on": date(2025, 3, 1), "to_on": TODAY, **more})
    return first_tellings(matrix(scope(world.minh), asked))[policy.pk, unit.pk]


def test_days_are_counted_from_the_issue_to_the_first_proven_telling(world: World) -> None:
    """Lượt chỉ có người báo, chưa có chứng minh thì chưa tính; lượt trước kỳ đang xem vẫn tính."""
    policy = policy_of(world)
    told(world, policy, date(2025, 1, 15), proved=False)
    told(world, policy, date(2025, 2, 3))
    told(world, policy, date(2025, 3, 3))

    one = first(world, policy, world.ward)

    assert (one.told_on, one.days, one.waiting) == (date(2025, 2, 3), 24, None)


def test_what_was_told_before_the_newest_document_told_of_older_law(world: World) -> None:
    policy = policy_of(world)
    newer = library.document(issued_on=date(2025, 2, 20), effective_on=date(2025, 2, 20))
    library.basis(policy, library.provision(newer))
    told(world, policy, date(2025, 2, 3))
    told(world, policy, date(2025, 2, 22))

    one = first(world, policy, world.ward)

    assert one.begin is not None
    assert (one.begin.by, one.days) == (newer, 2)


def test_ward_that_was_told_nothing_waits(world: World) -> None:
    policy = policy_of(world)
    told(world, policy, date(2025, 2, 3))

    one = first(world, policy, world.other_ward)

    assert (one.told_on, one.days, one.waiting) == (None, None, 59)


def test_without_a_day_of_issue_it_counts_from_the_day_of_effect_or_not_at_all(world: World) -> None:
    by_effect = policy_of(world, None, effective_on=date(2025, 2, 1))
    nobody_knows = policy_of(world, None, effective_on=None)
    for policy in (by_effect, nobody_knows):
        told(world, policy, date(2025, 2, 3))

    known, unknown = (first(world, policy, world.ward) for policy in (by_effect, nobody_knows))

    assert known.begin is not None
    assert (known.begin.is_issue, known.days) == (False, 2)
    assert (unknown.begin, unknown.days, unknown.waiting) == (None, None, None)


def test_city_wide_telling_is_the_first_of_every_ward(world: World) -> None:
    policy = policy_of(world)
    script = make.version(world, policies=[policy], audiences=[world.poor])
    proof = [NewEvidence(Evidence.Kind.REGISTER, Upload("so.pdf", make.PDF))]
    make.delivery(
        world, version=script, unit=world.city, by=world.minh, happened_on=date(2025, 1, 20), evidence=proof
    )
    told(world, policy, date(2025, 1, 18))

    asked = Asked(TODAY, date(2025, 3, 1), TODAY)
    table = matrix(scope(world.minh), asked)

    assert promptness(table, first_tellings(table)) == [
        Promptness(policy, first(world, policy, world.ward).begin, 3, 3, 8, 10, 10, None)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_the_first_is_that_of_all_lines_read_one_by_one(world: World, seed: int) -> None:
    """Sổ ghi ngẫu nhiên: kết quả đúng như đọc từng dòng từ đầu sổ."""
    chance = random.Random(seed)
    papers = [library.document(issued_on=ISSUED + timedelta(days=n)) for n in (0, 20, 40)]
    policies = [library.policy(audiences=[world.poor], bases=[library.provision(one)]) for one in papers]
    for _ in range(8):
        unit = chance.choice([world.ward, world.other_ward])
        day = date(2025, 1, 1) + timedelta(days=chance.randrange(68))
        told(world, chance.choice(policies), day, unit, proved=chance.random() < 0.7)
    table = matrix(scope(world.minh), Asked(TODAY, date(2025, 1, 1), TODAY, least_grade=3), from_ledger=True)

    found = {place: one.told_on for place, one in first_tellings(table).items()}

    for number, (policy, paper) in enumerate(zip(policies, papers, strict=True)):
        for row in table.rows:
            days = [t.line.happened_on for t in _cells(table, policy)[row.unit_id].tellings]
            assert found[policy.pk, row.unit_id] == min(
                (day for day in days if day >= paper.issued_on), default=None
            ), number


def _cells(table: Any, policy: Policy) -> dict[int, Any]:
    at = table.policies.index(policy)
    return {row.unit_id: row.cells[at] for row in table.rows}


def test_number_of_queries_does_not_grow(world: World) -> None:
    def asked() -> int:
        table = matrix(scope(world.minh), Asked(TODAY, date(2025, 3, 1), TODAY))
        with CaptureQueriesContext(connection) as seen:
            first_tellings(table)
        return len(seen)

    told(world, policy_of(world), date(2025, 2, 3))
    with_one = asked()
    for n in range(2):
        told(world, policy_of(world), date(2025, 2, 4 + n))

    assert asked() == with_one
    assert Document.objects.count() >= 3


def test_a_ward_counts_no_day_on_which_it_did_not_exist(world: World) -> None:
    """Phường lập ngày 01/02 không chờ từ tháng Một; đổi tên thì không phải lập mới."""
    policy = policy_of(world)
    world.third_ward.versions.update(valid_from=date(2025, 2, 1))
    world.other_ward.versions.update(valid_to=date(2025, 2, 9))
    UnitVersion.objects.create(
        unit=world.other_ward, name="Cù Lao Mới", type_word="phường", kind="ward", parent=world.city,
        valid_from=date(2025, 2, 10),
    )  # fmt: skip

    assert first(world, policy, world.third_ward).waiting == 37
    assert first(world, policy, world.other_ward).waiting == 59


def test_what_a_new_ward_tells_counts_from_its_first_day() -> None:
    begin = Begin(ISSUED, Document(), True)
    since = date(2025, 2, 1)

    assert FirstTelling(begin, date(2025, 2, 4), TODAY, since).days == 3
    assert FirstTelling(begin, date(2025, 1, 20), TODAY, since).days == 10, "told before it was set up"
    assert FirstTelling(begin, None, date(2025, 1, 20), since).waiting is None
    assert FirstTelling(None, None, TODAY, since).waiting is None
