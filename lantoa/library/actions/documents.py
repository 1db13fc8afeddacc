"""Register a document, amend what is known of it, confirm it against its source."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from lantoa.common import audit, dates, files
from lantoa.common.problems import Problem, RuleBroken, must_hold, refuse
from lantoa.library.actions.checking import day_of_check
from lantoa.library.actions.instructions import take_up_again
from lantoa.library.models import Document
from lantoa.library.permissions import may_check, may_write
from lantoa.library.queries.documents import is_same_paper, namesakes
from lantoa.library.rules import dates_fit_the_number
from lantoa.people.models import User
from lantoa.people.naming import must_name_nobody
from lantoa.people.two_people import must_be_another, record_writer

FACTS = (
    "kind",
    "number",
    "year",
    "symbol",
    "issuer",
    "title",
    "signer_name",
    "signer_title",
    "signing_mode",
    "issued_on",
    "effective_on",
    "ended_on",
    "source",
    "apart",
)


def register_document(*, by: User, **facts: Any) -> Document:
    """`enter_document`; what amending papers told about it before it was here is taken up."""
    with transaction.atomic():
        document = enter_document(by=by, **facts)
        take_up_again(document, by=by)
    return document


def enter_document(
    *,
    by: User,
    kind: str,
    title: str,
    number: str = "",
    year: int | None = None,
    symbol: str = "",
    issuer: str = "",
    issued_on: date | None = None,
    effective_on: date | None = None,
    ended_on: date | None = None,
    source: str = "",
    signer_name: str = "",
    signer_title: str = "",
    signing_mode: str = "",
    apart: str = "",
    file: files.Upload | None = None,
) -> Document:
    """Put a document into the library, unchecked. The same one twice is recognised and refused.

    apart: what tells it from another document of its number and issuer, by the word of a person.

    Dates that look wrong are kept as given (`dates_fit_the_number.warnings` tells); RuleBroken for what
    cannot be. Problem code "document_exists": `queries.same_document` finds the one that is there.
    """
    if not may_write(by):
        raise PermissionDenied
    document = Document(
        kind=kind.strip(),
        number=number.strip(),
        year=year,
        symbol=symbol.strip(),
        issuer=issuer.strip(),
        title=title.strip(),
        issued_on=issued_on,
        effective_on=effective_on,
        ended_on=ended_on,
        source=source.strip(),
        signer_name=signer_name.strip(),
        signer_title=signer_title.strip(),
        signing_mode=Document.SigningMode(signing_mode) if signing_mode else "",
        apart=apart.strip(),
        recorded_by=by,
        recorded_at=dates.now(),
    )
    must_hold(dates_fit_the_number.problems_with(document))
    with transaction.atomic():
        if file:
            document.file = files.keep(file, by, files.DOCUMENTS)
        _save_once(document)
        record_writer(by, document)
        audit.log(by, "register_document", document)
    return document


def update_document(document: Document, *, by: User, **facts: Any) -> Document:
    """Amend what is known of a document; facts: any of FACTS, and file (an Upload).

    Changed facts were checked by nobody: the document is unchecked again.
    """
    if not may_write(by):
        raise PermissionDenied
    upload = facts.pop("file", None)
    if unknown := set(facts) - set(FACTS):
        raise TypeError(f"A document has no {', '.join(sorted(unknown))}.")
    with transaction.atomic():
        document = Document.objects.select_for_update().get(pk=document.pk)
        before = {name: getattr(document, name) for name in FACTS}
        for name, value in facts.items():
            setattr(document, name, value.strip() if isinstance(value, str) else value)
        must_hold(dates_fit_the_number.problems_with(document))
        changed: dict[str, Any] = {
            name: [str(old or ""), str(getattr(document, name) or "")]
            for name, old in before.items()
            if getattr(document, name) != old
        }
        if upload:
            document.file = files.keep(upload, by, files.DOCUMENTS)
            changed["file"] = ["", document.file.sha256]
        if changed:
            document.checked_on = document.checked_by = document.changed_since = None
            document.wording = ""
            _save_once(document)
            record_writer(by, document)
            audit.log(by, "update_document", document, **changed)
            take_up_again(document, by=by)
    return document


def mark_checked(
    document: Document,
    *,
    by: User,
    on: date | None = None,
    wording: str = "",
    person_named_why: str = "",
) -> Document:
    """Confirm that number, dates, words and changes agree with the source that the document names.

    wording: one of Document.Wording; only the paper's own words count as held against the original. Whoever
    wrote any part of the document, or recorded a change of it, does not check it.
    """
    if not may_check(by):
        raise PermissionDenied
    on = day_of_check(on)
    with transaction.atomic():
        document = Document.objects.select_for_update().get(pk=document.pk)
        if not document.source:
            refuse(
                "source_missing",
                "Chưa ghi nguồn để đối chiếu. Ghi nguồn của văn bản (trang, ngày xem) rồi kiểm chứng.",
                "source",
            )
        must_be_another(by, document)
        must_name_nobody(document, *words_shown(document), by=by, why=person_named_why, what="Văn bản")
        document.checked_on, document.checked_by, document.changed_since = on, by, None
        document.wording = Document.Wording(wording) if wording else ""
        document.save()
        audit.log(by, "check_document", document, on=str(on), wording=wording)
    return document


def words_shown(document: Document) -> Iterator[str]:
    """All of a document that the portal shows, but who signed it: that is a fact of every paper."""
    yield from (document.kind, document.symbol, document.issuer, document.title, document.source)
    rows = chain[tuple[str, ...]](
        document.provisions.values_list("heading", "words"),
        document.effects_suffered.values_list("new_words", "old_phrase", "new_phrase"),
        document.declarations.values_list("source"),
    )
    for text in chain.from_iterable(rows):
        yield text.replace(document.signer_name, "") if document.signer_name else text


def _save_once(document: Document) -> None:
    """Save, or refuse when another document is the same paper (also when two save at once)."""
    known = _in_the_way(document)
    if known is None:
        try:
            with transaction.atomic():
                document.save()
            return
        except IntegrityError:
            known = _in_the_way(document)
            if known is None:
                raise
    says = f"Kho đã có {known}: “{known.title}”. Mở văn bản đó để bổ sung, không ghi lại lần nữa."
    if is_same_paper(known, document) is None:
        says = (
            f"Kho đã có {known}: “{known.title}”, chưa rõ có cùng cơ quan ban hành không. Là một văn bản thì"
            " mở văn bản đó; là hai thì ghi đủ tên cơ quan, ví dụ “Ủy ban nhân dân tỉnh Sông Lam”."
        )
    raise RuleBroken(Problem("document_exists", says, "number"))


def _in_the_way(document: Document) -> Document | None:
    return next((one for one in namesakes(document) if one.apart == document.apart), None)
