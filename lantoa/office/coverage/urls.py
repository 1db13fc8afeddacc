"""Addresses of the coverage screens."""

from django.urls import path

from lantoa.office.coverage import crossed, outward, pictures, views

urlpatterns = [
    path("do-phu/", views.coverage, name="coverage"),
    path("do-phu/hai-chieu/", crossed.coverage_crossed, name="coverage_crossed"),
    path("do-phu/nhiet/", pictures.coverage_heat, name="coverage_heat"),
    path("do-phu/ban-do/", pictures.coverage_map, name="coverage_map"),
    path("do-phu/bang.xlsx", outward.coverage_export, name="coverage_export"),
    path("do-phu/in/", outward.coverage_print, name="coverage_print"),
    path("do-phu/o/", views.coverage_cell, name="coverage_cell"),
    path("do-phu/khoang-trong/", views.coverage_gaps, name="coverage_gaps"),
    path("do-phu/khoang-trong/dua-vao-ke-hoach/", views.gap_to_plan, name="gap_to_plan"),
]
