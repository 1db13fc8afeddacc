"""Dữ kiện về hiệu lực trái nhau thì nêu ra cùng các khả năng và chờ một người kết luận, không tự chọn.

Căn cứ: Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15, chương về hiệu lực; trang tin thường thiếu
hoặc sai ngày.
A candidate never says more than the facts that are recorded: what a site alone calls ended has to be
recorded as a change first, so that every citation learns of it.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lantoa.common.dates import say
from lantoa.library.models import Document, Effect
from lantoa.library.rules.standing_of_a_citation import SAID
from lantoa.library.rules.status_of_a_document import CHANGING, ENDING, Said, derived_status
from lantoa.library.states import Status


@dataclass(frozen=True)
class Candidate:
    """One possible answer: the status from a day on.

    Where the answer is about one effect it is given to that effect, so that every citation learns of it:
    deed "date" gives it its day, "withdraw" takes it back. "rule" keeps the answer as a ruling.
    """

    status: Status
    on: date
    says: str
    deed: Literal["rule", "date", "withdraw"] = "rule"
    effect: Effect | None = None

    @property
    def key(self) -> str:
        """Tells it apart from the other answers about its document."""
        return f"{self.deed}:{self.effect.pk if self.effect else ''}:{self.status.value}:{self.on}"


@dataclass(frozen=True)
class Conflict:
    """Facts of one document that do not agree, or miss a day; `candidates` may be empty."""

    code: str
    says: str
    candidates: tuple[Candidate, ...] = ()


def facts_of(document: Document, effects: Iterable[Effect], said: Said) -> str:
    """sha256 (hex) over all that the status follows from: a ruling holds for these facts alone."""
    told = [str(document.effective_on), str(document.ended_on)]
    told.append(",".join(str(pk) for pk in sorted(e.pk or 0 for e in effects)))
    told.append(",".join(str(pk) for pk in sorted(said.doubtful)))
    told.append(str(said.declaration.pk if said.declaration else ""))
    return hashlib.sha256("|".join(told).encode()).hexdigest()


def first_end(document: Document, effects: Iterable[Effect]) -> date | None:
    """The first day on which something known ends the whole document."""
    ends = [e.on for e in effects if e.on and e.provision_id is None and e.kind in ENDING]
    return min([*ends, *([document.ended_on] if document.ended_on else [])], default=None)


def doubtful_effects(
    effects: Iterable[Effect], document_ends: Mapping[int, date], provision_ends: Mapping[int, date]
) -> frozenset[int]:
    """Ids of the effects whose source, or the very clause that states them, had ended before they began.

    One step only: an end counts whether or not it is doubted itself, so a ring of documents that end each
    other leaves all of them in doubt instead of going round. document_ends, provision_ends: id -> first end.
    """
    found = set()
    for effect in effects:
        if effect.on is None or effect.source_id is None or effect.source_id == effect.document_id:
            continue
        ends = [document_ends.get(effect.source_id)]
        if effect.relation and effect.relation.source_provision_id:
            ends.append(provision_ends.get(effect.relation.source_provision_id))
        if any(end and end <= effect.on for end in ends):
            found.add(effect.pk)
    return frozenset(found)


def conflicts_in(document: Document, effects: Iterable[Effect], said: Said) -> list[Conflict]:
    """What a person has to settle; nothing once a ruling on these facts was given."""
    effects = list(effects)
    undated = [_undated(e) for e in effects if e.on is None and e.kind in CHANGING]
    if said.ruling:
        return undated
    found = [_two_ends(document, effects), _ends_before_it_starts(document, effects)]
    found += [_doubtful(document, effects, e, said.doubtful) for e in effects if e.pk in said.doubtful]
    found.append(_declared_otherwise(document, effects, said))
    return [one for one in found if one] + undated


def _two_ends(document: Document, effects: list[Effect]) -> Conflict | None:
    ends = sorted(e.on for e in effects if e.on and e.provision_id is None and e.kind in ENDING)
    if not document.ended_on or not ends or ends[0] == document.ended_on:
        return None
    return Conflict(
        "two_ends",
        f"Ngày hết hiệu lực ghi là {say(document.ended_on)}, nhưng thay đổi đã ghi làm văn bản hết"
        f" hiệu lực từ {say(ends[0])}.",
        tuple(_ended(on) for on in sorted({document.ended_on, ends[0]})),
    )


def _ended(on: date) -> Candidate:
    return Candidate(Status.ENDED, on, f"Hết hiệu lực từ {say(on)}")


def _ends_before_it_starts(document: Document, effects: list[Effect]) -> Conflict | None:
    end = first_end(document, effects)
    if not end or not document.effective_on or end > document.effective_on:
        return None
    says = (
        f"Văn bản có hiệu lực từ {say(document.effective_on)} nhưng đã bị chấm dứt từ {say(end)}:"
        " chưa có hiệu lực ngày nào, hoặc một trong hai ngày ghi sai."
    )
    candidate = Candidate(Status.ENDED, end, "Bị chấm dứt trước khi có hiệu lực, hai ngày đều đúng")
    return Conflict("ends_before_it_starts", says, (candidate,))


def _doubtful(
    document: Document, effects: list[Effect], effect: Effect, doubtful: Collection[int]
) -> Conflict | None:
    if effect.kind not in CHANGING or not effect.on:
        return None
    place = effect.provision.place if effect.provision else "toàn bộ văn bản"
    says = (
        f"{effect.source} hết hiệu lực trước khi thay đổi của nó ({place}, từ {say(effect.on)}) xảy ra."
        " Chưa xác định thay đổi đó có còn không."
    )
    others = frozenset(doubtful) - {effect.pk}
    happens = derived_status(document, effects, effect.on, others)
    not_so = derived_status(document, [e for e in effects if e != effect], effect.on, others)
    return Conflict(
        "source_ended_before",
        says,
        (
            Candidate(happens, effect.on, f"Thay đổi vẫn xảy ra từ {say(effect.on)}: {happens.label}"),
            Candidate(not_so, effect.on, f"Thay đổi không xảy ra: {not_so.label}", "withdraw", effect),
        ),
    )


def _undated(effect: Effect) -> Conflict:
    place = effect.provision.place if effect.provision else "Toàn bộ văn bản"
    source = f" theo {effect.source}" if effect.source_id else ""
    says = (
        f"{place[0].upper()}{place[1:]} {SAID[Effect.Kind(effect.kind)]}{source} nhưng chưa rõ từ ngày nào."
    )
    days: dict[date, str] = {}
    if effect.source and effect.source.issued_on:
        days[effect.source.issued_on] = f"ngày ban hành {effect.source}"
    if effect.source and effect.source.effective_on:
        days[effect.source.effective_on] = f"ngày {effect.source} có hiệu lực"
    status = Status.ENDED if effect.kind in ENDING and not effect.provision_id else Status.PARTLY_ENDED
    candidates = [
        Candidate(status, on, f"Từ {say(on)}, {why}", "date", effect) for on, why in sorted(days.items())
    ]
    return Conflict("undated", says, tuple(candidates))


def _declared_otherwise(document: Document, effects: list[Effect], said: Said) -> Conflict | None:
    told = said.declaration
    if told is None:
        return None
    then = derived_status(document, effects, told.seen_on, said.doubtful)
    if then in (Status.UNKNOWN, told.status):
        return None
    says = (
        f"{told.source} ghi “{Status(told.status).label}” (xem ngày {say(told.seen_on)}), nhưng theo ngày và"
        f" thay đổi đã ghi thì “{then.label}”. Nếu nơi công bố đúng, ghi nhận thay đổi còn thiếu."
    )
    candidate = Candidate(then, told.seen_on, f"{then.label}: nơi công bố ghi chưa đúng hoặc chưa cập nhật")
    return Conflict("declared_otherwise", says, (candidate,))
