"""Addresses of the money screens."""

from django.urls import path

from lantoa.office.budget import views

urlpatterns = [
    path("kinh-phi/", views.budget, name="budget"),
    path("kinh-phi/ke-hoach/<int:pk>/", views.budget_plan, name="budget_plan"),
    path("kinh-phi/ke-hoach/<int:pk>/bang-quyet-toan.<str:form>", views.settlement, name="settlement"),
    path("kinh-phi/noi-dung/<int:pk>/ghi-chi/", views.spending_new, name="spending_new"),
    path("kinh-phi/khoan-chi/<int:pk>/", views.spending, name="spending"),
    path("kinh-phi/khoan-chi/<int:pk>/chung-tu/", views.paper_add, name="spending_paper_add"),
    path("kinh-phi/khoan-chi/<int:pk>/soat/", views.spending_check, name="spending_check"),
    path("kinh-phi/khoan-chi/<int:pk>/neu-luot/", views.spending_tellings, name="spending_tellings"),
    path("kinh-phi/khoan-chi/<int:pk>/dieu-chinh/", views.spending_take_back, name="spending_take_back"),
]
