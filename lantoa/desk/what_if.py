"""Nếu luật đổi như thế: what supposed changes would put in doubt, where, and what was paid for it.

Asked of every area with the supposed effects as an argument; nothing is written anywhere.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from lantoa.broadcast.models import Airing
from lantoa.broadcast.queries import visible_airings
from lantoa.broadcast.rules.airing_inside_the_hours import at
from lantoa.budget.queries import Paid, paid_for
from lantoa.budget.retelling import Retelling, in_all, reprinting, retelling
from lantoa.content.models import Citation, EditionVersion
from lantoa.content.queries import citations_struck_by, current_and_newest
from lantoa.content.states import EditionState
from lantoa.deliveries.models import Delivery
from lantoa.deliveries.queries import visible_deliveries
from lantoa.deliveries.tellings import went_out
from lantoa.displays.models import Display, PrintRun
from lantoa.displays.queries import visible_displays, visible_runs
from lantoa.language.folding import sort_key
from lantoa.library.models import Effect, Policy
from lantoa.library.queries import PinState, policies_struck_by
from lantoa.people.models import User
from lantoa.people.queries import scope, unit_names
from lantoa.questions.models import Question
from lantoa.questions.queries import visible_questions

Struck = list[tuple[Citation, PinState]]


@dataclass(frozen=True)
class Place:
    """What one unit would have to deal with. retell: the cost of telling again what it told."""

    unit_id: int
    name: str
    editions: int = 0
    airings: int = 0
    displays: int = 0
    sheets: int = 0
    answers: int = 0
    told: int = 0
    retell: Retelling = Retelling()


@dataclass(frozen=True)
class Fallout:
    """What would stand badly on a day if supposed changes were law, as far as a person's units go.

    editions: newest and newest approved versions, with the citations hit. airings: planned for that day or
    later. displays: hanging or to hang then. runs: with copies left. answers: given, resting on what is
    hit. told: how often the old words were told already. paid: for that telling. retell: what it costs to
    tell as often again. reprint: to print again the copies that are left. causes: version id -> ids of the
    supposed effects that hit it; edition_causes: the same of the current versions by edition.
    """

    day: date
    policies: list[tuple[Policy, PinState]] = field(default_factory=list)
    editions: list[tuple[EditionVersion, Struck]] = field(default_factory=list)
    airings: list[Airing] = field(default_factory=list)
    displays: list[Display] = field(default_factory=list)
    runs: list[PrintRun] = field(default_factory=list)
    answers: list[Question] = field(default_factory=list)
    told: list[Delivery] = field(default_factory=list)
    paid: Paid = field(default_factory=Paid)
    retell: Retelling = field(default_factory=Retelling)
    reprint: Retelling = field(default_factory=Retelling)
    places: list[Place] = field(default_factory=list)
    causes: dict[int, frozenset[int]] = field(default_factory=dict)
    edition_causes: dict[int, frozenset[int]] = field(default_factory=dict)

    @property
    def sheets(self) -> int:
        """Printed copies that would have to be kept back."""
        return sum(run.left for run in self.runs)  # type: ignore[attr-defined]  # annotated by visible_runs

    @property
    def is_empty(self) -> bool:
        parts = (self.policies, self.editions, self.airings, self.displays, self.runs, self.answers)
        return not any(parts)


def days_of(effects: Iterable[Effect], today: date) -> list[date]:
    """The days on which supposed effects begin, in order; today when none is dated."""
    return sorted({effect.on for effect in effects if effect.on}) or [today]


def fallout(supposing: Sequence[Effect], user: User, day: date, *, since: date | None = None) -> Fallout:
    """What these effects would put in doubt on a day. Reads only; a constant number of queries.

    since: count what airs or hangs from then on, if the words no longer hold on its own day (None: from
    `day` on).
    """
    struck = citations_struck_by(supposing, day)
    since = since or day
    from_day = _from_day(supposing, struck, since)
    ids = set(from_day)
    current = current_and_newest(version.pk for version in struck)
    inside = scope(user).inside()
    editions = [
        (version, hit)
        for version, hit in struck.items()
        if version.pk in current
        and version.edition.article.unit_id in inside
        and version.edition.state != EditionState.WITHDRAWN
    ]
    answering = {version.edition_id for version in struck if version.pk in current}
    airings = visible_airings(user).filter(
        version_id__in=ids,
        starts_at__gte=at(since, time.min),
        delivery__isnull=True,
        stopped_at__isnull=True,
    )
    displays = (
        visible_displays(user)
        .filter(version_id__in=ids, taken_down_on__isnull=True)
        .exclude(take_down_on__lte=since)
    )
    answers = visible_questions(user).filter(answer_id__in=answering, status=Question.Status.ANSWERED)
    lines = list(went_out(visible_deliveries(user).filter(version_id__in=ids)).select_related("unit"))
    again = retelling(lines)
    runs = [run for run in visible_runs(user).filter(version_id__in=ids) if run.left > 0]  # type: ignore[attr-defined]
    found = Fallout(
        day,
        policies_struck_by(supposing, day, user),
        editions,
        [airing for airing in airings if airing.day >= from_day[airing.version_id]],
        [
            display
            for display in displays
            if not display.take_down_on or display.take_down_on > from_day[display.version_id]
        ],
        runs,
        list(answers),
        lines,
        paid_for(lines),
        in_all(again.values()),
        reprinting((run.plan_item_id, run.left) for run in runs),  # type: ignore[attr-defined]
    )
    found.places.extend(_places(found, again))
    supposed = {effect.pk for effect in supposing}
    for version, hits in struck.items():
        hit_by = frozenset(supposed & {c.pk for _, state in hits for c in state.causes})
        found.causes[version.pk] = hit_by
        if version.pk in current:
            known = found.edition_causes.get(version.edition_id, frozenset())
            found.edition_causes[version.edition_id] = known | hit_by
    return found


def _from_day(
    supposing: Sequence[Effect], struck: dict[EditionVersion, Struck], since: date
) -> dict[int, date]:
    """Version id -> the first day on which a supposed effect hits it; `since` when that has no date."""
    supposed = {effect.pk for effect in supposing}
    return {
        version.pk: min(
            cause.on or since for _, state in hits for cause in state.causes if cause.pk in supposed
        )
        for version, hits in struck.items()
    }


def _places(found: Fallout, again: dict[int, Retelling]) -> list[Place]:
    """The units concerned, by name."""
    counts = {
        "editions": Counter(version.edition.article.unit_id for version, _ in found.editions),
        "airings": Counter(airing.station.serves_id for airing in found.airings),
        "displays": Counter(display.unit_id for display in found.displays),
        "sheets": Counter[int](),
        "answers": Counter(question.unit_id for question in found.answers),
        "told": Counter(line.unit_id for line in found.told),
    }
    for run in found.runs:
        counts["sheets"][run.unit_id] += run.left  # type: ignore[attr-defined]
    units = {unit for counter in counts.values() for unit in counter}
    names = unit_names(found.day, units)
    rows = [
        Place(
            unit,
            names.get(unit, "đơn vị đã giải thể"),
            **{key: c[unit] for key, c in counts.items()},
            retell=again.get(unit, Retelling()),
        )
        for unit in units
    ]
    return sorted(rows, key=lambda row: sort_key(row.name))
