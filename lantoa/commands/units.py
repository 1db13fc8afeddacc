"""`lantoa units` and `lantoa units successors`: the shipped units, without database or server."""

import argparse
import json
import sys
from datetime import date, datetime
from typing import Any, NoReturn

from lantoa.people import shipped
from lantoa.people.timeline import TERRITORIES, Timeline, UnitVersion

KINDS = ("province", "city", "ward", "commune", "office", "station", "quarter")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        print(f"Dùng sai lệnh: {message}\n{self.format_usage()}", file=sys.stderr)
        raise SystemExit(2)


def _day(text: str) -> date:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a legal date has no time zone
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"“{text}” không phải là ngày. Viết dạng 2025-07-01 hoặc 01/07/2025.")


def _as_dict(version: UnitVersion, timeline: Timeline, day: date) -> dict[str, Any]:
    parent = timeline.version_on(version.parent_id, day) if version.parent_id else None
    return {
        "id": version.unit_id,
        "name": version.name,
        "kind": version.kind,
        "code": version.code or None,
        "parent": version.parent_id,
        "parent_name": parent.name if parent else None,
        "urban": version.urban,
        "valid_from": version.valid_from.isoformat() if version.valid_from else None,
        "valid_to": version.valid_to.isoformat() if version.valid_to else None,
        "legal_basis": version.legal_basis or None,
    }


def run(argv: list[str], timeline: Timeline | None = None) -> int:
    """Exit 0 done, 1 no such unit, 2 wrong use or a name that fits several units."""
    timeline = timeline or shipped.load()
    try:
        if argv and argv[0] == "successors":
            return _successors(argv[1:], timeline)
        return _units(argv, timeline)
    except SystemExit as end:
        return int(end.code or 0)


def _units(argv: list[str], timeline: Timeline) -> int:
    parser = _Parser(prog="lantoa units", description="Các đơn vị vào một ngày.")
    parser.add_argument("--on", type=_day, required=True, metavar="NGÀY")
    parser.add_argument("--within", metavar="TÊN", help="chỉ các đơn vị nằm trong đơn vị này")
    parser.add_argument("--kind", choices=KINDS, action="append")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    within = None
    if options.within is not None:
        found = timeline.find(options.within, options.on)
        if len(found) != 1:
            return _unclear(options.within, found, options, timeline)
        within = found[0].unit_id
    units = timeline.units_on(options.on, options.kind or TERRITORIES, within)
    if options.json:
        print(json.dumps([_as_dict(u, timeline, options.on) for u in units], ensure_ascii=False, indent=2))
    else:
        for unit in units:
            print(f"{unit.unit_id}  {unit.code or '-----':<6} {unit.full_name}")
        print(f"{len(units)} đơn vị ngày {options.on:%d/%m/%Y}", file=sys.stderr)
    return 0


def _unclear(name: str, found: list[UnitVersion], options: argparse.Namespace, timeline: Timeline) -> int:
    day = getattr(options, "on", None) or options.from_day
    if not found:
        print(
            f"Không có đơn vị nào tên “{name}” vào ngày {day:%d/%m/%Y} trong dữ liệu hiện có.",
            file=sys.stderr,
        )
        return 1
    print(
        f"Tên “{name}” ứng với {len(found)} đơn vị. Ghi rõ hơn, ví dụ “{found[0].full_name}”.",
        file=sys.stderr,
    )
    if options.json:
        print(json.dumps([_as_dict(u, timeline, day) for u in found], ensure_ascii=False, indent=2))
    else:
        for unit in found:
            print(f"{unit.unit_id}  {unit.full_name}")
    return 2


def _successors(argv: list[str], timeline: Timeline) -> int:
    parser = _Parser(prog="lantoa units successors", description="Địa bàn của một đơn vị đã chuyển về đâu.")
    parser.add_argument("name", metavar="TÊN")
    parser.add_argument("--from", dest="from_day", type=_day, required=True, metavar="NGÀY")
    parser.add_argument("--to", dest="to_day", type=_day, metavar="NGÀY")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    if options.to_day and options.to_day < options.from_day:
        print("Ngày --to phải từ ngày --from trở đi.", file=sys.stderr)
        return 2
    found = timeline.find(options.name, options.from_day)
    if len(found) != 1:
        return _unclear(options.name, found, options, timeline)
    rows = []
    for part in timeline.successors(found[0].unit_id, options.from_day, options.to_day):
        day = options.to_day or part.on or options.from_day
        version = timeline.version_on(part.unit_id, day) or timeline.newest(part.unit_id)
        rows.append(
            {
                "id": part.unit_id,
                "name": version.name,
                "on": part.on.isoformat() if part.on else None,
                "share": {"people": part.people, "households": part.households, "known": part.known},
                "resolution": part.resolution or None,
            }
        )
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            share = row["share"]
            people = f"{share['people']} người" if share["people"] is not None else "chưa rõ số người"
            print(
                f"{row['id']}  {row['name']}  từ {row['on'] or 'không đổi'}  ({people})  {row['resolution'] or ''}"
            )
    return 0
