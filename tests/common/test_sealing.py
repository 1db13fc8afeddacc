"""Sealed text: closed in the database, open again only with the secret of this installation."""

import pytest
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.common.sealing import seal, unseal


@given(st.text(max_size=200))
@settings(max_examples=40)
def test_what_was_sealed_opens_again(text: str) -> None:
    assert unseal(seal(text)) == text


def test_the_text_is_not_in_the_seal_and_two_seals_differ() -> None:
    assert "0900 000 000" not in seal("0900 000 000")
    assert seal("0900 000 000") != seal("0900 000 000")


def test_another_installation_cannot_open_it() -> None:
    sealed = seal("bí mật")
    with override_settings(SECRET_KEY="khóa khác"), pytest.raises(ValueError, match="Không mở được"):
        unseal(sealed)


def test_a_key_that_was_replaced_still_opens_while_it_is_kept() -> None:
    with override_settings(SECRET_KEY="cũ"):
        sealed = seal("bí mật")
    with override_settings(SECRET_KEY="mới", SECRET_KEY_FALLBACKS=["cũ"]):
        assert unseal(sealed) == "bí mật"


@pytest.mark.parametrize("broken", ["", "chữ thường", "niem1:", "niem1:abc", "niem1:đ"])
def test_what_was_never_sealed_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="Không"):
        unseal(broken)
