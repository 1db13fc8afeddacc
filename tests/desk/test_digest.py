"""Tin luật: mỗi người mỗi ngày nhiều nhất một tin, chỉ khi có điều mới, chỉ về điều mình theo dõi."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.commands import tick
from lantoa.common import dates
from lantoa.desk.digest import daily_round, letter, mail_notices, make_notice, summary
from lantoa.desk.models import Notice
from lantoa.desk.queries import my_work
from lantoa.library import actions
from lantoa.library.models import Provision
from lantoa.people.models import User
from tests.factories import broadcast, deliveries, library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db, pytest.mark.slow]

START = date(2030, 3, 1)


@pytest.fixture
def clause(world: World) -> Provision:
    """Tâm follows its document since 01/03/2030."""
    dates.move_today(START)
    clause = library.provision(library.document(number="12", recorded_at=dates.now()), "Điều 3")
    actions.start_following(clause.document, by=world.tam)
    return clause


def round_on(day: date) -> int:
    dates.move_today(day)
    return daily_round(day)


def days(later: int) -> date:
    return START + timedelta(days=later)


def test_a_silent_day_tells_nothing(world: World, clause: Provision) -> None:
    assert [round_on(days(n)) for n in range(3)] == [0, 0, 0]


def test_a_new_change_is_told_once_with_what_lies_ahead(world: World, clause: Provision) -> None:
    actions.record_effect(clause.document, by=world.minh, kind="repeal", on=days(50), provision=clause)

    assert [round_on(days(1)), round_on(days(1)), round_on(days(2))] == [1, 0, 0]

    notice = Notice.objects.get(user=world.tam)
    says = "Điều 3 Nghị định 12/2021/NĐ-CP bị bãi bỏ từ 20/04/2030"
    assert [one["says"] for one in notice.told["changed"]] == [says]
    assert {step: [one["says"] for one in some] for step, some in notice.told["ahead"].items()} == {
        "30": [],
        "60": [says],
        "90": [],
    }


def test_it_comes_back_when_the_day_comes_near_and_when_it_comes(world: World, clause: Provision) -> None:
    """Nhắc lại khi còn 90, 60, 30 ngày và khi đến ngày."""
    actions.record_effect(clause.document, by=world.minh, kind="repeal", on=days(95), provision=clause)

    told = [n for n in range(1, 100) if round_on(days(n))]

    assert told == [1, 5, 35, 65, 95]


def test_a_withdrawn_change_is_told_as_withdrawn(world: World, clause: Provision) -> None:
    effect = actions.record_effect(clause.document, by=world.minh, kind="repeal", on=days(50))
    round_on(days(1))
    actions.withdraw_effect(effect, by=world.minh, why="Nhầm")

    round_on(days(2))

    (told,) = Notice.objects.get(day=days(2)).told["changed"]
    assert told["says"].startswith("Đã rút: ")


def test_a_policy_is_told_only_of_what_touches_its_clauses(world: World, clause: Provision) -> None:
    other = library.provision(clause.document, "Điều 9")
    actions.start_following(library.policy(bases=[clause]), by=world.van)
    actions.record_effect(clause.document, by=world.minh, kind="amend", on=days(9), provision=other)
    assert make_notice(world.van, days(1)) is None

    actions.record_effect(clause.document, by=world.minh, kind="amend", on=days(9), provision=clause)
    assert make_notice(world.van, days(1)) is not None


def test_a_topic_stands_for_its_published_policies(world: World, clause: Provision) -> None:
    topic = library.topic("vay-von", "Vay vốn")
    library.policy(bases=[clause], topic=topic)
    actions.start_following(topic, by=world.van)
    actions.record_effect(clause.document, by=world.minh, kind="amend", on=days(9), provision=clause)

    notice = make_notice(world.van, days(1))

    assert notice is not None and notice.told["rests"] == {"policies": 1}


def test_a_topic_tells_of_its_new_ending_and_withdrawn_policies(world: World) -> None:
    topic = library.topic("vay-von", "Vay vốn")
    dates.move_today(START)
    actions.start_following(topic, by=world.van)
    dates.move_today(days(1))
    ends = days(40)
    policy = library.policy(
        published=False,
        topic=topic,
        title="Vay sửa nhà",
        valid_to=ends,
        checked_on=START,
        checked_by=world.hung,
    )
    assert make_notice(world.van, days(1)) is None, "nobody is told of a draft"

    actions.publish_policy(policy, by=world.minh)
    notice = make_notice(world.van, days(1))

    assert notice is not None
    assert "Chính sách “Vay sửa nhà” được công bố" in [one["says"] for one in notice.told["changed"]]
    assert [one["policy"] for one in notice.told["ahead"]["60"]] == [policy.pk]
    dates.move_today(days(2))
    assert make_notice(world.van, days(2)) is None

    actions.withdraw_policy(policy, by=world.minh, why="Ghi nhầm mức vay")
    notice = make_notice(world.van, days(3))

    assert notice is not None
    said = [one["says"] for one in notice.told["changed"]]
    assert said == ["Chính sách “Vay sửa nhà” đã rút: Ghi nhầm mức vay"]
    assert not any(notice.told["ahead"].values()), "what is withdrawn has no end ahead"


def test_it_counts_what_of_hers_rests_on_the_change(world: World, clause: Provision) -> None:
    station = broadcast.ward_station(world)
    script = deliveries.version(world, cites=[clause], policies=[], wards=(world.ward,))
    broadcast.airing(world, station, script, days(5))  # before the change: still true on its day
    broadcast.airing(world, station, script, days(20))
    actions.start_following(clause.document, by=world.van)
    actions.record_effect(clause.document, by=world.minh, kind="repeal", on=days(120), provision=clause)
    far = make_notice(User.objects.get(pk=world.tam.pk), days(1))
    assert far is not None and far.told["rests"] == {}

    actions.record_effect(clause.document, by=world.minh, kind="amend", on=days(10), provision=clause)
    near = make_notice(User.objects.get(pk=world.tam.pk), days(2))
    outside = make_notice(User.objects.get(pk=world.van.pk), days(2))

    assert near is not None and near.told["rests"] == {"airings": 1}
    assert outside is not None and outside.told["rests"] == {}


def test_a_deaf_account_and_who_stopped_following_get_none(world: World, clause: Provision) -> None:
    actions.record_effect(clause.document, by=world.minh, kind="repeal", on=days(50))
    actions.stop_following(world.tam.follows.get(), by=world.tam)
    actions.start_following(clause.document, by=world.van)
    User.objects.filter(pk=world.van.pk).update(is_active=False)

    assert round_on(days(1)) == 0


def test_it_stands_in_my_work_until_read(world: World, clause: Provision) -> None:
    actions.record_effect(clause.document, by=world.minh, kind="repeal", on=days(50))
    round_on(days(1))

    group = next(g for g in my_work(world.tam, days(1)) if g.title == "Tin luật tôi theo dõi")
    assert [row.detail for row in group.rows] == [summary(Notice.objects.get())]


def test_mail_goes_once_and_only_where_a_server_is_set(
    world: World, clause: Provision, settings: pytest.FixtureRequest
) -> None:
    User.objects.filter(pk=world.tam.pk).update(email="tam@phuong.example")
    actions.record_effect(clause.document, by=world.minh, kind="repeal", on=days(50))
    round_on(days(1))

    settings.EMAIL_HOST = ""
    assert (mail_notices(days(1)), len(mail.outbox)) == (0, 0)
    settings.EMAIL_HOST = "thu.example"
    assert [mail_notices(days(1)), mail_notices(days(1))] == [1, 0]
    (sent,) = mail.outbox
    assert sent.to == ["tam@phuong.example"]
    assert sent.body == letter(Notice.objects.get())


def test_a_server_that_refuses_is_asked_again(
    world: World, clause: Provision, settings: pytest.FixtureRequest
) -> None:
    User.objects.filter(pk=world.tam.pk).update(email="tam@phuong.example")
    actions.record_effect(clause.document, by=world.minh, kind="repeal", on=days(50))
    round_on(days(1))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there

    assert mail_notices(days(1)) == 0
    assert Notice.objects.get().mailed_at is None


def test_the_timer_makes_it_and_forgets_old_sessions(
    world: World, clause: Provision, capsys: pytest.CaptureFixture[str]
) -> None:
    from django.contrib.sessions.models import Session

    Session.objects.create(session_key="cu", session_data="", expire_date=dates.now() - timedelta(days=4000))
    actions.record_effect(clause.document, by=world.minh, kind="repeal", on=days(50))
    dates.move_today(days(1))

    assert (tick.run([]), tick.run([])) == (0, 0)

    assert capsys.readouterr().out.count("Đã lập 1 tin luật trong ngày.") == 1
    assert not Session.objects.filter(session_key="cu").exists()


def test_more_changes_cost_no_more_questions(world: World, clause: Provision) -> None:
    def asked(changes: int, day: int) -> int:
        for n in range(changes):
            actions.record_effect(
                clause.document, by=world.minh, kind="amend", on=days(day + 10 + n), provision=clause
            )
        with CaptureQueriesContext(connection) as queries:
            assert make_notice(User.objects.get(pk=world.tam.pk), days(day)) is not None
        return len(queries)

    assert asked(1, 1) == asked(8, 2)
