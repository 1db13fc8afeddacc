"""Nhắc khi viết: each kind of edition is measured by its own form."""

from lantoa.content.advice import FORM_OF, Advice
from lantoa.content.advice import advise as advise_on
from lantoa.content.models import EditionKind
from lantoa.content.passages import kept


def advise(kind: str, passages: list[str]) -> Advice:
    return advise_on(kind, [kept(n, text) for n, text in enumerate(passages, 1)])


def test_every_kind_says_what_it_looks_like_when_it_is_right() -> None:
    assert set(FORM_OF) == set(EditionKind)


def test_a_banner_is_one_line_within_its_letters() -> None:
    """Băng rôn một dòng; dài quá thì nói thừa bao nhiêu ký tự."""
    two_lines, long = advise("banner", ["Cùng giảm nghèo.", "Cùng vươn lên."]), advise("banner", ["a" * 125])

    assert two_lines.stops == ("Băng rôn chỉ có một dòng. Gộp lại hoặc bỏ bớt đoạn.",)
    assert long.stops == ("Băng rôn dài 125 ký tự, tối đa 120. Bớt ít nhất 5 ký tự.",)


def test_a_text_message_is_one_passage_counted_in_parts() -> None:
    """Tin nhắn có dấu chứa 70 ký tự một tin; hai đoạn thì phải gộp."""
    said = advise("sms", ["Hộ nghèo được cấp thẻ bảo hiểm y tế."])
    two = advise("sms", ["Hộ nghèo được cấp thẻ.", "Hỏi tại phường."])

    assert said.message and (said.message.encoding, said.message.parts, said.message.left) == ("UCS-2", 1, 34)
    assert two.stops == ("Tin nhắn điện thoại chỉ có một đoạn. Gộp lại hoặc bỏ bớt đoạn.",)


def test_empty_boxes_count_for_nothing() -> None:
    assert advise("banner", ["Cùng giảm nghèo.", "  ", ""]) == advise("banner", ["Cùng giảm nghèo."])


def test_only_what_is_read_aloud_takes_minutes() -> None:
    assert [kind for kind in EditionKind if advise(kind, ["Lời."]).read_aloud] == ["radio", "talk"]


def test_a_plain_short_text_is_left_in_peace() -> None:
    assert advise("web", ["Nhà mình được cấp thẻ."]).is_quiet
    assert not advise("web", ["Nhà mình được cấp thẻ BHYT."]).is_quiet
