"""Giấy tờ in ra: an official document leaves as DOCX or PDF, always as a download."""

from django.http import Http404, HttpResponse

from lantoa.paper.structure import OfficialDocument
from lantoa.paper.writing import to_docx, to_pdf

FORMS = {
    "docx": (to_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": (to_pdf, "application/pdf"),
}


def download(document: OfficialDocument, name: str, form: str) -> HttpResponse:
    """The paper as `name`.docx or `name`.pdf; another form does not exist."""
    if form not in FORMS:
        raise Http404
    write, mime = FORMS[form]
    response = HttpResponse(write(document), content_type=mime)
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
