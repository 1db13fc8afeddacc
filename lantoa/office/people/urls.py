"""Addresses of units, people and duties."""

from django.urls import path

from lantoa.office.people import open_names, outlines, sizes, views

urlpatterns = [
    path("don-vi/", views.unit_list, name="unit_list"),
    path("quy-mo/", sizes.size_table, name="size_table"),
    path("quy-mo/mau.xlsx", sizes.size_template, name="size_template"),
    path("quy-mo/nhap/", sizes.size_import_new, name="size_import_new"),
    path("quy-mo/nhap/<str:token>/", sizes.size_reading, name="size_reading"),
    path("quy-mo/nhap/<str:token>/tra-lai.xlsx", sizes.size_reading_returned, name="size_reading_returned"),
    path("quy-mo/dot-nhap/<int:pk>/", sizes.size_import, name="size_import"),
    path("don-vi/ranh-gioi/", outlines.outline_import_new, name="outline_import_new"),
    path("don-vi/ranh-gioi/<str:token>/", outlines.outline_reading, name="outline_reading"),
    path("don-vi/<int:pk>/", views.unit, name="unit"),
    path("don-vi/<int:pk>/quy-mo/", views.size_add, name="size_add"),
    path("don-vi/<int:pk>/so-tien-bang-chu/", views.unit_wording, name="unit_wording"),
    path("don-vi/<int:pk>/ke-thua/", views.unit_succession, name="unit_succession"),
    path("don-vi/<int:pk>/neu-cong-khai/", open_names.open_names, name="open_names"),
    path("neu-cong-khai/<int:pk>/bo/", open_names.open_name_end, name="open_name_end"),
    path("don-vi/<int:pk>/giao-nhiem-vu/", views.duty_give, name="duty_give"),
    path("nhiem-vu/", views.my_duties, name="my_duties"),
    path("nhiem-vu/<int:pk>/uy-quyen/", views.duty_delegate, name="duty_delegate"),
    path("nhiem-vu/<int:pk>/ket-thuc/", views.duty_end, name="duty_end"),
]
