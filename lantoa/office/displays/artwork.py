"""Maket in: choose a size, take the file to the print shop."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from lantoa.common import dates
from lantoa.common.problems import RuleBroken
from lantoa.content.models import EditionVersion
from lantoa.content.queries import airable_one, with_citations
from lantoa.displays.artwork import FORMATS, formats_for, sheet_of, size_in
from lantoa.office.access import office_login
from lantoa.office.choices import approved_for
from lantoa.office.displays.forms import HANGING_KINDS, PRINTED_KINDS, ArtworkForm
from lantoa.people.models import User

USUAL = {one.key: one for one in FORMATS}


def _version_or_404(user: User, pk: int) -> EditionVersion:
    found = approved_for(user, *HANGING_KINDS, *PRINTED_KINDS)
    return get_object_or_404(with_citations(found), pk=pk)


@office_login
def artwork(request: HttpRequest, pk: int) -> HttpResponse:
    """The sizes that suit these words, and one of her own."""
    return _page(request, _version_or_404(request.user, pk), ArtworkForm())


def _page(
    request: HttpRequest, version: EditionVersion, form: ArtworkForm, reasons: list[str] | None = None
) -> HttpResponse:
    answer = airable_one(version, dates.today())
    context = {
        "version": version,
        "formats": formats_for(version.edition.kind, request.GET.get("loai", "")),
        "answer": answer,
        "form": form,
        "address": _public_address(request, version),
        "reaches_citizens": _reaches_citizens(_public_address(request, version)),
        "reasons": reasons or (answer.reasons if not answer.ok else []),
    }
    return render(request, "office/displays/artwork.html", context, status=400 if reasons else 200)


def _public_address(request: HttpRequest, version: EditionVersion) -> str:
    """Where the square code leads: under the address that citizens use, else the one asked under now."""
    path = reverse("portal:printed", args=[version.pk])
    return f"{settings.PUBLIC_ADDRESS}{path}" if settings.PUBLIC_ADDRESS else request.build_absolute_uri(path)


def _reaches_citizens(address: str) -> bool:
    """An address of this machine or of the office's own network opens on nobody's phone in the street."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".local", ".internal", ".lan"))


@office_login
def artwork_file(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The PDF at the size asked for: ?kho= one of ours, or ?size= as typed."""
    version = _version_or_404(request.user, pk)
    if form != "pdf":
        raise Http404
    typed = request.GET.get("size", "")
    usual = USUAL.get(request.GET.get("kho", ""))
    size = (usual.width_mm, usual.height_mm) if usual else size_in(typed)
    address = _public_address(request, version)
    try:
        sheet = sheet_of(version, size, dates.today(), address, usual.sides if usual else 1)
    except RuleBroken as refused:
        return _page(
            request, version, ArtworkForm(initial={"size": typed}), [p.says for p in refused.problems]
        )
    from lantoa.displays.artwork import artwork_pdf  # the printer loads slowly: only when it prints

    response = HttpResponse(artwork_pdf(sheet), content_type="application/pdf")
    response["Content-Disposition"] = (
        f'attachment; filename="maket-{version.pk}-{sheet.width_mm}x{sheet.height_mm}mm.pdf"'
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
