from django.urls import path

from lantoa.office.desk import campaigns, following, views

urlpatterns = [
    path("viec-cua-toi/", views.my_work, name="my_work"),
    path("tat-ca/", views.everything, name="everything"),
    path("lam-viec-cho/", views.act_for, name="act_for"),
    path("theo-doi/", following.following, name="following"),
    path("theo-doi/them/", following.follow_add, name="follow_add"),
    path("theo-doi/<int:pk>/thoi/", following.follow_drop, name="follow_drop"),
    path("tin-luat/<int:pk>/", following.notice, name="notice"),
    path("tin-luat/<int:pk>/da-doc/", following.notice_read, name="notice_read"),
    path("dinh-chinh/", campaigns.campaign_list, name="campaign_list"),
    path("dinh-chinh/thay-doi/<int:pk>/", campaigns.campaign_new, name="campaign_new"),
    path("dinh-chinh/<int:pk>/", campaigns.campaign, name="campaign"),
    path("dinh-chinh/viec/<int:pk>/", campaigns.campaign_row, name="campaign_row"),
    path("dinh-chinh/<int:pk>/ra-lai/", campaigns.campaign_gather, name="campaign_gather"),
    path("dinh-chinh/<int:pk>/ket-thuc/", campaigns.campaign_close, name="campaign_close"),
    path("dinh-chinh/<int:pk>/in/<str:form>/", campaigns.campaign_print, name="campaign_print"),
    path("gui-lai/", views.send_again, name="send_again"),
]
