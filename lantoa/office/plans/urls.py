"""Addresses of the plans' screens."""

from django.urls import path

from lantoa.office.plans import editing, importing, items, steps, views

urlpatterns = [
    path("ke-hoach/", views.plan_list, name="plan_list"),
    path("ke-hoach/moi/", editing.plan_new, name="plan_new"),
    path("ke-hoach/doc/", importing.plan_import, name="plan_import"),
    path("ke-hoach/doc/<str:token>/", importing.plan_reading, name="plan_reading"),
    path("ke-hoach/<int:pk>/", views.plan, name="plan"),
    path("ke-hoach/<int:pk>/ke-hoach.<str:form>", views.plan_print, name="plan_print"),
    path("ke-hoach/<int:pk>/phuong-xa/", views.plan_cascade, name="plan_cascade"),
    path("ke-hoach/<int:pk>/han-phuong-xa/", steps.plan_ward_deadline, name="plan_ward_deadline"),
    path("ke-hoach/<int:pk>/theo/", steps.plan_follow, name="plan_follow"),
    path("ke-hoach/<int:pk>/dau-van-ban/", editing.plan_head, name="plan_head"),
    path("ke-hoach/<int:pk>/viet-thanh-muc/", editing.plan_write_out, name="plan_write_out"),
    path("ke-hoach/<int:pk>/them/<slug:key>/", editing.plan_part_add, name="plan_part_add"),
    path("ke-hoach/<int:pk>/sua/<slug:key>/<int:part>/", editing.plan_part, name="plan_part"),
    path("ke-hoach/<int:pk>/bo/<slug:key>/<int:part>/", editing.plan_part_remove, name="plan_part_remove"),
    path("ke-hoach/<int:pk>/noi-dung/them/", items.plan_item_add, name="plan_item_add"),
    path("ke-hoach/<int:pk>/noi-dung/<int:item>/", items.plan_item, name="plan_item"),
    path("ke-hoach/<int:pk>/noi-dung/<int:item>/bo/", items.plan_item_remove, name="plan_item_remove"),
    path("ke-hoach/<int:pk>/bo-nhap/", steps.plan_discard, name="plan_discard"),
    path("ke-hoach/<int:pk>/trinh-ky/", steps.plan_submit, name="plan_submit"),
    path("ke-hoach/<int:pk>/tra-lai/", steps.plan_send_back, name="plan_send_back"),
    path("ke-hoach/<int:pk>/ky/", steps.plan_sign, name="plan_sign"),
    path("ke-hoach/<int:pk>/ban-hanh/", steps.plan_issue, name="plan_issue"),
    path("ke-hoach/<int:pk>/thay-doi/", steps.plan_amend, name="plan_amend"),
    path("ke-hoach/<int:pk>/dong/", steps.plan_close, name="plan_close"),
]
