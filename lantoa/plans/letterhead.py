"""Tiêu đề giấy tờ: whose name stands over a paper of today that tells of a plan of yesterday.

What the plan's own paper says holds as long as the offices that it names still bear their names. An office
that has ended signs nothing any more: its successor does.
"""

from dataclasses import dataclass, field
from datetime import date

from lantoa.people.models import Unit, UnitVersion
from lantoa.people.queries import ORGANISATIONS, carriers_on
from lantoa.plans.models import Plan
from lantoa.plans.names_of_the_day import NamesOfTheDay
from lantoa.plans.signature import Signature, lines_of

HEAD = "THỦ TRƯỞNG ĐƠN VỊ"
COMMITTEE = "ỦY BAN NHÂN DÂN"


@dataclass(frozen=True)
class Letterhead:
    """What stands over and under a paper. unit: whose paper it is; None where nobody is known to carry on."""

    unit: Unit | None
    superior: str = ""
    issuer: str = ""
    place: str = ""
    signer_lines: list[str] = field(default_factory=lambda: [HEAD])
    signer_name: str = ""


def letterhead_on(plan: Plan, day: date) -> Letterhead:
    """The letterhead of a paper written on a day about this plan."""
    there = carriers_on(plan.unit_id, day)
    if len(there) != 1:
        return Letterhead(None)
    (version,) = there
    if version.unit_id != plan.unit_id:
        lines = [HEAD] if version.kind in ORGANISATIONS else [f"TM. {COMMITTEE}", "CHỦ TỊCH"]
        return Letterhead(version.unit, *_by_name(version, day), lines)
    block = Signature(plan.on_behalf_of, plan.signing_mode, plan.head_title, plan.signer_title)
    signer = (lines_of(block) or [HEAD], plan.signer_name)
    if plan.issuer_name and _bears_its_names(plan, day):
        named = NamesOfTheDay(plan, day).in_text
        return Letterhead(
            version.unit, named(plan.superior_name), named(plan.issuer_name), plan.place, *signer
        )
    superior, issuer, place = _by_name(version, day)
    return Letterhead(version.unit, superior, issuer, plan.place or place, *signer)


def _by_name(version: UnitVersion, day: date) -> tuple[str, str, str]:
    """Superior, issuer and place as the names of a day make them."""
    if version.kind not in ORGANISATIONS:
        return "", f"{COMMITTEE} {version.full_name}".upper(), version.name
    parent = version.parent.version_on(day) if version.parent else None
    superior = f"{COMMITTEE} {parent.full_name}".upper() if parent else ""
    return superior, version.full_name.upper(), parent.name if parent else ""


def _bears_its_names(plan: Plan, day: date) -> bool:
    """Do the unit and what it lies under have the names that they had when the plan was issued?"""
    then = plan.unit.version_on(plan.issued_on or day)
    now = plan.unit.version_on(day)
    if then is None or now is None or then.full_name != now.full_name:
        return False
    return _name_of(then.parent, plan.issued_on or day) == _name_of(now.parent, day)


def _name_of(unit: Unit | None, day: date) -> str:
    return unit.name_on(day) if unit else ""
