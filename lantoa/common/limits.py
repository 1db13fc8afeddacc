"""Giới hạn số lần: how often one source may knock, counted in the cache, never in a log."""

import hashlib

from django.core.cache import cache


def allowed(what: str, source: str, times: int, seconds: int) -> bool:
    """May `source` do `what` once more: at most so many times within a window of so many seconds?

    The source (an address, a user) is stored only as a hash, and only for the length of the window.
    """
    key = "limit:" + hashlib.sha256(f"{what}|{source}".encode()).hexdigest()
    if cache.add(key, 1, timeout=seconds):
        return True
    try:
        return cache.incr(key) <= times
    except ValueError:  # the window ended between the two calls
        cache.add(key, 1, timeout=seconds)
        return True
