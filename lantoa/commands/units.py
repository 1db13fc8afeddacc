"""`lantoa units` and `lantoa units successors`: units through time, without database or server.

Exit 0 done, 1 no such unit that day, 2 wrong use or a name that fits several units.
"""

import json
import sys
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lantoa.people import shipped
from lantoa.people.timeline import KINDS, TERRITORIES, Restatement, Timeline, UnitVersion

USAGE = """Cách dùng:
  lantoa units --on NGÀY [--within TÊN] [--kind LOẠI] [--json]
  lantoa units successors TÊN --from NGÀY [--to NGÀY] [--json]

NGÀY viết 2025-07-01 hoặc 01/07/2025. TÊN có thể kèm loại (“TP Biên Hòa”) và nơi trực thuộc
(“Tân Phong, TP Biên Hòa”), hoặc là mã định danh. LOẠI: """ + ", ".join(KINDS)
DONE, NOT_FOUND, WRONG_USE = 0, 1, 2


class _WrongUse(Exception):
    """A Vietnamese sentence that says what to write instead."""


@dataclass
class _Words:
    """The words of the command: options with a value, flags, and the rest."""

    options: dict[str, str]
    json: bool
    names: list[str]

    def day(self, option: str) -> date | None:
        text = self.options.get(option)
        if text is None:
            return None
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a legal date has no time zone
            except ValueError:
                continue
        raise _WrongUse(f"“{text}” không phải là ngày. Viết dạng 2025-07-01 hoặc 01/07/2025.")

    def needed_day(self, option: str) -> date:
        day = self.day(option)
        if day is None:
            raise _WrongUse(f"Thiếu {option} và một ngày, ví dụ: {option} 2025-07-01.")
        return day


def run(argv: list[str], timeline: Timeline | None = None) -> int:
    """Run the command on the shipped units, or on others, for instance those of the database."""
    notes = _Notes(known_area=timeline is None)
    known = timeline or shipped.load()
    if {"-h", "--help"} & set(argv):
        print(USAGE)
        return DONE
    try:
        if argv and argv[0] == "successors":
            return _successors(_read(argv[1:], {"--from", "--to"}), known, notes)
        return _units(_read(argv, {"--on", "--within", "--kind"}), known, notes)
    except _WrongUse as wrong:
        print(f"{wrong}\n\n{USAGE}", file=sys.stderr)
        return WRONG_USE


def _read(argv: list[str], with_value: set[str]) -> _Words:
    words = _Words({}, False, [])
    waiting = list(argv)
    while waiting:
        word = waiting.pop(0)
        option, equals, value = word.partition("=")
        if word == "--json":
            words.json = True
        elif option in with_value:
            if not equals and not waiting:
                raise _WrongUse(f"Thiếu giá trị sau {option}.")
            if option in words.options:
                raise _WrongUse(f"{option} được viết hai lần.")
            words.options[option] = value if equals else waiting.pop(0)
        elif word.startswith("-"):
            raise _WrongUse(f"Không có tùy chọn “{word}”.")
        else:
            words.names.append(word)
    return words


@dataclass(frozen=True)
class _Notes:
    """What a person should know about an answer; on standard error, never in the JSON."""

    known_area: bool  # the shipped units: only one area is known

    def about(self, day: date, *, wide: bool) -> None:
        if not self.known_area:
            return
        if wide:
            print(
                f"Lưu ý: chỉ có dữ liệu về {shipped.AREA}; các đơn vị khác của tỉnh chưa có.", file=sys.stderr
            )
        if day < shipped.ATTESTED_FROM:
            print(
                f"Lưu ý: trạng thái trước {shipped.ATTESTED_FROM:%d/%m/%Y} chưa kiểm chứng "
                "(không rõ các đơn vị có từ ngày nào).",
                file=sys.stderr,
            )


# -- lantoa units --------------------------------------------------------------------------------
def _units(words: _Words, timeline: Timeline, notes: _Notes) -> int:
    if words.names:
        raise _WrongUse(f"Không hiểu “{words.names[0]}”.")
    day = words.needed_day("--on")
    kind = words.options.get("--kind")
    if kind is not None and kind not in KINDS:
        raise _WrongUse(f"Không có loại “{kind}”. Chọn một trong: {', '.join(KINDS)}.")
    within = None
    if "--within" in words.options:
        found = timeline.find(words.options["--within"], day)
        if len(found) != 1:
            return _unclear(words.options["--within"], day, found, words, timeline)
        within = found[0]
    kinds = (kind,) if kind else TERRITORIES
    units = timeline.units_on(day, within.unit_id if within else None, kinds)
    if words.json:
        _print_json([_as_dict(unit, timeline, day) for unit in units])
    else:
        for unit in units:
            print(f"{unit.unit_id:<6} {unit.code or '-':<6} {unit.full_name}")
        print(f"{len(units)} đơn vị vào ngày {day:%d/%m/%Y}", file=sys.stderr)
    notes.about(day, wide=within is None or within.kind == "province")
    return DONE


def _as_dict(unit: UnitVersion, timeline: Timeline, day: date) -> dict[str, Any]:
    parent = timeline.version_on(unit.parent_id, day) if unit.parent_id else None
    return {
        "id": unit.unit_id,
        "name": unit.name,
        "kind": unit.kind,
        "code": unit.code or None,
        "parent": unit.parent_id,
        "parent_name": parent.name if parent else None,
        "urban": unit.urban,
        "valid_from": unit.valid_from.isoformat() if unit.valid_from else None,
        "valid_to": unit.valid_to.isoformat() if unit.valid_to else None,
        "legal_basis": unit.legal_basis or None,
    }


def _print_json(rows: list[dict[str, Any]]) -> None:
    print(json.dumps(rows, ensure_ascii=False, indent=2))


def _unclear(name: str, day: date, found: list[UnitVersion], words: _Words, timeline: Timeline) -> int:
    """A name that fits no unit (1) or several (2: the candidates are the answer)."""
    if not found:
        print(f"Ngày {day:%d/%m/%Y} không có đơn vị nào tên “{name}”.", file=sys.stderr)
        for other in timeline.find_ever(name):
            print(f"Tên này là của {other.full_name} {_while(other)}.", file=sys.stderr)
        return NOT_FOUND
    print(
        f"Tên “{name}” ứng với {len(found)} đơn vị vào ngày {day:%d/%m/%Y}. "
        "Viết kèm loại, nơi trực thuộc, hoặc dùng mã định danh ở đầu dòng.",
        file=sys.stderr,
    )
    if words.json:
        _print_json([_as_dict(unit, timeline, day) for unit in found])
    else:
        for unit in found:
            above = timeline.version_on(unit.parent_id, day) if unit.parent_id else None
            print(f"{unit.unit_id:<6} {unit.full_name}{', ' + above.full_name if above else ''}")
    return WRONG_USE


def _while(unit: UnitVersion) -> str:
    since = f"từ {unit.valid_from:%d/%m/%Y} " if unit.valid_from else ""
    until = f"đến hết {unit.valid_to:%d/%m/%Y}" if unit.valid_to else "đến nay"
    return since + until


# -- lantoa units successors ---------------------------------------------------------------------
def _successors(words: _Words, timeline: Timeline, notes: _Notes) -> int:
    if len(words.names) != 1:
        raise _WrongUse("Viết đúng một tên đơn vị; tên có dấu cách thì đặt trong dấu ngoặc kép.")
    name = words.names[0]
    from_day, to_day = words.needed_day("--from"), words.day("--to")
    if to_day and to_day < from_day:
        raise _WrongUse("Ngày --to phải từ ngày --from trở đi.")
    found = timeline.find(name, from_day)
    if len(found) != 1:
        return _unclear(name, from_day, found, words, timeline)
    rows = [
        _row(part, timeline, to_day or part.on or from_day)
        for part in timeline.successors(found[0].unit_id, from_day, to_day)
    ]
    if words.json:
        _print_json(rows)
    else:
        for row in rows:
            print(_line(row))
    notes.about(from_day, wide=False)
    return DONE


def _row(part: Restatement, timeline: Timeline, day: date) -> dict[str, Any]:
    unit = None
    if part.unit_id is not None:
        unit = timeline.version_on(part.unit_id, day) or timeline.newest(part.unit_id)
    return {
        "id": part.unit_id,
        "name": unit.name if unit else None,
        "on": part.on.isoformat() if part.on else None,
        "share": {
            "people": part.people,
            "households": part.households,
            "known": part.known,
            "whole": part.whole,
        },
        "resolution": part.resolution or None,
    }


def _line(row: dict[str, Any]) -> str:
    share = row["share"]
    counted = [
        f"{share[key]:,} {word}".replace(",", ".")
        for key, word in (("people", "người"), ("households", "hộ"))
        if share[key] is not None
    ]
    how_much = "toàn bộ" if share["whole"] else "một phần" if counted else "một phần, chưa rõ bao nhiêu"
    since = date.fromisoformat(row["on"]).strftime("từ %d/%m/%Y") if row["on"] else "không đổi"
    named = f"{row['id'] or '-':<6} {row['name'] or 'chưa rõ về đâu'}"
    return f"{named}: {since}, {', '.join([how_much, *counted])}" + (
        f" ({row['resolution']})" if row["resolution"] else ""
    )
