"""Câu trả lời giữ trong bộ nhớ chỉ được dùng lại khi mọi dữ kiện làm ra nó còn y nguyên."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.content.models import Citation, Clearing, Edition
from lantoa.coverage.matrix import Axis, crossed
from lantoa.coverage.queries import Asked, matrix
from lantoa.coverage.remembered import forget
from lantoa.deliveries.actions import add_evidence, correct_delivery
from lantoa.deliveries.models import Delivery, Evidence
from lantoa.library.actions import correct_provision
from lantoa.library.models import Document, Effect, Policy
from lantoa.people.models import AudienceSize, Succession, UnitVersion
from lantoa.people.queries import scope
from lantoa.plans.models import Channel
from tests.coverage.test_queries import in_sum, pay
from tests.factories import deliveries as make
from tests.factories import library
from tests.factories.people import World
from tests.factories.pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TODAY = date(2025, 3, 20)
QUESTION = Asked(TODAY, date(2025, 1, 1), TODAY)


@pytest.fixture(autouse=True)
def on_the_day() -> None:
    dates.move_today(TODAY)
    forget()


def told(world: World) -> list[object]:
    """What both matrices say, whoever is asked: the process that remembers, or one that has just begun."""
    mine = scope(world.minh)
    table = matrix(mine, QUESTION)
    squares = crossed(mine, (Axis.UNIT, Axis.MONTH), QUESTION).cells
    channels = [square.last.channel.name for square in squares.values() if square.last]
    return [in_sum(table), squares, channels]


def test_what_was_asked_a_moment_ago_is_not_reckoned_again(world: World) -> None:
    make.delivery(world)
    first = told(world)

    with CaptureQueriesContext(connection) as seen:
        again = told(world)

    assert again == first
    assert not [query for query in seen if "coverage_tally" in query["sql"]]


def test_two_processes_agree_after_every_kind_of_change(world: World) -> None:
    """Sổ, luật, bài, đơn vị, quy mô, tiền, kênh: đổi gì thì lần hỏi sau cũng biết."""
    clause = library.provision(library.document(), "khoản 2 Điều 9")
    beside = library.provision(library.document(), "khoản 1 Điều 3")
    policy = library.policy(audiences=[world.poor, world.near_poor], bases=[clause])
    for kind, count in ((world.poor, 90), (world.near_poor, 40)):
        AudienceSize.objects.create(
            unit=world.ward, kind=kind, count=count, counted_on=date(2025, 1, 1), source="Thử"
        )
    script = make.version(world, policies=[policy], audiences=[world.poor], cites=[clause, beside])
    first = make.delivery(world, version=script, reach_low=30, reach_high=60)
    talk = make.delivery(
        world, version=None, policies=[policy], audiences=[world.poor], happened_on=date(2025, 2, 3),
        unit=world.other_ward, by=world.van,
    )  # fmt: skip
    make.delivery(world, version=script, unit=world.city, by=world.minh, happened_on=date(2025, 2, 2))
    effects: list[Effect] = []

    def amend() -> None:
        effects.append(library.effect(clause, TODAY))

    def clear() -> None:
        cited = Citation.objects.get(version=script, provision=clause)
        Clearing.objects.create(
            citation=cited, cause=effects[1], by=world.hung, at=dates.now(), why="Lời trong bài vẫn đúng."
        )

    changes: list[Callable[[], object]] = [
        lambda: make.delivery(world, version=script, happened_on=date(2025, 1, 6)),
        lambda: correct_delivery(first, "Đếm nhầm.", by=world.tam, reach_low=5, reach_high=9),
        lambda: add_evidence(talk, Evidence.Kind.PHOTO, by=world.van, upload=photo()),
        lambda: Policy.objects.filter(pk=policy.pk).update(valid_to=date(2025, 3, 1)),
        lambda: Policy.objects.filter(pk=policy.pk).update(valid_to=None),
        amend,
        lambda: Effect.objects.filter(pk=effects[0].pk).update(withdrawn_at=dates.now()),
        amend,
        clear,
        lambda: Document.objects.filter(pk=beside.document_id).update(ended_on=date(2025, 6, 1)),
        lambda: Document.objects.filter(pk=beside.document_id).update(ended_on=date(2025, 3, 1)),
        lambda: Document.objects.filter(pk=beside.document_id).update(ended_on=None),
        lambda: correct_provision(beside, by=world.minh, words="Lời khác.", why="Gõ sai."),
        lambda: pay(world, 400_000, Delivery.objects.get(corrects=first)),
        lambda: AudienceSize.objects.filter(kind=world.poor).update(count=70),
        lambda: Channel.objects.update(name="Loa phường"),
        lambda: Channel.objects.update(medium=Channel.Medium.GATHERING),
        lambda: policy.audiences.remove(world.near_poor),
        lambda: library.policy(audiences=[world.poor]),
        lambda: Edition.objects.filter(pk=script.edition_id).update(
            state="withdrawn", withdrawn_kind="other", withdrawn_at=dates.now(), withdrawn_why="Sai."
        ),
        lambda: Succession.objects.create(
            predecessor=world.ward, successor=world.third_ward, on=date(2025, 3, 15)
        ),
        lambda: UnitVersion.objects.filter(unit=world.ward).update(valid_to=date(2025, 3, 14)),
    ]
    before = told(world)
    for number, change in enumerate(changes):
        change()
        remembering = told(world)
        forget()
        assert remembering == told(world), number
        assert remembering[0] == in_sum(matrix(scope(world.minh), QUESTION, from_ledger=True)), number
        assert remembering != before, number
        before = remembering
