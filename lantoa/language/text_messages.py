"""Tin nhắn điện thoại: in how many parts a network carries a text, and how much room is left.

Căn cứ: 3GPP TS 23.038, 6.2.1 (the 7-bit alphabet and its extension; every other letter makes the whole text
UCS-2) and TS 23.040, 9.2.3.24 (a part of several is shorter by its header).
"""

import unicodedata
from dataclasses import dataclass

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")  # each takes an escape before it
_ALONE = {"GSM-7": 160, "UCS-2": 70}
_IN_A_ROW = {"GSM-7": 153, "UCS-2": 67}


@dataclass(frozen=True)
class MessageSize:
    """encoding: GSM-7 (no Vietnamese marks but è, é, ù, ì, ò, à) or UCS-2. units: of 7 or 16 bits.

    parts: messages sent and paid for; 0 for no text. left: units still free in the last part.
    """

    encoding: str
    units: int
    parts: int
    left: int


def message_size(text: str) -> MessageSize:
    """How a network carries this text, composed (NFC). A letter of two units is never parted."""
    text = unicodedata.normalize("NFC", text)
    encoding = "GSM-7" if all(letter in _BASIC or letter in _EXTENDED for letter in text) else "UCS-2"
    widths = [_width(letter, encoding) for letter in text]
    if not widths:
        return MessageSize(encoding, 0, 0, _ALONE[encoding])
    if sum(widths) <= _ALONE[encoding]:
        return MessageSize(encoding, sum(widths), 1, _ALONE[encoding] - sum(widths))
    parts, filled = 1, 0
    for width in widths:
        if filled + width > _IN_A_ROW[encoding]:
            parts, filled = parts + 1, 0
        filled += width
    return MessageSize(encoding, sum(widths), parts, _IN_A_ROW[encoding] - filled)


def _width(letter: str, encoding: str) -> int:
    if encoding == "GSM-7":
        return 2 if letter in _EXTENDED else 1
    return 2 if ord(letter) > 0xFFFF else 1
