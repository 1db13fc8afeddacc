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


EDITABLE = {EditionState.DRAFT, EditionState.RETURNED}
AIRABLE = {EditionState.APPROVED}

TRANSITIONS: dict[str, tuple[set[EditionState], EditionState]] = {
    "submit": ({EditionState.DRAFT, EditionState.RETURNED}, EditionState.SUBMITTED),
    "check": ({EditionState.SUBMITTED}, EditionState.CHECKED),
    "approve": ({EditionState.CHECKED}, EditionState.APPROVED),
    "return": ({EditionState.SUBMITTED, EditionState.CHECKED}, EditionState.RETURNED),
    "revise": ({EditionState.APPROVED}, EditionState.DRAFT),
    "withdraw": (
        {EditionState.APPROVED, EditionState.CHECKED, EditionState.SUBMITTED, EditionState.RETURNED},
        EditionState.WITHDRAWN,
    ),
}
