"""Invented law for tests: documents, provisions, effects, policies. Nothing here is real law."""

from datetime import date
from itertools import count

from lantoa.common import dates
from lantoa.library.actions import mark_checked
from lantoa.library.models import (
    Document,
    Effect,
    Instruction,
    Policy,
    PolicyBasis,
    PolicyParameter,
    PovertyStandard,
    Provision,
    Topic,
)
from lantoa.library.search.keeping import keep_searchable
from lantoa.people.models import AudienceKind, User

_numbers = count(1)
IN_FORCE = date(2022, 1, 1)
PREFIX = {"điều": "art", "khoản": "para", "điểm": "point", "chương": "chp", "mục": "sec", "phần": "part"}
KIND = {
    "điều": Provision.Kind.ARTICLE,
    "khoản": Provision.Kind.CLAUSE,
    "điểm": Provision.Kind.POINT,
    "chương": Provision.Kind.CHAPTER,
    "mục": Provision.Kind.SECTION,
    "phần": Provision.Kind.PART,
}


def topic(key: str = "y-te", name: str = "Y tế") -> Topic:
    return Topic.objects.get_or_create(key=key, defaults={"name": name})[0]


def document(
    kind: str = "Nghị định", number: str = "", year: int | None = 2021, symbol: str = "NĐ-CP", **more: object
) -> Document:
    """A document in force since 01/01/2022, checked. `unknown=True`: its day of effect is not known."""
    number = number or str(900 + next(_numbers))
    unknown = more.pop("unknown", False)
    fields: dict[str, object] = {
        "issuer": "Chính phủ",
        "title": f"Quy định thử số {number}",
        "issued_on": date(2021, 12, 1),
        "effective_on": None if unknown else IN_FORCE,
        "checked_on": IN_FORCE,
        "recorded_at": dates.now(),
        **more,
    }
    return Document.objects.create(kind=kind, number=number, year=year, symbol=symbol, **fields)


def seen_by(checker: User, *documents: Document) -> None:
    """Another person than the writers looked at them again: what was recorded about them may go out."""
    for one in documents:
        if not one.source:
            Document.objects.filter(pk=one.pk).update(source="Công báo thử")
        mark_checked(one, by=checker)


def provision(
    of: Document,
    place: str = "Điều 1",
    words: str = "Hộ nghèo được hỗ trợ toàn bộ mức đóng.",
    parent: Provision | None = None,
    heading: str = "",
) -> Provision:
    """One provision: "Điều 3", "khoản 2", "điểm a" (under `parent`, or under the parts named in `place`).

    "khoản 2 Điều 3" makes Điều 3 where it is missing.
    """
    parts = place.split()
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    for word, number in reversed(pairs[1:]):  # the larger parts come last in Vietnamese
        eid = _eid(parent, word, number)
        parent = of.provisions.filter(eid=eid).first() or _make(of, parent, word, number, "", "")
    made = _make(of, parent, *pairs[0], words, heading)
    keep_searchable([of.pk])
    return made


def _eid(parent: Provision | None, word: str, number: str) -> str:
    own = f"{PREFIX[word.lower()]}_{'dd' if number == 'đ' else number}"
    return f"{parent.eid}__{own}" if parent else own


def _make(
    of: Document, parent: Provision | None, word: str, number: str, words: str, heading: str
) -> Provision:
    return Provision.objects.create(
        document=of,
        parent=parent,
        eid=_eid(parent, word, number),
        kind=KIND[word.lower()],
        number=number,
        heading=heading,
        words=words,
        order=of.provisions.count(),
    )


def effect(
    on_what: Document | Provision,
    on: date | None,
    kind: str = Effect.Kind.REPLACE,
    **more: object,
) -> Effect:
    """A change of a document or a provision from a day (None: the day is not known)."""
    target = on_what if isinstance(on_what, Provision) else None
    return Effect.objects.create(
        kind=kind,
        document=target.document if target else on_what,
        provision=target,
        on=on,
        recorded_at=dates.now(),
        **more,
    )


def instruction(on_what: Document, place: str = "khoản 9 Điều 9", **more: object) -> Instruction:
    """What another paper tells to change in a document, at a place that is not held."""
    fields: dict[str, object] = {
        "source": document(),
        "document": on_what,
        "place": f"{place} {on_what}",
        "state": Instruction.State.READ,
        "says": f"Lời văn {on_what} trong kho không có {place}.",
        "stated": {"words": f"Bãi bỏ {place}.", "relation": "bai_bo", "on": "", "new_words": ""},
        **more,
    }
    return Instruction.objects.create(**fields)


def policy(
    published: bool = True,
    bases: list[Provision] | None = None,
    audiences: list[AudienceKind] | None = None,
    by: User | None = None,
    **more: object,
) -> Policy:
    """A policy with one basis of its own unless `bases` are given; published and checked, or a draft."""
    on = IN_FORCE if published else None
    fields: dict[str, object] = {
        "title": f"Chính sách thử {next(_numbers)}",
        "benefit": "Được cấp thẻ, nhà mình không phải đóng tiền.",
        "state": Policy.State.PUBLISHED if published else Policy.State.DRAFT,
        "checked_on": on,
        "checked_by": by if published else None,
        "written_by": by,
        **more,
    }
    made = Policy.objects.create(topic=fields.pop("topic", None) or topic(), **fields)
    made.audiences.set(audiences or [])
    for one in bases if bases is not None else [provision(document())]:
        basis(made, one)
    return made


def basis(of: Policy, rests_on: Provision, pinned_on: date = IN_FORCE) -> PolicyBasis:
    """Pin a policy to the present words of a provision."""
    return PolicyBasis.objects.create(
        policy=of, provision=rests_on, fingerprint=rests_on.fingerprint, pinned_on=pinned_on
    )


def parameter(of: Policy, value: str = "100.000 đồng một tháng", **more: object) -> PolicyParameter:
    """A checked amount of a policy, of no period unless one is given."""
    fields: dict[str, object] = {"name": "Mức hỗ trợ", "reference": "Điều 1", "verified": True, **more}
    return PolicyParameter.objects.create(policy=of, value=value, **fields)


def standard(category: AudienceKind, upto: int | None = 1_500_000, **more: object) -> PovertyStandard:
    """A checked line of the whole country for rural areas since 01/01/2022, of three deprivations or more."""
    fields: dict[str, object] = {
        "area": "rural",
        "deprived_from": 3,
        "valid_from": IN_FORCE,
        "reference": "Điều 3 Nghị định thử",
        "checked_on": IN_FORCE,
        **more,
    }
    return PovertyStandard.objects.create(category=category, income_upto_vnd=upto, **fields)
