"""Addresses of the questions' screens."""

from django.urls import path

from lantoa.office.questions import contact, views

urlpatterns = [
    path("cau-hoi/", views.question_list, name="question_list"),
    path("cau-hoi/them/", views.question_new, name="question_new"),
    path("cau-hoi/<int:pk>/", views.question, name="question"),
    path("cau-hoi/<int:pk>/giao/", views.question_assign, name="question_assign"),
    path("cau-hoi/<int:pk>/phan-loai/", views.question_classify, name="question_classify"),
    path("cau-hoi/<int:pk>/soan-tra-loi/", views.question_draft, name="question_draft"),
    path("cau-hoi/<int:pk>/tra-loi/", views.question_give, name="question_give"),
    path("cau-hoi/<int:pk>/cong-khai/", views.question_publish, name="question_publish"),
    path("cau-hoi/<int:pk>/kiem-loi-cong-khai/", views.question_words_check, name="question_words_check"),
    path("cau-hoi/<int:pk>/thoi-cong-khai/", views.question_take_back, name="question_take_back"),
    path("cau-hoi/<int:pk>/lien-he/", contact.question_contact, name="question_contact"),
    path("cau-hoi/<int:pk>/chuyen/", views.question_route, name="question_route"),
]
