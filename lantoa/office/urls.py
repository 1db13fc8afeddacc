"""Addresses of the office, one line an area."""

from django.urls import include, path

from lantoa.office import files

app_name = "office"
urlpatterns = [
    path("", include("lantoa.office.desk.urls")),
    path("", include("lantoa.office.library.urls")),
    path("", include("lantoa.office.plans.urls")),
    path("", include("lantoa.office.content.urls")),
    path("", include("lantoa.office.deliveries.urls")),
    path("", include("lantoa.office.broadcast.urls")),
    path("", include("lantoa.office.gatherings.urls")),
    path("", include("lantoa.office.displays.urls")),
    path("", include("lantoa.office.questions.urls")),
    path("", include("lantoa.office.coverage.urls")),
    path("", include("lantoa.office.budget.urls")),
    path("", include("lantoa.office.reports.urls")),
    path("", include("lantoa.office.people.urls")),
    path("", include("lantoa.office.kit.urls")),
    path("tep/<int:pk>/", files.stored_file, name="file"),
]
