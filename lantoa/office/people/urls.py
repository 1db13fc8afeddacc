"""Addresses of units, people and duties."""

from django.urls import path

from lantoa.office.people import views

urlpatterns = [
    path("don-vi/", views.unit_list, name="unit_list"),
    path("don-vi/<int:pk>/", views.unit, name="unit"),
    path("don-vi/<int:pk>/quy-mo/", views.size_add, name="size_add"),
    path("don-vi/<int:pk>/so-tien-bang-chu/", views.unit_wording, name="unit_wording"),
    path("don-vi/<int:pk>/giao-nhiem-vu/", views.duty_give, name="duty_give"),
    path("nhiem-vu/", views.my_duties, name="my_duties"),
    path("nhiem-vu/<int:pk>/uy-quyen/", views.duty_delegate, name="duty_delegate"),
    path("nhiem-vu/<int:pk>/ket-thuc/", views.duty_end, name="duty_end"),
]
