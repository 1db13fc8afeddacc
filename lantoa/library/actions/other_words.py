"""A paper that the library holds came in again with other words: a person decides which are the true ones."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit
from lantoa.common.problems import refuse
from lantoa.library.actions.documents import update_document
from lantoa.library.actions.intakes import decide, must_wait
from lantoa.library.actions.provisions import set_provisions
from lantoa.library.mentions import mentions_become
from lantoa.library.models import Document, IntakeFile
from lantoa.library.permissions import may_write
from lantoa.library.queries.intakes import differences_from, held_of
from lantoa.library.reading import parts_of
from lantoa.library.understanding import DAYS, Proposal
from lantoa.people.models import User


def keep_held_words(taken: IntakeFile, *, by: User, why: str) -> Document:
    """What the library holds stays; the file is closed with the reason."""
    if not may_write(by):
        raise PermissionDenied
    with transaction.atomic():
        taken, proposal, held = _both(taken)
        count = len(differences_from(held, proposal))
        if count and not why.strip():
            refuse("why_missing", "Ghi lý do, ví dụ: tệp là bản gõ lại có sai sót.", "why")
        kept = (
            f"Giữ lời trong kho, tệp khác {count} chỗ: {why.strip()}" if count else "Kho đã có đúng lời này."
        )
        taken.says = kept[:500]
        decide(taken, IntakeFile.State.KNOWN, by, held)
        audit.log(by, "keep_held_words", taken, document=held.pk, differences=count, why=why.strip())
    return held


def take_other_words(taken: IntakeFile, *, by: User, why: str) -> Document:
    """The words of the file are the true ones: they take the place of those that are held, and the file that
    of the original. Whatever rests on a provision whose words thereby change is suspect; nobody has checked
    the document since."""
    if not may_write(by):
        raise PermissionDenied
    if not why.strip():
        refuse("why_missing", "Ghi lý do, ví dụ: đã đối chiếu với bản gốc có dấu.", "why")
    with transaction.atomic():
        taken, proposal, held = _both(taken)
        if not parts_of(proposal.text):
            refuse("no_parts", "Tệp này không có điều khoản nào để thay.", "why")
        changed = [one.place for one in differences_from(held, proposal)]
        set_provisions(held, proposal.text, by=by)
        days = {name: day for name in DAYS if (day := proposal.day(name))}
        held = update_document(held, by=by, **days)
        held.file = taken.file
        held.save(update_fields=["file"])
        decide(taken, IntakeFile.State.CONFIRMED, by, held)
        mentions_become(taken, held)
        audit.log(by, "take_other_words", held, file=taken.pk, places=changed, why=why.strip())
    return held


def _both(taken: IntakeFile) -> tuple[IntakeFile, Proposal, Document]:
    taken = IntakeFile.objects.select_for_update().get(pk=taken.pk)
    must_wait(taken)
    proposal = Proposal.from_dict(taken.proposal)
    held = held_of(proposal)
    if held is None:
        refuse("not_held", "Kho không còn văn bản cùng số. Xác nhận tệp này như một văn bản mới.")
    return taken, proposal, Document.objects.select_for_update().get(pk=held.pk)
