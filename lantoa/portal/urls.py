"""Addresses of the public pages: Vietnamese without marks, readable aloud."""

from django.urls import path

from lantoa.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("tim/", views.search, name="search"),
    path("thuoc-ho-nao/", views.household, name="household"),
    path("quyen-loi/<slug:key>/", views.benefits, name="benefits"),
    path("tin-bai/", views.articles, name="articles"),
    path("tin-bai/<int:pk>/", views.article, name="article"),
    path("tam-in/<int:pk>/", views.printed, name="printed"),
    path("luat/", views.documents, name="documents"),
    path("luat/thay-doi.atom", views.changes_feed, name="changes_feed"),
    path("luat/<int:pk>/", views.document, name="document"),
    path("hoi-dap/", views.answers, name="answers"),
    path("hoi-dap/<int:pk>/", views.answer, name="answer"),
    path("hoi-dap/gui/", views.ask, name="ask"),
    path("hoi-dap/tra-cuu/", views.look_up, name="look_up"),
]
