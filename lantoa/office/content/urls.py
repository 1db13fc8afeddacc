"""Addresses of the screens of content."""

from django.urls import path

from lantoa.office.content import approving, articles, checking, commenting, reading, step_rules, writing

urlpatterns = [
    path("bai-viet/", articles.article_list, name="article_list"),
    path("bai-viet/viet/", articles.article_new, name="article_new"),
    path("bai-viet/<int:pk>/", articles.article, name="article"),
    path("bai-viet/<int:pk>/sua/", articles.article_edit, name="article_edit"),
    path("bai-viet/<int:pk>/them-ban/", articles.edition_add, name="edition_add"),
    path("bai-viet/<int:pk>/goi-y/", articles.edition_suggest, name="edition_suggest"),
    path("ban-the-hien/<int:pk>/soan/", writing.edition_edit, name="edition_edit"),
    path("ban-the-hien/<int:pk>/soan/nhac/", writing.edition_notes, name="edition_notes"),
    path("ban-the-hien/<int:pk>/soan-lai/", writing.edition_revise, name="edition_revise"),
    path("ban-the-hien/<int:pk>/rut/", approving.edition_withdraw, name="edition_withdraw"),
    path("phien-ban/<int:pk>/", reading.version, name="version"),
    path("phien-ban/<int:pk>/so-sanh/", reading.version_compare, name="version_compare"),
    path("phien-ban/<int:pk>/kiem-chung/", reading.version_proof, name="version_proof"),
    path("phien-ban/<int:pk>/ban-da-duyet.zip", reading.version_package, name="version_package"),
    path("phien-ban/<int:pk>/phieu-duyet.<str:form>", reading.version_sheet, name="version_sheet"),
    path("phien-ban/<int:pk>/de-cuong.<str:form>", reading.version_outline, name="version_outline"),
    path("phien-ban/<int:pk>/kiem-tra/", checking.version_review, name="version_review"),
    path("phien-ban/<int:pk>/gop-y/", commenting.version_comment, name="version_comment"),
    path("gop-y/<int:pk>/xong/", commenting.comment_resolve, name="comment_resolve"),
    path("phien-ban/<int:pk>/tra-lai/", approving.version_return, name="version_return"),
    path("phien-ban/<int:pk>/duyet/", approving.version_approve, name="version_approve"),
    path("phien-ban/<int:pk>/dong-y/", approving.version_agree, name="version_agree"),
    path("phien-ban/<int:pk>/duyet-gap/", approving.version_urgent, name="version_urgent"),
    path("phien-ban/<int:pk>/hau-kiem/", checking.version_review_after, name="version_review_after"),
    path("phien-ban/<int:pk>/duyet-tren-giay/", approving.version_paper, name="version_paper"),
    path(
        "phien-ban/<int:pk>/duyet-phat/<int:ward>/",
        approving.version_ward_approve,
        name="version_ward_approve",
    ),
    path("quy-dinh-duyet/", step_rules.step_rule_list, name="step_rule_list"),
    path("quy-dinh-duyet/buoc/", step_rules.step_kind_add, name="step_kind_add"),
    path("quy-dinh-duyet/<int:pk>/thoi/", step_rules.step_rule_end, name="step_rule_end"),
    path("trich-dan/<int:pk>/van-dung/<int:cause>/", checking.citation_clear, name="citation_clear"),
]
