"""What every verb does first: take the edition under lock, and ask whether this step is open."""

from django.core.exceptions import PermissionDenied

from lantoa.common import dates
from lantoa.common.problems import Problem, must_hold, refuse
from lantoa.content.models import Approval, Citation, Edition, EditionVersion, VersionWriter
from lantoa.content.permissions import checks_at, leads_at
from lantoa.content.queries import steps_taken, with_all_that_is_signed, words_going_out, writers_of
from lantoa.content.rules.author_does_not_approve import problems_with_step
from lantoa.content.rules.canonical_form import hash_now
from lantoa.content.rules.cited_words_are_current import problems_with_words
from lantoa.content.rules.every_claim_is_cited import problems_with_claims
from lantoa.content.rules.within_channel_limit import problems_with_length
from lantoa.content.states import TRANSITIONS, EditionState
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.people.models import Unit, User
from lantoa.people.queries import openly_named
from lantoa.people.rules.no_household_named import problems_with_names

DEED = {
    "submit": "gửi kiểm tra",
    "check": "kiểm tra",
    "agree": "đồng ý",
    "approve": "duyệt",
    "bypass": "duyệt gấp",
    "return": "trả lại",
    "revise": "soạn bản mới",
    "withdraw": "rút",
}


SIGNS_AT = {Approval.Step.POLICY_CHECK: checks_at, Approval.Step.LEADER: leads_at}


def locked(edition_id: int) -> Edition:
    """The edition, held until the transaction ends, so that two people never take one step."""
    return Edition.objects.select_for_update().get(pk=edition_id)


def whole(version_id: int) -> EditionVersion:
    """The version as its rows stand now, with everything that is signed."""
    return with_all_that_is_signed(EditionVersion.objects.filter(pk=version_id)).get()


def newest(edition: Edition) -> EditionVersion:
    """The newest version of an edition, whole."""
    return whole(edition.versions.order_by("-number").values_list("pk", flat=True)[0])


def step_is_open(edition: Edition, verb: str, version: EditionVersion | None = None) -> None:
    """Refuse a verb that the state does not allow, or that names a version which is not the newest."""
    before, _ = TRANSITIONS[verb]
    if edition.state not in before:
        label = EditionState(edition.state).label.lower()
        refuse("wrong_step", f"Không {DEED[verb]} được vì bản này đang là “{label}”. Mở lại trang để xem.")
    if version and version.number != edition.versions.order_by("-number")[0].number:
        refuse("not_newest", f"Không {DEED[verb]} được bản {version.number} vì đã có bản mới hơn.")


def move(edition: Edition, verb: str) -> None:
    """Set the state that the verb leads to."""
    edition.state = TRANSITIONS[verb][1]
    edition.save(update_fields=["state"])


def text_problems(version: EditionVersion, states: list[PinState]) -> list[Problem]:
    """Everything about the text that stops both its sending and its approval."""
    cited = {c.block for c in version.citations.all()}
    return [
        *problems_with_claims(version.blocks, cited),
        *problems_with_length(version.edition.kind, version.text),
        *problems_with_names(words_going_out(version), version.person_named_why, openly_named()),
        *problems_with_words(states),
    ]


def same_text(version: EditionVersion, seen_sha256: str = "") -> str:
    """The hash of the version now; refuses when it is not what was sent, or not what the person saw."""
    now = hash_now(version)
    if now != version.sha256:
        refuse("hash_differs", "Nội dung không còn khớp với bản đã gửi. Soạn bản mới và gửi lại.")
    if seen_sha256 and seen_sha256 != now:
        refuse("hash_differs", "Anh chị đang xem một bản khác với bản sắp ký. Mở lại trang rồi ký.")
    return now


def has_reason(why: str, says: str, field: str = "reason") -> str:
    """The typed reason, trimmed; refuses an empty one."""
    why = why.strip()
    must_hold([] if why else [Problem("reason_missing", says, field)])
    return why


def has_block(version: EditionVersion, block: int) -> None:
    """Refuse a passage that this version does not have."""
    if block not in {b["id"] for b in version.blocks}:
        refuse("no_such_block", "Đoạn này không có trong bản đang xem. Mở lại trang.", "block")


def new_version(
    edition: Edition, number: int, by: User, like: EditionVersion | None = None
) -> EditionVersion:
    """An open version: empty, or a copy of another with its files and citations as they are pinned there."""
    version = EditionVersion.objects.create(
        edition=edition,
        number=number,
        blocks=like.blocks if like else [],
        spoken=like.spoken if like else "",
        dialect=like.dialect if like else "south",
        person_named_why=like.person_named_why if like else "",
        created_by=by,
        created_at=dates.now(),
    )
    if like:
        version.files.set(like.files.all())
        copies = list(like.citations.all())
        for copy in copies:
            copy.pk, copy.id, copy.version = None, None, version
            copy._state.adding = True
        Citation.objects.bulk_create(copies)
    return version


def record_writer(edition: Edition, user: User) -> None:
    """She wrote in this edition, from now on and for good."""
    VersionWriter.objects.get_or_create(edition=edition, user=user, defaults={"first_at": dates.now()})


def open_to(
    version: EditionVersion, by: User, verb: str, step: str, unit: Unit | None = None
) -> tuple[Edition, EditionVersion, Unit]:
    """Lock, rights, state, persons. Returns the edition, the whole version, and where she signs.

    unit: where she signs a further step; for check and leader it follows from her duties.
    """
    edition = locked(version.edition_id)
    unit = unit or SIGNS_AT[Approval.Step(step)](by, edition)
    if unit is None:
        raise PermissionDenied
    version = whole(version.pk)
    step_is_open(edition, verb, version)
    must_hold(problems_with_step(by.pk, step, writers_of([edition.pk])[edition.pk], steps_taken(edition)))
    return edition, version, unit
