"""Việc phải làm lại sau khi luật đổi: what is still to be put right, read from the records of every area."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from django.db.models import Q, QuerySet

from lantoa.broadcast.permissions import OPERATORS
from lantoa.common.dates import VIETNAM, say
from lantoa.content.models import EditionVersion
from lantoa.content.permissions import WRITERS
from lantoa.deliveries.models import Delivery, Outcome
from lantoa.deliveries.permissions import RECORDERS
from lantoa.deliveries.queries import visible_deliveries
from lantoa.deliveries.tellings import told
from lantoa.desk.models import CorrectionCampaign, CorrectionRow
from lantoa.desk.what_if import Fallout, fallout
from lantoa.displays.permissions import HANGERS
from lantoa.language.folding import sort_key
from lantoa.library.models import Effect
from lantoa.library.roles import WRITE
from lantoa.people.models import User
from lantoa.people.queries import scope, unit_names
from lantoa.questions.roles import ANSWERERS

Kind = CorrectionRow.Kind
MOST_LINES = 4  # of one telling, in the detail of a row
# Whose duty at the unit itself makes a row her own work, as the areas give their rights.
DOERS = {
    Kind.STOP: OPERATORS,
    Kind.TAKE_DOWN: HANGERS,
    Kind.KEEP_BACK: HANGERS,
    Kind.REWRITE: WRITERS,
    Kind.TELL: RECORDERS,
    Kind.ANSWER: ANSWERERS,
    Kind.POLICY: WRITE,
}


@dataclass(frozen=True)
class Task:
    """One thing of one unit that rests on changed words. causes: the effects that hit it."""

    kind: Kind
    unit_id: int
    thing: int
    what: str
    detail: str
    causes: frozenset[int]

    @property
    def key(self) -> tuple[str, int, int]:
        return str(self.kind), self.unit_id, self.thing


@dataclass(frozen=True)
class Line:
    """A row of a campaign on a day, with the name of its unit.

    is_hers: her own duty at that unit does such work; what she only sees from above is another's.
    """

    row: CorrectionRow
    unit_name: str
    is_open: bool
    is_hers: bool

    @property
    def is_aside(self) -> bool:
        """Somebody decided that nothing is to be done, and nothing was."""
        return not self.is_open and self.row.set_aside_at is not None


@dataclass(frozen=True)
class Progress:
    """A campaign as far as a person may see it. is_whole: she sees the unit that leads it."""

    campaign: CorrectionCampaign
    lines: list[Line]
    is_whole: bool

    @property
    def open_count(self) -> int:
        return sum(line.is_open for line in self.lines)

    @property
    def own_count(self) -> int:
        """How many of the open ones are her own."""
        return sum(line.is_open and line.is_hers for line in self.lines)

    @property
    def says_waiting(self) -> str:
        """ "4 việc của anh chị, 3 việc của người khác"; whose the open work is, never one sum for both."""
        others = self.open_count - self.own_count
        parts = [
            f"{self.own_count} việc của anh chị" if self.own_count else "",
            f"{others} việc của người khác" if others else "",
        ]
        return ", ".join(part for part in parts if part)

    @property
    def says_finished(self) -> str:
        """What may be said when nothing that she sees is open."""
        return "Không còn việc nào" if self.is_whole else "Đơn vị anh chị không còn việc nào"

    @property
    def aside_count(self) -> int:
        return sum(line.is_aside for line in self.lines)

    @property
    def done_count(self) -> int:
        return len(self.lines) - self.open_count - self.aside_count

    @property
    def by_unit(self) -> list[tuple[str, int, list[Line]]]:
        """(name, how many are open, the lines with the open ones first) for each unit, by name."""
        units: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            units[line.unit_name].append(line)
        rows = [
            (name, sum(one.is_open for one in some), sorted(some, key=lambda one: not one.is_open))
            for name, some in units.items()
        ]
        return sorted(rows, key=lambda row: sort_key(row[0]))


def visible_campaigns(user: User) -> QuerySet[CorrectionCampaign]:
    """Those that her units lead or have a row in, the newest first."""
    inside = scope(user).inside()
    return CorrectionCampaign.objects.filter(Q(unit_id__in=inside) | Q(rows__unit_id__in=inside)).distinct()


def live_effects(campaigns: Iterable[CorrectionCampaign]) -> dict[int, Effect]:
    """The effects of campaigns that were not taken back, by id. One query."""
    wanted = Effect.objects.filter(campaigns__in=[one.pk for one in campaigns], withdrawn_at__isnull=True)
    return {
        effect.pk: effect for effect in wanted.select_related("document", "provision__document", "source")
    }


def day_of(effects: Iterable[Effect], today: date) -> date:
    """The day on which all of them hold: a change ahead is put right before it comes."""
    return max([today, *(effect.on for effect in effects if effect.on)])


def progress_of(campaigns: Iterable[CorrectionCampaign], user: User, today: date) -> list[Progress]:
    """The rows of her units in these campaigns, each open or done today. Constant number of queries."""
    campaigns = list(campaigns)
    effects = live_effects(campaigns)
    mine = scope(user)
    inside = mine.inside()
    rows = CorrectionRow.objects.filter(campaign__in=[one.pk for one in campaigns], unit_id__in=inside)
    rows = rows.select_related("set_aside_by")
    rows_of: dict[int, list[CorrectionRow]] = defaultdict(list)
    for row in rows:
        rows_of[row.campaign_id].append(row)
    of_campaign: dict[int, set[int]] = defaultdict(set)
    through = CorrectionCampaign.effects.through.objects.filter(effect_id__in=effects)
    for campaign_id, effect_id in through.values_list("correctioncampaign_id", "effect_id"):
        of_campaign[campaign_id].add(effect_id)
    found = fallout(list(effects.values()), user, day_of(effects.values(), today), since=today)
    tasks = merged(tasks_in(found), *(policy_tasks(found, unit) for unit in {c.unit_id for c in campaigns}))
    again = _told_again(found, min((_day(one) for one in campaigns), default=today), user)
    names = unit_names(today, {row.unit_id for some in rows_of.values() for row in some})

    def is_open(row: CorrectionRow, campaign: CorrectionCampaign) -> bool:
        if row.set_aside_at:
            return False
        task = tasks.get((row.kind, row.unit_id, row.thing))
        if task is None or not task.causes & of_campaign[campaign.pk]:
            return False
        last = again.get((row.unit_id, row.thing)) if row.kind == Kind.TELL else None
        return last is None or last < _day(campaign)

    def line(row: CorrectionRow, campaign: CorrectionCampaign) -> Line:
        is_hers = mine.has_at(DOERS[Kind(row.kind)], row.unit_id)
        return Line(row, names.get(row.unit_id, ""), is_open(row, campaign), is_hers)

    return [
        Progress(one, [line(row, one) for row in rows_of[one.pk]], one.unit_id in inside) for one in campaigns
    ]


def merged(*some: Iterable[Task]) -> dict[tuple[str, int, int], Task]:
    """Tasks by key; one that is named twice (two versions of an edition) has the causes of both."""
    tasks: dict[tuple[str, int, int], Task] = {}
    for task in chain.from_iterable(some):
        known = tasks.setdefault(task.key, task)
        tasks[task.key] = replace(known, causes=known.causes | task.causes)
    return tasks


def tasks_in(found: Fallout) -> Iterator[Task]:
    """Everything that the fallout names, as one task a unit and thing."""

    def task(kind: Kind, unit: int, thing: int, version: EditionVersion, what: object, detail: str) -> Task:
        causes = found.causes.get(version.pk, frozenset())
        return Task(kind, unit, thing, str(what)[:300], detail[:400], causes)

    for airing in found.airings:
        when = f"{airing.local_start:%H:%M %d/%m/%Y}, bản {airing.version.number}"
        title = airing.version.edition.article.title
        yield task(Kind.STOP, airing.station.serves_id, airing.pk, airing.version, title, when)
    for one in found.displays:
        yield task(Kind.TAKE_DOWN, one.unit_id, one.pk, one.version, one, one.version.edition.article.title)
    for run in found.runs:
        left = f"Còn {run.left} tờ"  # type: ignore[attr-defined]  # annotated by visible_runs
        yield task(Kind.KEEP_BACK, run.unit_id, run.pk, run.version, run.version.edition.article, left)
    for version, hits in found.editions:
        says = ". ".join(dict.fromkeys(state.says for _, state in hits if state.says))
        unit = version.edition.article.unit_id
        yield task(Kind.REWRITE, unit, version.edition_id, version, version.edition, says)
    for question in found.answers:
        detail = f"Đã trả lời ngày {say(question.answered_on)}"
        causes = found.edition_causes[question.answer_id]
        yield Task(Kind.ANSWER, question.unit_id, question.pk, question.text[:300], detail, causes)
    yield from _tellings(found)


def policy_tasks(found: Fallout, unit_id: int) -> Iterator[Task]:
    """The policies to be read again, by the unit that leads."""
    for policy, state in found.policies:
        causes = frozenset(cause.pk for cause in state.causes)
        yield Task(Kind.POLICY, unit_id, policy.pk, str(policy)[:300], state.says[:400], causes)


def _tellings(found: Fallout) -> Iterator[Task]:
    """One task a unit and version of the old words; each line with its own bounds, never a sum."""
    lines: dict[tuple[int, int], list[Delivery]] = defaultdict(list)
    for line in found.told:
        if line.version_id:
            lines[line.unit_id, line.version_id].append(line)
    known = EditionVersion.objects.select_related("edition__article").in_bulk({v for _, v in lines})
    for (unit, version), some in lines.items():
        some.sort(key=lambda line: line.happened_on, reverse=True)
        said = "; ".join(_said(line) for line in some[:MOST_LINES])
        more = f"; và {len(some) - MOST_LINES} lượt trước đó" if len(some) > MOST_LINES else ""
        one = known[version]
        what = f"{one.edition}, bản {one.number}"
        yield Task(Kind.TELL, unit, version, what[:300], f"{said}{more}"[:400], found.causes[version])


def _said(line: Delivery) -> str:
    least, most = line.reach_low, line.reach_high
    if least is None and most is None:
        reach = "chưa biết bao nhiêu người"
    else:
        known = ("?" if bound is None else str(bound) for bound in (least, most))
        reach = "đến được " + " đến ".join(known)
    part = ", một phần" if line.outcome == Outcome.PARTIAL else ""
    return f"{say(line.happened_on)}{part}: {reach}"


def _told_again(found: Fallout, since: date, user: User) -> dict[tuple[int, int], date]:
    """(unit, version of the old words) -> the last day since when words that hold were told in its stead.

    In its stead: another version of the same article, or of the edition that replaced it.
    """
    old = {line.version_id for line in found.told if line.version_id}
    articles: dict[int, set[int]] = defaultdict(set)
    for pk, article, replaced_by in EditionVersion.objects.filter(pk__in=old).values_list(
        "pk", "edition__article_id", "edition__replaced_by__article_id"
    ):
        articles[article].add(pk)
        if replaced_by:
            articles[replaced_by].add(pk)
    lines = told(visible_deliveries(user)).filter(
        happened_on__gte=since, version__edition__article_id__in=articles
    )
    again: dict[tuple[int, int], date] = {}
    for unit, version, article, day in lines.order_by("happened_on").values_list(
        "unit_id", "version_id", "version__edition__article_id", "happened_on"
    ):
        if version not in found.causes:
            again.update({(unit, pk): day for pk in articles[article]})
    return again


def _day(campaign: CorrectionCampaign) -> date:
    return campaign.started_at.astimezone(VIETNAM).date()
