"""Chính sách có hạn riêng thì chỉ đúng trong hạn ấy, kể cả ngày đầu và ngày cuối.

Căn cứ: điều khoản của chính văn bản quy định chính sách (thời hạn áp dụng); DESIGN 1 (promise 3).
"""

from datetime import date, timedelta

from lantoa.common.dates import say
from lantoa.library.models import Policy
from lantoa.library.rules.standing_of_a_citation import PinState


def state_of_period(policy: Policy, day: date) -> PinState:
    """How the policy's own period bears on a day; good when it has none."""
    if policy.valid_to and day > policy.valid_to:
        return PinState(
            "suspect", policy.valid_to + timedelta(days=1), says=f"Hết áp dụng từ {_after(policy.valid_to)}"
        )
    if policy.valid_from and day < policy.valid_from:
        return PinState("suspect", says=f"Chưa áp dụng: áp dụng từ {say(policy.valid_from)}")
    if policy.valid_to:
        return PinState(
            "ending_on", policy.valid_to + timedelta(days=1), says=f"Áp dụng đến hết {say(policy.valid_to)}"
        )
    return PinState("good")


def _after(day: date) -> str:
    return say(day + timedelta(days=1))
