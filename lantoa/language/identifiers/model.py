"""Dấu hiệu nhận ra một người: one finding, and the text as the finders read it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from lantoa.language.folding import nfc


class Kind(StrEnum):
    """What a finding looks like."""

    NAME = "name"
    PHONE = "phone"
    IDENTITY = "identity_number"
    HEALTH_CARD = "health_card"
    ACCOUNT = "bank_account"
    EMAIL = "email"
    PLATE = "number_plate"
    ADDRESS = "address"
    BIRTH = "birth_date"


SAID = {
    Kind.NAME: "tên người",
    Kind.PHONE: "số điện thoại",
    Kind.IDENTITY: "số căn cước, giấy tờ",
    Kind.HEALTH_CARD: "số thẻ bảo hiểm y tế",
    Kind.ACCOUNT: "số tài khoản",
    Kind.EMAIL: "hộp thư điện tử",
    Kind.PLATE: "biển số xe",
    Kind.ADDRESS: "địa chỉ nhà",
    Kind.BIRTH: "ngày, năm sinh",
}


class Finding(NamedTuple):
    """Words that may tell who somebody is; the span counts characters of the text in NFC."""

    kind: Kind
    span: tuple[int, int]
    words: str


@dataclass(frozen=True)
class Read:
    """The text with each look-alike character in its plain form, and where each one stood."""

    text: str
    at: list[int]
    source: str

    def finding(self, kind: Kind, start: int, end: int) -> Finding:
        """What was found in the plain text, as it stands in the source."""
        first, last = self.at[start], self.at[end - 1] + 1
        return Finding(kind, (first, last), " ".join(self.text[start:end].split()))


# Written for another sign, by a keyboard, a font or on purpose.
_ALIKE = str.maketrans(
    "ÐðƉɖ’‘ʼ`´＇‐‑‒–—−＠．，／：" + "\u00a0\u2002\u2003\u2009\u202f\u3000\t",
    "ĐđĐđ''''''------@.,/:" + "       ",
)
# Letters of other alphabets that look Latin: НGUYỄN with a Cyrillic Н.
_FOREIGN = str.maketrans("АВЕКМНОРСТУХасеорухіΑΒΕΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXaceopyxiABEHIKMNOPTYXo")


def read(text: str) -> Read:
    """The text as the finders see it: nothing invisible in it, digits and signs in their plain forms."""
    source = nfc(text)
    plain = source.translate(_ALIKE).translate(_FOREIGN)
    if plain.isprintable() and not any("\uff00" <= c <= "\uff5e" for c in plain):
        return Read(plain, list(range(len(plain))), source)
    kept: list[str] = []
    at: list[int] = []
    for index, char in enumerate(plain):
        if char.isprintable() or char in "\n\r\u2028\u2029\x0b\x0c\x85":
            kept.append(_plain_char(char))
            at.append(index)
    return Read("".join(kept), at, source)


def _plain_char(char: str) -> str:
    if "\uff01" <= char <= "\uff5e":
        return chr(ord(char) - 0xFEE0)
    if char.isdecimal():
        return str(int(char))
    return char if char.isprintable() else "\n"
