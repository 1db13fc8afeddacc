"""Put the words of a document into the library: by hand, or as a whole text cut into its tree."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError

from lantoa.common import audit
from lantoa.common.problems import Problem, RuleBroken, must_hold, refuse
from lantoa.library.actions.added import put_in_order
from lantoa.library.actions.checking import rewritten
from lantoa.library.actions.instructions import take_up_again
from lantoa.library.mentions import keep_mentions
from lantoa.library.models import Document, Provision, ProvisionNote
from lantoa.library.permissions import may_write
from lantoa.library.reading import Part, eid_of, notes_in, parts_of
from lantoa.library.search.keeping import keep_searchable
from lantoa.people.models import User

MOST_PARTS = 6000  # the civil code has some 2,500


def add_provision(
    document: Document,
    *,
    by: User,
    kind: str,
    number: str,
    words: str = "",
    heading: str = "",
    parent: Provision | None = None,
) -> Provision:
    """One provision by hand, under `parent` or at the top, after those that are there."""
    if not may_write(by):
        raise PermissionDenied
    if parent and parent.document_id != document.pk:
        refuse("parent_of_another", "Điều khoản cha phải thuộc cùng văn bản.", "parent")
    if not number.strip():
        refuse("number_missing", "Chưa ghi số của điều khoản, ví dụ: 3 hoặc a.", "number")
    eid = eid_of(kind, number, parent.eid if parent else "")
    with transaction.atomic():
        Document.objects.select_for_update().get(pk=document.pk)
        if known := document.provisions.filter(eid=eid).first():
            refuse("provision_exists", f"Văn bản đã có {known.place}. Sửa điều khoản đó.", "number")
        last = document.provisions.order_by("-order").first()
        provision = Provision.objects.create(
            document=document,
            eid=eid,
            parent=parent,
            kind=Provision.Kind(kind),
            number=number.strip(),
            heading=heading.strip(),
            words=words.strip(),
            order=last.order + 1 if last else 0,
        )
        keep_searchable([document.pk])
        keep_mentions([document.pk])
        rewritten(document, by)
        audit.log(by, "add_provision", provision)
        take_up_again(document, by=by)
    return provision


def correct_provision(
    provision: Provision, *, by: User, words: str, heading: str = "", why: str
) -> Provision:
    """Make the words agree with the source (a slip of typing). What cites the old words becomes suspect.

    A change of the law itself is an effect (`record_effect`), not this.
    """
    if not may_write(by):
        raise PermissionDenied
    if not why.strip():
        refuse("why_missing", "Ghi lý do sửa, ví dụ: gõ thiếu một dòng so với bản gốc.", "why")
    with transaction.atomic():
        provision = Provision.objects.select_for_update().select_related("document").get(pk=provision.pk)
        before = provision.fingerprint
        provision.words, provision.heading = words.strip(), heading.strip()
        provision.save()
        keep_searchable([provision.document_id])
        keep_mentions([provision.document_id])
        rewritten(provision.document, by)
        audit.log(by, "correct_provision", provision, why=why, fingerprint=[before, provision.fingerprint])
        take_up_again(provision.document, by=by)
    return provision


def set_provisions(document: Document, text: str, *, by: User) -> list[Provision]:
    """`put_in_tree`; what amending papers told about places that were not here is taken up."""
    with transaction.atomic():
        made = put_in_tree(document, text, by=by)
        take_up_again(document, by=by)
    return made


def put_in_tree(document: Document, text: str, *, by: User) -> list[Provision]:
    """Cut a text into chương/mục/điều/khoản/điểm and make it the document's tree, all or nothing.

    What has the same place keeps its row (so pins see exactly which words changed); what the text no
    longer holds is removed unless something rests on it.
    """
    if not may_write(by):
        raise PermissionDenied
    parts = parts_of(text)
    must_hold(problems_with_parts(parts))
    with transaction.atomic():
        Document.objects.select_for_update().get(pk=document.pk)
        known = {p.eid: p for p in document.provisions.order_by("-life")}  # what was issued: the first life
        read = {part.eid for part in parts}
        _remove([p for eid, p in known.items() if eid not in read and p.added_by_id is None])
        placed: dict[str, Provision] = {}
        changed = []
        for order, part in enumerate(parts):
            provision = known.get(part.eid) or Provision(document=document, eid=part.eid)
            before = provision.fingerprint
            provision.parent = placed.get(part.parent_eid)
            provision.kind, provision.number = part.kind, part.number
            provision.heading, provision.words, provision.order = part.heading, part.words, order
            provision.save()
            placed[part.eid] = provision
            if provision.fingerprint != before:
                changed.append(part.eid)
        if any(p.added_by_id for p in known.values()):
            put_in_order(document)
        _set_notes(document, text, placed)
        keep_searchable([document.pk])
        keep_mentions([document.pk])
        rewritten(document, by)
        audit.log(by, "set_provisions", document, changed=changed, total=len(parts))
    return list(placed.values())


def _set_notes(document: Document, text: str, placed: dict[str, Provision]) -> None:
    document.notes.all().delete()
    ProvisionNote.objects.bulk_create(
        ProvisionNote(document=document, provision=placed.get(n.eid), mark=n.mark, words=n.words, order=order)
        for order, n in enumerate(notes_in(text))
    )


def problems_with_parts(parts: Sequence[Part]) -> list[Problem]:
    """Why these parts cannot become a tree: nothing was read, or a mark too long to be one."""
    if not parts:
        says = "Không thấy Điều, khoản hay Chương nào trong đoạn văn. Dán phần lời văn có “Điều 1. …”."
        return [Problem("no_parts", says, "text")]
    if len(parts) > MOST_PARTS:
        says = f"Đọc thấy {len(parts)} điều khoản, quá nhiều cho một văn bản. Kiểm lại đoạn văn."
        return [Problem("too_many_parts", says, "text")]
    for part in parts:
        if len(part.number) > 20 or len(part.eid) > 120:
            says = f"Không hiểu dòng “{part.number[:60]}” là phần nào của văn bản. Sửa dòng đó rồi đọc lại."
            return [Problem("strange_number", says, "text")]
    return []


def _remove(gone: list[Provision]) -> None:
    for provision in reversed(gone):  # the smallest parts first
        try:
            with transaction.atomic():
                provision.delete()
        except ProtectedError:
            says = (
                f"{provision.place} không có trong đoạn văn mới nhưng đang được dẫn hoặc có thay đổi đã ghi."
                " Giữ lại điều khoản đó trong đoạn văn."
            )
            raise RuleBroken(Problem("provision_cited", says, "text")) from None
