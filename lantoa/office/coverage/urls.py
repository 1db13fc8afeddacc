"""Addresses of the coverage screens."""

from django.urls import path

from lantoa.office.coverage import views

urlpatterns = [
    path("do-phu/", views.coverage, name="coverage"),
    path("do-phu/o/", views.coverage_cell, name="coverage_cell"),
    path("do-phu/khoang-trong/", views.coverage_gaps, name="coverage_gaps"),
    path("do-phu/khoang-trong/dua-vao-ke-hoach/", views.gap_to_plan, name="gap_to_plan"),
]
