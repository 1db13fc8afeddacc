"""Tiền: whole đồng, as people type and read them."""

import re

_SHAPE = re.compile(
    r"\d{1,15}|\d{1,3}(?:\.\d{3}){1,4}|\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?: \d{3}){1,4}", re.ASCII
)


def read_vnd(text: str) -> int | None:
    """Whole đồng typed by a person: 1.250.000, 1 250 000 đ, 1250000 đồng; None when it is no amount."""
    words = text.replace("\u00a0", " ").strip().lower()
    words = re.sub(r"\s*(đồng|vnđ|vnd|đ)\.?$", "", words)
    return int(re.sub(r"[., ]", "", words)) if _SHAPE.fullmatch(words) else None


def say_vnd(amount: int) -> str:
    """1.250.000 đồng."""
    return f"{amount:,} đồng".replace(",", ".")
