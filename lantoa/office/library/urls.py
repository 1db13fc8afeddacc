"""Addresses of the library's screens."""

from django.urls import path

from lantoa.office import file_access
from lantoa.office.library import (
    bundles,
    documents,
    effects,
    entitlements,
    parameters,
    policies,
    provisions,
    standards,
    stored,
)
from lantoa.office.library import bundles, documents, effects, intakes, policies, provisions, stored

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
    path("chinh-sach/duoc-huong/", entitlements.entitlement, name="entitlement"),
    path("chinh-sach/so-sanh/", entitlements.reform, name="reform"),
    path("chinh-sach/<int:pk>/", policies.policy, name="policy"),
    path("chinh-sach/<int:pk>/sua/", policies.policy_edit, name="policy_edit"),
    path("chinh-sach/<int:pk>/kiem-chung/", policies.policy_check, name="policy_check"),
    path("chinh-sach/<int:pk>/cong-bo/", policies.policy_publish, name="policy_publish"),
    path("chinh-sach/<int:pk>/rut/", policies.policy_withdraw, name="policy_withdraw"),
    path("chinh-sach/<int:pk>/muc/", parameters.parameter_add, name="parameter_add"),
    path("muc/<int:pk>/ngay-cuoi/", parameters.parameter_end, name="parameter_end"),
    path("muc/<int:pk>/kiem-chung/", parameters.parameter_check, name="parameter_check"),
    path("muc/<int:pk>/bo/", parameters.parameter_remove, name="parameter_remove"),
    path("chinh-sach/<int:pk>/doi-chieu/", policies.basis_clear, name="basis_clear"),
    path("chuan-ngheo/", standards.standard_list, name="standard_list"),
    path("chuan-ngheo/ghi/", standards.standard_new, name="standard_new"),
    path("chuan-ngheo/tra-dong/", standards.line_look_up, name="line_look_up"),
    path("chuan-ngheo/<int:pk>/", standards.standard, name="standard"),
    path("chuan-ngheo/<int:pk>/sua/", standards.standard_edit, name="standard_edit"),
    path("chuan-ngheo/<int:pk>/kiem-chung/", standards.standard_check, name="standard_check"),
    path("chuan-ngheo/<int:pk>/bo/", standards.standard_withdraw, name="standard_withdraw"),
    path("nhap-van-ban/", intakes.intake_list, name="intake_list"),
    path("nhap-van-ban/gui/", intakes.intake_send, name="intake_send"),
    path("nhap-van-ban/<int:pk>/", intakes.intake, name="intake"),
    path("nhap-van-ban/tep/<int:pk>/", intakes.intake_file, name="intake_file"),
    path("nhap-van-ban/tep/<int:pk>/bo/", intakes.intake_file_discard, name="intake_file_discard"),
    path("bo-tai-lieu/", bundles.bundle_list, name="bundle_list"),
    path("bo-tai-lieu/giao/", bundles.bundle_new, name="bundle_new"),
    path("bo-tai-lieu/<int:pk>/", bundles.bundle, name="bundle"),
    path("bo-tai-lieu/<int:pk>/nhan/", bundles.bundle_acknowledge, name="bundle_acknowledge"),
    path("bo-tai-lieu/<int:pk>/phieu-gui.<str:form>", bundles.bundle_paper, name="bundle_paper"),
]

file_access.CHECKS.append(stored.may_open)
