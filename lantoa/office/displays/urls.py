"""Addresses of the displays' screens."""

from django.urls import path

from lantoa.office.displays import artwork, printed, views

urlpatterns = [
    path("pano/", views.display_list, name="display_list"),
    path("pano/them/", views.display_new, name="display_new"),
    path("pano/so-do/", views.display_map, name="display_map"),
    path("pano/giu-anh.js", views.display_worker, name="display_worker"),
    path("pano/<int:pk>/", views.display, name="display"),
    path("pano/<int:pk>/da-treo/", views.display_put_up, name="display_put_up"),
    path("pano/<int:pk>/da-ha/", views.display_taken_down, name="display_taken_down"),
    path("pano/<int:pk>/toa-do-anh/", views.display_take_place, name="display_take_place"),
    path("in-an/", printed.run_list, name="print_run_list"),
    path("in-an/them/", printed.run_new, name="print_run_new"),
    path("in-an/<int:pk>/", printed.run, name="print_run"),
    path("in-an/<int:pk>/phat/", printed.run_hand_out, name="print_run_hand_out"),
    path("in-an/<int:pk>/huy/", printed.run_pulp, name="print_run_pulp"),
    path("in-an/luot-phat/<int:pk>/ghi-nham/", printed.hand_out_take_back, name="hand_out_take_back"),
    path("maket/<int:pk>/", artwork.artwork, name="artwork"),
    path("maket/<int:pk>.<str:form>", artwork.artwork_file, name="artwork_file"),
]
