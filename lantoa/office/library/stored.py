"""Tệp gốc của văn bản: whoever may read the library may open the files of its documents."""

from lantoa.common.models import StoredFile
from lantoa.library.queries import visible_documents, visible_intake_files, visible_rehearsals
from lantoa.people.models import User


def may_open(user: User, stored: StoredFile) -> bool:
    """Is it the file of a document, of an intake or of a rehearsal that exists for this person?"""
    return (
        may_open_original(user, stored)
        or visible_intake_files(user).filter(file=stored).exists()
        or visible_rehearsals(user).filter(draft=stored).exists()
    )


def may_open_original(user: User, stored: StoredFile) -> bool:
    """Is it the original of a document?"""
    return visible_documents(user).filter(file=stored).exists()
