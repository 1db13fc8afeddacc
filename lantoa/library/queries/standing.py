"""How citations stand on a day: the one bulk question of DESIGN 4."""

from collections.abc import Hashable, Iterable
from datetime import date
from functools import partial

from django.db.models import Q

from lantoa.library.models import Document, Effect, Provision, StatusDeclaration, StatusRuling
from lantoa.library.queries.effects import Touch, effects_on, places_touched_by
from lantoa.library.queries.status import said_of
from lantoa.library.rules.facts_that_disagree import conflicts_in
from lantoa.library.rules.standing_of_a_citation import BareProvision, Ground, Pin, PinState, judge
from lantoa.library.rules.status_of_a_document import provision_status_on, said_despite, stands_before
from lantoa.library.states import Status


def state_of(pins: Iterable[Pin], day: date, supposing: Iterable[Effect] = ()) -> dict[Hashable, PinState]:
    """How each citation stands on a day, by its key. Seven database queries for any number of pins, one more
    where phrases change.

    "Stale is asked, not told": whatever would let something out asks this on the day it goes out. The status
    that counts is that of the page of the document: declarations, rulings and doubts are heeded alike.
    supposing: effects to be counted in as if they were recorded (a rehearsal); a recorded one counts once.
    """
    pins = list(pins)
    if not pins:
        return {}
    # Not in_bulk: on SQLite it asks once more for every 999.
    cited = Provision.objects.filter(pk__in={pin.provision_id for pin in pins}).order_by()
    rows = list(cited.values_list("pk", "eid", "fingerprint", "added_by_id", "life", "document_id"))
    of_them = Document.objects.filter(pk__in={document_id for *_, document_id in rows}).order_by()
    documents = {document.pk: document for document in of_them.defer("folded")}
    provisions = {row[0]: BareProvision(*row[:5], documents[row[5]]) for row in rows}
    grounds = _Grounds(documents, supposing)
    return {pin.key: judge(pin, grounds.of(pin, provisions.get(pin.provision_id)), day) for pin in pins}


def may_not_stand(day: date) -> Q:
    """Filters citations: keeps all that a recorded fact may speak against, and leaves out only good ones.

    Most law stands: a long list is judged by the few that this keeps, with the same answer. One is left out
    when its document has begun and has no end, nobody declared or ruled on it, no change touches the
    provision or put it there, and its words were never others. Three queries to make it.
    """
    odd = Document.objects.filter(
        Q(effective_on__isnull=True)
        | Q(effective_on__gt=day)
        | Q(ended_on__isnull=False)
        | Q(pk__in=StatusDeclaration.objects.values("document_id"))
        | Q(pk__in=StatusRuling.objects.values("document_id"))
    )
    documents, provisions = places_touched_by(Effect.objects.filter(withdrawn_at__isnull=True))
    # Told by their ids, so that a database sees how few they are and does not read every citation.
    documents |= set(odd.order_by().values_list("pk", flat=True))
    law = Provision.objects.filter(
        Q(document__in=documents)
        | Q(pk__in=provisions)
        | Q(added_by__isnull=False)
        | Q(reworded=True)
        | Q(document__in=Provision.objects.filter(life__gt=1).order_by().values("document"))
    ).order_by()
    return Q(provision_id__in=law.values("pk"))


class _Grounds:
    """What the citations of some documents stand on; the same question about a provision is asked once."""

    def __init__(self, documents: dict[int, Document], supposing: Iterable[Effect]) -> None:
        self.documents = documents
        self.effects = effects_on(documents)
        self.said = said_of(documents.values(), self.effects)
        known = {effect.pk for some in self.effects.values() for effect in some}
        for supposed in supposing:
            if supposed.pk not in known and supposed.document_id in documents:
                self.effects.setdefault(supposed.document_id, []).append(supposed)
        self.touch = Touch(effect for some in self.effects.values() for effect in some)
        self._statuses: dict[tuple[int, frozenset[int], date], Status] = {}

    def of(self, pin: Pin, provision: BareProvision | None) -> Ground | None:
        """The ground of one pin; None when its provision is not there."""
        if provision is None:
            return None
        document_id = provision.document.pk
        on_it = self.effects.get(document_id, [])
        added = next((e for e in on_it if e.pk == provision.added_by_id), None)
        later = self.touch.above.later.get(provision.pk, ())
        touching = [e for e in self.touch.on(document_id, provision.pk) if not stands_before(e, added)]
        touching += [e for e in on_it if e.pk in later and e not in touching]
        cleared = pin.cleared & {e.pk for e in on_it} - {provision.added_by_id}
        return Ground(
            provision,
            touching,
            partial(self._status, provision, cleared),
            self.said[document_id],
            partial(self._disputes, document_id),
            added,
        )

    def _status(self, provision: BareProvision, cleared: frozenset[int], day: date) -> Status:
        key = (provision.pk, cleared, day)
        if key not in self._statuses:
            document = provision.document
            on_it = self.effects.get(document.pk, [])
            said = said_despite(document, on_it, self.said[document.pk], cleared)
            left = [e for e in on_it if e.pk not in cleared]
            self._statuses[key] = provision_status_on(
                document,
                provision.pk,
                left,
                self.touch.above,
                day,
                said,
                provision.added_by_id,
                self.touch.above.later.get(provision.pk, ()),
            )
        return self._statuses[key]

    def _disputes(self, document_id: int) -> list[str]:
        on_it = self.effects.get(document_id, [])
        return [one.says for one in conflicts_in(self.documents[document_id], on_it, self.said[document_id])]
