"""States of an edition and the only ways between them. "Suspect" is not here: it is asked, never set."""

from django.db import models


class EditionState(models.TextChoices):
    """Trạng thái bản thể hiện."""

    DRAFT = "draft", "Bản nháp"
    SUBMITTED = "submitted", "Chờ kiểm tra"
    CHECKED = "checked", "Đã kiểm tra, chờ duyệt"
    APPROVED = "approved", "Đã duyệt"
    RETURNED = "returned", "Trả lại"
    WITHDRAWN = "withdrawn", "Đã rút"


EDITABLE = {EditionState.DRAFT}
WAITING = {EditionState.SUBMITTED, EditionState.CHECKED}
AIRABLE = {EditionState.APPROVED}

# A returned or approved edition is written on in a new version ("revise"); what was submitted stays.
# While the next version is written, the one approved before stays airable (content.queries.airable).
TRANSITIONS: dict[str, tuple[set[EditionState], EditionState]] = {
    "submit": ({EditionState.DRAFT}, EditionState.SUBMITTED),
    "check": ({EditionState.SUBMITTED}, EditionState.CHECKED),
    "agree": ({EditionState.CHECKED}, EditionState.CHECKED),  # where the unit's own leader is asked
    "approve": ({EditionState.CHECKED}, EditionState.APPROVED),
    "bypass": ({EditionState.SUBMITTED}, EditionState.APPROVED),  # urgent: the check follows
    "return": ({EditionState.SUBMITTED, EditionState.CHECKED}, EditionState.RETURNED),
    "revise": ({EditionState.RETURNED, EditionState.APPROVED}, EditionState.DRAFT),
    "withdraw": (
        {
            EditionState.DRAFT,
            EditionState.SUBMITTED,
            EditionState.CHECKED,
            EditionState.RETURNED,
            EditionState.APPROVED,
        },
        EditionState.WITHDRAWN,
    ),
}
