"""Addresses of the reports' screens."""

from django.urls import path

from lantoa.office.reports import views

urlpatterns = [
    path("bao-cao/", views.report_list, name="report_list"),
    path("bao-cao/chot/<int:plan_pk>/", views.report_freeze, name="report_freeze"),
    path("bao-cao/<int:pk>/", views.report, name="report"),
    path("bao-cao/<int:pk>/in.<str:form>", views.report_print, name="report_print"),
    path("bao-cao/<int:pk>/so-lieu/<slug:key>/", views.report_figure, name="report_figure"),
]
