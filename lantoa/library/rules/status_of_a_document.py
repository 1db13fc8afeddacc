"""Tình trạng của văn bản suy ra từ ngày hiệu lực và các thay đổi đã ghi; không rõ thì nói không rõ.

Căn cứ: Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15, chương về hiệu lực (hết hiệu lực toàn bộ,
một phần; ngưng).
An amended document has partly ended: what was amended no longer applies as it was written. The same
sequence decides for a provision, with the changes of what it lies in as those of the whole.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from lantoa.library.models import Document, Effect, StatusDeclaration, StatusRuling
from lantoa.library.states import APPLIES, Status

ENDING = {Effect.Kind.REPLACE, Effect.Kind.REPEAL}
CHANGING = ENDING | {Effect.Kind.AMEND, Effect.Kind.SUSPEND, Effect.Kind.UNSETTLED}
FILLING = APPLIES | {Status.SUSPENDED, Status.ENDED}  # what a declaration can say of the days that follow


@dataclass(frozen=True)
class Said:
    """What is known of a document beside its own dates and effects.

    doubtful: ids of effects whose source had ended before they began (`doubtful_effects`). declaration: the
    latest one. ruling: the latest given on the present facts, None when facts came after it.
    """

    doubtful: frozenset[int] = frozenset()
    declaration: StatusDeclaration | None = None
    ruling: StatusRuling | None = None


NOTHING = Said()


def status_on(document: Document, effects: Iterable[Effect], day: date, said: Said = NOTHING) -> Status:
    """The status on a day. effects: those on this document or its provisions that are not withdrawn."""
    effects = list(effects)
    if said.ruling:
        return _ruled(document, effects, day, said, said.ruling)
    derived = derived_status(document, effects, day, said.doubtful)
    if said.declaration and day >= said.declaration.seen_on:
        return _with_declaration(document, effects, day, derived, said)
    return derived


def said_despite(document: Document, effects: Iterable[Effect], said: Said, cleared: frozenset[int]) -> Said:
    """What is said of a document when some of its effects are left out of account.

    A declaration that agrees with all the effects would disagree with fewer of them, and is no dispute.
    """
    told = said.declaration
    effects = list(effects)
    if told is None or cleared.isdisjoint(e.pk for e in effects):
        return said
    agrees = derived_status(document, effects, told.seen_on, said.doubtful) == told.status
    return replace(said, declaration=None) if agrees else said


def derived_status(
    document: Document, effects: Iterable[Effect], day: date, doubtful: Collection[int] = ()
) -> Status:
    """The status that follows from dates and effects alone, whatever anyone declared."""
    effects = list(effects)
    whole = [e for e in effects if e.provision_id is None]
    within = [e for e in effects if e.provision_id is not None]
    return _status(document, whole, within, day, doubtful)


def provision_status_on(
    document: Document,
    provision_id: int,
    effects: Iterable[Effect],
    above: Callable[[int], Collection[int]],
    day: date,
    said: Said = NOTHING,
    added_by: int | None = None,
    later: Collection[int] = (),
) -> Status:
    """The status of one provision on a day. effects: all on its document that are not withdrawn.

    added_by: id of the effect that added it after the document was issued. later: ids of the effects that
    enacted the same place again, in its later lives; the first of them ends this one at the latest. above:
    provision id -> the ids of it and of all that it lies in. A ruling or declaration about the document
    speaks for its provisions only when it says that nothing of the document applies.
    """
    effects = list(effects)
    whole = status_on(document, effects, day, said)
    if whole in (Status.ENDED, Status.NOT_YET, Status.SUSPENDED):
        return whole
    if whole == Status.UNKNOWN != derived_status(document, effects, day, said.doubtful):
        return whole  # what was declared contradicts the dates: nobody knows for any part
    added = next((e for e in effects if e.pk == added_by), None)
    if added_by and (added is None or added.on is None or added.pk in said.doubtful):
        return Status.UNKNOWN  # the addition was withdrawn, has no day, or may not hold
    if added and added.on and added.on > day:
        return Status.NOT_YET
    if any(e.pk in later and e.on and e.on <= day and e.pk not in said.doubtful for e in effects):
        return Status.ENDED
    effects = [e for e in effects if not stands_before(e, added)]
    chain = above(provision_id)
    over = [e for e in effects if e.provision_id is None or e.provision_id in chain]
    within = [
        e for e in effects if e not in over and e.provision_id and provision_id in above(e.provision_id)
    ]
    if said.ruling and day >= said.ruling.on:  # changes of the whole that it settled are not asked again
        since = max(said.ruling.on, said.ruling.made_on)
        over = [e for e in over if e.provision_id is not None or (e.on and e.on > since)]
        document = _standing(document, said.ruling.on)
    elif said.ruling and said.ruling.status == Status.ENDED:  # it settled the day of the end
        over = [e for e in over if e.provision_id is not None or e.kind not in ENDING]
        document = _standing(document, document.effective_on)
    elif document.effective_on is None and whole in APPLIES:
        document = _standing(document, day)
    return _status(document, over, within, day, said.doubtful)


def stands_before(effect: Effect, added: Effect | None) -> bool:
    """Whether an effect was over before a provision was added by another, or is that very addition."""
    if added is None or effect.pk == added.pk:
        return added is not None
    return bool(effect.on and added.on and effect.on <= added.on and effect.kind not in ENDING)


def _status(
    document: Document, over: list[Effect], within: list[Effect], day: date, doubtful: Collection[int]
) -> Status:
    if document.ended_on and document.ended_on <= day:
        return Status.ENDED
    both = over + within
    doubted = [e for e in both if e.pk in doubtful]
    held = [e for e in both if e.on and e.on <= day and e not in doubted]
    if any(e.kind in ENDING and e in over for e in held):
        return Status.ENDED
    if document.effective_on is None:
        return Status.UNKNOWN
    if document.effective_on > day:
        return Status.NOT_YET
    if any(e.kind == Effect.Kind.SUSPEND and e in over for e in held):
        return Status.SUSPENDED
    if any(e.on is None and e.kind in CHANGING for e in both):
        return Status.UNKNOWN
    if any(e.on and e.on <= day and e.kind in CHANGING for e in doubted):
        return Status.UNKNOWN
    return Status.PARTLY_ENDED if any(e.kind in CHANGING for e in held) else Status.IN_FORCE


def _with_declaration(
    document: Document, effects: list[Effect], day: date, derived: Status, said: Said
) -> Status:
    """From the day a declaration was read: it fills what is missing, and what contradicts it is unknown."""
    declaration = said.declaration
    assert declaration is not None
    then = derived_status(document, effects, declaration.seen_on, said.doubtful)
    if then == declaration.status:
        return derived
    if then != Status.UNKNOWN:
        return Status.UNKNOWN if derived == then else derived
    if document.effective_on is None and declaration.status in FILLING and not _open(effects, said):
        return _later(document, effects, declaration.seen_on, day, Status(declaration.status), said)
    return derived


def _ruled(document: Document, effects: list[Effect], day: date, said: Said, ruling: StatusRuling) -> Status:
    """A ruling holds from its day; what was known and lay ahead when it was made follows upon it."""
    if day >= ruling.on:
        since = max(ruling.on, ruling.made_on)
        return _later(document, effects, since, day, Status(ruling.status), said)
    undisputed = [e for e in effects if e.on and e.pk not in said.doubtful]
    if ruling.status == Status.ENDED:  # it settled the day of the end: nothing ended it before
        undisputed = [e for e in undisputed if not (e.provision_id is None and e.kind in ENDING)]
        document = _standing(document, document.effective_on)
    return derived_status(document, undisputed, day)


def _later(
    document: Document, effects: list[Effect], since: date, day: date, status: Status, said: Said
) -> Status:
    """A status known on one day, and what its own end and certain effects after it made of it."""
    if status == Status.ENDED or (document.ended_on and since < document.ended_on <= day):
        return Status.ENDED
    then = [e for e in effects if e.on and since < e.on <= day and e.pk not in said.doubtful]
    whole = [e for e in then if e.provision_id is None]
    if any(e.kind in ENDING for e in whole):
        return Status.ENDED
    if any(e.kind == Effect.Kind.SUSPEND for e in whole):
        return Status.SUSPENDED
    if status == Status.IN_FORCE and any(e.kind in CHANGING for e in then):
        return Status.PARTLY_ENDED
    return status


def _open(effects: Iterable[Effect], said: Said) -> bool:
    return any(e.kind in CHANGING and (e.on is None or e.pk in said.doubtful) for e in effects)


def _standing(document: Document, since: date | None) -> Document:
    """The same document, in force since a day and without an end of its own."""
    return Document(pk=document.pk, kind=document.kind, effective_on=since)
