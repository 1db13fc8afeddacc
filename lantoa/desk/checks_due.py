"""Chờ tôi kiểm: what reaches the public only after a second person has looked, and waits for this one."""

from datetime import date

from django.db.models import QuerySet

from lantoa.desk.work import WorkGroup, WorkRow
from lantoa.library.models import Document, Policy, PolicyParameter, PovertyStandard
from lantoa.library.queries import (
    documents_to_check,
    parameters_to_check,
    policies_to_check,
    standards_to_check,
)
from lantoa.people.models import User
from lantoa.questions.models import Question
from lantoa.questions.queries import words_to_check

MOST = 10  # of one kind: an import may bring in hundreds; the library's own to-do page has them all


def checks_due(user: User, day: date) -> list[WorkGroup]:
    """Words of questions, policies, amounts, lines of a standard, documents: written by others, unchecked."""
    policies = [_policy(one) for one in policies_to_check(user)[:MOST]]
    amounts = [_amount(one) for one in parameters_to_check(user)[:MOST]]
    lines = [_line(one) for one in standards_to_check(user)[:MOST]]
    asked = [_question(one) for one in words_to_check(user)[:MOST]]
    rows = [*asked, *policies, *amounts, *lines, *_documents(documents_to_check(user))]
    return [WorkGroup("Chờ tôi kiểm trước khi ra cổng công khai", False, rows)]


def _question(one: Question) -> WorkRow:
    says = "Lời công khai của câu hỏi" if one.public_text else "Nơi đã chuyển câu hỏi đến"
    return WorkRow(str(one), f"{says}, {one.unit}", "office:question", (one.pk,), "Kiểm")


def _policy(one: Policy) -> WorkRow:
    return WorkRow(one.title, "Chính sách chưa ai kiểm với căn cứ", "office:policy", (one.pk,), "Kiểm")


def _amount(one: PolicyParameter) -> WorkRow:
    return WorkRow(str(one), f"Mức của “{one.policy}”", "office:policy", (one.policy_id,), "Kiểm")


def _line(one: PovertyStandard) -> WorkRow:
    return WorkRow(str(one), f"Dòng chuẩn nghèo, {one.reference}", "office:standard", (one.pk,), "Kiểm")


def _documents(waiting: QuerySet[Document]) -> list[WorkRow]:
    found = list(waiting[: MOST + 1])
    rows = [
        WorkRow(
            str(one),
            "Có thay đổi mới ghi từ lần kiểm trước" if one.is_checked else one.title[:160],
            "office:document",
            (one.pk,),
            "Kiểm",
        )
        for one in found[:MOST]
    ]
    if len(found) > MOST:
        rows.append(WorkRow("Còn nữa", "Các văn bản khác chờ kiểm", "office:gap_list", (), "Mở danh sách"))
    return rows
