"""Đoạn có dạng: kept clean, in the form of its kind, and signed with it."""

import pytest

from lantoa.content import actions
from lantoa.content.models import EditionKind
from lantoa.content.passages import KINDS_OF, PassageKind, kept, minutes_of
from lantoa.content.rules.canonical_form import canonical_form, canonical_text, hash_now, sha256_of
from lantoa.content.rules.passages_suit_the_kind import problems_with_form
from tests.factories import content
from tests.factories.people import World


def test_a_plain_passage_is_kept_as_before_there_were_kinds() -> None:
    """Bản đã ký trước khi có dạng đoạn vẫn đúng mã cũ."""
    assert kept(3, " Lời. ", "lời chào") == {"id": 3, "text": "Lời.", "no_source_why": "lời chào"}


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u061c", "\u200b", "\x07", "\u00ad", "\U000e0041"])
def test_nothing_that_turns_or_hides_letters_is_kept(sign: str) -> None:
    """Dấu đảo chiều, chữ vô hình không bao giờ nằm trong lời đã ký."""
    for kind in PassageKind:
        assert kept(1, f"Hộ{sign} nghèo", kind=kind)["text"] == "Hộ nghèo"


def test_a_heading_is_one_line() -> None:
    assert kept(1, "Ai được\n cấp thẻ?", kind="heading")["text"] == "Ai được cấp thẻ?"


def test_a_list_keeps_its_items_without_the_signs_before_them() -> None:
    """Chép danh sách từ Word: gạch đầu dòng, số thứ tự do trang tự đặt lại."""
    typed = "- Đơn đề nghị\n\n• Căn cước công dân\n3. Sổ hộ nghèo\n1.250.000 đồng"

    assert kept(1, typed, kind="list")["text"].splitlines() == [
        "Đơn đề nghị",
        "Căn cước công dân",
        "Sổ hộ nghèo",
        "1.250.000 đồng",
    ]


def test_points_of_a_talk_add_up() -> None:
    blocks = [kept(1, "Ai được?", kind="point", minutes=5), kept(2, "Hỏi lại", kind="point", minutes=10)]

    assert minutes_of([*blocks, kept(3, "Lời.")]) == 15


def test_every_kind_of_edition_says_which_passages_it_takes() -> None:
    assert set(KINDS_OF) == set(EditionKind)


def test_a_passage_stands_only_where_its_channel_can_show_it() -> None:
    """Danh sách không đọc trên loa; ý để nói phải có số phút."""
    [on_air] = problems_with_form("radio", [kept(1, "Một\nHai", kind="list")])
    [no_minutes] = problems_with_form("talk", [kept(1, "Ai được?", kind="point")])

    assert on_air.field == "kind_1"
    assert no_minutes.field == "minutes_1"
    assert problems_with_form("web", [kept(1, "Một\nHai", kind="list")]) == []
    assert problems_with_form("talk", [kept(1, "Ai được?", kind="point", minutes=5)]) == []


@pytest.mark.django_db
def test_the_kind_and_the_minutes_of_a_passage_are_signed(world: World) -> None:
    """Đổi dạng đoạn hoặc số phút thì mã của bản đổi theo; bản toàn đoạn văn giữ dạng chuẩn cũ."""
    edition = actions.add_edition(content.article(world), "talk", by=world.binh)
    hashes = set()
    for block in [
        actions.Block("Ai được?"),
        actions.Block("Ai được?", kind="heading"),
        actions.Block("Ai được?", kind="point", minutes=5),
        actions.Block("Ai được?", kind="point", minutes=6),
    ]:
        version = actions.save_draft(edition, [block], by=world.binh)
        hashes.add(hash_now(version))
        assert canonical_form(version)["form"] == (1 if block.kind == "paragraph" else 2)

    assert len(hashes) == 4


@pytest.mark.django_db
def test_a_text_of_plain_paragraphs_is_signed_as_it_always_was(world: World) -> None:
    """Mã của bản không có dạng đoạn tính trên đúng dạng chuẩn số 1, từng khóa một."""
    version = content.version_of(content.draft(world))

    form = canonical_form(version)

    assert (form["form"], set(form["blocks"][0])) == (1, {"id", "text", "no_source_why"})
    assert hash_now(version) == sha256_of(canonical_text(form))
