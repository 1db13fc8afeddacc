"""Addresses of the stations' screens."""

from django.urls import path

from lantoa.office.broadcast import airings, stations

urlpatterns = [
    path("phat-thanh/", stations.airing_calendar, name="airing_calendar"),
    path("phat-thanh/dai/", stations.station_list, name="station_list"),
    path("phat-thanh/dai/mo/", stations.station_new, name="station_new"),
    path("phat-thanh/dai/<int:pk>/quy-che/", stations.station_change, name="station_change"),
    path("phat-thanh/dai/<int:pk>/nhip-doc/", stations.station_pace, name="station_pace"),
    path("phat-thanh/dai/<int:pk>/phieu-phat.<str:form>", stations.run_sheet, name="run_sheet"),
    path("phat-thanh/dai/<int:pk>/xep-bai/", airings.airing_new, name="airing_new"),
    path("phat-thanh/luot/<int:pk>/", airings.airing, name="airing"),
    path("phat-thanh/luot/<int:pk>/ghi-ket-qua/", airings.airing_record, name="airing_record"),
    path("phat-thanh/luot/<int:pk>/dung/", airings.airing_stop, name="airing_stop"),
]
