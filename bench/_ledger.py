"""An invented office of full size, written in bulk: wards, policies, editions with citations, the ledger."""

import random
from datetime import date, datetime, timedelta
from typing import Any

from bench._rows import count_on_from, write

SEED = 2035
FIRST, DAYS = date(2032, 1, 1), 1096  # three years, up to the end of 2034
TODAY = date(2034, 12, 20)
WARDS, POLICIES, DOCUMENTS, PROVISIONS = 120, 40, 300, 6_000
AT_ONCE = 5_000
WARDS_OF_AN_EDITION = 10  # each airs it some six times within a month


def load(world: Any, editions: int, citations: int, deliveries: int) -> None:
    """Fill the database of this run. The same for the same sizes."""
    chance = random.Random(SEED)
    wards = _wards(world)
    kinds = _kinds(wards, chance)
    provisions = _law(world)
    policies = _policies(provisions, kinds, chance)
    versions = _versions(world, policies, kinds, provisions, editions, citations, chance)
    _ledger(world, wards, versions, deliveries, chance)


def _wards(world: Any) -> list[Any]:
    from lantoa.people.models import UnitKind
    from tests.factories.people import unit

    more = [unit(f"Thử {n:03}", "phường", UnitKind.WARD, world.city, is_urban=True) for n in range(WARDS - 3)]
    return [world.ward, world.other_ward, world.third_ward, *more]


def _kinds(wards: list[Any], chance: random.Random) -> list[Any]:
    from lantoa.people.models import AudienceKind, AudienceSize

    for n in range(5):
        AudienceKind.objects.create(key=f"nhom-{n}", name=f"Nhóm {n}", group="household", order=10 + n)
    kinds = list(AudienceKind.objects.order_by("pk"))
    AudienceSize.objects.bulk_create(
        AudienceSize(
            unit=ward, kind=kind, count=chance.randint(20, 600), counted_on=FIRST, source="Rà soát thử"
        )
        for ward in wards
        for kind in kinds
    )
    return kinds


def _law(world: Any) -> list[tuple[int, str]]:
    from bench import _law
    from bench._library_graph import load as load_law
    from lantoa.library.models import Provision

    load_law(_law.documents(DOCUMENTS, PROVISIONS, 60), world.minh)
    return list(Provision.objects.order_by("pk").values_list("pk", "fingerprint"))


def _policies(provisions: list[tuple[int, str]], kinds: list[Any], chance: random.Random) -> list[Any]:
    from lantoa.library.models import Provision
    from tests.factories import library

    found = []
    for _ in range(POLICIES):
        base = Provision.objects.get(pk=chance.choice(provisions)[0])
        found.append(library.policy(audiences=chance.sample(kinds, 2), bases=[base]))
    return found


def _versions(
    world: Any,
    policies: list[Any],
    kinds: list[Any],
    provisions: list[tuple[int, str]],
    editions: int,
    citations: int,
    chance: random.Random,
) -> list[tuple[int, date, list[int], list[int]]]:
    """(version id, its month, policy ids, audience ids). Two editions an article, all approved."""
    from lantoa.content.models import (
        Approval,
        Article,
        Citation,
        Edition,
        EditionVersion,
        VersionWriter,
    )
    from lantoa.content.states import EditionState
    from tests.factories.deliveries import noon

    at = noon(FIRST)
    articles = Article.objects.bulk_create(
        [
            Article(
                title=f"Bài {n}",
                unit=world.culture,
                territory=world.city,
                written_by=world.binh,
                written_at=at,
            )
            for n in range(editions // 2)
        ],
        AT_ONCE,
    )
    subjects = []
    for _ in articles:
        policy = chance.choice(policies)
        own = [kind.pk for kind in policy.audiences.all()]
        second = chance.choice(policies).pk
        subjects.append((sorted({policy.pk, second} if chance.random() < 0.2 else {policy.pk}), sorted(own)))
    for through, name, which in (
        (Article.policies.through, "policy_id", 0),
        (Article.audiences.through, "audiencekind_id", 1),
    ):
        through.objects.bulk_create(
            [
                through(article_id=article.pk, **{name: pk})
                for article, subject in zip(articles, subjects, strict=True)
                for pk in subject[which]
            ],
            AT_ONCE,
        )
    made = Edition.objects.bulk_create(
        [
            Edition(article=articles[n // 2], kind=("radio", "banner")[n % 2], state=EditionState.APPROVED)
            for n in range(editions)
        ],
        AT_ONCE,
    )
    VersionWriter.objects.bulk_create(
        [VersionWriter(edition=one, user=world.binh, first_at=at) for one in made], AT_ONCE
    )
    versions = EditionVersion.objects.bulk_create(
        [
            EditionVersion(
                edition=one,
                number=1,
                blocks=[{"id": 1, "text": "Bà con được hỗ trợ.", "no_source_why": ""}],
                spoken="Bà con được hỗ trợ.",
                created_by=world.binh,
                created_at=at,
            )
            for one in made
        ],
        AT_ONCE,
    )
    Citation.objects.bulk_create(
        [
            Citation(
                version=versions[n % editions],
                block=1 + n // editions,
                provision_id=pk,
                fingerprint=mark,
                pinned_on=FIRST,
            )
            for n in range(citations)
            for pk, mark in [provisions[(n * 7919) % len(provisions)]]
        ],
        AT_ONCE,
    )
    signed = _submit(versions, world.binh, at)  # once submitted, nothing more can be cited
    Approval.objects.bulk_create(
        [
            Approval(
                version=one, step=step, decision=Approval.Decision.PASSED, unit=world.office, by=by, at=at,
                sha256=signed[one.pk],
            )
            for one in versions
            for step, by in (
                (Approval.Step.POLICY_CHECK, world.hung),
                (Approval.Step.LEADER, world.lan),
            )
        ],
        AT_ONCE,
    )  # fmt: skip
    months = [date(2032 + n // 12, n % 12 + 1, 1) for n in range(36)]
    return [(version.pk, chance.choice(months), *subjects[n // 2]) for n, version in enumerate(versions)]


def _submit(versions: list[Any], by: Any, at: datetime) -> dict[int, str]:
    """Send all versions to be checked; version id -> the hash that approval signs."""
    from django.db import connection

    from lantoa.content.models import EditionVersion
    from lantoa.content.queries import with_all_that_is_signed
    from lantoa.content.rules.canonical_form import canonical_form, canonical_text, sha256_of

    table = connection.ops.quote_name(EditionVersion._meta.db_table)
    sent = f"UPDATE {table} SET submitted_by_id=%s, submitted_at=%s, canonical=%s, sha256=%s WHERE id=%s"
    signed: dict[int, str] = {}
    for first in range(0, len(versions), AT_ONCE):
        ids = [one.pk for one in versions[first : first + AT_ONCE]]
        whole = with_all_that_is_signed(EditionVersion.objects.filter(pk__in=ids))
        texts = {one.pk: canonical_text(canonical_form(one)) for one in whole}
        signed |= {pk: sha256_of(text) for pk, text in texts.items()}
        with connection.cursor() as cursor:
            cursor.executemany(sent, [(by.pk, at, text, signed[pk], pk) for pk, text in texts.items()])
    return signed


def _ledger(
    world: Any,
    wards: list[Any],
    versions: list[tuple[int, date, list[int], list[int]]],
    deliveries: int,
    chance: random.Random,
) -> None:
    from lantoa.common.models import LedgerCounter
    from lantoa.deliveries.actions import LEDGER
    from lantoa.deliveries.models import Delivery, Outcome
    from lantoa.plans.models import Channel
    from tests.factories.deliveries import channel, noon

    media = [Channel.Medium.BROADCAST, Channel.Medium.BROADCAST, *Channel.Medium]
    channels = [channel(f"kenh-{n}", medium) for n, medium in enumerate(media[:8])]
    each = -(-deliveries // len(versions))
    lines: list[tuple] = []
    named: list[tuple[int, list[int], list[int]]] = []
    position, at_noon = 0, {one: noon(one) for one in _days()}
    for version_id, month, policies, audiences in versions:
        over = chance.choice(channels)
        at_wards = chance.sample(wards, WARDS_OF_AN_EDITION)
        for n in range(each):
            position += 1
            day, low = month + timedelta(days=chance.randint(0, 27)), chance.randint(0, 30)
            outcome, why = (Outcome.NOT_DONE, "Mất điện.") if chance.random() < 0.02 else (Outcome.DONE, "")
            told = (at_wards[n % len(at_wards)].pk, over.pk, version_id, "Phát bài", day, outcome, why)
            reach = (low, low + chance.randint(0, 200))
            lines.append(
                (
                    position,
                    position,
                    *told,
                    *reach,
                    world.tam.pk,
                    at_noon[day],
                    "",
                    "",
                    outcome == Outcome.DONE,
                )
            )
            named.append((position, policies, audiences))
        if len(lines) >= 200_000:
            _write(lines, named)
            lines, named = [], []
    _write(lines, named)
    count_on_from(Delivery)
    LedgerCounter.objects.update_or_create(name=LEDGER, defaults={"last": position})


def _days() -> list[date]:
    return [FIRST + timedelta(days=n) for n in range(DAYS)]


def _write(lines: list[tuple], named: list[tuple[int, list[int], list[int]]]) -> None:
    from lantoa.deliveries.models import Delivery, Evidence

    names = (
        "id", "position", "unit", "channel", "version", "what", "happened_on", "outcome", "outcome_why",
        "reach_low", "reach_high", "recorded_by", "recorded_at", "note", "correction_why", "counts",
    )  # fmt: skip
    write(Delivery, names, lines)
    for through, name, which in (
        (Delivery.policies.through, "policy", 1),
        (Delivery.audiences.through, "audiencekind", 2),
    ):
        write(through, ("delivery", name), ((one[0], pk) for one in named for pk in one[which]))
    proofs = ((line[0], "register", 3, line[12], "Sổ phát") for line in lines if line[0] % 3 == 0)
    write(Evidence, ("delivery", "kind", "grade", "added_at", "note"), proofs)
