"""Approved messages and lines of the ledger for tests. Everything is invented."""

from datetime import date, datetime, time, timedelta
from itertools import count

from lantoa.common.dates import VIETNAM
from lantoa.content.models import (
    Approval,
    Article,
    Citation,
    Edition,
    EditionKind,
    EditionVersion,
    VersionWriter,
)
from lantoa.content.rules.canonical_form import canonical_form, canonical_text, sha256_of
from lantoa.content.states import EditionState
from lantoa.deliveries.actions import record_delivery
from lantoa.deliveries.models import Delivery, Outcome
from lantoa.library.models import Policy, Provision
from lantoa.people.models import AudienceKind, Unit
from lantoa.plans.models import Channel, CountingUnit
from tests.factories import library
from tests.factories.people import World
from tests.factories.pictures import picture

_numbers = count(1)
APPROVED_ON = date(2025, 1, 2)
PNG = picture("loa phường", kind="PNG")
PDF = b"%PDF-1.4 so phat thanh"


def noon(day: date, hour: int = 12, minute: int = 0) -> datetime:
    """An instant of a day in Vietnam."""
    return datetime.combine(day, time(hour, minute), tzinfo=VIETNAM)


def channel(key: str = "dai-phuong", medium: str = Channel.Medium.BROADCAST, name: str = "") -> Channel:
    counting = CountingUnit.objects.get_or_create(name="lượt phát")[0]
    defaults = {"name": name or f"Kênh {key}", "medium": medium, "counting_unit": counting}
    return Channel.objects.get_or_create(key=key, defaults=defaults)[0]


def version(
    world: World,
    *,
    title: str = "",
    policies: list[Policy] | None = None,
    audiences: list[AudienceKind] | None = None,
    cites: list[Provision] | None = None,
    kind: str = EditionKind.RADIO,
    approved: bool = True,
    approved_on: date = APPROVED_ON,
    wards: tuple[Unit, ...] = (),
    territory: Unit | None = None,
) -> EditionVersion:
    """A version by Bình, checked by Hùng, approved by Lan (and by the leaders of `wards`), all on one day."""
    at = noon(approved_on)
    cites = [library.provision(library.document())] if cites is None else cites
    kinds = audiences or [world.poor]
    article = Article.objects.create(
        title=title or f"Bài thử {next(_numbers)}",
        unit=world.culture,
        territory=territory or world.city,
        written_by=world.binh,
        written_at=at,
    )
    article.audiences.set(kinds)
    article.policies.set(policies if policies is not None else [library.policy(audiences=kinds)])
    state = EditionState.APPROVED if approved else EditionState.SUBMITTED
    edition = Edition.objects.create(article=article, kind=kind, state=state)
    VersionWriter.objects.create(edition=edition, user=world.binh, first_at=at)
    made = EditionVersion.objects.create(
        edition=edition,
        number=1,
        blocks=[{"id": 1, "text": "Bà con được cấp thẻ miễn phí.", "no_source_why": ""}],
        spoken="Bà con được cấp thẻ miễn phí.",
        created_by=world.binh,
        created_at=at,
    )
    for one in cites:
        Citation.objects.create(
            version=made, block=1, provision=one, fingerprint=one.fingerprint, pinned_on=approved_on
        )
    submit(made, world, at)
    if approved:
        approve(made, world, approved_on, wards)
    return made


def submit(made: EditionVersion, world: World, at: datetime) -> None:
    """Sign the canonical form, as submission does."""
    text = canonical_text(canonical_form(EditionVersion.objects.get(pk=made.pk)))
    made.submitted_by, made.submitted_at = world.binh, at
    made.canonical, made.sha256 = text, sha256_of(text)
    made.save()


def approve(made: EditionVersion, world: World, on: date, wards: tuple[Unit, ...] = ()) -> None:
    """Hùng checks, Lan approves, the leaders of the wards sign for their own stations."""
    _pass(made, Approval.Step.POLICY_CHECK, world.office, world.hung, on)
    _pass(made, Approval.Step.LEADER, world.office, world.lan, on)
    for ward in wards:
        sign_for_ward(made, world, ward, on)


def sign_for_ward(made: EditionVersion, world: World, ward: Unit, on: date = APPROVED_ON) -> None:
    leader = world.yen if ward == world.ward else world.oanh
    _pass(made, Approval.Step.WARD_LEADER, ward, leader, on)


def _pass(made: EditionVersion, step: str, unit: Unit, by: object, on: date) -> None:
    Approval.objects.create(
        version=made,
        step=step,
        decision=Approval.Decision.PASSED,
        unit=unit,
        by=by,
        at=noon(on),
        sha256=made.sha256,
    )


def delivery(world: World, **more: object) -> Delivery:
    """Tâm records, on the day itself, that an approved message reached the poor of her ward."""
    defaults: dict[str, object] = {
        "unit": world.ward,
        "channel": channel(),
        "what": "Phát bài thẻ bảo hiểm",
        "happened_on": date(2025, 3, 10),
        "outcome": Outcome.DONE,
        "by": world.tam,
    }
    if "version" not in more and "policies" not in more:
        defaults["version"] = version(world)
    if more.get("outcome", Outcome.DONE) != Outcome.DONE:
        defaults["outcome_why"] = "Mất điện."
    return record_delivery(**(defaults | more))


def tomorrow(day: date) -> date:
    return day + timedelta(days=1)
