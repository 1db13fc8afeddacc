"""Nói dòng quy định nào khớp với số liệu vừa gõ, không nói hộ nào nghèo: công nhận là việc của cấp xã.

Căn cứ: Nghị định 07/2021/NĐ-CP, Điều 3 (chuẩn nghèo đa chiều); Nghị định 351/2025/NĐ-CP; Quyết định
24/2021/QĐ-TTg (rà soát, công nhận).
Pure: figures and lines in, an answer out. Nothing is kept: a trace does not even show the figures.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from lantoa.common.dates import say
from lantoa.common.money import say_vnd
from lantoa.library.models import PovertyStandard
from lantoa.library.rules.check_goes_stale import is_stale
from lantoa.people.models import Unit

Outcome = Literal["line", "open", "none", "unverified", "conflict", "uncovered"]
RECOGNISED_BY = "Việc công nhận do Ủy ban nhân dân cấp xã."


@dataclass(frozen=True)
class Figures:
    """What was typed in for the moment: income in đồng a person a month; how many of the indicators are
    lacking (None: she does not know). area: urban or rural. day: whose rules are asked for."""

    area: str
    day: date
    income_vnd: int = field(repr=False)
    deprived: int | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Compared:
    """One condition of a line held against the figures. holds None: the figure was not given."""

    says: str
    holds: bool | None


@dataclass(frozen=True)
class LineRead:
    """A line with each of its conditions. fits None: it hangs on a figure that was not given."""

    line: PovertyStandard
    compared: tuple[Compared, ...]

    @property
    def fits(self) -> bool | None:
        held = [one.holds for one in self.compared]
        if False in held:
            return False
        return None if None in held else True


@dataclass(frozen=True)
class Answer:
    """What one standard says. territory None: the national one.

    outcome: line (one checked line fits), open (figures missing: see `candidates`), none (no line fits, all
    checked), unverified (what might fit nobody has checked), conflict (more than one line fits), uncovered
    (no line for that day). warning: "" or why the answer may be old.
    """

    territory: Unit | None
    outcome: Outcome
    says: str
    lines: tuple[LineRead, ...] = ()
    line: PovertyStandard | None = None
    candidates: tuple[PovertyStandard, ...] = ()
    warning: str = ""


def covers(line: PovertyStandard, day: date) -> bool:
    """Is the day within the line's period? Both its days are."""
    return line.valid_from <= day and (line.valid_to is None or day <= line.valid_to)


def answers(
    figures: Figures, lines: Sequence[PovertyStandard], territory: Unit | None, named: str = ""
) -> list[Answer]:
    """What each standard says: that of the territory first, then the national one.

    lines: any lines, of any territory, area and day; those of other territories are left aside. named: what
    the territory is called in a sentence.
    """
    national = _answer(figures, lines, None, "Chuẩn quốc gia")
    if territory is None:
        return [national]
    return [_answer(figures, lines, territory, f"Chuẩn riêng của {named or 'địa bàn này'}"), national]


def differ(given: Iterable[Answer]) -> bool:
    """Do two standards point at lines of different categories?"""
    return len({one.line.category_id for one in given if one.line}) > 1


def _answer(figures: Figures, lines: Sequence[PovertyStandard], territory: Unit | None, named: str) -> Answer:
    own = [
        line
        for line in lines
        if line.territory_id == (territory.pk if territory else None) and line.area == figures.area
    ]
    read = tuple(LineRead(line, _compare(line, figures)) for line in own if covers(line, figures.day))
    if not read:
        return Answer(territory, "uncovered", _uncovered(named, own, figures.day))
    checked = [one for one in read if one.line.verified]
    fitting = [one.line for one in checked if one.fits]
    if len(fitting) > 1:
        named = " và ".join(f"“{line}”" for line in fitting)
        return Answer(
            territory, "conflict", f"Hai dòng cùng khớp: {named}. Chuyên viên cần đối chiếu lại.", read
        )
    if fitting:
        (line,) = fitting
        says = f"Với số liệu vừa gõ, dòng áp dụng là “{line}”, theo {line.reference}. {RECOGNISED_BY}"
        return Answer(territory, "line", says, read, line, warning=_old([line], figures.day))
    unchecked = [one.line for one in read if not one.line.verified]
    candidates = tuple(one.line for one in checked if one.fits is None)
    if candidates:
        named = ", hoặc ".join(f"“{line}” khi {_asks_of_deprivations(line)}" for line in candidates)
        rest = f" Ngoài ra {_not_checked(unchecked)}." if unchecked else ""
        says = f"Chưa đủ số liệu để biết dòng nào. Theo thu nhập thì có thể là {named}.{rest} {RECOGNISED_BY}"
        warning = _old(candidates, figures.day)
        return Answer(territory, "open", says, read, candidates=candidates, warning=warning)
    certain = _excluded([one.line for one in checked])
    if unchecked:
        rest = f"{_not_checked(unchecked)}: chưa trả lời được cho dòng này."
        says = f"{certain} Còn {rest}" if certain else f"{rest[0].upper()}{rest[1:]}"
        return Answer(territory, "unverified", says, read)
    return Answer(territory, "none", f"{certain} {RECOGNISED_BY}", read)


def _compare(line: PovertyStandard, figures: Figures) -> tuple[Compared, ...]:
    income, deprived = figures.income_vnd, figures.deprived
    compared = []
    if line.income_above_vnd is not None:
        compared.append(
            Compared(f"thu nhập trên {say_vnd(line.income_above_vnd)}", income > line.income_above_vnd)
        )
    if line.income_upto_vnd is not None:
        compared.append(
            Compared(f"thu nhập từ {say_vnd(line.income_upto_vnd)} trở xuống", income <= line.income_upto_vnd)
        )
    if line.deprived_from is not None:
        holds = None if deprived is None else deprived >= line.deprived_from
        compared.append(Compared(f"thiếu hụt từ {line.deprived_from} chỉ số trở lên", holds))
    if line.deprived_below is not None:
        holds = None if deprived is None else deprived < line.deprived_below
        compared.append(Compared(f"thiếu hụt dưới {line.deprived_below} chỉ số", holds))
    return tuple(compared)


def _asks_of_deprivations(line: PovertyStandard) -> str:
    parts = []
    if line.deprived_from is not None:
        parts.append(f"thiếu hụt từ {line.deprived_from} chỉ số")
    if line.deprived_below is not None:
        parts.append(f"thiếu hụt dưới {line.deprived_below} chỉ số")
    return " và ".join(parts)


def _not_checked(lines: Sequence[PovertyStandard]) -> str:
    named = ", ".join(f"“{line}”" for line in lines)
    return f"dòng {named} chưa kiểm chứng"


def _excluded(lines: Sequence[PovertyStandard]) -> str:
    """What is certain though no line fits: which lines the figures do not fit. "" where none was checked."""
    named = ", ".join(f"“{line}”" for line in lines)
    return f"Số liệu vừa gõ chắc chắn không khớp dòng {named} của chuẩn này." if named else ""


def _uncovered(named: str, own: Sequence[PovertyStandard], day: date) -> str:
    """No line for the day: what is the last one before it, or the first one after?"""
    says = f"{named} {when_unsettled(own, day)}: chưa xác định. Cho ngày {say(day)} chưa trả lời được."
    ended = max((line.valid_to for line in own if line.valid_to and line.valid_to < day), default=None)
    if ended:
        return f"{says} Chuẩn gần nhất hết ngày {say(ended)}; chưa rõ có được kéo dài hay thay thế."
    begins = min((line.valid_from for line in own if line.valid_from > day), default=None)
    return f"{says} Chuẩn sớm nhất có từ ngày {say(begins)}." if begins else says


def when_unsettled(own: Iterable[PovertyStandard], day: date) -> str:
    """ "năm 2026"; the day alone where lines of the standard are known for another part of its year."""
    first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    in_year = any(one.valid_from <= last and (one.valid_to is None or one.valid_to >= first) for one in own)
    return f"ngày {say(day)}" if in_year else f"năm {day.year}"


def _old(lines: Sequence[PovertyStandard], day: date) -> str:
    """A warning when the day asked lies after the last check of what was told."""
    checked_on = min((line.checked_on for line in lines if line.checked_on), default=None)
    if checked_on is None or day <= checked_on:
        return ""
    says = f"Kiểm lần cuối ngày {say(checked_on)}, trước ngày đang hỏi"
    return f"{says} hơn sáu tháng: cần đối chiếu lại." if is_stale(checked_on, day) else f"{says}."
