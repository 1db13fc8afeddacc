"""Trích dẫn chỉ đứng vững khi lời được dẫn còn nguyên và còn hiệu lực trong ngày được hỏi.

Căn cứ: Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15, chương về hiệu lực của văn bản; DESIGN 1
(promise 3).
Suspect means: causes that no person has cleared for this very citation, never a flag.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from lantoa.common.dates import say
from lantoa.library.models import Document, Effect
from lantoa.library.models.documents import place_of
from lantoa.library.rules.status_of_a_document import ENDING, NOTHING, Said
from lantoa.library.search.words import words_of
from lantoa.library.states import Status

StateKind = Literal["good", "ending_on", "suspect", "unknown"]

SAID = {
    Effect.Kind.AMEND: "được sửa đổi, bổ sung",
    Effect.Kind.SUPPLEMENT: "được bổ sung mới",
    Effect.Kind.REPLACE: "bị thay thế",
    Effect.Kind.REPEAL: "bị bãi bỏ",
    Effect.Kind.SUSPEND: "bị đình chỉ",
    Effect.Kind.CORRECT: "được đính chính",
    Effect.Kind.UNSETTLED: "có thay đổi chưa xác định đúng chỗ",
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


def leaves_words_as_they_are(
    effect: Effect, texts: Collection[str], place: Collection[str], others: Iterable[Effect]
) -> bool:
    """Is it sure that a change of one phrase does not change these words: it stands elsewhere in its place?

    texts: of the provision cited and all that lies in it. place: of all that the effect names; a phrase that
    stands nowhere there says that our words are not those it changes. others: the effects that concern the
    provision; one that may have brought the phrase in leaves nothing sure.
    """
    phrase = in_words(effect.old_phrase)
    if not phrase.strip() or not any(texts) or any(phrase in in_words(text) for text in texts):
        return False
    if not any(phrase in in_words(text) for text in place):
        return False
    for other in others:
        if other.pk == effect.pk or other.kind in (Effect.Kind.SUSPEND, Effect.Kind.REPEAL):
            continue
        told = other.new_phrase if other.old_phrase else other.new_words
        if phrase in in_words(told) or not (told or other.old_phrase):
            return False
    return True


def in_words(text: str) -> str:
    """Folded, so that spelling and layout never hide a phrase."""
    return f" {' '.join(words_of(text))} "


class BareProvision(NamedTuple):
    """A provision as far as a judgement reads it: many are judged at once."""

    pk: int
    eid: str
    fingerprint: str
    added_by_id: int | None
    life: int
    document: Document

    def __str__(self) -> str:
        return f"{place_of(self.eid, self.life)} {self.document}"


@dataclass(frozen=True)
class Ground:
    """What a citation stands on: its provision, what touches it, and the one truth about its status.

    effects: those that touch the provision and are not withdrawn. status: of the provision on a day, as the
    page of its document tells it, without the changes cleared for this citation. disputes: what a person has
    to settle about the document. added: the effect that put the provision there, if one did.
    """

    provision: BareProvision
    effects: Sequence[Effect]
    status: Callable[[date], Status]
    said: Said = NOTHING
    disputes: Callable[[], Sequence[str]] = tuple
    added: Effect | None = None

    @property
    def document(self) -> Document:
        return self.provision.document


def judge(pin: Pin, ground: Ground | None, day: date) -> PinState:
    """How a pin stands on a day. ground: None when the provision is not there.

    Worst first: suspect, then unknown (also where the facts are disputed), then ending, then good.
    """
    if ground is None or (ground.provision.added_by_id and ground.added is None):
        return PinState("suspect", says="Điều khoản được dẫn không còn trong kho văn bản")
    causes = [e for e in ground.effects if e.pk not in pin.cleared]
    now = _not_good(pin, ground, causes, day)
    return now or _ending(pin, ground, causes, day) or PinState("good")


def _not_good(pin: Pin, ground: Ground, causes: list[Effect], day: date) -> PinState | None:
    """What speaks against the citation on a day, None when nothing does."""
    status = ground.status(day)
    began = sorted((e for e in causes if e.on and e.on <= day), key=_order)
    sure = [e for e in began if e.pk not in ground.said.doubtful and _counts(e, status, ground.said, day)]
    unsure = [e for e in began if e.pk in ground.said.doubtful]
    unsure += sorted((e for e in causes if e.on is None), key=_order)
    return _suspect(pin, ground, sure, status, day) or _unknown(ground, unsure, status)


def _counts(effect: Effect, status: Status, said: Said, day: date) -> bool:
    """A ruling settles what ends or suspends the whole document: only what bears it out counts."""
    ruling = said.ruling
    if ruling is None or effect.provision_id or effect.kind not in ENDING | {Effect.Kind.SUSPEND}:
        return True
    after = bool(effect.on and effect.on >= ruling.on)
    if ruling.status == Status.ENDED and effect.kind in ENDING:
        return after
    return status in (Status.ENDED, Status.SUSPENDED) and (day < ruling.on or after)


def _order(effect: Effect) -> tuple[date, int]:
    return (effect.on or date.max, effect.pk)


def change(effect: Effect) -> str:
    """khoản 1 Điều 24 Nghị định 20/2021/NĐ-CP bị thay thế từ 01/01/2026 (theo Nghị định ...)."""
    when = f" từ {say(effect.on)}" if effect.on else ", chưa rõ từ ngày nào"
    source = f" theo {effect.source}" if effect.source_id else ""
    phrase = f" (cụm từ “{effect.old_phrase}” thành “{effect.new_phrase}”)" if effect.new_phrase else ""
    if effect.old_phrase and not effect.new_phrase:
        phrase = f" (bỏ cụm từ “{effect.old_phrase}”)"
    back = " (hiệu lực trở về trước)" if effect.is_retroactive else ""
    return f"{effect.target} {SAID[Effect.Kind(effect.kind)]}{phrase}{when}{source}{back}"


def _suspect(pin: Pin, ground: Ground, sure: list[Effect], status: Status, day: date) -> PinState | None:
    document, provision = ground.document, ground.provision
    reasons: list[tuple[date, str]] = [(e.on, change(e)) for e in sure if e.on]
    reasons += _own_end(ground, status, day)
    reasons.sort(key=lambda reason: reason[0])
    since = reasons[0][0] if reasons else None
    says = [words for _, words in reasons]
    if status in (Status.ENDED, Status.SUSPENDED) and not says:
        says.append(f"{document} {status.label.lower()}, theo {_teller(ground.said)}")
    if status == Status.NOT_YET:
        says.append(_not_yet(ground, day))
    if pin.fingerprint != provision.fingerprint:
        says.append(f"Lời của {provision} trong kho đã được sửa lại sau khi dẫn")
    return PinState("suspect", since, tuple(sure), "; ".join(says)) if says else None


def _own_end(ground: Ground, status: Status, day: date) -> list[tuple[date, str]]:
    """The end that the document's own date or a ruling gives it."""
    document, ruling = ground.document, ground.said.ruling
    if status != Status.ENDED:
        return []
    if ruling and ruling.status == Status.ENDED and ruling.on <= day:
        told = f"{document} hết hiệu lực từ {say(ruling.on)}, theo kết luận ngày {say(ruling.made_on)}"
        return [(ruling.on, told)]
    if document.ended_on and document.ended_on <= day:
        return [(document.ended_on, f"{document} hết hiệu lực từ {say(document.ended_on)}")]
    return []


def _teller(said: Said) -> str:
    if said.ruling:
        return f"kết luận ngày {say(said.ruling.made_on)}"
    return f"{said.declaration.source} xem ngày {say(said.declaration.seen_on)}" if said.declaration else ""


def _not_yet(ground: Ground, day: date) -> str:
    document, added = ground.document, ground.added
    if added and added.on and added.on > day and not (document.effective_on and document.effective_on > day):
        return f"{ground.provision} chưa có hiệu lực: được bổ sung từ {say(added.on)}"
    when = f": có hiệu lực từ {say(document.effective_on)}" if document.effective_on else ""
    return f"{document} chưa có hiệu lực{when}"


def _unknown(ground: Ground, unsure: list[Effect], status: Status) -> PinState | None:
    says = [_doubt(e) if e.on else change(e) for e in unsure]
    if status == Status.UNKNOWN:
        if ground.document.effective_on is None:
            says.append(f"Chưa xác định ngày có hiệu lực của {ground.document}")
        elif not says:
            told = "; ".join(one.rstrip(".") for one in ground.disputes())
            says.append(f"Chưa rõ hiệu lực của {ground.document}" + (f": {told}" if told else ""))
    return PinState("unknown", None, tuple(unsure), "; ".join(says)) if says else None


def _doubt(effect: Effect) -> str:
    return f"{change(effect)}, nhưng văn bản đó đã hết hiệu lực từ trước: chưa rõ thay đổi này còn không"


def _ending(pin: Pin, ground: Ground, causes: list[Effect], day: date) -> PinState | None:
    """The first day ahead on which the citation will not be good, by the very same judgement."""
    ahead = sorted((e for e in causes if e.on and e.on > day), key=_order)
    ruling, told = ground.said.ruling, ground.said.declaration
    days = [e.on for e in ahead] + [ground.document.ended_on]
    days += [ruling.on if ruling else None, told.seen_on if told else None]
    for first in sorted({one for one in days if one and one > day}):
        bad = _not_good(pin, ground, causes, first)
        if bad is None:
            continue
        says = [change(e) for e in ahead if e.on == first and e in bad.causes]
        says += [words for on, words in _own_end(ground, ground.status(first), first) if on == first]
        return PinState("ending_on", first, tuple(ahead), "; ".join(says) or bad.says)
    return None
