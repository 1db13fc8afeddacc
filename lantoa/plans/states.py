"""States of a plan and the only ways between them."""

from django.db import models


class PlanState(models.TextChoices):
    """Trạng thái kế hoạch."""

    DRAFT = "draft", "Bản nháp"
    SUBMITTED = "submitted", "Đang trình ký"
    SIGNED = "signed", "Đã ký, chờ vào sổ"
    ISSUED = "issued", "Đã ban hành"
    REPLACED = "replaced", "Đã được thay thế"
    CLOSED = "closed", "Đã đóng"


EDITABLE = {PlanState.DRAFT}
WAITING = {PlanState.SUBMITTED, PlanState.SIGNED}
IN_FORCE = {PlanState.ISSUED}
OUT = {PlanState.ISSUED, PlanState.REPLACED, PlanState.CLOSED}  # on paper: never edited again

TRANSITIONS: dict[str, tuple[set[PlanState], PlanState]] = {
    "submit": ({PlanState.DRAFT}, PlanState.SUBMITTED),
    "send_back": ({PlanState.SUBMITTED}, PlanState.DRAFT),
    "sign": ({PlanState.SUBMITTED}, PlanState.SIGNED),
    "issue": ({PlanState.SUBMITTED, PlanState.SIGNED}, PlanState.ISSUED),
    "replace": ({PlanState.ISSUED}, PlanState.REPLACED),
    "close": ({PlanState.ISSUED}, PlanState.CLOSED),
}
