"""Lời văn của điều khoản trong một ngày là lời ban hành cùng các sửa đổi đã có hiệu lực, xếp theo ngày.

Căn cứ: Pháp lệnh số 01/2012/UBTVQH13 (hợp nhất văn bản quy phạm pháp luật). Lời sửa đổi nào kho chưa có thì
nói thiếu lời của sửa đổi ấy, không đoán; hai văn bản cùng sửa một chỗ trong một ngày thì không tự chọn.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from lantoa.common.dates import say
from lantoa.language.provisions import fingerprint
from lantoa.library.models import Effect, Provision
from lantoa.library.new_words import whole_text, with_phrase
from lantoa.library.rules.status_of_a_document import ENDING, stands_before

WordingState = Literal["as_issued", "changed", "gone", "unknown"]


@dataclass(frozen=True)
class Text:
    """Heading and words of one provision."""

    heading: str
    words: str

    def __str__(self) -> str:
        return f"{self.heading}\n{self.words}".strip()


@dataclass(frozen=True)
class Wording:
    """How a provision reads on a day.

    text: None when gone, or when not known because of `missing` (effects whose new words the library does
    not hold, or that may or may not hold). changes: effects that made it so, in order. says: Vietnamese.
    """

    state: WordingState
    text: Text | None
    changes: tuple[Effect, ...] = ()
    missing: tuple[Effect, ...] = ()
    says: str = ""

    @property
    def words(self) -> str | None:
        return self.text.words if self.text else None


def words_on(
    provision: Provision, effects: Iterable[Effect], day: date, doubtful: Collection[int] = ()
) -> Wording:
    """The words on a day. effects: on the provision, on what it lies in and on the whole document.

    For a provision that was added later: from the day of its addition on.
    """
    effects = list(effects)
    added = (
        next((e for e in effects if e.pk == provision.added_by_id), None) if provision.added_by_id else None
    )
    concerned = [
        e
        for e in effects
        if _says_something(e)
        and not stands_before(e, added)
        and not _rewrites_what_stands_above(provision, e)
    ]
    unsure = [e for e in concerned if e.on is None or (e.pk in doubtful and e.on <= day)]
    held = sorted((e for e in concerned if e.on and e.on <= day and e not in unsure), key=_order)
    text: Text | None = Text(provision.heading, provision.words)
    gone: Effect | None = None
    missing: list[Effect] = [added] if added and not str(text) and not added.new_words else []
    changes = [added] if added else []
    for _, same_day in groupby(held, key=lambda e: e.on):
        if gone and not missing:
            break  # what is enacted again stands in a life of its own
        today = list(same_day)
        before = text
        text, gone, missing = _after(provision, today, text, gone, missing)
        changes += [e for e in today if not e.old_phrase or text != before]
    missing += [e for e in unsure if not e.old_phrase or text is None or _swapped(text, e)]
    if gone and not missing:
        return Wording("gone", None, tuple(changes), (), _gone(gone))
    if missing:
        return Wording("unknown", None, tuple(changes), tuple(missing), _missing(missing))
    return Wording("changed" if changes else "as_issued", text, tuple(changes))


def next_text(provision: Provision, effect: Effect, now: Text | None) -> Text | None:
    """What one effect alone makes of the words of a provision; None when it says nothing certain of them."""
    if not _says_something(effect):
        return None
    if effect.old_phrase:
        return _swapped(now, effect) if now else None
    return _told(provision, effect)


def _says_something(effect: Effect) -> bool:
    return effect.kind not in (Effect.Kind.SUSPEND, Effect.Kind.SUPPLEMENT)


def _rewrites_what_stands_above(provision: Provision, effect: Effect) -> bool:
    """It gives a larger part another lead-in ("Hộ cận nghèo gồm:"); what is listed below stays."""
    words = effect.new_words.strip()
    if effect.provision is None or effect.provision_id == provision.pk or not words.endswith(":"):
        return False
    return "\n" not in words and not whole_text(effect.provision.eid, words)


def _after(
    provision: Provision, effects: list[Effect], text: Text | None, gone: Effect | None, missing: list[Effect]
) -> tuple[Text | None, Effect | None, list[Effect]]:
    """One day's changes: (the text, what took it away, whose new words are missing)."""
    texts = [(e, _told(provision, e)) for e in effects]
    told = [(e, new) for e, new in texts if new]
    ended = next((e for e in effects if ends_words(provision, e)), None)
    if ended and not told:
        return None, ended, []
    if told and not ended and len({fingerprint(str(new)) for _, new in told}) == 1:
        # Words given in full settle what was missing before; another source may have changed them that day.
        sources = {e.source_id for e, _ in told}
        return told[0][1], None, [e for e in effects if e.source_id not in sources]
    if text and not told and not ended and all(e.old_phrase for e in effects):
        for effect in effects:
            text = _swapped(text, effect) or text
        return text, None, missing
    return None, gone, [*missing, *effects]


def _told(provision: Provision, effect: Effect) -> Text | None:
    """The whole words that an effect gives a provision, from its own or from those of what it lies in."""
    if not effect.new_words:
        return None
    own = effect.provision_id == provision.pk
    parts = whole_text(effect.provision.eid, effect.new_words) if effect.provision else ()
    if parts:
        return next((Text(p.heading, p.words) for p in parts if p.eid == provision.eid), None)
    return Text(provision.heading, effect.new_words) if own else None


def ends_words(provision: Provision, effect: Effect) -> bool:
    """It takes the provision away: repeals or replaces it, or gives its article new words without it."""
    own = effect.provision_id == provision.pk
    if (
        effect.new_words
        and effect.provision
        and (parts := whole_text(effect.provision.eid, effect.new_words))
    ):
        return all(part.eid != provision.eid for part in parts)
    return effect.kind in ENDING and not (effect.new_words and own)


def _swapped(text: Text, effect: Effect) -> Text | None:
    """The text with the new phrase; None when the old one does not stand in it."""
    heading = with_phrase(text.heading, effect.old_phrase, effect.new_phrase)
    words = with_phrase(text.words, effect.old_phrase, effect.new_phrase)
    if heading is None and words is None:
        return None
    return Text(text.heading if heading is None else heading, text.words if words is None else words)


def _order(effect: Effect) -> tuple[date, int]:
    return (effect.on or date.max, effect.pk or 0)


def _gone(effect: Effect) -> str:
    by = f" theo {effect.source}" if effect.source_id else ""
    if effect.kind not in ENDING:
        return f"Không còn trong lời mới từ {say(effect.on)}{by}"
    verb = "được thay thế" if effect.kind == Effect.Kind.REPLACE else "bị bãi bỏ"
    instead = f", thay bằng {effect.replaced_by}" if effect.replaced_by_id else ""
    return f"Đã {verb} từ {say(effect.on)}{by}{instead}"


def _missing(effects: list[Effect]) -> str:
    told = []
    for effect in effects:
        by = str(effect.source) if effect.source_id else f"thay đổi từ {say(effect.on)}"
        why = (
            "chưa rõ từ ngày nào"
            if effect.on is None
            else "chưa có lời văn mới hoặc chưa rõ lời nào được áp dụng"
        )
        told.append(f"{by} ({why})")
    return "Chưa đọc được lời văn ngày này vì thiếu: " + "; ".join(dict.fromkeys(told))
