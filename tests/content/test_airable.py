"""What may go out on a day, whatever the door."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.content import actions
from lantoa.content.models import Approval
from lantoa.content.queries import airable, airable_one, approved_versions, suspects
from lantoa.people.queries import scope
from tests.factories import content, library
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 6, 10)


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TODAY)


def test_an_approved_edition_may_air(world: World) -> None:
    """Bài đã kiểm tra và được lãnh đạo duyệt thì được phát."""
    edition = content.edition(world)

    answer = airable_one(edition, TODAY)

    assert (answer.ok, answer.reasons, answer.ends_on) == (True, (), None)


@pytest.mark.parametrize(
    ("as_far_as", "says"),
    [
        ({"submitted": False}, "Bản này còn là bản nháp."),
        ({"checked": False, "approved": False}, "Bản này chưa được lãnh đạo duyệt."),
        ({"approved": False}, "Bản này chưa được lãnh đạo duyệt."),
    ],
)
def test_what_is_not_approved_may_not_air(world: World, as_far_as: dict[str, bool], says: str) -> None:
    edition = content.edition(world, **as_far_as)

    assert airable_one(content.version_of(edition), TODAY).reasons == (says,)


def test_a_withdrawn_edition_may_not_air(world: World) -> None:
    edition = content.edition(world)
    actions.withdraw(edition, by=world.lan, why="Có chính sách mới tốt hơn")

    assert airable_one(edition, TODAY).reasons == ("Bài đã rút: Có chính sách mới tốt hơn",)


def test_the_approved_version_airs_until_the_next_is_approved(world: World) -> None:
    """Đang soạn bản mới thì bản đã duyệt vẫn được phát; bản mới được duyệt thì bản cũ dừng."""
    edition = content.edition(world)
    first = content.version_of(edition)
    second = actions.revise(edition, by=world.binh, why="Thêm nơi nộp hồ sơ")
    before = airable([first, second], TODAY)
    content.carry(world, edition)

    after = airable([first, second], TODAY)

    assert (before[first.pk].ok, before[second.pk].ok) == (True, False)
    assert (after[first.pk].ok, after[second.pk].ok) == (False, True)
    assert after[first.pk].reasons == ("Đã có bản 2 được duyệt thay cho bản này.",)
    assert list(approved_versions()) == [second]


def test_a_clause_that_ends_tomorrow_lets_today_air(world: World) -> None:
    """Điều khoản hết đúng từ ngày mai: hôm nay còn phát, ngày mai dừng."""
    tomorrow = TODAY + timedelta(days=1)
    law = library.provision(library.document(number="88"), "khoản 2 Điều 6")
    edition = content.edition(world, provisions=[law])
    library.effect(law, tomorrow)

    today, then = airable_one(edition, TODAY), airable_one(edition, tomorrow)

    assert (today.ok, today.ends_on, today.suspect) == (True, tomorrow, False)
    assert "11/06/2025" in today.ends_says
    assert (then.ok, then.suspect) == (False, True)
    assert then.reasons[0].startswith(
        "Căn cứ không còn đúng: khoản 2 Điều 6 Nghị định 88/2021/NĐ-CP bị thay thế"
    )


def test_a_citation_whose_standing_is_unknown_stops_the_edition(world: World) -> None:
    law = library.provision(library.document())
    edition = content.edition(world, provisions=[law])
    library.effect(law, None)

    answer = airable_one(edition, TODAY)

    assert (answer.ok, answer.suspect) == (False, True)
    assert answer.reasons[0].startswith("Chưa xác định được căn cứ còn hiệu lực không")


def test_clearing_one_citation_never_clears_another(world: World) -> None:
    """Xác nhận một trích dẫn vẫn đúng không làm trích dẫn nào khác thành đúng."""
    law = library.provision(library.document())
    mine, other = content.edition(world, provisions=[law]), content.edition(world, provisions=[law])
    cause = library.effect(law, TODAY)

    actions.clear_citation(
        content.version_of(mine).citations.get(), cause, by=world.hung, why="Chỉ đổi tên mẫu đơn"
    )

    assert (airable_one(mine, TODAY).ok, airable_one(other, TODAY).ok) == (True, False)


def test_clearing_one_cause_never_clears_the_next(world: World) -> None:
    law = library.provision(library.document())
    edition = content.edition(world, provisions=[law])
    citation = content.version_of(edition).citations.get()
    first = library.effect(law, TODAY, kind="amend")
    actions.clear_citation(citation, first, by=world.hung, why="Không đổi mức hưởng")
    library.effect(law, TODAY, kind="repeal")

    assert not airable_one(edition, TODAY).ok


def test_a_copy_in_the_next_version_is_not_cleared_by_the_one_before(world: World) -> None:
    law = library.provision(library.document())
    edition = content.edition(world, provisions=[law])
    cause = library.effect(law, TODAY)
    citation = content.version_of(edition).citations.get()
    actions.clear_citation(citation, cause, by=world.hung, why="Chỉ đổi tên mẫu đơn")

    actions.revise(edition, by=world.binh, why="Viết lại cho gọn")

    found = suspects(TODAY, scope(world.hung, TODAY))
    assert [(s.version.number, len(s.citations)) for s in found] == [(2, 1)]


def test_a_ward_airs_only_what_its_own_leader_signed(world: World) -> None:
    """Đài phường chỉ phát bài mà lãnh đạo chính phường đó đã duyệt phát."""
    edition = content.edition(world, ward_approved=[world.ward])
    version = content.version_of(edition)

    there = airable_one(version, TODAY, needs_ward=[world.ward.pk])
    elsewhere = airable_one(version, TODAY, needs_ward=[world.other_ward.pk])

    assert there.ok
    assert elsewhere.reasons == ("Lãnh đạo phường Cù Lao chưa duyệt phát bản này.",)
    assert airable_one(version, TODAY).at_ward(world.third_ward.pk).ok is False


def test_one_changed_word_in_the_database_voids_the_approval(world: World) -> None:
    """Sửa một chữ sau khi duyệt, kể cả sửa thẳng trong cơ sở dữ liệu, thì chữ ký hết giá trị."""
    edition = content.edition(world)
    version = content.version_of(edition)
    without_triggers = _drop_triggers("content_editionversion")
    version.blocks[0]["text"] = version.blocks[0]["text"].replace("không phải đóng", "không phải nộp")
    version.save(update_fields=["blocks"])

    answer = airable_one(version, TODAY)

    assert without_triggers
    assert answer.reasons == ("Nội dung không còn khớp với mã mà lãnh đạo đã ký. Gửi duyệt lại.",)


def test_a_title_or_audience_changed_behind_the_screen_voids_the_approval(world: World) -> None:
    first, second = content.edition(world), content.edition(world)
    first.article.audiences.remove(world.near_poor)
    type(second.article).objects.filter(pk=second.article_id).update(title="Tên khác")

    assert [a.ok for a in airable([first, second], TODAY).values()] == [False, False]


def test_an_approval_by_an_author_written_straight_into_the_table_is_not_believed(world: World) -> None:
    edition = content.edition(world, approved=False)
    version = content.version_of(edition)
    Approval.objects.create(
        version=version, step="leader", decision="passed", unit=world.office, by=world.binh,
        at=dates.now(), sha256=version.sha256,
    )  # fmt: skip

    assert not airable_one(version, TODAY).ok


def test_a_list_costs_as_many_queries_as_one(world: World) -> None:
    editions = [content.edition(world, texts=["Đoạn một.", "Đoạn hai."]) for _ in range(3)]
    with CaptureQueriesContext(
        connection,
    ) as one:
        airable(editions[:1], TODAY, needs_ward=[world.ward.pk])
    with CaptureQueriesContext(connection) as three:
        airable(editions, TODAY, needs_ward=[world.ward.pk])

    assert len(three) == len(one)


def test_suspects_of_three_cost_as_many_queries_as_of_one(world: World) -> None:
    law = library.provision(library.document())
    content.edition(world, provisions=[law])
    library.effect(law, TODAY)
    mine = scope(world.hung, TODAY)
    with CaptureQueriesContext(connection) as one:
        suspects(TODAY, mine)
    dates.move_today(TODAY - timedelta(days=1))
    for _ in range(2):
        content.edition(world, provisions=[law])
    with CaptureQueriesContext(connection) as three:
        found = suspects(TODAY, mine)

    assert len(found) == 3
    assert len(three) == len(one)


def test_a_row_that_somebody_broke_is_void_and_does_not_break_the_list(world: World) -> None:
    broken, whole = content.version_of(content.edition(world)), content.version_of(content.edition(world))
    _drop_triggers("content_editionversion")
    broken.blocks = [{"words": "không còn đoạn nào"}]
    broken.save(update_fields=["blocks"])

    answers = airable([broken, whole], TODAY)

    assert (answers[broken.pk].ok, answers[whole.pk].ok) == (False, True)


def test_suspects_are_found_for_the_units_of_a_scope(world: World) -> None:
    law = library.provision(library.document())
    edition = content.edition(world, provisions=[law])
    content.edition(world)
    library.effect(law, TODAY + timedelta(days=3))

    assert suspects(TODAY, scope(world.hung, TODAY)) == []
    assert [s.edition for s in suspects(TODAY, scope(world.hung, TODAY), ending=True)] == [edition]
    assert [s.edition for s in suspects(TODAY + timedelta(days=3), scope(world.hung, TODAY))] == [edition]
    assert suspects(TODAY + timedelta(days=3), scope(world.van, TODAY)) == []


def _drop_triggers(table: str) -> bool:
    """What an intruder with the database in hand would do; the test's transaction brings them back."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else the table has pending events
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            return True
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
        names = [row[0] for row in cursor.fetchall()]
        for name in names:
            cursor.execute(f"DROP TRIGGER {name}")
        return bool(names)
