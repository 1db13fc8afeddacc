"""Lời văn của điều khoản trong một ngày là lời ban hành cùng các sửa đổi đã có hiệu lực, xếp theo ngày.

Căn cứ: Pháp lệnh Hợp nhất văn bản quy phạm pháp luật. Lời sửa đổi nào kho chưa có thì nói thiếu lời của
sửa đổi ấy, không đoán; hai văn bản cùng sửa một chỗ trong một ngày thì không tự chọn.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from lantoa.common.dates import say
from lantoa.language.provisions import fingerprint
from lantoa.library.models import Effect, Provision
from lantoa.library.rules.status_of_a_document import ENDING

WordingState = Literal["as_issued", "changed", "gone", "unknown"]


@dataclass(frozen=True)
class Wording:
    """How a provision reads on a day.

    words: None when gone, or when not known because of `missing` (effects whose new words the library does
    not hold, or that may or may not hold). changes: effects that made it so, in order. says: Vietnamese.
    """

    state: WordingState
    words: str | None
    changes: tuple[Effect, ...] = ()
    missing: tuple[Effect, ...] = ()
    says: str = ""


def words_on(
    provision: Provision, effects: Iterable[Effect], day: date, doubtful: Collection[int] = ()
) -> Wording:
    """The words on a day. effects: on the provision, on what it lies in and on the whole document."""
    changing = [e for e in effects if e.kind != Effect.Kind.SUSPEND]
    unsure = [e for e in changing if e.on is None or (e.pk in doubtful and e.on <= day)]
    held = sorted((e for e in changing if e.on and e.on <= day and e not in unsure), key=_order)
    words: str | None = provision.words
    gone: Effect | None = None
    missing: list[Effect] = []
    for _, same_day in groupby(held, key=lambda e: e.on):
        words, gone, missing = _after(provision, list(same_day), gone, missing)
    missing += unsure
    if gone and not missing:
        return Wording("gone", None, tuple(held), (), _gone(gone))
    if missing:
        return Wording("unknown", None, tuple(held), tuple(missing), _missing(missing))
    return Wording("changed" if held else "as_issued", words, tuple(held))


def _after(
    provision: Provision, effects: list[Effect], gone: Effect | None, missing: list[Effect]
) -> tuple[str | None, Effect | None, list[Effect]]:
    """One day's changes: (words, what took them away, whose new words are missing)."""
    own = [e for e in effects if e.provision_id == provision.pk]
    told = [e for e in own if e.new_words]
    ended = next((e for e in effects if e.kind in ENDING and not (e.new_words and e in own)), None)
    if ended and not told:
        return None, ended, []
    if told and not ended and len({fingerprint(e.new_words) for e in told}) == 1:
        # Words given in full settle what was missing before; another source may have changed them that day.
        sources = {e.source_id for e in told}
        return told[0].new_words, None, [e for e in effects if e.source_id not in sources]
    return None, gone, [*missing, *effects]


def _order(effect: Effect) -> tuple[date, int]:
    return (effect.on or date.max, effect.pk or 0)


def _gone(effect: Effect) -> str:
    verb = "được thay thế" if effect.kind == Effect.Kind.REPLACE else "bị bãi bỏ"
    by = f" theo {effect.source}" if effect.source_id else ""
    instead = f", thay bằng {effect.replaced_by}" if effect.replaced_by_id else ""
    return f"Đã {verb} từ {say(effect.on)}{by}{instead}"


def _missing(effects: list[Effect]) -> str:
    told = []
    for effect in effects:
        by = str(effect.source) if effect.source_id else f"thay đổi từ {say(effect.on)}"
        why = (
            "chưa rõ từ ngày nào"
            if effect.on is None
            else "chưa có lời mới hoặc chưa rõ lời nào được áp dụng"
        )
        told.append(f"{by} ({why})")
    return "Chưa đọc được lời văn ngày này vì thiếu: " + "; ".join(dict.fromkeys(told))
