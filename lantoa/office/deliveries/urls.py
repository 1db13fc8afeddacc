"""Addresses of the ledger's screens."""

from django.urls import path

from lantoa.office.deliveries import evidence, part_rules, views

urlpatterns = [
    path("so-truyen-thong/", views.delivery_list, name="delivery_list"),
    path("so-truyen-thong/quy-dinh-mot-phan/", part_rules.part_rule_list, name="part_rule_list"),
    path("so-truyen-thong/<int:pk>/", views.delivery, name="delivery"),
    path("so-truyen-thong/<int:pk>/bang-chung/", views.delivery_evidence, name="delivery_evidence"),
    path("so-truyen-thong/bang-chung/<int:pk>/", evidence.evidence, name="evidence"),
    path("so-truyen-thong/<int:pk>/sua/", views.delivery_correct, name="delivery_correct"),
]
