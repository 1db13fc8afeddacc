"""A ward writes its plan after the city's (mục II.3)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import must_hold
from lantoa.people.models import Unit, User
from lantoa.people.queries import scope, wards_within
from lantoa.plans.actions.copying import SKELETON, basis_on, copy_item, copy_parts, issuer_in_words
from lantoa.plans.actions.doing import locked
from lantoa.plans.actions.drafting import new_draft
from lantoa.plans.models import LegalBasis, Plan, Recipient
from lantoa.plans.names_of_the_day import NamesOfTheDay
from lantoa.plans.permissions import may_write
from lantoa.plans.queries import items_in_force, visible_plans, ward_plan_of
from lantoa.plans.rules.ward_plan_follows_city_plan import problems_with_following


@transaction.atomic
def follow_plan(parent: Plan, unit: Unit, *, by: User) -> Plan:
    """A draft for a ward: the city plan's audiences, topics and channels, and its items for this ward.

    How many, when, where and for how much stays open: that is the ward's own to say. The words of the city's
    sections are not copied: they speak of the city's office.
    """
    if not may_write(by, unit.pk) or not visible_plans(by).filter(pk=parent.pk).exists():
        raise PermissionDenied
    parent = locked(parent.pk)  # two officers of one ward wait here for each other
    day = dates.today()
    wards = {version.unit_id for version in wards_within(parent.territory_id, day)}
    must_hold(problems_with_following(parent, unit.pk, wards, ward_plan_of(parent, unit.pk)))
    ward = unit.name_on(day)
    plan = new_draft(
        unit,
        parent.year,
        by,
        title=_for_the_ward(parent, ward),
        programme=parent.programme,
        parent=parent,
        due_on=parent.wards_due_on,
        on_behalf_of="",
        signing_mode=Plan.SigningMode.TM,
        head_title="ỦY BAN NHÂN DÂN",
        signer_title="CHỦ TỊCH",
    )
    plan.save()
    LegalBasis.objects.create(plan=plan, **basis_on(parent))
    copy_parts(parent, plan, SKELETON)
    area = scope(by).tree.below(unit.pk)  # the ward and the wards whose territory it took over
    for item in items_in_force(parent):
        named = {place.pk for place in item.units.all()}
        if not named or named & area:  # an item that names no place is for the whole territory
            copy_item(item, plan, [unit])
    for order, name in enumerate((NamesOfTheDay(parent, day).in_text(issuer_in_words(parent)), "Lưu: VT")):
        Recipient.objects.create(plan=plan, order=order, name=name)
    audit.log(by, "follow_plan", plan, unit_id=unit.pk, parent=parent.pk)
    return plan


def _for_the_ward(parent: Plan, ward: str) -> str:
    """The title with the ward's name where the city's stood."""
    territory = parent.territory.name_on(parent.issued_on)
    return parent.title.replace(territory, ward)
