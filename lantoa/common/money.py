"""Tiền: whole đồng, as people type and read them."""

import re

from lantoa.common.numbers import read_whole, say_whole


def read_vnd(text: str) -> int | None:
    """Whole đồng typed by a person: 1.250.000, 1 250 000 đ, 1250000 đồng; None when it is no amount."""
    amount = read_whole(re.sub(r"\s*(đồng|vnđ|vnd|đ)\.?\s*$", "", text.lower()))
    return None if amount is None or amount < 0 else amount


def say_vnd(amount: int) -> str:
    """1.250.000 đồng."""
    return f"{say_whole(amount)} đồng"
