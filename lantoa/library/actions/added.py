"""Give new clauses their place in the tree of the document that a change adds them to."""

import re

from lantoa.common.problems import refuse
from lantoa.library.mentions import keep_mentions
from lantoa.library.models import Document, Effect, Provision
from lantoa.library.new_words import KIND_OF, mark_of, whole_text
from lantoa.library.rules.status_of_a_document import stands_before
from lantoa.library.rules.words_on_a_day import ends_words
from lantoa.library.search.keeping import keep_searchable

_POINTS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"


def place_added(effect: Effect) -> None:
    """The rows of what a recorded change adds: its new clause, or the parts that its new words have more.

    What was gone before the change is enacted again: it stands in a row of its own, in its next life. A place
    whose addition was withdrawn is taken up again, so that what points at it keeps its target.
    """
    document = effect.document
    if not effect.added_eid and not (effect.provision and effect.new_words):
        return
    top = effect.added_eid or (effect.provision.eid if effect.provision else "")
    tree = _Tree(document)
    known = tree.last(top)
    if effect.added_eid and known and not tree.is_free(known, effect):
        refuse("provision_exists", f"{document} đã có {known.place}. Ghi là sửa đổi chỗ đó.", "new_words")
    parts = whole_text(top, effect.new_words)
    wanted = [(part.eid, part.number, part.heading, part.words) for part in parts]
    if not parts and (effect.added_eid or (known and tree.is_free(known, effect))):
        wanted = [(top, mark_of(top), "", effect.new_words)]
    grown = False
    for eid, number, heading, words in wanted:
        row = tree.row_for(eid, effect)
        if row is None:
            continue
        row.parent = _parent(eid, tree.rows, effect)
        row.kind, row.number = KIND_OF[eid.rpartition("__")[2].partition("_")[0]], number
        row.heading, row.words, row.added_by = heading, words, effect
        row.save()
        tree.rows[eid], grown = row, True
    if grown:
        put_in_order(document)
        keep_searchable([document.pk])
        keep_mentions([document.pk])


def enact_again(effect: Effect) -> None:
    """A change that takes something away was recorded: what later changes say of the same place is its next
    life, in whatever order they were recorded."""
    later = effect.document.effects_suffered.filter(withdrawn_at__isnull=True, on__gt=effect.on)
    told = later.exclude(new_words="").exclude(pk=effect.pk).select_related("document", "provision")
    for one in told.order_by("on", "pk"):
        if not one.added_eid:
            place_added(one)


class _Tree:
    """The rows of a document by place, the last life of each, and what takes them away."""

    def __init__(self, document: Document) -> None:
        self.document = document
        every = list(document.provisions.select_related("added_by").order_by("life"))
        self.rows = {p.eid: p for p in every}
        self._above = {p.pk: p.parent_id for p in every}
        standing = document.effects_suffered.filter(withdrawn_at__isnull=True, on__isnull=False)
        self._effects = list(
            standing.exclude(provision=None).select_related("provision").order_by("on", "pk")
        )

    def last(self, eid: str) -> Provision | None:
        """The row of the last life of a place."""
        return self.rows.get(eid)

    def row_for(self, eid: str, effect: Effect) -> Provision | None:
        """The row that an effect gives words to as something new; None when the place stands already."""
        row = self.rows.get(eid)
        if row is None:
            return Provision(document=self.document, eid=eid)
        if not self.is_free(row, effect):
            return None
        if row.added_by and row.added_by.withdrawn_at:
            return row
        return Provision(document=self.document, eid=eid, life=row.life + 1)

    def is_free(self, row: Provision, effect: Effect) -> bool:
        """Not there on the day of an effect: its addition was withdrawn, or something took it away."""
        if row.added_by and row.added_by.withdrawn_at:
            return True
        if effect.on is None or row.added_by_id == effect.pk:
            return False
        chain, day = self._chain(row), effect.on
        return any(
            one.on and one.on <= day and one.provision_id in chain and ends_words(row, one)
            for one in self._effects
            if one.pk != effect.pk and not stands_before(one, row.added_by)
        )

    def _chain(self, row: Provision) -> set[int | None]:
        chain: set[int | None] = set()
        at: int | None = row.pk
        while at is not None and at not in chain:
            chain.add(at)
            at = self._above.get(at)
        return chain


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
            after = [at for at, one in enumerate(siblings) if one.kind == row.kind and _turn(one) <= own]
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
