"""Which unit a name or code in a file means, on the day that the file is about."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from lantoa.common.dates import say
from lantoa.people.models import UnitVersion
from lantoa.people.scope import ORGANISATIONS
from lantoa.people.unit_names import name_match, reading_forms

Found = UnitVersion | str


class Places:
    """All units over all time, findable by name and code. One query; answers are kept."""

    def __init__(self) -> None:
        self.by_form: dict[str, list[UnitVersion]] = defaultdict(list)
        self.by_code: dict[str, list[UnitVersion]] = defaultdict(list)
        self.versions: dict[int, list[UnitVersion]] = defaultdict(list)
        for version in UnitVersion.objects.exclude(kind__in=ORGANISATIONS).order_by("unit_id", "valid_from"):
            self.versions[version.unit_id].append(version)
            for form in reading_forms(version.name, version.type_word):
                self.by_form[form].append(version)
            if version.code:
                self.by_code[version.code].append(version)
        self._kept: dict[tuple[str, str, date], Found] = {}

    def find(self, name: str, code: str, day: date) -> Found:
        """The version that was valid on the day, or a sentence that says why it cannot be told."""
        key = (name, code, day)
        if key not in self._kept:
            self._kept[key] = self._find(name.strip(), code.strip(), day)
        return self._kept[key]

    def _find(self, name: str, code: str, day: date) -> Found:
        if not (name or code):
            return "Thiếu tên đơn vị."
        if code:
            return self._by_code(name, code, day)
        fits = self.named(name, day)
        if len(fits) == 1:
            return fits[0]
        if fits:
            places = "; ".join(
                f"{v.full_name}{self._where(v, day)}, mã {v.code or 'chưa có'}" for v in fits[:4]
            )
            return (
                f"Tên “{name[:60]}” ứng với {len(fits)} đơn vị ngày {say(day)}: {places}. Ghi thêm cột “Mã”."
            )
        return f"Ngày {say(day)} không có đơn vị nào tên “{name[:60]}”.{self._ever(name)}"

    def _by_code(self, name: str, code: str, day: date) -> Found:
        fits = [v for v in self.by_code.get(code.zfill(5), self.by_code.get(code, [])) if v.covers(day)]
        if not fits:
            return f"Ngày {say(day)} không có đơn vị nào mang mã {code[:20]}."
        if len(fits) > 1:
            return f"Mã {code} ngày {say(day)} ứng với {len(fits)} đơn vị. Báo người quản trị xem lại."
        if name and not name_match(name.split(",")[0], fits[0].name, fits[0].type_word):
            return f"Mã {code} ngày {say(day)} là của {fits[0].full_name}, không phải “{name[:60]}”."
        return fits[0]

    def named(self, typed: str, day: date | None) -> list[UnitVersion]:
        """The versions of a name (of any day for None); what a comma adds names what it lies in."""
        name, *around = (part.strip() for part in typed.split(","))
        form = next(iter(reading_forms(name, "")), "")
        fits = [v for v in self.by_form.get(form, []) if day is None or v.covers(day)]
        scored = [(name_match(name, v.name, v.type_word), v) for v in fits]
        best = max((score for score, _ in scored), default=0)
        found = [v for score, v in scored if score == best > 0]
        for place in around:
            found = [
                v for v in found if any(name_match(place, a.name, a.type_word) for a in self._above(v, day))
            ]
        return found

    def _above(self, version: UnitVersion, day: date | None) -> Iterator[UnitVersion]:
        seen: set[int] = set()
        while version.parent_id and version.parent_id not in seen:
            seen.add(version.parent_id)
            above = self.versions.get(version.parent_id, [])
            parent = next((v for v in above if day is None or v.covers(day)), None)
            if parent is None:
                return
            yield parent
            version = parent

    def _where(self, version: UnitVersion, day: date) -> str:
        parent = next(self._above(version, day), None)
        return f" ({parent.full_name})" if parent else ""

    def _ever(self, name: str) -> str:
        """When there was one of that name, so that the day or the name can be mended."""
        return "".join(f" Tên này là của {v.full_name} {_while(v)}." for v in self.named(name, None)[:3])


def _while(version: UnitVersion) -> str:
    since = f"từ {say(version.valid_from)} " if version.valid_from else ""
    return since + (f"đến hết {say(version.valid_to)}" if version.valid_to else "đến nay")
