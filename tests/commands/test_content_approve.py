"""The command goes through the same door as the page."""

from datetime import date

import pytest

from lantoa.commands import content_approve
from lantoa.common import dates
from lantoa.content.models import Approval
from lantoa.content.queries import airable_one
from lantoa.people.actions import delegate_duty
from tests.factories import content
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TODAY = date(2025, 6, 10)


@pytest.fixture(autouse=True)
def a_day() -> None:
    dates.move_today(TODAY)


def approve(version_id: int, username: str, *more: str) -> int:
    return content_approve.run([str(version_id), "--as", username, *more])


def test_a_leader_approves_by_command(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    version = content.version_of(content.edition(world, approved=False))

    code = approve(version.pk, "lan", "--hash", version.sha256)

    assert (code, version.sha256 in capsys.readouterr().out) == (0, True)
    assert airable_one(version, TODAY).ok


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("binh", "Phan Thái Bình không có nhiệm vụ duyệt bài của đơn vị này."),
        ("yen", "Không có phiên bản"),
        ("nobody", "Không có người dùng “nobody”."),
    ],
)
def test_others_are_refused_with_a_sentence(
    world: World, capsys: pytest.CaptureFixture[str], who: str, told: str
) -> None:
    version = content.version_of(content.edition(world, approved=False))

    assert approve(version.pk, who) == 1
    assert told in capsys.readouterr().err
    assert not Approval.objects.filter(step="leader").exists()


def test_the_author_is_refused_by_command_even_with_the_duty(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """Người viết được ủy quyền: dùng lệnh cũng không duyệt được bài của mình."""
    version = content.version_of(content.edition(world, approved=False))
    delegate_duty(
        world.lan.duties.get(),
        world.binh,
        by=world.lan,
        valid_from=TODAY,
        valid_to=date(2025, 7, 1),
        why="Nghỉ phép",
    )

    assert approve(version.pk, "binh") == 1
    assert "Anh chị đã viết hoặc sửa bản này" in capsys.readouterr().err


def test_another_hash_than_the_one_read_is_refused(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    version = content.version_of(content.edition(world, approved=False))

    assert approve(version.pk, "lan", "--hash", "0" * 64) == 1
    assert "một bản khác" in capsys.readouterr().err
