from django.urls import path

from lantoa.office.desk import views

urlpatterns = [
    path("viec-cua-toi/", views.my_work, name="my_work"),
    path("tat-ca/", views.everything, name="everything"),
    path("lam-viec-cho/", views.act_for, name="act_for"),
    path("gui-lai/", views.send_again, name="send_again"),
]
