from django.urls import path

from lantoa.office.desk import following, views

urlpatterns = [
    path("viec-cua-toi/", views.my_work, name="my_work"),
    path("tat-ca/", views.everything, name="everything"),
    path("lam-viec-cho/", views.act_for, name="act_for"),
    path("theo-doi/", following.following, name="following"),
    path("theo-doi/them/", following.follow_add, name="follow_add"),
    path("theo-doi/<int:pk>/thoi/", following.follow_drop, name="follow_drop"),
    path("tin-luat/<int:pk>/", following.notice, name="notice"),
    path("tin-luat/<int:pk>/da-doc/", following.notice_read, name="notice_read"),
    path("gui-lai/", views.send_again, name="send_again"),
]
