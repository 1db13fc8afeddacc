from django.urls import path

from lantoa.office.kit import views

urlpatterns = [path("bo-thanh-phan/", views.kit, name="kit")]
