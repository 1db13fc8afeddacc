"""First sketch, replaced by the full module."""

import unicodedata


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    out = []
    for ch in nfc(text):
        base = unicodedata.normalize("NFD", ch)[0]
        out.append({"đ": "d", "Đ": "d"}.get(base, base).lower()[0])
    return "".join(out)


def same_name(a: str, b: str) -> bool:
    return fold(" ".join(a.split())) == fold(" ".join(b.split()))


def sort_key(text: str) -> str:
    return fold(text)


def person_sort_key(full_name: str) -> str:
    parts = full_name.split()
    return sort_key(" ".join(parts[-1:] + parts[:-1]))
