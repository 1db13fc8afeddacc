"""Giấy tờ in ra: an official document leaves as DOCX or PDF, always as a download."""

from django.http import Http404, HttpResponse

from lantoa.paper.structure import OfficialDocument

FORMS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def download(document: OfficialDocument, name: str, form: str) -> HttpResponse:
    """The paper as `name`.docx or `name`.pdf; another form does not exist."""
    if form not in FORMS:
        raise Http404
    from lantoa.paper import writing  # the printer loads slowly: only when something is printed

    write = writing.to_docx if form == "docx" else writing.to_pdf
    response = HttpResponse(write(document), content_type=FORMS[form])
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
