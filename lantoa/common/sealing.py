"""Niêm kín: text encrypted at rest with a key derived from the secret of the installation.

For what must be read back but must not lie open in a copy of the database: second-factor secrets, contacts.
"""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

PREFIX = "niem1:"  # names the way of sealing, so that another can follow it


def _key(secret: str | bytes) -> Fernet:
    known = secret if isinstance(secret, bytes) else secret.encode()
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"lantoa sealing 1\n" + known).digest()))


def seal(text: str) -> str:
    """The text as a sealed ASCII string; sealing the same text twice gives two different strings."""
    return PREFIX + _key(settings.SECRET_KEY).encrypt(text.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """The text again. Raises ValueError when it was not sealed with the secret of this installation."""
    if not sealed.startswith(PREFIX):
        raise ValueError("Không phải chuỗi đã niêm.")
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return _key(secret).decrypt(sealed.removeprefix(PREFIX).encode()).decode()
        except InvalidToken:
            continue
    raise ValueError("Không mở được: khóa bí mật của máy chủ đã đổi hoặc chuỗi đã hỏng.")
