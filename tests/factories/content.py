"""Articles and editions for tests, made by the actions themselves, each by the person whose work it is."""

from collections.abc import Iterable, Sequence

from lantoa.content import actions
from lantoa.content.models import Article, Edition, EditionKind, EditionVersion
from lantoa.library.models import Policy, Provision
from lantoa.people.models import Unit, User
from tests.factories import library
from tests.factories.people import World

TEXT = "Hộ nghèo được cấp thẻ bảo hiểm y tế và không phải đóng tiền."


def again(user: User) -> User:
    """The same person, asked afresh: without the scope that was kept on the object."""
    return User.objects.get(pk=user.pk)


def article(
    world: World, *, policies: Sequence[Policy] = (), by: User | None = None, **more: object
) -> Article:
    """Written by Bình at the culture division, for poor and near-poor households, on one published policy."""
    by = by or world.binh
    return actions.write_article(
        str(more.pop("title", "Thẻ bảo hiểm y tế cho hộ nghèo")),
        more.pop("unit", world.culture),
        more.pop("audiences", [world.poor, world.near_poor]),
        list(policies) or [library.policy()],
        by=by,
        **more,
    )


def verdicts(version: EditionVersion, returned: str = "") -> list[actions.Verdict]:
    """Everything right; or, with words, the first thing sent back with them."""
    cited = {c.block for c in version.citations.all()}
    given = [actions.Verdict(True, citation=c.pk) for c in version.citations.all()]
    given += [actions.Verdict(True, block=b["id"]) for b in version.blocks if b["id"] not in cited]
    if returned:
        given[0] = actions.Verdict(False, returned, given[0].citation, given[0].block)
    return given


def draft(
    world: World,
    *,
    kind: str = EditionKind.RADIO,
    of: Article | None = None,
    provisions: Sequence[Provision] | None = None,
    texts: Sequence[str] = (TEXT,),
    by: User | None = None,
) -> Edition:
    """An edition whose every block cites a provision: those given, else the basis of the first policy."""
    of = of or article(world, by=by)
    by = by or of.written_by
    if provisions is None:
        provisions = [of.policies.get().bases.get().provision]
    edition = actions.add_edition(of, kind, by=by)
    cited = [provisions[min(n, len(provisions) - 1)] for n in range(len(texts))]
    blocks = [actions.Block(text, provisions=[one]) for text, one in zip(texts, cited, strict=True)]
    actions.save_draft(edition, blocks, by=by)
    edition.refresh_from_db()
    return edition


def edition(
    world: World,
    *,
    submitted: bool = True,
    checked: bool = True,
    approved: bool = True,
    ward_approved: Iterable[Unit] = (),
    **more: object,
) -> Edition:
    """An edition carried as far as asked: checked by Hùng, approved by Lan, signed by wards' leaders."""
    made = draft(world, **more)
    if submitted:
        carry(world, made, checked=checked, approved=approved, ward_approved=ward_approved)
    made.refresh_from_db()
    return made


def carry(
    world: World,
    made: Edition,
    *,
    checked: bool = True,
    approved: bool = True,
    ward_approved: Iterable[Unit] = (),
) -> EditionVersion:
    """Take the open draft of an edition through the steps."""
    version = actions.submit(made, by=made.writers.order_by("id").last().user)
    if checked or approved:
        actions.check(version, verdicts(version), by=world.hung)
    if approved:
        actions.approve(version, by=world.lan)
    leaders = {world.ward.pk: world.yen, world.other_ward.pk: world.oanh}
    for ward in ward_approved:
        actions.approve_for_ward(version, ward, by=leaders[ward.pk])
    version.refresh_from_db()
    return version


def version_of(made: Edition) -> EditionVersion:
    """Its newest version."""
    return made.versions.order_by("number").last()
