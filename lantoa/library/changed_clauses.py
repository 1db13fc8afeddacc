"""Đọc danh sách điều khoản thay đổi: pasted lines such as "Bãi bỏ điểm a khoản 2 Điều 3 từ 01/01/2027"."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lantoa.common import dates
from lantoa.common.problems import Problem
from lantoa.language.citations.locations import find_chains
from lantoa.language.citations.units import ARTICLE, CLAUSE, POINT
from lantoa.library.models import Document, Effect, Provision

MOST_LINES = 300
KINDS = (
    (re.compile(r"bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực"), Effect.Kind.REPEAL),
    (re.compile(r"thay thế"), Effect.Kind.REPLACE),
    (re.compile(r"đình chỉ|ngưng hiệu lực"), Effect.Kind.SUSPEND),
    (re.compile(r"đính chính"), Effect.Kind.CORRECT),
    (re.compile(r"sửa đổi|bổ sung"), Effect.Kind.AMEND),
)
DAY = re.compile(r"từ\s+(?:ngày\s+)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})")
WHOLE = re.compile(r"\btoàn bộ\b(?: văn bản)?\W*$")
LIST_MARK = re.compile(r"^\s*(?:[-+*•]|\d{1,3}[.)])\s+")


@dataclass(frozen=True)
class Change:
    """One change read from a line. provision None: the whole document; kind, on: None where not said."""

    line: int
    provision: Provision | None
    kind: Effect.Kind | None
    on: date | None
    new_words: str = ""


def read_changes(text: str, document: Document) -> tuple[list[Change], list[Problem]]:
    """The changes that pasted lines name in one document, and what could not be read, by line. One query.

    A line: an optional kind, the places ("khoản 1, 2 và 3 Điều 4"), an optional "từ 01/01/2027", and after a
    colon the new words of one place. The same place twice counts once.
    """
    standing = document.provisions.exclude(added_by__withdrawn_at__isnull=False)
    shelf = _places({p.eid: p for p in standing.order_by("life")}.values())  # the last life is meant
    changes: list[Change] = []
    problems: list[Problem] = []
    seen: set[tuple[int | None, Effect.Kind | None, date | None]] = set()
    lines = [
        (n, line) for n, line in enumerate(unicodedata.normalize("NFC", text).splitlines(), 1) if line.strip()
    ]
    if len(lines) > MOST_LINES:
        says = f"Danh sách dài {len(lines)} dòng; mỗi lần chỉ nhận {MOST_LINES} dòng. Chia ra rồi dán tiếp."
        return [], [Problem("too_many_lines", says, "changes")]
    for number, line in lines:
        read, says = _read_line(number, LIST_MARK.sub("", line), shelf, document)
        if says:
            problems.append(Problem("line_not_read", f"Dòng {number}: {says}", "changes"))
        for change in read:
            key = (change.provision.pk if change.provision else None, change.kind, change.on)
            if key not in seen:
                seen.add(key)
                changes.append(change)
    return changes, problems


def _read_line(
    number: int, line: str, shelf: dict[str, Provision | None], document: Document
) -> tuple[list[Change], str]:
    head, _, words = (part.strip() for part in line.partition(":"))
    low = head.lower()
    kind = next((kind for pattern, kind in KINDS if pattern.search(low)), None)
    on = None
    if found := DAY.search(low):
        on = dates.read_date(found[1])
        if on is None:
            return [], f"ngày {found[1]} không có trong lịch."
    if WHOLE.search(DAY.sub("", low)):
        return [Change(number, None, kind, on)], ""
    eids = [_eid(place.levels) for chain in find_chains(head, low) for place in chain.places]
    if not eids or "" in eids:
        return [], f"“{head[:60]}” chưa nêu rõ điều, khoản, điểm. Ghi như: điểm a khoản 2 Điều 3."
    if missing := [eid for eid in eids if eid not in shelf]:
        return [], f"lời văn {document} trong kho không có {_place(missing[0])}."
    if unclear := [eid for eid in eids if shelf[eid] is None]:
        return [], f"{document} có nhiều chỗ cùng là {_place(unclear[0])}. Ghi thay đổi này bằng tay."
    if words and len(eids) > 1:
        return [], "lời mới chỉ ghi được cho một điều khoản. Tách mỗi điều khoản một dòng."
    return [Change(number, shelf[eid], kind, on, words) for eid in eids], ""


def _eid(levels: dict[int, str]) -> str:
    """art_3__para_2__point_a; "" when no article is named."""
    if ARTICLE not in levels:
        return ""
    steps = [("art", levels[ARTICLE]), ("para", levels.get(CLAUSE)), ("point", levels.get(POINT))]
    named = [(word, value.lower()) for word, value in steps if value]
    return "__".join(f"{w}_{v.replace('đ', 'dd') if w == 'point' else v}" for w, v in named)


def _place(eid: str) -> str:
    return Provision(eid=eid).place


def _places(provisions: Iterable[Provision]) -> dict[str, Provision | None]:
    """Places from the article on, whatever chapter they stand in; None where two provisions share one."""
    shelf: dict[str, Provision | None] = {}
    exact = set()
    for provision in provisions:
        place = provision.eid[provision.eid.find("art_") :] if "art_" in provision.eid else provision.eid
        if provision.eid == place:
            exact.add(place)
            shelf[place] = provision
        elif place not in exact:
            shelf[place] = None if place in shelf else provision
    return shelf
