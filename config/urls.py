"""Addresses: the portal at the root, the office under Vietnamese paths, accounts under /tai-khoan/."""

from django.urls import include, path

urlpatterns = [
    path("tai-khoan/", include("lantoa.office.accounts.urls")),
    path("", include("lantoa.office.urls")),
    path("", include("lantoa.portal.urls")),
]

handler400 = "lantoa.office.errors.bad_request"
handler403 = "lantoa.office.errors.forbidden"
handler404 = "lantoa.office.errors.not_found"
handler500 = "lantoa.office.errors.server_error"
