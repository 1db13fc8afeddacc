"""Cơ quan ban hành: which papers are numbered by a local body, and whether two names mean one body.

Numbers of ministries and of the Government run through the whole country; each province, ward and department
counts its own, so "05/2026/QĐ-UBND" names a document only together with who issued it.
"""

import re
from dataclasses import dataclass

from lantoa.language.citations import issuer_from_symbol, normalise_symbol
from lantoa.language.folding import fold

_SHORT = (
    (r"\bubnd\b", "uy ban nhan dan"),
    (r"\bhdnd\b", "hoi dong nhan dan"),
    (r"\btp\b", "thanh pho"),
    (r"\btx\b", "thi xa"),
    (r"\btt\b(?= [a-z])", "thi tran"),
)
_PERSON = re.compile(r"(?:pho )?(?:chu tich|giam doc|truong (?:phong|ban)|chi cuc truong) ")
_COMMITTEE = re.compile(r"(?P<body>(?P<level>tinh|thanh|huyen|quan|thi|xa|phuong|dang) uy) (?P<place>.+)")
_PRINTED_PLACE = re.compile(
    r"(?P<type>tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s+(?!ủy|uỷ)"
    r"(?P<name>[^,]+)$",
    re.I,
)
_PLACE_WORDS = "tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong|dac khu"
_PLACE = re.compile(rf"(?:^|.*? )(?P<place>(?P<level>{_PLACE_WORDS})(?!\S)(?! uy\b)(?P<name> .+)?)$")


@dataclass(frozen=True)
class Issuer:
    """A name taken apart: body ("uy ban nhan dan"), place ("tinh dong nai", "" where none is named)."""

    body: str
    place: str
    level: str


def is_local(symbol: str) -> bool:
    """Whether a symbol leaves open which province, ward or department wrote it (UBND, HĐND, SYT, TU)."""
    groups = re.split(r"[-/]", normalise_symbol(symbol).upper())
    central = groups[0] in ("NĐ", "TT", "TTLT", "TTLB", "NQLT") or groups[-1] == "TW"
    return bool(symbol.strip()) and not central and issuer_from_symbol(symbol) is None


def issuer_name(printed: str) -> str:
    """A body's name in one spelling: "UBND tỉnh Đồng Nai" is "uy ban nhan dan tinh dong nai"."""
    name = " ".join(re.sub(r"[^a-z0-9]+", " ", fold(printed)).split())
    for short, whole in _SHORT:
        name = re.sub(short, whole, name)
    return _PERSON.sub("", name, count=1) if _PERSON.match(name) else name


def issuer_of(printed: str) -> Issuer:
    """The parts of a name as printed."""
    name = issuer_name(printed)
    if party := _COMMITTEE.fullmatch(name):
        return Issuer(party["body"], party["place"], party["level"])
    found = _PLACE.match(name)
    if not found:
        return Issuer(name, "", "")
    body = name[: found.start("place")].strip()
    return Issuer(body, found["place"] if found["name"] else "", found["level"])


def place_printed(printed: str) -> tuple[str, str]:
    """("tỉnh", "Đồng Nai"): the place that a name ends with, as printed; ("", "") when there is none."""
    found = _PRINTED_PLACE.search(" ".join(printed.split()))
    if not found:
        return "", ""
    kind = found["type"].casefold()
    return "thành phố" if kind.startswith("tp") else kind, found["name"].strip()


def same_issuer(one: str, other: str) -> bool | None:
    """Whether two printed names mean one body; None where that cannot be known (a name without its place)."""
    mine, theirs = issuer_of(one), issuer_of(other)
    if mine == theirs and mine.place:
        return True
    if mine.body and theirs.body and mine.body != theirs.body:
        return False
    if not (mine.body and theirs.body) and mine.level != theirs.level:
        return None
    if not mine.place or not theirs.place:
        return False if mine.level and theirs.level and mine.level != theirs.level else None
    if f"{mine.place} ".startswith(f"{theirs.place} ") or f"{theirs.place} ".startswith(f"{mine.place} "):
        return None if mine.place != theirs.place else True  # one of them names what the ward lies in
    return False


def issuer_cited(cited: str, citing: str) -> str:
    """The body that a citation means: "UBND tỉnh" in a paper of tỉnh Sông Lam is that of Sông Lam."""
    told, own = issuer_of(cited), issuer_of(citing)
    if told.place or not own.place or (told.level and told.level != own.level):
        return cited
    return f"{told.body} {own.place}".strip()
