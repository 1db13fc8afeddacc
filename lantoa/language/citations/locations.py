"""Places inside a document: điểm, khoản, Điều, Mục, Chương, Phần, Phụ lục, and how they bind.

Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.7: from small to large, "điểm a khoản 2 Điều 103 Mục 5 Chương XII
Phần I". A smaller unit binds to the nearest larger one on its right; real text also writes "Điều 5 khoản 2".
"""

import re
from dataclasses import dataclass, field, replace

from .units import APPENDIX, ARTICLE, CLAUSE, MOST, POINT, Unit, find_units
from .view import end_of

# "khoản 2/Điều 8", "Khoản 2 - Điều 8", "Điều 3 (khoản 2)": a sign where others write a blank.
_SIGN = re.compile(r"[ ]{0,2}(?:[-/]|\((?:tại |ở )?)[ ]{0,2}(?:các[ ])?")
_CLOSING = re.compile(r"[ ]?\)")
_BETWEEN = re.compile(
    r"[ ]{0,3}(?P<list>[,;]|,?[ ]?(?:và|hoặc|hay|cùng)[ ])?[ ]{0,2}(?:(?<=[;,à] )(?:sửa đổi|bổ sung"
    r"|bãi bỏ|thay thế)(?:, bổ sung)?[ ])?"
    r"(?:(?:tại|của|thuộc|vào|ở|trong|với|đối với|theo|quy định tại|sau|trước|từ|đến|cuối|đầu"
    r"|nêu tại)[ ]{1,2}){0,3}(?:các[ ](?=[đkmc]))?"
)


@dataclass(frozen=True, slots=True)
class Place:
    """One provision: the value of each level that was named."""

    levels: dict[int, str] = field(default_factory=dict)
    article_to: str | None = None
    this: int | None = None  # the level of "Điều này", "khoản này"


@dataclass(frozen=True, slots=True)
class Chain:
    """A list of units that belong together, at [start, end), with the places that it names."""

    start: int
    end: int
    places: tuple[Place, ...]
    has_article: bool
    closed: bool  # ends in "này": the citing text itself
    lone: bool  # a single unit word with nothing bound to it


def find_chains(plain: str, low: str) -> list[Chain]:
    """Every chain of units in the text, left to right."""
    units = find_units(plain, low)
    chains: list[Chain] = []
    group: list[Unit] = []
    seps: list[str] = []
    for unit in units:
        if group:
            sep = _separator(low, group[-1], unit)
            if sep is not None and not group[-1].this:
                group.append(unit)
                seps.append(sep)
                continue
            chains.append(_chain(low, group, seps))
        group, seps = [unit], []
    if group:
        chains.append(_chain(low, group, seps))
    return chains


def _separator(low: str, left: Unit, right: Unit) -> str | None:
    """ "" for a direct bond, "," for a list, None when the two do not belong together."""
    if right.start - left.end > 40 or right.start < left.end:
        return None if right.start - left.end > 40 else ""
    found = _BETWEEN.fullmatch(low, left.end, right.start)
    if not found:
        signed = left.level != right.level and _SIGN.fullmatch(low, left.end, right.start)
        return "" if signed and (left.level > right.level or "(" not in signed[0]) else None
    text = found[0].strip()
    if text.endswith(("sau", "trước")):
        return "after"
    return "," if found["list"] else ""


def _chain(low: str, units: list[Unit], seps: list[str]) -> Chain:
    # "bổ sung điểm b vào sau điểm a khoản 2": the anchor only says where, it is not what is cited.
    anchors = {
        number + 1
        for number, sep in enumerate(seps)
        if sep == "after" and units[number].level == units[number + 1].level
    }
    kept = [unit for number, unit in enumerate(units) if number not in anchors and unit.level]
    kept_seps = [
        sep for number, sep in enumerate(seps) if number + 1 not in anchors and units[number + 1].level
    ]
    if not units[0].level:
        kept_seps = kept_seps[1:] if len(kept_seps) >= len(kept) else kept_seps
    places = _bind(kept[-MOST:], kept_seps[-(MOST - 1) :] if len(kept) > 1 else [])
    start, end = units[0].start, units[-1].end
    opened = low.count("(", start, end) > low.count(")", start, end)
    return Chain(
        start,
        end_of(_CLOSING, low, end) if opened else end,
        tuple(places[:MOST]),
        any(unit.level == ARTICLE and not unit.this for unit in kept),
        units[-1].this,
        len(units) == 1,
    )


def _bind(units: list[Unit], seps: list[str]) -> list[Place]:
    """Each unit hangs on the nearest larger one to its right; an orphan hangs on the one to its left."""
    hosts = [_host(units, seps, at) for at in range(len(units))]
    addresses: dict[int, list[Place]] = {}
    # Levels grow along the hosts, so the largest first resolves every host before its guests.
    for at in sorted(range(len(units)), key=lambda at: -units[at].level):
        addresses[at] = _addresses(units[at], addresses, units, hosts[at], at)
    hosting = {host for host in hosts if host is not None}
    places: list[Place] = []
    for at, unit in enumerate(units):
        if at not in hosting:
            places += addresses[at]
        elif len(unit.values) > 1 and not unit.every:
            places += addresses[at][:-1] if (at > 0 and hosts.index(at) > at) else addresses[at][1:]
    return _unique(places)


def _host(units: list[Unit], seps: list[str], at: int) -> int | None:
    unit = units[at]
    left = units[at - 1] if at else None
    left_bound = left is not None and seps[at - 1] == "" and left.level > unit.level and not left.this
    if not (left_bound and at < len(seps) and seps[at] == ","):  # "Điều 5 khoản 2 và Điều 6": of Điều 5
        for step in range(at + 1, len(units)):
            if units[step].level == APPENDIX and seps[step - 1] == ",":
                break  # "Điều 8 và Phụ lục I": an article beside the annex, not of it
            if units[step].level > unit.level:
                return step
    if unit.level in (POINT, CLAUSE):
        for step in range(at - 1, -1, -1):
            if units[step].level > unit.level and not units[step].this:
                return step
    return None


def _addresses(
    unit: Unit, known: dict[int, list[Place]], units: list[Unit], host: int | None, at: int
) -> list[Place]:
    above = [Place()]
    if host is not None:
        above = known[host]
        if not units[host].every:
            above = above[:1] if host > at else above[-1:]
    if unit.this:
        return [replace(place, this=unit.level) for place in above]
    ends = dict(unit.ranges)
    return [
        Place({**place.levels, unit.level: value}, ends.get(value), place.this)
        for place in above
        for value in unit.values
    ]


def _unique(places: list[Place]) -> list[Place]:
    seen, kept = set(), []
    for place in places:
        key = (tuple(sorted(place.levels.items())), place.article_to, place.this)
        if key not in seen:
            seen.add(key)
            kept.append(place)
    return kept
