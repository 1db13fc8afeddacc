"""Trích dẫn chỉ đứng vững khi lời được dẫn còn nguyên và còn hiệu lực trong ngày được hỏi.

Căn cứ: Luật Ban hành văn bản quy phạm pháp luật, chương về hiệu lực của văn bản; DESIGN 1 (promise 3).
Suspect means: causes that no person has cleared for this very citation, never a flag.
"""

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lantoa.common.dates import say
from lantoa.library.models import Document, Effect, Provision

StateKind = Literal["good", "ending_on", "suspect", "unknown"]

SAID = {
    Effect.Kind.AMEND: "được sửa đổi, bổ sung",
    Effect.Kind.SUPPLEMENT: "được bổ sung mới",
    Effect.Kind.REPLACE: "bị thay thế",
    Effect.Kind.REPEAL: "bị bãi bỏ",
    Effect.Kind.SUSPEND: "bị đình chỉ",
    Effect.Kind.CORRECT: "được đính chính",
}


@dataclass(frozen=True)
class Pin:
    """A citation as the library sees it.

    key: whatever the asker tells his citations apart by. fingerprint: of the provision's words when it
    was pinned. cleared: ids of the effects that a person has cleared for this citation.
    """

    key: Hashable
    provision_id: int
    fingerprint: str
    cleared: frozenset[int] = frozenset()


@dataclass(frozen=True)
class PinState:
    """How a citation stands on a day.

    on: the day since when (suspect) or from when (ending_on) the words no longer hold; None otherwise or
    when unknown. causes: the effects, not cleared, that make it so (empty for a document's own dates and
    for corrected words, which nobody can clear). says: Vietnamese, without a full stop; "" when good.
    """

    kind: StateKind
    on: date | None = None
    causes: tuple[Effect, ...] = ()
    says: str = ""

    @property
    def is_good(self) -> bool:
        return self.kind == "good"

    @property
    def may_be_told(self) -> bool:
        """On the day asked, nothing that is known speaks against telling it."""
        return self.kind in ("good", "ending_on")


def touches(effect: Effect, provision_id: int, above: Callable[[int], Collection[int]]) -> bool:
    """Does an effect concern a citation of this provision (of the same document)?

    A change of the whole document or of a larger part hits what lies in it; a change of a smaller part
    hits a citation of the whole. A new clause beside it hits it not, only what the clause lies in. above:
    provision id -> the ids of it and all that it lies in.
    """
    if effect.kind == Effect.Kind.SUPPLEMENT:
        return effect.provision_id is not None and provision_id in above(effect.provision_id)
    if effect.provision_id is None:
        return True
    return effect.provision_id in above(provision_id) or provision_id in above(effect.provision_id)


def judge(pin: Pin, provision: Provision | None, effects: Iterable[Effect], day: date) -> PinState:
    """How a pin stands on a day. effects: those that touch its provision and are not withdrawn.

    Worst first: suspect, then unknown, then ending, then good.
    """
    if provision is None:
        return PinState("suspect", says="Điều khoản được dẫn không còn trong kho văn bản")
    open_causes = [e for e in effects if e.pk not in pin.cleared]
    past = sorted((e for e in open_causes if e.on and e.on <= day), key=_order)
    ahead = sorted((e for e in open_causes if e.on and e.on > day), key=_order)
    undated = sorted((e for e in open_causes if e.on is None), key=_order)
    return (
        _suspect(pin, provision, past, day)
        or _unknown(provision.document, undated)
        or _ending(provision.document, ahead)
        or PinState("good")
    )


def _order(effect: Effect) -> tuple[date, int]:
    return (effect.on or date.max, effect.pk)


def change(effect: Effect) -> str:
    """khoản 1 Điều 24 Nghị định 20/2021/NĐ-CP bị thay thế từ 01/01/2026 (theo Nghị định ...)."""
    when = f" từ {say(effect.on)}" if effect.on else ", chưa rõ từ ngày nào"
    source = f" theo {effect.source}" if effect.source_id else ""
    return f"{effect.target} {SAID[Effect.Kind(effect.kind)]}{when}{source}"


def _suspect(pin: Pin, provision: Provision, past: list[Effect], day: date) -> PinState | None:
    document = provision.document
    reasons: list[tuple[date, str]] = [(e.on, change(e)) for e in past if e.on]
    if document.ended_on and document.ended_on <= day:
        reasons.append((document.ended_on, f"{document} hết hiệu lực từ {say(document.ended_on)}"))
    reasons.sort(key=lambda reason: reason[0])
    since = reasons[0][0] if reasons else None
    says = [words for _, words in reasons]
    if document.effective_on and document.effective_on > day:
        says.append(f"{document} chưa có hiệu lực: có hiệu lực từ {say(document.effective_on)}")
    if pin.fingerprint != provision.fingerprint:
        says.append(f"Lời của {provision} trong kho đã được sửa lại sau khi dẫn")
    if not says:
        return None
    return PinState("suspect", since, tuple(past), "; ".join(says))


def _unknown(document: Document, undated: list[Effect]) -> PinState | None:
    says = [change(e) for e in undated]
    if document.effective_on is None:
        says.append(f"Chưa xác định ngày có hiệu lực của {document}")
    return PinState("unknown", None, tuple(undated), "; ".join(says)) if says else None


def _ending(document: Document, ahead: list[Effect]) -> PinState | None:
    days = [e.on for e in ahead if e.on] + ([document.ended_on] if document.ended_on else [])
    if not days:
        return None
    first = min(days)
    says = [change(e) for e in ahead if e.on == first]
    if document.ended_on == first:
        says.append(f"{document} hết hiệu lực từ {say(first)}")
    return PinState("ending_on", first, tuple(ahead), "; ".join(says))
