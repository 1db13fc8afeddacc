from lantoa.content.models import EditionKind
from lantoa.content.rules.within_channel_limit import problems_with_length


def test_a_banner_one_character_too_long_is_refused() -> None:
    """Băng rôn dài hơn giới hạn một ký tự cũng bị giữ lại."""
    problems = problems_with_length(EditionKind.BANNER, "a" * 121)

    assert [p.says for p in problems] == ["Băng rôn dài 121 ký tự, tối đa 120. Bớt ít nhất 1 ký tự."]
    assert problems_with_length(EditionKind.BANNER, "a" * 120) == []


def test_a_radio_script_has_no_limit_of_characters() -> None:
    assert problems_with_length(EditionKind.RADIO, "a" * 5000) == []


def test_an_office_may_set_another_limit() -> None:
    assert len(problems_with_length(EditionKind.BANNER, "a" * 81, {EditionKind.BANNER: 80})) == 1
