"""Addresses of the library's screens."""

from django.urls import path

from lantoa.office import file_access
from lantoa.office.library import bundles, documents, effects, policies, provisions, stored

urlpatterns = [
    path("van-ban/", documents.document_list, name="document_list"),
    path("van-ban/ghi/", documents.document_new, name="document_new"),
    path("van-ban/sap-thay-doi/", effects.changes_ahead_list, name="changes_ahead"),
    path("van-ban/<int:pk>/", documents.document, name="document"),
    path("van-ban/<int:pk>/sua/", documents.document_edit, name="document_edit"),
    path("van-ban/<int:pk>/kiem-chung/", documents.document_check, name="document_check"),
    path("van-ban/<int:pk>/loi-van/", provisions.provisions_paste, name="provisions_paste"),
    path("van-ban/<int:pk>/them-dieu-khoan/", provisions.provision_new, name="provision_new"),
    path("van-ban/<int:pk>/thay-doi/", effects.effect_new, name="effect_new"),
    path("dieu-khoan/<int:pk>/", provisions.provision, name="provision"),
    path("dieu-khoan/<int:pk>/sua/", provisions.provision_edit, name="provision_edit"),
    path("thay-doi/<int:pk>/rut/", effects.effect_withdraw, name="effect_withdraw"),
    path("chinh-sach/", policies.policy_list, name="policy_list"),
    path("chinh-sach/soan/", policies.policy_new, name="policy_new"),
    path("chinh-sach/<int:pk>/", policies.policy, name="policy"),
    path("chinh-sach/<int:pk>/sua/", policies.policy_edit, name="policy_edit"),
    path("chinh-sach/<int:pk>/kiem-chung/", policies.policy_check, name="policy_check"),
    path("chinh-sach/<int:pk>/cong-bo/", policies.policy_publish, name="policy_publish"),
    path("chinh-sach/<int:pk>/rut/", policies.policy_withdraw, name="policy_withdraw"),
    path("chinh-sach/<int:pk>/muc/", policies.parameter_add, name="parameter_add"),
    path("chinh-sach/<int:pk>/doi-chieu/", policies.basis_clear, name="basis_clear"),
    path("bo-tai-lieu/", bundles.bundle_list, name="bundle_list"),
    path("bo-tai-lieu/giao/", bundles.bundle_new, name="bundle_new"),
    path("bo-tai-lieu/<int:pk>/", bundles.bundle, name="bundle"),
    path("bo-tai-lieu/<int:pk>/nhan/", bundles.bundle_acknowledge, name="bundle_acknowledge"),
    path("bo-tai-lieu/<int:pk>/phieu-gui.<str:form>", bundles.bundle_paper, name="bundle_paper"),
]

file_access.CHECKS.append(stored.may_open)
