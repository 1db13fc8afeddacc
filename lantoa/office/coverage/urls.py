"""Addresses of the coverage screens."""

from django.urls import path

from lantoa.office.coverage import crossed, crossed_outward, outward, pictures, policies, views

urlpatterns = [
    path("do-phu/", views.coverage, name="coverage"),
    path("do-phu/hai-chieu/", crossed.coverage_crossed, name="coverage_crossed"),
    path(
        "do-phu/hai-chieu/bang.xlsx",
        crossed_outward.coverage_crossed_export,
        name="coverage_crossed_export",
    ),
    path("do-phu/hai-chieu/in/", crossed_outward.coverage_crossed_print, name="coverage_crossed_print"),
    path("do-phu/chinh-sach/", policies.coverage_policies, name="coverage_policies"),
    path("do-phu/nhiet/", pictures.coverage_heat, name="coverage_heat"),
    path("do-phu/ban-do/", pictures.coverage_map, name="coverage_map"),
    path("do-phu/bang.xlsx", outward.coverage_export, name="coverage_export"),
    path("do-phu/in/", outward.coverage_print, name="coverage_print"),
    path("do-phu/o/", views.coverage_cell, name="coverage_cell"),
    path("do-phu/khoang-trong/", views.coverage_gaps, name="coverage_gaps"),
    path("do-phu/khoang-trong/dua-vao-ke-hoach/", views.gap_to_plan, name="gap_to_plan"),
]
