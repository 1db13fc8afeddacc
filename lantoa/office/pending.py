"""Tệp chờ xác nhận: the bytes of an upload between reading and confirming, outside the database.

Named by their hash in a folder that is swept; the address of the page is a signed token of the person, the
name of the file and what she said with it. Nothing of it is stored for good until she confirms.
"""

import hashlib
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import signing

from lantoa.common.files import Upload
from lantoa.people.models import User

SALT = "lantoa.office.pending"
SECONDS = 2 * 3600


def keep(upload: Upload, about: Any, by: User) -> str:
    """Lay the bytes aside and return the token under which they wait. about: what JSON can hold."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    sha256 = hashlib.sha256(upload.content).hexdigest()
    part = folder / f"{sha256}.part"
    part.write_bytes(upload.content)
    part.rename(folder / sha256)  # whole or not at all
    return signing.dumps([by.pk, about, sha256, Path(upload.name).name[:200]], salt=SALT, compress=True)


def waiting(token: str, by: User) -> tuple[Upload, Any] | None:
    """The upload behind a token of this person, and what was said with it; None: not hers, too old, gone."""
    try:
        owner, about, sha256, name = signing.loads(token, salt=SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    path = _folder() / sha256
    if owner != by.pk or not path.exists():
        return None
    return Upload(name, path.read_bytes()), about


def forget(upload: Upload) -> None:
    """The bytes were kept for good, or are not wanted any more."""
    (_folder() / hashlib.sha256(upload.content).hexdigest()).unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "pending"


def _sweep(folder: Path) -> None:
    """What nobody confirmed in time goes."""
    too_old = time.time() - SECONDS
    for path in folder.iterdir():
        if path.stat().st_mtime < too_old:
            path.unlink(missing_ok=True)
