"""Load law that some source holds as data already: documents, provisions, relations as JSON lines.

What comes in so is unchecked: it names its source, and a person confirms it as any other document. One line
is one document with all it has; it is taken whole or refused whole. The file is read twice (documents first,
then the relations between them), some lines at a time, so its size does not matter.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.text import tidied
from lantoa.library.actions.added import enact_again, place_added
from lantoa.library.actions.checking import changed_around
from lantoa.library.actions.instructions import carry_out, list_instruction, resolved
from lantoa.library.mentions import keep_mentions
from lantoa.library.models import Document, Effect, Provision, Relation
from lantoa.library.new_words import new_place
from lantoa.library.permissions import may_write
from lantoa.library.queries.documents import is_same_paper
from lantoa.library.rules import (
    dates_fit_the_number,
    effect_before_its_source,
    effect_names_its_target,
    relation_names_two,
)
from lantoa.library.rules.status_of_a_document import ENDING
from lantoa.library.search.keeping import keep_searchable
from lantoa.library.understanding import Cited
from lantoa.library.understanding.as_data import stated_as_data
from lantoa.people.models import User
from lantoa.people.two_people import record_writer

AT_ONCE = 100  # documents held in memory
DAYS = ("issued_on", "effective_on", "ended_on")
WORDS = ("kind", "number", "symbol", "issuer", "title", "source", "apart")
LENGTHS = {"kind": 60, "issuer": 200, "source": 300, "apart": 120}
EFFECTS = {
    Relation.Kind.REPLACE: Effect.Kind.REPLACE,
    Relation.Kind.REPEAL: Effect.Kind.REPEAL,
    Relation.Kind.ANNUL: Effect.Kind.REPEAL,
    Relation.Kind.AMEND: Effect.Kind.AMEND,
    Relation.Kind.SUPPLEMENT: Effect.Kind.AMEND,  # "sửa đổi, bổ sung", unless a new place is named
    Relation.Kind.SUSPEND: Effect.Kind.SUSPEND,
    Relation.Kind.CORRECT: Effect.Kind.CORRECT,
}
Tell = Callable[[int, str], None]


@dataclass
class Count:
    """read = new + known + refused."""

    read: int = 0
    new: int = 0
    known: int = 0
    refused: int = 0


@dataclass
class Account:
    """What a load read and what became of it. Provisions of a known document count as known."""

    documents: Count = field(default_factory=Count)
    provisions: Count = field(default_factory=Count)
    relations: Count = field(default_factory=Count)
    effects: int = 0


class _Refused(Exception):
    """One line cannot be taken; str() says why."""


class _Unplaced(_Refused):
    """A change of a place that the document does not hold: it goes on the work list of its paper."""

    def __init__(self, says: str, source: Document, cited: Cited) -> None:
        super().__init__(says)
        self.source, self.cited = source, cited


@dataclass(frozen=True)
class _Line:
    no: int
    data: dict[str, Any]

    def listed(self, name: str) -> list[dict[str, Any]]:
        """The provisions or relations; [] when the line has none. Raises _Refused for another shape."""
        found = self.data.get(name) or []
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise _Refused(f"Mục {name} phải là danh sách.")
        return found


_Stated = tuple[_Line, dict[str, Any], Document, Document]  # line, relation, the paper itself, its target


def load_library(path: Path, *, by: User, tell: Tell = lambda no, says: None) -> Account:
    """Take every line of a .jsonl or .jsonl.gz file; what is there already stays as it is.

    tell: called with the line's number and a sentence for each thing refused. Raises OSError for a file
    that does not open.
    """
    if not may_write(by):
        raise PermissionDenied
    account = Account()
    for lines in _chunks(path, tell, account):
        with transaction.atomic():
            _load_documents(lines, by, account, tell)
    for lines in _chunks(path, None, None):
        with transaction.atomic():
            _load_relations(lines, by, account, tell)
    return account


def _chunks(path: Path, tell: Tell | None, account: Account | None) -> Iterator[list[_Line]]:
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as file
    ):
        lines = _parsed(file, tell, account)
        while chunk := list(islice(lines, AT_ONCE)):
            yield chunk


def _parsed(file: Iterable[str], tell: Tell | None, account: Account | None) -> Iterator[_Line]:
    for no, raw in enumerate(file, 1):
        if not raw.strip():
            continue
        try:
            data = tidied(json.loads(raw))
        except ValueError:
            data = None
        if isinstance(data, dict):
            yield _Line(no, data)
        elif tell and account:
            account.documents.read += 1
            account.documents.refused += 1
            tell(no, "Dòng này không phải một đối tượng JSON.")


def _load_documents(lines: list[_Line], by: User, account: Account, tell: Tell) -> None:
    made: list[tuple[Document, list[Provision]]] = []
    sound: list[tuple[Document, list[Provision]]] = []
    for line in lines:
        account.documents.read += 1
        said = line.data.get("provisions")
        account.provisions.read += len(said) if isinstance(said, list) else 0
        try:
            document = _document(line.data, by)
            sound.append((document, _provisions(document, line)))
        except _Refused as why:
            account.documents.refused += 1
            account.provisions.refused += len(said) if isinstance(said, list) else 0
            tell(line.no, str(why))
    held = _by_number({document.identity for document, _ in sound})
    for document, provisions in sound:
        if _same_paper(document, held[document.identity]):
            account.documents.known += 1
            account.provisions.known += len(provisions)
            continue
        held[document.identity].append(document)
        made.append((document, provisions))
        account.documents.new += 1
        account.provisions.new += len(provisions)
    Document.objects.bulk_create([document for document, _ in made])
    _create_by_level([p for _, provisions in made for p in provisions])
    entered = [document.pk for document, _ in made]
    keep_searchable(entered)
    keep_mentions(entered)
    record_writer(by, *(document for document, _ in made))
    for document, provisions in made:
        audit.log(by, "load_document", document, provisions=len(provisions))


def _by_number(identities: set[str]) -> dict[str, list[Document]]:
    """The documents that are held, by the identity of their number."""
    held: dict[str, list[Document]] = defaultdict(list)
    for document in Document.objects.filter(identity__in=identities).order_by("pk"):
        held[document.identity].append(document)
    return held


def _same_paper(document: Document, held: list[Document]) -> bool:
    told = (is_same_paper(one, document) for one in held if one.apart == document.apart)
    return any(same is not False for same in told)


def _create_by_level(provisions: list[Provision]) -> None:
    """The larger parts first: the smaller name them."""
    while provisions:
        ready = [p for p in provisions if p.parent is None or p.parent.pk]
        for provision in ready:
            provision.parent = provision.parent  # takes over the number its parent got
        Provision.objects.bulk_create(ready, batch_size=500)
        provisions = [p for p in provisions if not p.pk]


def _document(data: dict[str, Any], by: User) -> Document:
    words = {name: _text(data, name) for name in WORDS}
    for name, most in LENGTHS.items():
        if len(words[name]) > most:
            raise _Refused(f"Mục {name} dài quá {most} ký tự.")
    if not words["source"]:
        raise _Refused("Chưa ghi nguồn (source). Dữ liệu nạp vào phải nói lấy từ đâu.")
    year = data.get("year")
    if year is not None and not isinstance(year, int):
        raise _Refused("Năm (year) phải là số, ví dụ 2031.")
    days = {name: _day(data, name) for name in DAYS}
    document = Document(year=year, recorded_by=by, recorded_at=dates.now(), **words, **days)
    if problems := dates_fit_the_number.problems_with(document):
        raise _Refused(" ".join(problem.says for problem in problems))
    document.derive()
    if len(document.identity) > 160:
        raise _Refused("Số hiệu hoặc tên quá dài.")
    return document


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    if value is not None and not isinstance(value, str | int):
        raise _Refused(f"Mục {name} phải là chữ.")
    return "" if value is None else str(value).strip()


def _day(data: dict[str, Any], name: str) -> date | None:
    if not (value := data.get(name)):
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _Refused(f"Ngày {name} ghi “{value}”, phải có dạng 2031-03-15.") from None


def _provisions(document: Document, line: _Line) -> list[Provision]:
    placed: dict[str, Provision] = {}
    for order, row in enumerate(line.listed("provisions")):
        eid, number = _text(row, "eid"), _text(row, "number")
        if not eid or len(eid) > 120 or len(number) > 20 or eid in placed:
            raise _Refused(f"Mã điều khoản “{eid[:60]}” thiếu, quá dài hoặc trùng.")
        if _text(row, "kind") not in Provision.Kind.values:
            raise _Refused(f"Điều khoản {eid}: loại “{_text(row, 'kind')}” không có trong kho.")
        above = _text(row, "parent") or eid.rpartition("__")[0]
        if above and above not in placed:
            raise _Refused(f"Điều khoản {eid} nằm trong {above}, nhưng {above} không đứng trước nó.")
        provision = Provision(
            document=document,
            eid=eid,
            parent=placed.get(above),
            kind=_text(row, "kind"),
            number=number,
            heading=_text(row, "heading")[:500],
            words=_text(row, "words"),
            order=order,
        )
        provision.derive()
        placed[eid] = provision
    return list(placed.values())


def _load_relations(lines: list[_Line], by: User, account: Account, tell: Tell) -> None:
    stated: list[_Stated] = []
    for line in lines:
        try:
            rows = line.listed("relations")
            own = _named(line.data) if rows else Document()
        except _Refused as why:
            tell(line.no, str(why))
            continue
        for row in rows:
            account.relations.read += 1
            try:
                stated.append((line, row, own, _named(row.get("target") or {})))
            except _Refused as why:
                account.relations.refused += 1
                tell(line.no, str(why))
    shelf = _Shelf(stated)
    relations: dict[tuple[Any, ...], tuple[Relation, Effect | None]] = {}
    unplaced: list[_Unplaced] = []
    for line, row, own, target in stated:
        try:
            relation, effect = shelf.relation(row, own, target, by)
        except _Refused as why:
            unplaced += [why] if isinstance(why, _Unplaced) else []
            account.relations.refused += 1
            tell(line.no, str(why))
            continue
        key = _same(relation)
        if key in shelf.known or key in relations:
            account.relations.known += 1
        else:
            relations[key] = relation, effect
            account.relations.new += 1
    made = list(relations.values())
    Relation.objects.bulk_create([relation for relation, _ in made], batch_size=500)
    effects = [effect for _, effect in made if effect]
    for effect in effects:
        effect.relation = effect.relation  # takes over the number the relation got
    Effect.objects.bulk_create(effects, batch_size=500)
    for effect in sorted(effects, key=lambda one: (one.on or date.max, one.pk)):
        if effect.new_words:
            place_added(effect)
        if effect.on and effect.kind in ENDING:
            enact_again(effect)
    if made:
        first = min(relation.recorded_at for relation, _ in made)
        concerned = [relation.source for relation, _ in made] + [effect.document for effect in effects]
        changed_around(by, first, {one.pk: one for one in concerned}.values())
    for one in unplaced:
        _note_unplaced(one, by)
    account.effects += len(effects)
    _log_relations([relation for relation, _ in made], by)


def _note_unplaced(one: _Unplaced, by: User) -> None:
    known = [Cited.from_dict(listed.stated) for listed in one.source.instructions.all()]
    if one.cited not in known:  # loaded twice is noted once
        told = asdict(one.cited)
        carry_out(list_instruction(one.source, told), resolved(one.source, told), by=by)


def _log_relations(made: list[Relation], by: User) -> None:
    counted: dict[int, tuple[Document, int]] = {}
    for relation in made:
        counted[relation.source_id] = relation.source, counted.get(relation.source_id, (None, 0))[1] + 1
    for document, count in counted.values():
        audit.log(by, "load_relations", document, relations=count)


def _named(data: Any) -> Document:
    """The document that these fields name, as far as they tell it; not saved."""
    if not isinstance(data, dict):
        raise _Refused("Văn bản đích (target) phải là một đối tượng.")
    year = data.get("year")
    words = {name: _text(data, name) for name in ("kind", "number", "symbol", "issuer", "title", "apart")}
    named = Document(year=year if isinstance(year, int) else None, issued_on=_day(data, "issued_on"), **words)
    named.derive()
    return named


def _same(relation: Relation) -> tuple[Any, ...]:
    return (
        str(relation.kind),
        relation.source_id,
        relation.source_provision_id,
        relation.target_id,
        relation.target_provision_id,
    )


class _Shelf:
    """The documents and provisions that some relations name, and the relations that stand already."""

    def __init__(self, stated: list[_Stated]):
        named = [own for _, _, own, _ in stated] + [target for *_, target in stated]
        self.documents = _by_number({one.identity for one in named})
        places = {
            str(row.get(n)) for _, row, *_ in stated for n in ("provision", "source_provision") if row.get(n)
        }
        ids = [d.pk for held in self.documents.values() for d in held]
        found = Provision.objects.filter(document_id__in=ids, eid__in=places).defer("words", "folded")
        found = found.order_by("life")
        self.provisions = {(p.document_id, p.eid): p for p in found}
        sources = {d.pk for _, _, own, _ in stated for d in self.documents[own.identity]}
        standing = Relation.objects.filter(source_id__in=sources, withdrawn_at__isnull=True)
        columns = ("kind", "source_id", "source_provision_id", "target_id", "target_provision_id")
        self.known = set(standing.values_list(*columns))

    def relation(
        self, row: dict[str, Any], own: Document, target: Document, by: User
    ) -> tuple[Relation, Effect | None]:
        """The relation that a row states, and the effect when it has a day (null: a day not known)."""
        kind = _text(row, "kind")
        if kind not in Relation.Kind.values:
            raise _Refused(f"Quan hệ “{kind}” không có trong kho.")
        source, on_what = self._document(own, kind), self._document(target, kind)
        relation = Relation(
            kind=kind,
            source=source,
            source_provision=self._place(source, _text(row, "source_provision")),
            target=on_what,
            target_provision=self._changed(source, on_what, row),
            words=_text(row, "words"),
            recorded_by=by,
            recorded_at=dates.now(),
        )
        effect = self._effect(relation, row, by)
        problems = relation_names_two.problems_with(relation)
        if effect:
            problems += effect_names_its_target.problems_with(effect)
            problems += effect_before_its_source.problems_with(effect)
        if problems:
            raise _Refused(" ".join(problem.says for problem in problems))
        return relation, effect

    def _document(self, named: Document, kind: str) -> Document:
        """The one document that is named; a number of several issuers needs its issuer."""
        held = self.documents[named.identity]
        told = [(is_same_paper(one, named), one) for one in held]
        told = [(same, one) for same, one in told if same is not False and named.apart in ("", one.apart)]
        sure = [one for same, one in told if same] or [one for _, one in told]
        if not sure:
            raise _Refused(f"Quan hệ {kind} trỏ tới văn bản kho chưa có: {named}.")
        if len(sure) > 1:
            raise _Refused(f"Quan hệ {kind}: kho có {len(sure)} văn bản {named}. Ghi rõ cơ quan (issuer).")
        return sure[0]

    def _changed(self, source: Document, document: Document, row: dict[str, Any]) -> Provision | None:
        """The provision that a row is about. A change of one that is not there is not lost."""
        eid = _text(row, "provision")
        held = not eid or "effect_on" not in row or (document.pk, eid) in self.provisions
        cited = (
            None
            if held
            else stated_as_data(
                document,
                eid,
                _text(row, "kind"),
                _text(row, "words"),
                _day(row, "effect_on"),
                _text(row, "new_words"),
            )
        )
        if cited:
            raise _Unplaced(f"{document} không có điều khoản {eid}.", source, cited)
        return self._place(document, eid)

    def _place(self, document: Document, eid: str) -> Provision | None:
        if not eid:
            return None
        if (document.pk, eid) not in self.provisions:
            raise _Refused(f"{document} không có điều khoản {eid}.")
        return self.provisions[document.pk, eid]

    def _effect(self, relation: Relation, row: dict[str, Any], by: User) -> Effect | None:
        kind = EFFECTS.get(Relation.Kind(relation.kind))
        if kind is None or "effect_on" not in row:
            return None
        new_words, added = _text(row, "new_words"), ""
        if relation.kind == Relation.Kind.SUPPLEMENT:
            added = new_place(relation.target_provision, new_words)
        return Effect(
            kind=Effect.Kind.SUPPLEMENT if added else kind,
            source=relation.source,
            document=relation.target,
            provision=relation.target_provision,
            relation=relation,
            on=_day(row, "effect_on"),
            new_words=new_words,
            added_eid=added,
            retroactive_why=_text(row, "effect_why")[:300] or relation.words[:300],
            recorded_by=by,
            recorded_at=relation.recorded_at,
        )
