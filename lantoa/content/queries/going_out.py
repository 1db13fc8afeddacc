"""May it go out? Asked by every door on the way out, for the day on which it would go."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from lantoa.common import dates
from lantoa.content.models import Approval, Edition, EditionVersion
from lantoa.content.queries.suspects import states_of
from lantoa.content.queries.versions import current_version_ids, with_all_that_is_signed, writers_of
from lantoa.content.rules.author_does_not_approve import Taken, is_two_people
from lantoa.content.rules.canonical_form import hash_now
from lantoa.content.rules.cited_words_are_current import ends, stopped_by
from lantoa.content.rules.urgent_is_reviewed_after import flag
from lantoa.content.states import EditionState
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.people.queries import unit_names


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


def _approvals_of(edition_ids: Iterable[int]) -> dict[int, list[Approval]]:
    found: dict[int, list[Approval]] = defaultdict(list)
    rows = Approval.objects.filter(version__edition_id__in=list(edition_ids)).select_related("version")
    for approval in rows:
        found[approval.version.edition_id].append(approval)
    return found
