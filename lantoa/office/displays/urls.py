"""Addresses of the displays' screens."""

from django.urls import path

from lantoa.office.displays import views

urlpatterns = [
    path("pano/", views.display_list, name="display_list"),
    path("pano/them/", views.display_new, name="display_new"),
    path("pano/<int:pk>/", views.display, name="display"),
    path("pano/<int:pk>/da-treo/", views.display_put_up, name="display_put_up"),
    path("pano/<int:pk>/da-ha/", views.display_taken_down, name="display_taken_down"),
]
