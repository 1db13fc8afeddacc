"""Addresses of the gatherings' screens."""

from django.urls import path

from lantoa.office.gatherings import views

urlpatterns = [
    path("hoi-nghi/", views.gathering_list, name="gathering_list"),
    path("hoi-nghi/them/", views.gathering_new, name="gathering_new"),
    path("hoi-nghi/<int:pk>/", views.gathering, name="gathering"),
    path("hoi-nghi/<int:pk>/ket-qua/", views.gathering_held, name="gathering_held"),
    path("hoi-nghi/<int:pk>/bien-ban/", views.gathering_minutes, name="gathering_minutes"),
    path("hoi-nghi/<int:pk>/huy/", views.gathering_cancel, name="gathering_cancel"),
    path("hoi-nghi/<int:pk>/giay-moi.<str:form>", views.gathering_invitation, name="gathering_invitation"),
    path("hoi-nghi/<int:pk>/danh-sach-ky.<str:form>", views.gathering_sheet, name="gathering_sheet"),
]
