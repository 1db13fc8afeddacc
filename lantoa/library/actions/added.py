"""Give new clauses their place in the tree of the document that a change adds them to."""

import re

from lantoa.common.problems import refuse
from lantoa.library.mentions import keep_mentions
from lantoa.library.models import Document, Effect, Provision
from lantoa.library.new_words import KIND_OF, mark_of, whole_text
from lantoa.library.search.keeping import keep_searchable

_POINTS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"


def place_added(effect: Effect) -> None:
    """The rows of what a recorded change adds: its new clause, or the parts that its new words have more.

    A place whose addition was withdrawn is taken up again, so that what points at it keeps its target.
    """
    document = effect.document
    if not effect.added_eid and not (effect.provision and effect.new_words):
        return
    top = effect.added_eid or (effect.provision.eid if effect.provision else "")
    parts = whole_text(top, effect.new_words)
    rows = {p.eid: p for p in document.provisions.select_related("added_by")}
    if effect.added_eid and (known := rows.get(top)) and _stands(known):
        refuse("provision_exists", f"{document} đã có {known.place}. Ghi là sửa đổi chỗ đó.", "new_words")
    wanted = [(part.eid, part.number, part.heading, part.words) for part in parts]
    if effect.added_eid and not parts:
        wanted = [(top, mark_of(top), "", effect.new_words)]
    grown = False
    for eid, number, heading, words in wanted:
        row = rows.get(eid) or Provision(document=document, eid=eid)
        if _stands(row):
            continue
        row.parent = _parent(eid, rows, effect)
        row.kind, row.number = KIND_OF[eid.rpartition("__")[2].partition("_")[0]], number
        row.heading, row.words, row.added_by = heading, words, effect
        row.save()
        rows[eid], grown = row, True
    if grown:
        put_in_order(document)
        keep_searchable([document.pk])
        keep_mentions([document.pk])


def put_in_order(document: Document) -> None:
    """Number the provisions in reading order: each added one behind the sibling that its number follows."""
    rows = list(document.provisions.order_by("order", "id"))
    children: dict[int | None, list[Provision]] = {}
    for row in rows:
        if row.added_by_id is None:
            children.setdefault(row.parent_id, []).append(row)
    for row in rows:
        if row.added_by_id is not None:
            siblings = children.setdefault(row.parent_id, [])
            own = _turn(row)
            after = [at for at, one in enumerate(siblings) if one.kind == row.kind and _turn(one) < own]
            siblings.insert(after[-1] + 1 if after else 0, row)
    turn = 0
    waiting = list(reversed(children.get(None, [])))
    moved = []
    while waiting:
        row = waiting.pop()
        if row.order != turn:
            row.order = turn
            moved.append(row)
        turn += 1
        waiting += reversed(children.get(row.pk, []))
    Provision.objects.bulk_update(moved, ["order"], batch_size=500)


def _stands(row: Provision) -> bool:
    """In the tree already, and not only by an addition that was withdrawn."""
    return row.pk is not None and not (row.added_by and row.added_by.withdrawn_at)


def _parent(eid: str, rows: dict[str, Provision], effect: Effect) -> Provision | None:
    """What an added provision lies in; a new article stands where the one before it does."""
    above = eid.rpartition("__")[0]
    if above in rows:
        return rows[above]
    articles = [row for row in rows.values() if row.kind == Provision.Kind.ARTICLE and "__" not in row.eid]
    before = [row for row in articles if _turn(row) < _number(mark_of(eid))]
    return max(before, key=_turn).parent if before else effect.provision


def _turn(row: Provision) -> tuple[int, int, str]:
    return _number(row.number) if row.kind != Provision.Kind.POINT else _letter(row.number)


def _number(number: str) -> tuple[int, int, str]:
    """9 < 9a < 9b < 10."""
    digits = re.match(r"\d+", number)
    rest = number[digits.end() :].lower() if digits else number.lower()
    return int(digits[0]) if digits else 0, _POINTS.find(rest[:1]) if rest else -1, rest


def _letter(letter: str) -> tuple[int, int, str]:
    """c < d < đ < e; a < a1 < b."""
    return _POINTS.find(letter[:1].lower()), int(letter[1:]) if letter[1:].isdigit() else -1, letter
