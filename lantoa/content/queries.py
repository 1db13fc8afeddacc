"""Questions to content: what may go out, what is suspect, what a person may see, what waits for her."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from lantoa.common import dates
from lantoa.content.models import (
    Approval,
    Article,
    Citation,
    Clearing,
    Edition,
    EditionVersion,
    VersionWriter,
)
from lantoa.content.rules.a_tick_carries_what_is_unchanged import CarriedTick, carried_ticks
from lantoa.content.rules.author_does_not_approve import Taken, is_two_people
from lantoa.content.rules.canonical_form import hash_now
from lantoa.content.rules.cited_words_are_current import ends, stopped_by
from lantoa.content.rules.office_approves_ward_signs import as_office_leader
from lantoa.content.rules.urgent_is_reviewed_after import flag
from lantoa.content.states import EditionState
from lantoa.content.terms import kinds_by_key
from lantoa.library.models import Effect, Provision
from lantoa.library.queries import may_not_stand, provisions_touched_by, state_of
from lantoa.library.rules.standing_of_a_citation import Pin, PinState
from lantoa.people.models import Duty, Role, User
from lantoa.people.queries import Scope, scope, tree, unit_names

LEADER_PASSED = Q(approvals__step=Approval.Step.LEADER, approvals__decision=Approval.Decision.PASSED)


# -- May it go out? ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Airable:
    """May one version be told on one day?

    reasons: Vietnamese sentences, worst first; empty when ok. ends_on: the first day on which a cited
    clause no longer holds (it may go out before, not from that day on); None when none is known.
    approved: checked and signed by a leader, and the text is still the one that was signed. suspect: a
    citation, not the approval, is what stops it. signed_wards: units whose leader signed. review_by: it was
    passed urgently and waits for its policy check until that day.
    """

    version_id: int
    edition_id: int
    ok: bool
    reasons: tuple[str, ...] = ()
    ends_on: date | None = None
    ends_says: str = ""
    approved: bool = False
    suspect: bool = False
    signed_wards: frozenset[int] = field(default_factory=frozenset)
    review_by: date | None = None

    @property
    def flag(self) -> str:
        """Duyệt gấp, chờ hậu kiểm trước 15/06/2025; "" for what was checked first."""
        return flag(self.review_by, dates.today())

    def at_ward(self, unit_id: int, name: str = "phường, xã") -> "Airable":
        """The same asked for the station of a ward whose own leader must have signed this very text."""
        if unit_id in self.signed_wards:
            return self
        says = f"Lãnh đạo {name} chưa duyệt phát bản này."
        return replace(self, ok=False, reasons=(*self.reasons, says))


def airable(
    items: Iterable[EditionVersion | Edition | int], day: date, needs_ward: Iterable[int] = ()
) -> dict[int, Airable]:
    """May these go out on `day`? Asked by every door on the way out; one answer a version, by version id.

    items: versions (or their ids), or editions, which stand for their newest approved version (else their
    newest). needs_ward: units whose leader must have signed too (all of them; for a list of mixed wards
    leave it empty and ask each answer `at_ward`). A constant number of queries for any list.
    """
    versions = {v.pk: v for v in with_all_that_is_signed(EditionVersion.objects.filter(pk__in=_ids(items)))}
    wards = list(needs_ward)
    names = unit_names(day, wards) if wards else {}
    approvals = _approvals_of({v.edition_id for v in versions.values()})
    writers = writers_of({v.edition_id for v in versions.values()})
    states = states_of([c for v in versions.values() for c in v.citations.all()], day)
    answers = {}
    for pk, version in versions.items():
        answer = _airable(
            version,
            approvals[version.edition_id],
            writers[version.edition_id],
            [states[c.pk] for c in version.citations.all()],
        )
        for ward in wards:
            answer = answer.at_ward(ward, names.get(ward, "phường, xã"))
        answers[pk] = answer
    return answers


def airable_one(item: EditionVersion | Edition | int, day: date, needs_ward: Iterable[int] = ()) -> Airable:
    """The single case of `airable`. Raises LookupError for an edition without a version."""
    for answer in airable([item], day, needs_ward).values():
        return answer
    raise LookupError(f"No version to ask about: {item}")


def airable_editions(editions: Iterable[Edition], day: date) -> dict[int, Airable]:
    """The same by edition id: of each its newest approved version, else its newest."""
    return {answer.edition_id: answer for answer in airable(editions, day).values()}


def _airable(
    version: EditionVersion, approvals: list[Approval], writer_ids: set[int], states: list[PinState]
) -> Airable:
    own = [a for a in approvals if a.version_id == version.pk and a.decision == Approval.Decision.PASSED]
    signed = hash_now(version)
    reasons = _approval_problems(version, own, signed)
    if any(a.version_id == version.pk and _is_refused_check(a) for a in approvals):
        reasons.append("Hậu kiểm bản này không đạt.")
    approved = not reasons
    newest = max((a for a in approvals if _is_leaders(a)), key=lambda a: a.version.number, default=None)
    if not reasons and newest and newest.version.number > version.number:
        reasons.append(f"Đã có bản {newest.version.number} được duyệt thay cho bản này.")
    if not is_two_people(writer_ids, [Taken(a.step, a.by_id) for a in approvals]):
        reasons.append("Người viết và người duyệt bản này không phải là những người khác nhau.")
    if version.edition.state == EditionState.WITHDRAWN:
        reasons.append(f"Bài đã rút: {version.edition.withdrawn_says}")
    stops = list(dict.fromkeys(says for state in states if (says := stopped_by(state))))
    ends_on, ends_says = ends(states)
    return Airable(
        version.pk,
        version.edition_id,
        not reasons and not stops,
        (*reasons, *stops),
        ends_on,
        ends_says,
        approved,
        bool(stops),
        frozenset(a.unit_id for a in own if a.step == Approval.Step.WARD_LEADER and a.sha256 == signed),
        None if reasons else _review_by(own),
    )


def _approval_problems(version: EditionVersion, passed: list[Approval], signed: str) -> list[str]:
    if version.submitted_at is None:
        return ["Bản này còn là bản nháp."]
    steps = {a.step: a for a in passed if a.step != Approval.Step.WARD_LEADER}
    if not is_passed(passed):
        return ["Bản này chưa được lãnh đạo duyệt."]
    if {version.sha256, *(a.sha256 for a in steps.values())} != {signed}:
        return ["Nội dung không còn khớp với mã mà lãnh đạo đã ký. Gửi duyệt lại."]
    return []


def is_passed(passed: Iterable[Approval]) -> bool:
    """Did a leader pass it after the policy check, or urgently before it? passed: of one version."""
    steps = {a.step: a for a in passed}
    leader = steps.get(Approval.Step.LEADER)
    return leader is not None and (Approval.Step.POLICY_CHECK in steps or leader.review_by is not None)


def _review_by(passed: Iterable[Approval]) -> date | None:
    """By when the check of an urgent approval is due; None when there is none or it was done."""
    steps = {a.step: a for a in passed}
    leader = steps.get(Approval.Step.LEADER)
    return leader.review_by if leader and Approval.Step.POLICY_CHECK not in steps else None


def _is_refused_check(approval: Approval) -> bool:
    return approval.step == Approval.Step.POLICY_CHECK and approval.decision == Approval.Decision.RETURNED


def _is_leaders(approval: Approval) -> bool:
    return approval.step == Approval.Step.LEADER and approval.decision == Approval.Decision.PASSED


def _ids(items: Iterable[EditionVersion | Edition | int]) -> set[int]:
    ids: set[int] = set()
    editions: set[int] = set()
    for item in items:
        if isinstance(item, Edition):
            editions.add(item.pk)
        else:
            ids.add(item if isinstance(item, int) else item.pk)
    if editions:
        ids |= set(current_version_ids(editions).values())
    return ids


def current_version_ids(edition_ids: Iterable[int]) -> dict[int, int]:
    """Edition id -> id of its newest approved version, else of its newest. Two queries."""
    newest, approved = _newest_and_approved(edition_ids)
    return newest | approved


def current_and_newest_ids(edition_ids: Iterable[int]) -> set[int]:
    """Of each edition the ids of its newest approved version (else its newest) and its newest one."""
    newest, approved = _newest_and_approved(edition_ids)
    return {*newest.values(), *approved.values()}


def _newest_and_approved(edition_ids: Iterable[int]) -> tuple[dict[int, int], dict[int, int]]:
    """Edition id -> id of its newest version, and of its newest approved one."""
    versions = EditionVersion.objects.filter(edition_id__in=list(edition_ids)).order_by("number")
    named = versions.values_list("edition_id", "pk")
    return dict(named), dict(named.filter(LEADER_PASSED))


def approved_versions() -> QuerySet[EditionVersion]:
    """The newest approved version of every edition that was not withdrawn. Whether it may go out on a day
    is asked of `airable`."""
    newer = EditionVersion.objects.filter(
        LEADER_PASSED, edition=OuterRef("edition"), number__gt=OuterRef("number")
    )
    return ever_approved_versions().filter(~Exists(newer)).exclude(edition__state=EditionState.WITHDRAWN)


def passed_for_wards(version_ids: Iterable[int]) -> Iterable[tuple[int, int]]:
    """(version id, unit id) of the wards whose own leader passed it for their station."""
    passed = Approval.objects.filter(step=Approval.Step.WARD_LEADER, decision=Approval.Decision.PASSED)
    return passed.filter(version_id__in=list(version_ids)).values_list("version_id", "unit_id")


def ever_approved_versions() -> QuerySet[EditionVersion]:
    """Every version that a leader once passed: what may be on paper somewhere, also withdrawn or replaced."""
    return EditionVersion.objects.filter(LEADER_PASSED).select_related("edition__article__unit")


def review_pending() -> QuerySet[EditionVersion]:
    """Versions that a leader passed urgently and nobody has checked since; withdrawn editions need no check.

    Each with `review_by`, the day by which it is due.
    """
    checked = Approval.objects.filter(step=Approval.Step.POLICY_CHECK, version=OuterRef("pk"))
    return (  # only a leader's passing opinion carries the day
        EditionVersion.objects.filter(~Exists(checked), approvals__review_by__isnull=False)
        .exclude(edition__state=EditionState.WITHDRAWN)
        .annotate(review_by=F("approvals__review_by"))
    )


def urgent_flags(of: str = "pk") -> dict[int, str]:
    """Version id (of: "edition_id" for editions) -> what to say of all that wait for their check after an
    urgent approval. One query; they are few."""
    waiting = review_pending().values_list(of, "review_by")
    return {pk: flag(day, dates.today()) for pk, day in waiting}


def with_all_that_is_signed(versions: QuerySet[EditionVersion]) -> QuerySet[EditionVersion]:
    """Fetch whatever the canonical form reads: five queries for any number of versions."""
    citations = Citation.objects.select_related("provision__document")
    return versions.select_related("edition__article").prefetch_related(
        Prefetch("citations", citations), "files", "edition__article__audiences", "edition__article__policies"
    )


# -- Citations and persons -----------------------------------------------------------------------


def states_of(
    citations: Iterable[Citation], day: date, supposing: Iterable[Effect] = ()
) -> dict[int, PinState]:
    """How citations stand on a day, by citation id. Four queries for any number.

    supposing: effects counted in as if they were recorded (a rehearsal).
    """
    citations = list(citations)
    cleared = _cleared(c.pk for c in citations)
    pins = [Pin(c.pk, c.provision_id, c.fingerprint, cleared[c.pk]) for c in citations]
    return {int(str(key)): state for key, state in state_of(pins, day, supposing).items()}


def _cleared(citation_ids: Iterable[int]) -> dict[int, frozenset[int]]:
    """Citation id -> ids of the causes that a person has cleared for it."""
    found: dict[int, frozenset[int]] = defaultdict(frozenset)
    rows = Clearing.objects.filter(citation_id__in=list(citation_ids))
    for citation_id, cause_id in rows.values_list("citation_id", "cause_id"):
        found[citation_id] |= {cause_id}
    return found


def writers_of(edition_ids: Iterable[int]) -> dict[int, set[int]]:
    """Edition id -> ids of all who wrote or edited any version of it."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = VersionWriter.objects.filter(edition_id__in=list(edition_ids))
    for edition_id, user_id in rows.values_list("edition_id", "user_id"):
        found[edition_id].add(user_id)
    return found


def steps_taken(edition: Edition) -> list[Taken]:
    """Every step that anybody took on any version of the edition."""
    rows = Approval.objects.filter(version__edition=edition).values_list("step", "by_id")
    return [Taken(step, by_id) for step, by_id in rows]


def steps_taken_by(user: User, edition_ids: Iterable[int]) -> dict[int, set[str]]:
    """Edition id -> the steps that this person took on any of its versions; none where she took none."""
    found: dict[int, set[str]] = defaultdict(set)
    taken = Approval.objects.filter(by=user, version__edition_id__in=list(edition_ids))
    for edition_id, step in taken.values_list("version__edition_id", "step"):
        found[edition_id].add(step)
    return dict(found)


def _approvals_of(edition_ids: Iterable[int]) -> dict[int, list[Approval]]:
    found: dict[int, list[Approval]] = defaultdict(list)
    rows = Approval.objects.filter(version__edition_id__in=list(edition_ids)).select_related("version")
    for approval in rows:
        found[approval.version.edition_id].append(approval)
    return found


def ticks_carried_to(version: EditionVersion, day: date) -> dict[str, CarriedTick]:
    """What of a version need not be judged again, by the name of its verdict: nothing of it has changed since
    it was found right. version: whole. A constant number of queries."""
    before = EditionVersion.objects.filter(
        edition_id=version.edition_id, number__lt=version.number, submitted_at__isnull=False
    )
    whole = with_all_that_is_signed(before).prefetch_related(
        Prefetch("approvals", Approval.objects.select_related("by"))
    )
    return carried_ticks(version, whole, states_of(version.citations.all(), day))


# -- Suspects ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Suspect:
    """A version that rests on words which no longer hold (or will end), with the citations that say so."""

    version: EditionVersion
    citations: tuple[tuple[Citation, PinState], ...]

    @property
    def edition(self) -> Edition:
        return self.version.edition


def suspects(day: date, mine: Scope, *, ending: bool = False, most: int | None = None) -> list[Suspect]:
    """Editions of the units inside a scope whose current version has a suspect (or unknown) citation.

    ending: also those that are good on the day but will end. most: only the first so many. A constant number
    of queries.
    """
    editions = Edition.objects.filter(article__unit_id__in=mine.inside()).exclude(
        state=EditionState.WITHDRAWN
    )
    return suspects_among(editions, day, ending=ending, most=most)


def suspects_among(
    editions: QuerySet[Edition] | Iterable[Edition],
    day: date,
    *,
    ending: bool = False,
    most: int | None = None,
) -> list[Suspect]:
    """The same for given editions: of each, its newest approved version and its newest one.

    Citations are judged by their bare facts, and only where a fact may speak against one; only those that
    are hit are fetched with what is shown.
    """
    states = _not_plainly_good(editions, day)
    wanted = {"suspect", "unknown", "ending_on"} if ending else {"suspect", "unknown"}
    hit = {one: state for one, state in states.items() if state.kind in wanted}
    current = current_and_newest_ids({one.edition_id for one in hit})
    first = sorted({(one.edition_id, one.version_id) for one in hit if one.version_id in current})[:most]
    versions = {version_id for _, version_id in first}
    shown = {one.pk: state for one, state in hit.items() if one.version_id in versions}
    return _with_names(shown)


def _with_names(shown: Mapping[int, PinState]) -> list[Suspect]:
    """The citations of these ids with their versions and provisions, each of those fetched once."""
    order = ("version__edition_id", "version__number", "block", "pk")
    citations = list(Citation.objects.filter(pk__in=shown).order_by(*order))
    law = Provision.objects.select_related("document").defer("words", "folded")
    provisions = {one.pk: one for one in law.filter(pk__in={c.provision_id for c in citations})}
    whole = EditionVersion.objects.select_related("edition__article").defer("canonical")
    versions = {one.pk: one for one in whole.filter(pk__in={c.version_id for c in citations})}
    found: dict[EditionVersion, list[tuple[Citation, PinState]]] = defaultdict(list)
    for citation in citations:
        citation.provision, citation.version = (
            provisions[citation.provision_id],
            versions[citation.version_id],
        )
        found[citation.version].append((citation, shown[citation.pk]))
    return [Suspect(version, tuple(some)) for version, some in found.items()]


class _Cited(NamedTuple):
    """The bare facts of a citation."""

    pk: int
    version_id: int
    edition_id: int
    provision_id: int
    fingerprint: str


def _not_plainly_good(editions: QuerySet[Edition] | Iterable[Edition], day: date) -> dict[_Cited, PinState]:
    """How the citations stand that a fact may speak against; those of the same words, cleared of the same
    causes, are judged once."""
    within = editions.values("pk") if isinstance(editions, QuerySet) else [e.pk for e in editions]
    names = ("pk", "version_id", "version__edition_id", "provision_id", "fingerprint")
    rows = Citation.objects.filter(version__edition__in=within).order_by().values_list(*names)
    cited = [_Cited(*row) for row in rows.filter(may_not_stand(day))]
    cleared = _cleared(one.pk for one in cited)
    facts = {one: (one.provision_id, one.fingerprint, cleared[one.pk]) for one in cited}
    states = state_of([Pin(fact, *fact) for fact in set(facts.values())], day)
    return {one: states[fact] for one, fact in facts.items()}


def citations_struck_by(
    supposing: Iterable[Effect], day: date
) -> dict[EditionVersion, list[tuple[Citation, PinState]]]:
    """Versions with the citations that supposed effects would put in doubt on a day (suspect or unknown).

    Every version that cites what they touch is asked, old ones too: they may hang or be on paper. A citation
    that stands badly already counts when a supposed effect is one more cause. Six queries.
    """
    supposing = list(supposing)
    supposed = {effect.pk for effect in supposing}
    citations = list(
        Citation.objects.filter(provisions_touched_by(supposing))
        .select_related("provision__document", "version__edition__article")
        .order_by("version_id", "pk")
    )
    states = states_of(citations, day, supposing)
    struck: dict[EditionVersion, list[tuple[Citation, PinState]]] = defaultdict(list)
    for one in citations:
        state = states[one.pk]
        if state.kind in ("suspect", "unknown") and supposed & {cause.pk for cause in state.causes}:
            struck[one.version].append((one, state))
    return struck


# -- What a person may see -----------------------------------------------------------------------


def visible_articles(user: User, day: date | None = None) -> QuerySet[Article]:
    """Articles of her units, and those of the levels above that have an approved edition."""
    mine = scope(user, day or dates.today())
    approved = EditionVersion.objects.filter(LEADER_PASSED, edition__article__unit_id__in=mine.above)
    return Article.objects.filter(
        Q(unit_id__in=mine.inside()) | Q(pk__in=approved.values("edition__article_id"))
    ).select_related("written_by", "plan_item")


def visible_editions(user: User, day: date | None = None) -> QuerySet[Edition]:
    """Editions of her units in any state, and approved ones of the levels above."""
    mine = scope(user, day or dates.today())
    approved = EditionVersion.objects.filter(LEADER_PASSED, edition__article__unit_id__in=mine.above)
    return Edition.objects.filter(
        Q(article__unit_id__in=mine.inside()) | Q(pk__in=approved.values("edition_id"))
    ).select_related("article")


def visible_versions(user: User, day: date | None = None) -> QuerySet[EditionVersion]:
    """Versions of her units, and the approved versions (no drafts, no returned ones) of the levels above."""
    mine = scope(user, day or dates.today())
    approved = EditionVersion.objects.filter(LEADER_PASSED, edition__article__unit_id__in=mine.above)
    return EditionVersion.objects.filter(
        Q(edition__article__unit_id__in=mine.inside()) | Q(pk__in=approved.values("pk"))
    ).select_related("edition__article", "created_by", "submitted_by")


# -- What waits for a person ---------------------------------------------------------------------


def to_check(user: User, day: date | None = None) -> QuerySet[EditionVersion]:
    """Submitted versions that she may check: over their unit as a checker, and not written by her."""
    mine = scope(user, day or dates.today())
    return _waiting(user, mine.inside(Role.POLICY_CHECKER), EditionState.SUBMITTED)


def to_review(user: User, day: date | None = None) -> QuerySet[EditionVersion]:
    """Passed urgently, waiting for the check that she may do: neither written nor signed by her."""
    mine = scope(user, day or dates.today())
    took = Approval.objects.filter(by=user).exclude(step=Approval.Step.POLICY_CHECK)
    return (
        review_pending()
        .filter(edition__article__unit_id__in=mine.inside(Role.POLICY_CHECKER))
        .exclude(edition_id__in=VersionWriter.objects.filter(user=user).values("edition_id"))
        .exclude(edition_id__in=took.values("version__edition_id"))
        .select_related("edition__article")
        .order_by("review_by", "pk")
    )


def overdue_reviews(day: date) -> QuerySet[EditionVersion]:
    """Passed urgently, and not checked before the day that was set."""
    return review_pending().filter(approvals__review_by__lte=day).select_related("edition__article")


def to_approve(user: User, day: date | None = None) -> QuerySet[EditionVersion]:
    """Checked versions of units that she covers as a leader, not written nor checked by her."""
    mine = scope(user, day or dates.today())
    return _without_other_steps(
        _waiting(user, as_office_leader(mine).inside(), EditionState.CHECKED), user, [Approval.Step.LEADER]
    )


def to_agree(user: User, day: date | None = None) -> QuerySet[EditionVersion]:
    """Checked versions that her further steps might be asked for; which of them do, and whose turn it is,
    `terms` says."""
    mine = scope(user, day or dates.today())
    kinds = [kind for kind in kinds_by_key().values() if any(duty.role == kind.role for duty in mine.duties)]
    units: set[int] = set()
    for kind in kinds:
        held = {duty.unit_id for duty in mine.duties if duty.role == kind.role}
        if kind.seat_id is None:
            units |= held
        elif kind.seat_id in held:
            units |= mine.inside(Role(kind.role))
    keys = [kind.key for kind in kinds]
    return _without_other_steps(_waiting(user, units, EditionState.CHECKED), user, keys)


def _without_other_steps(
    versions: QuerySet[EditionVersion], user: User, steps: Iterable[str]
) -> QuerySet[EditionVersion]:
    others = Approval.objects.filter(by=user).exclude(step__in=steps)
    return versions.exclude(edition__versions__approvals__in=others)


def returned_to(user: User) -> QuerySet[Edition]:
    """Editions that came back to her, as one of their writers."""
    return Edition.objects.filter(state=EditionState.RETURNED, writers__user=user).select_related("article")


def to_sign_for_ward(ward_id: int) -> QuerySet[EditionVersion]:
    """Newest approved versions, not withdrawn, that this ward's leader has not signed. Callers narrow them
    to what the ward may see and wants to air."""
    signed = Approval.objects.filter(
        step=Approval.Step.WARD_LEADER, decision=Approval.Decision.PASSED, unit_id=ward_id
    )
    return approved_versions().exclude(pk__in=signed.values("version_id"))


def leaders_over(unit_id: int, day: date) -> QuerySet[User]:
    """Who may approve as a leader what this unit writes, on a day."""
    duties = Duty.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        role=Role.APPROVER,
        valid_from__lte=day,
        user__is_active=True,
    )
    everything = tree()
    mine = (Scope(d.user, day, (d,), everything) for d in duties.select_related("user", "unit"))
    ids = {one.user.pk for one in mine if unit_id in as_office_leader(one).inside()}
    return User.objects.filter(pk__in=ids)


def _waiting(user: User, unit_ids: set[int], state: EditionState) -> QuerySet[EditionVersion]:
    wrote = VersionWriter.objects.filter(user=user).values("edition_id")
    newest = EditionVersion.objects.filter(
        submitted_at__isnull=False, edition__state=state, edition__article__unit_id__in=unit_ids
    ).order_by("number")
    ids = dict(newest.values_list("edition_id", "pk")).values()
    return (
        EditionVersion.objects.filter(pk__in=list(ids))
        .exclude(edition_id__in=wrote)
        .select_related("edition__article__written_by", "submitted_by")
        .order_by("submitted_at")
    )
