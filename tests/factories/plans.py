"""Plans for tests, made by the actions themselves, each step by the person whose work it is."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count

from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.people.models import Unit, User
from lantoa.plans import actions
from lantoa.plans.models import Channel, FundingSource, Plan, PlanItem
from lantoa.plans.queries import proposed_number
from lantoa.plans.reference import load_reference
from tests.factories.people import World

_scans = count(1)
TITLE = "Truyền thông giảm nghèo trên địa bàn thành phố Sông Phố"


def scan(name: str = "ban-ky.pdf") -> Upload:
    """A signed paper, as far as its first bytes tell; no two are the same."""
    return Upload(name, b"%PDF-1.7 signed " + str(next(_scans)).encode())


def channel(key: str = "dai-truyen-thanh-co-so") -> Channel:
    """A channel of the reference data, loaded when it is not there yet."""
    if not Channel.objects.exists():
        load_reference()
    return Channel.objects.get(key=key)


def writer_at(world: World, unit: Unit) -> User:
    """Who writes plans there."""
    return {world.ward.pk: world.tam, world.other_ward.pk: world.van}.get(unit.pk, world.minh)


def leader_at(world: World, unit: Unit) -> User:
    """Who signs plans there."""
    return {world.ward.pk: world.yen, world.other_ward.pk: world.oanh}.get(unit.pk, world.lan)


def clerk_at(world: World, unit: Unit) -> User:
    """Who numbers plans there: the wards of the tests have no clerk."""
    return {world.ward.pk: world.tam, world.other_ward.pk: world.van}.get(unit.pk, world.thu)


def plan(
    world: World,
    *,
    issued: bool = True,
    items: Sequence[Mapping[str, object]] = ({},),
    unit: Unit | None = None,
    number: str = "",
    on: date | None = None,
    **head: object,
) -> Plan:
    """The office's plan (or another unit's) with a source of 50 million and one item, issued or a draft.

    items: what each item says beyond the defaults of `item`. on: the day of issue (today).
    """
    unit = unit or world.office
    by = writer_at(world, unit)
    fields = {
        "symbol": "KH-PLĐXH",
        "head_title": "TRƯỞNG PHÒNG",
        "signing_mode": "KT.",
        "signer_title": "PHÓ TRƯỞNG PHÒNG",
        "signer_name": "Trần Ngọc Lan",
        **head,
    }
    made = actions.start_plan(
        unit, str(fields.pop("title", TITLE)), int(fields.pop("year", dates.today().year)), by=by, **fields
    )
    actions.add_part(made, "nguon", by=by, name="Ngân sách thành phố", amount_vnd=50_000_000)
    for one in items:
        item(world, made, **one)
    return issue(world, made, number=number, on=on) if issued else made


def item(world: World, of: Plan, *, amount_vnd: int | None = None, **fields: object) -> PlanItem:
    """An item on the loudspeaker for poor households; the city's names no ward, so it is for all of them."""
    by = writer_at(world, of.unit)
    said = {
        "title": "Phát thanh về thẻ bảo hiểm y tế",
        "channel": channel(),
        "audiences": [world.poor],
        "units": [of.unit] if of.unit_id == of.territory_id else [],
        **fields,
    }
    made = actions.add_item(of, by=by, **said)
    if amount_vnd is not None:
        actions.set_item_money(made, {source(of): amount_vnd}, by=by)
    return made


def source(of: Plan) -> FundingSource:
    """The plan's first source of money."""
    return of.funding_sources.order_by("order", "id").first()


def issue(
    world: World, made: Plan, *, number: str = "", on: date | None = None, on_paper: bool = False
) -> Plan:
    """Submit, sign and number a draft. on_paper: the leader signed the sheet, not in the system; so it is
    for a day gone by."""
    on = on or dates.today()
    on_paper = on_paper or on < dates.today()
    actions.submit_plan(made, by=writer_at(world, made.unit))
    if not on_paper:
        actions.sign_plan(made, by=leader_at(world, made.unit))
    return actions.record_issue(
        made,
        number or proposed_number(made.unit_id, on.year),
        on,
        scan() if on_paper else None,
        by=clerk_at(world, made.unit),
        symbol=made.symbol or "KH-UBND",
    )


def ward_plan(world: World, parent: Plan, ward: Unit | None = None, *, issued: bool = True) -> Plan:
    """A ward's plan that follows the city's."""
    ward = ward or world.ward
    made = actions.follow_plan(parent, ward, by=writer_at(world, ward))
    return issue(world, made) if issued else made
