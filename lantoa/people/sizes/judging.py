"""Each figure of a table becomes new, a correction, unchanged, or rejected with its reason."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lantoa.common import dates
from lantoa.common.numbers import read_whole
from lantoa.paper.sheets import Formula, Value
from lantoa.people.models import AudienceKind, AudienceSize, User
from lantoa.people.places import Places
from lantoa.people.scope import COUNTERS, scope
from lantoa.people.sizes.table import Figure, Table, words_of

MOST_COUNT = 10_000_000
LONGEST_SOURCE = 300
FIRST_YEAR = 2000
NO_DAY = date.min  # of a rejected figure
TOTAL = re.compile(r"^(tong( cong| so)?|cong|toan (thanh pho|tinh|huyen|phuong|xa|dia ban))\b")
_UNIT_WORD = re.compile(r"\s*(hộ|người)$", re.IGNORECASE)


class State(StrEnum):
    NEW = "new"
    CORRECTED = "corrected"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Judged:
    """One figure with what becomes of it. says: why it is rejected. before: the count that it corrects."""

    figure: Figure
    state: State
    says: str = ""
    unit_id: int = 0
    unit_name: str = ""
    kind_id: int = 0
    kind_name: str = ""
    count: int = 0
    day: date = NO_DAY
    source: str = ""
    size_id: int | None = None
    before: int | None = None

    @property
    def key(self) -> tuple[int, int, date, str]:
        return self.unit_id, self.kind_id, self.day, self.source


@dataclass(frozen=True)
class Account:
    """read = accepted + unchanged + rejected; accepted = new + corrected."""

    read: int
    new: int
    corrected: int
    unchanged: int
    rejected: int

    @property
    def accepted(self) -> int:
        return self.new + self.corrected


@dataclass(frozen=True)
class Reading:
    """All figures of a table, judged, in the order of the file."""

    table: Table
    rows: tuple[Judged, ...]

    @property
    def account(self) -> Account:
        counts = dict.fromkeys(State, 0)
        for row in self.rows:
            counts[row.state] += 1
        return Account(
            len(self.rows), counts[State.NEW], counts[State.CORRECTED],
            counts[State.UNCHANGED], counts[State.REJECTED],
        )  # fmt: skip

    def of(self, *states: str) -> list[Judged]:
        return [row for row in self.rows if row.state in states]


class Wrong(Exception):
    """A figure cannot be taken; str() says why."""


def group_names() -> dict[str, str]:
    """Folded name or key of each group -> its name. One query."""
    return {words: kind.name for words, kind in _groups().items()}


def _groups() -> dict[str, AudienceKind]:
    kinds = list(AudienceKind.objects.all())
    by_key = {words_of(kind.key): kind for kind in kinds}
    return by_key | {words_of(kind.name): kind for kind in kinds}


def judge(table: Table, *, by: User, counted_on: date | None = None, source: str = "") -> Reading:
    """What becomes of each figure. counted_on, source: of rows that do not say. A handful of queries."""
    today = dates.today()
    bench = _Bench(by, counted_on, source.strip(), today)
    rows = [bench.judge(figure) for figure in table.figures]
    rows = _without_contradictions(rows)
    return Reading(table, tuple(_against_what_is_known(rows)))


class _Bench:
    """What every figure is held against, read once."""

    def __init__(self, by: User, counted_on: date | None, source: str, today: date):
        self.places = Places()
        self.mine = scope(by).inside(*COUNTERS)
        self.groups = _groups()
        self.counted_on, self.source, self.today = counted_on, source, today

    def judge(self, figure: Figure) -> Judged:
        try:
            if TOTAL.match(words_of(figure.unit)) and not figure.code:
                raise Wrong("Dòng tổng cộng không nhập, để khỏi tính hai lần.")
            day = self._day(figure.day)
            unit_id, unit_name = self._unit(figure, day)
            kind = self._kind(figure.kind)
            source = self._source(figure.source)
            if figure.merged:
                raise Wrong(
                    "Ô số lượng bị gộp qua nhiều dòng nên không rõ của đơn vị nào. Bỏ gộp, ghi từng dòng."
                )
            count = count_of(figure.count)
        except Wrong as wrong:
            return Judged(figure, State.REJECTED, str(wrong))
        return Judged(figure, State.NEW, "", unit_id, unit_name, kind.pk, kind.name, count, day, source)

    def _day(self, value: Value) -> date:
        day = self.counted_on if value is None else day_of(value)
        if day is None:
            raise Wrong("Thiếu ngày của số liệu. Ghi ở cột “Số liệu ngày”, dạng 31/12/2025.")
        if day > self.today:
            raise Wrong(f"Ngày {dates.say(day)} chưa đến. Xem lại ngày của số liệu.")
        if day.year < FIRST_YEAR:
            raise Wrong(f"Ngày {dates.say(day)} quá xa. Xem lại năm.")
        return day

    def _unit(self, figure: Figure, day: date) -> tuple[int, str]:
        found = self.places.find(figure.unit, figure.code, day)
        if isinstance(found, str):
            raise Wrong(found)
        if found.unit_id not in self.mine:
            raise Wrong(f"Anh chị không được giao ghi số liệu của {found.full_name}.")
        return found.unit_id, found.full_name

    def _kind(self, typed: str) -> AudienceKind:
        if not typed:
            raise Wrong("Thiếu nhóm đối tượng.")
        kind = self.groups.get(words_of(typed))
        if kind is None:
            names = ", ".join(dict.fromkeys(one.name for one in self.groups.values()))
            raise Wrong(f"Không có nhóm “{typed[:60]}”. Các nhóm: {names}.")
        return kind

    def _source(self, typed: str) -> str:
        source = typed or self.source
        if not source:
            raise Wrong("Thiếu nguồn số liệu, ví dụ: Kết quả rà soát cuối năm 2025.")
        if len(source) > LONGEST_SOURCE:
            raise Wrong(f"Nguồn số liệu dài quá {LONGEST_SOURCE} ký tự. Hãy viết gọn lại.")
        return source


def count_of(value: Value) -> int:
    """A count as typed: 1250, 1.250, "1 250 hộ". Raises Wrong, which says how to write it."""
    if value is None:
        raise Wrong("Chưa có số lượng.")
    if isinstance(value, Formula):
        raise Wrong("Ô số lượng là công thức chưa có kết quả. Mở tệp bằng Excel, lưu lại, hoặc ghi thẳng số.")
    if isinstance(value, date):
        raise Wrong("Ô số lượng đang là ngày. Đổi định dạng ô rồi ghi lại số.")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, float):
        raise Wrong(
            f"Số lượng {str(value).replace('.', ',')} không phải số nguyên. Ghi dạng 1250 hoặc 1.250."
        )
    if isinstance(value, str):
        number = read_whole(_UNIT_WORD.sub("", value.strip()))
        if number is None or "," in value:  # in a sheet of unknown origin 1,250 may be a decimal
            raise Wrong(f"“{value[:40]}” không phải số lượng. Ghi dạng 1250 hoặc 1.250.")
        value = number
    if value < 0:
        raise Wrong("Số lượng không được âm.")
    if value > MOST_COUNT:
        raise Wrong("Số lượng quá lớn cho một đơn vị. Xem lại số này.")
    return value


def day_of(value: Value) -> date:
    """A day as typed or as the sheet keeps it. Raises Wrong."""
    if isinstance(value, date):
        return value
    day = dates.read_date(value) if isinstance(value, str) else None
    if day is None:
        shown = "" if isinstance(value, Formula) else f" “{str(value)[:40]}”"
        raise Wrong(f"Không đọc được ngày{shown}. Ghi dạng 31/12/2025.")
    return day


def _without_contradictions(rows: list[Judged]) -> list[Judged]:
    """Two figures for one thing: the same count again changes nothing; different ones are both sent back."""
    met: dict[object, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.state != State.REJECTED:
            met[row.key].append(at)
    for places in met.values():
        if len(places) == 1:
            continue
        agree = len({rows[at].count for at in places}) == 1
        lines = ", ".join(str(rows[at].figure.line) for at in places)
        for at in places[1:] if agree else places:
            if agree:
                rows[at] = replace(rows[at], state=State.UNCHANGED)
            else:
                says = f"Các dòng {lines} ghi số khác nhau cho cùng đơn vị, nhóm, ngày, nguồn. Giữ một dòng."
                rows[at] = replace(rows[at], state=State.REJECTED, says=says)
    return rows


def _against_what_is_known(rows: list[Judged]) -> Iterable[Judged]:
    known = _known({row.unit_id for row in rows if row.state == State.NEW})
    for row in rows:
        if row.state != State.NEW or row.key not in known:
            yield row
            continue
        size_id, before = known[row.key]
        state = State.UNCHANGED if before == row.count else State.CORRECTED
        yield replace(row, state=state, size_id=size_id, before=before)


def _known(unit_ids: set[int]) -> dict[tuple[int, int, date, str], tuple[int, int]]:
    """(unit, kind, day, source) -> (id, count) of what is written down already."""
    sizes = AudienceSize.objects.filter(unit_id__in=unit_ids) if len(unit_ids) < 500 else AudienceSize.objects
    return {
        (unit_id, kind_id, day, source): (pk, count)
        for pk, unit_id, kind_id, day, source, count in sizes.values_list(
            "pk", "unit_id", "kind_id", "counted_on", "source", "count"
        )
    }
