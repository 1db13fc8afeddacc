"""Mở tệp: stored bytes leave only through here, after an area has said yes."""

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from lantoa.common.files import PHOTOS, path_of
from lantoa.common.models import StoredFile
from lantoa.office.access import office_login
from lantoa.office.file_access import may_open

# A photo opened by itself is framed by the browser with a style of its own; nothing else may run in it.
SANDBOX = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox"


@office_login
def stored_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The bytes under their own name: photos in the page, everything else as a download."""
    stored = get_object_or_404(StoredFile, pk=pk)
    path = path_of(stored.sha256)
    if not may_open(request.user, stored) or not path.exists():
        raise Http404
    response = FileResponse(
        path.open("rb"),
        content_type=stored.mime or "application/octet-stream",
        as_attachment=stored.mime not in PHOTOS,
        filename=stored.name,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "private, no-store"
    return response
