"""What makes units through time contradict themselves. Says everything that is wrong, not only the first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from lantoa.people.unit_records import KINDS, Succession, UnitVersion

Units = Mapping[str, Sequence[UnitVersion]]


class TimelineError(ValueError):
    """The units contradict each other. `problems`: one Vietnamese sentence for each contradiction."""

    def __init__(self, problems: list[str]):
        super().__init__("\n".join(problems))
        self.problems = problems


def problems_with_timeline(units: Units, successions: Iterable[Succession]) -> list[str]:
    """The contradictions among versions (by unit, in order of time) and successions; none: an empty list.

    Because the old unit must end the day before the new one begins, territory never passes in a circle.
    """
    steps = list(successions)
    return [
        *(p for listed in units.values() for p in _versions_of_a_unit(listed)),
        *_parents(units),
        *(p for step in steps for p in _one_succession(units, step)),
        *_same_step_twice(steps),
        *_uncounted_parts(steps),
    ]


def _say(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "chưa xác định"


def _versions_of_a_unit(listed: Sequence[UnitVersion]) -> Iterator[str]:
    for version in listed:
        named = f"Đơn vị {version.unit_id} ({version.full_name})"
        if version.kind not in KINDS:
            yield f"{named}: không có loại đơn vị “{version.kind}”."
        if not version.name.strip():
            yield f"Đơn vị {version.unit_id}: thiếu tên."
        if version.valid_from and version.valid_to and version.valid_to < version.valid_from:
            yield f"{named}: kết thúc {_say(version.valid_to)} trước khi bắt đầu {_say(version.valid_from)}."
    for before, after in zip(listed, listed[1:], strict=False):
        named = f"Đơn vị {after.unit_id}: “{before.full_name}” và “{after.full_name}”"
        if before.valid_to is None or after.valid_from is None or before.valid_to >= after.valid_from:
            yield f"{named} cùng có hiệu lực một ngày."
        elif before.gone_on != after.valid_from:
            yield f"{named} cách nhau một khoảng thời gian không có tên gọi nào."


def _parents(units: Units) -> Iterator[str]:
    for version in (v for listed in units.values() for v in listed):
        if version.parent_id is None:
            continue
        named = f"Đơn vị {version.unit_id} ({version.full_name})"
        if version.parent_id not in units:
            yield f"{named}: không có đơn vị cấp trên {version.parent_id}."
            continue
        above = units[version.parent_id]
        starts, ends = above[0].valid_from or date.min, above[-1].valid_to or date.max
        if (version.valid_from or date.min) < starts or ends < (version.valid_to or date.max):
            yield f"{named}: đơn vị cấp trên {version.parent_id} không có trong suốt thời gian này."
        # Parents change only where some version begins, so looking at each beginning sees every circle.
        if _lies_in_itself(units, version, version.valid_from or date.min):
            yield f"{named}: trực thuộc chính mình qua các cấp trên."


def _lies_in_itself(units: Units, version: UnitVersion, day: date) -> bool:
    above, seen = version.parent_id, set[str]()
    while above and above not in seen:
        if above == version.unit_id:
            return True
        seen.add(above)
        parent = next((v for v in units.get(above, ()) if v.covers(day)), None)
        above = parent.parent_id if parent else None
    return False


def _one_succession(units: Units, step: Succession) -> Iterator[str]:
    named = f"Kế thừa {step.from_id} → {step.to_id} ngày {_say(step.on)}"
    unknown = [one for one in (step.from_id, step.to_id) if one not in units]
    if unknown:
        yield f"{named}: không có đơn vị {', '.join(unknown)}."
        return
    old, new = units[step.from_id][-1], units[step.to_id][0]
    if old.gone_on != step.on:
        yield f"{named}: đơn vị cũ phải kết thúc đúng vào ngày trước đó, đang ghi {_say(old.valid_to)}."
    if new.valid_from != step.on:
        yield f"{named}: đơn vị mới phải bắt đầu đúng ngày này, đang ghi {_say(new.valid_from)}."
    counts = [count for count in (step.people, step.households) if count is not None]
    if any(count < 0 for count in counts):
        yield f"{named}: số dân, số hộ không được âm."
    if counts and not step.known:
        yield f"{named}: có số dân hoặc số hộ mà lại ghi là chưa biết tỷ lệ."
    if step.people is not None and step.households is not None and step.households > step.people:
        yield f"{named}: số hộ nhiều hơn số dân."


def _same_step_twice(steps: list[Succession]) -> Iterator[str]:
    for (old, new), count in Counter((s.from_id, s.to_id) for s in steps).items():
        if count > 1:
            yield f"Kế thừa {old} → {new} được ghi {count} lần."


def _uncounted_parts(steps: list[Succession]) -> Iterator[str]:
    parts: dict[str, list[Succession]] = defaultdict(list)
    for step in steps:
        parts[step.from_id].append(step)
    for old, taken in parts.items():
        if len(taken) < 2:
            continue
        for step in taken:
            if step.known and step.people is None and step.households is None:
                yield f"Kế thừa {old} → {step.to_id}: ghi là biết tỷ lệ của một phần mà không có số nào."
