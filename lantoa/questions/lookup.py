"""Mã tra cứu: 80 random bits that only the asker holds; we keep the hash."""

import hashlib
import hmac
import secrets

from django.conf import settings

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31 signs, none that is taken for another
SIGNS = 17  # 17 * log2(31) = 84 bits


def new_code() -> str:
    """For example "K7M4-2QXR-...": groups of four are easier to copy by hand."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(SIGNS))
    return _in_groups(signs)


def code_for(sending: str) -> str:
    """The code of one sending, the same each time: who sends again on a poor line reads the code again.

    sending: what names it and nobody else knows. Made under this installation's secret.
    """
    drawn = hmac.digest(settings.SECRET_KEY.encode(), f"lantoa question {sending}".encode(), "sha256")
    number, signs = int.from_bytes(drawn, "big"), ""
    for _ in range(SIGNS):
        number, which = divmod(number, len(ALPHABET))
        signs += ALPHABET[which]
    return _in_groups(signs)


def _in_groups(signs: str) -> str:
    return "-".join(signs[i : i + 4] for i in range(0, SIGNS, 4))


def hash_of(code: str) -> str:
    """What is stored. Blanks, dashes and case typed by a person do not matter."""
    plain = "".join(ch for ch in code.upper() if ch in ALPHABET)
    return hashlib.sha256(f"lantoa question {plain}".encode()).hexdigest()
