"""Bảng tính xuất ra: an XLSX always leaves as a download."""

from django.http import HttpResponse

from lantoa.common.files import SHEET


def sheet_response(content: bytes, name: str) -> HttpResponse:
    """The bytes as `name`.xlsx."""
    response = HttpResponse(content, content_type=SHEET)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
